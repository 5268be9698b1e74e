"""The pictures that stand for the site: beside a link in a chat, in a tab, on a phone.

A chat shows one picture for each provider and one for all other pages, in shades from the accent to
white. A code has none of its own: drawing takes 10 ms, and the title beside it says the same.

The font is the one that comes with Pillow, so that every machine draws the same bytes; it has no
more than ASCII and a few signs.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from PIL import IcoImagePlugin, Image, ImageDraw, ImageFont

from macros import addresses
from macros.publish import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog

NAME = "Error Code Atlas"
ACCENT = "#0a5099"  # as `--ec-accent` in tokens.css
SIZE = (1200, 630)  # pixels, as chats show it
ICONS = (192, 512)  # pixels, as a manifest names them
TOUCH = 180
_TABS = (16, 32, 48)
_DOES = "What each code means, and what to do"

_SHADES = 16
_MARGIN = 90
# Sizes in pixels, the largest that fits is taken.
_HUGE = tuple(range(92, 40, -4))
_LARGE = (46, 42, 38, 34)
# `assets/icon.svg`: bars on a square of 32, each from left and top to right and bottom.
_ICON = 32
_BARS = (
    (5, 14.5, 11, 17.5),
    (15, 7.5, 27.5, 10.5),
    (24.5, 7.5, 27.5, 24.5),
    (15, 21.5, 27.5, 24.5),
    (19, 14.5, 26, 17.5),
)
_FINE = 4  # drawn so many times as large, for smooth edges


def cards(atlas: Atlas) -> Iterator[tuple[str, bytes]]:
    """Yield the path and the PNG of each picture for chats."""
    names = [catalog.provider.name for catalog in atlas.catalogs.values()]
    count = f"{len(atlas.codes)} codes of {len(names)} APIs"
    yield addresses.CARD(), _card(NAME, _DOES, count)
    for ident, catalog in atlas.catalogs.items():
        yield addresses.PROVIDER_CARD(provider=ident), _card(*_lines(catalog))


def icons() -> Iterator[tuple[str, bytes]]:
    """Yield the path and the content of each icon that is no SVG."""
    yield addresses.TOUCH_ICON(), _png(_icon(TOUCH, round_corners=False))
    for size in ICONS:
        yield addresses.ICON(size=str(size)), _png(_icon(size))
    *smaller, largest = (_icon(size) for size in _TABS)
    made = BytesIO()
    sizes = [(size, size) for size in _TABS]
    # Asked for "ICO" by name, Pillow would load all 50 formats that it knows.
    ico = IcoImagePlugin.IcoImageFile.format
    largest.save(made, ico, sizes=sizes, append_images=smaller)
    yield addresses.FAVICON(), made.getvalue()


def _lines(catalog: Catalog) -> tuple[str, str, str]:
    """Return what the picture of a provider says: its product, what is here, as of when."""
    provider = catalog.provider
    newest = wording.as_of(provider.latest)
    count = f"{len(catalog.current)} error codes. As of {newest}"
    return drawable(provider.product) or provider.id, _DOES, count


def drawable(text: str) -> str:
    """Return a text in the letters that the font has; nothing where it lacks one of them."""
    plain = "".join(sign for sign in normalize("NFKD", text) if not combining(sign))
    return plain if plain.isascii() and plain.isprintable() else ""


def _card(title: str, does: str, count: str) -> bytes:
    shades = Image.new("L", SIZE)
    draw = ImageDraw.Draw(shades)
    _draw_mark(draw, _MARGIN - 10, _MARGIN - 12, 64)
    draw.text((_MARGIN + 84, _MARGIN), NAME, fill=224, font=_font(38))
    width = SIZE[0] - 2 * _MARGIN
    for text, top, sizes, shade in (
        (title, 240, _HUGE, 255),
        (does, 390, _LARGE, 255),
        (count, 470, _LARGE, 200),
    ):
        font = next((f for f in map(_font, sizes) if f.getlength(text) <= width), _font(sizes[-1]))
        shown = text
        while font.getlength(shown) > width:
            shown = f"{shown.removesuffix('...')[:-1].rstrip()}..."
        draw.text((_MARGIN, top), shown, fill=shade, font=font)
    step = 256 // _SHADES
    image = Image.frombytes(
        "P", SIZE, shades.point([grey // step for grey in range(256)]).tobytes()
    )
    image.putpalette(bytes(_ramp()))
    return _png(image, bits=4)


def _ramp() -> Iterator[int]:
    """Yield red, green and blue of each shade, from the accent to white."""
    accent = bytes.fromhex(ACCENT[1:])
    for shade in range(_SHADES):
        yield from (part + (255 - part) * shade // (_SHADES - 1) for part in accent)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow's wheels come with FreeType"
    return font


def _icon(size: int, *, round_corners: bool = True) -> Image.Image:
    """Return the icon; a phone rounds its corners itself."""
    fine, whole = (size * _FINE, size * _FINE), (size, size)
    square, bars = Image.new("L", fine), Image.new("L", fine)
    corner = fine[0] * 6 // _ICON if round_corners else 0
    edge = fine[0] - 1
    ImageDraw.Draw(square).rounded_rectangle((0, 0, edge, edge), corner, fill=255)
    _draw_mark(ImageDraw.Draw(bars), 0, 0, fine[0])
    white, accent = (Image.new("RGB", whole, colour) for colour in ("white", ACCENT))
    icon = Image.composite(white, accent, bars.reduce(_FINE))
    icon.putalpha(square.reduce(_FINE))
    return icon


def _draw_mark(draw: ImageDraw.ImageDraw, left: int, top: int, size: int) -> None:
    """Draw the bars of the icon in white."""
    unit = size / _ICON
    for x0, y0, x1, y1 in _BARS:
        box = (left + x0 * unit, top + y0 * unit, left + x1 * unit - 1, top + y1 * unit - 1)
        draw.rectangle(box, fill=255)


def _png(image: Image.Image, **options: int) -> bytes:
    made = BytesIO()
    image.save(made, "PNG", compress_level=6, **options)
    return made.getvalue()
