"""Pictures for chats, tabs and phones: what they show, and that every build draws the same."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from macros.publish import browsers, pictures

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

BLUE, WHITE = (10, 80, 153), (255, 255, 255)


def opened(content: bytes) -> Image.Image:
    """Return a picture in red, green and blue."""
    return Image.open(BytesIO(content)).convert("RGB")


def rows_with_white(picture: Image.Image) -> set[int]:
    """Return at which tenths of its height a picture has white."""
    white = {y for y in range(picture.height) for x in range(0, picture.width, 3)
             if picture.getpixel((x, y)) == WHITE}  # fmt: skip
    return {y * 10 // picture.height for y in white}


def test_cards(golden: Atlas) -> None:
    """There is one for the site and one for each provider, as large as chats show them."""
    made = dict(pictures.cards(golden))
    names = {f"assets/cards/{ident}.png" for ident in golden.catalogs}
    assert set(made) == {"assets/card.png", *names}
    assert len(set(made.values())) == len(made)
    for content in made.values():
        picture = opened(content)
        assert picture.size == (1200, 630)
        assert picture.getpixel((5, 5)) == BLUE
        assert {4, 6} <= rows_with_white(picture)
        assert len(content) < 30_000


def test_drawn_alike(golden: Atlas) -> None:
    """Nothing but what they show is in them: no time, no name of a machine."""
    again = [*pictures.cards(golden), *pictures.icons()]
    assert [*pictures.cards(golden), *pictures.icons()] == again
    assert all(not Image.open(BytesIO(content)).info.get("Software") for _, content in again)


@pytest.mark.parametrize("product", ["W" * 90, "码头", ""])
def test_any_name_is_drawn(golden: Atlas, product: str) -> None:
    """A name that is too long is cut; one in other letters gives way to the provider's id."""
    first = next(iter(golden.catalogs.values()))
    provider = replace(first, provider=first.provider.model_copy(update={"product": product}))
    atlas = replace(golden, catalogs={"orbit": provider})
    picture = opened(dict(pictures.cards(atlas))["assets/cards/orbit.png"])
    assert {4, 6} <= rows_with_white(picture)
    right = picture.crop((1130, 0, 1200, 630)).getcolors()
    assert right == [(70 * 630, BLUE)]


def test_drawable() -> None:
    """Accents are left out; what has other letters is not drawn, lest it be a row of boxes."""
    assert pictures.drawable("Café Orbit") == "Cafe Orbit"
    assert pictures.drawable("码头 API") == ""


def test_icons(project: Path) -> None:
    """Each icon has the size in its name, and the bars of `icon.svg`."""
    made = dict(pictures.icons())
    sizes = {path: opened(content).size[0] for path, content in made.items()}
    assert sizes == {
        "favicon.ico": 48,
        "assets/touch-icon.png": 180,
        "assets/icon-192.png": 192,
        "assets/icon-512.png": 512,
    }
    assert Image.open(BytesIO(made["favicon.ico"])).info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert 'd="M5 16h6M15 9h11v14H15M19 16h7"' in (project / "docs/assets/icon.svg").read_text()
    icon = opened(made["assets/icon-512.png"])
    for x, y in ((8, 16), (20, 9), (26, 12), (26, 20), (20, 23), (22, 16)):
        assert icon.getpixel((x * 16, y * 16)) == WHITE, (x, y)
    for x, y in ((16, 2), (13, 16), (18, 12), (8, 12), (29, 16)):
        assert icon.getpixel((x * 16, y * 16)) == BLUE, (x, y)


def test_colours(project: Path) -> None:
    """What pictures and browsers are told of the colours is what the styles say."""
    tokens = (project / "docs/assets/css/1-base/tokens.css").read_text("utf-8")
    pages = re.findall(r"--ec-page: (#\w+);", tokens)
    assert pages == [browsers.PAPER.replace("#ffffff", "#fff"), browsers.DARK]
    assert f"--ec-accent: {pictures.ACCENT};" in tokens
