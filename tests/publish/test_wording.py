"""Sentences: what is put into tickets shows the provider's words, whatever they are."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.catalog import load as catalog
from macros.publish import wording
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

GITHUB_LIKE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


@given(LINES.filter(bool))
def test_link_text(text: str) -> None:
    """Escaped text inside a Markdown link is shown character for character, as one link."""
    source = f"[{wording.escape_markdown(text)}](https://atlas.example/a/1/)"
    inline = GITHUB_LIKE.parse(source)[1].children or []
    assert (inline[0].type, inline[-1].type) == ("link_open", "link_close")
    assert "".join(token.content for token in inline[1:-1]) == text
    assert {token.type for token in inline[1:-1]} == {"text"}


def test_plain_text(golden: Atlas) -> None:
    """An entry in one line has provider, code and message; several meanings are set apart."""
    codes = golden.catalogs["orbit"].by_address
    assert wording.plain(codes["101"]) == "Orbit 101: Dock is free"
    assert wording.plain(codes["104"]) == "Orbit 104: Wrong tariff / The tariff(old) ends today"
    assert wording.markdown(codes["108"]) == (
        r"Orbit 108: Fuel \*is\* low \| 2 \< 3 and no {{ dock }}"
    )
    assert wording.markdown(codes["110"]) == "Orbit 110: A_b tarrif"


def test_state(golden: Atlas) -> None:
    """Every entry says as of which revision it holds; a dropped one says where it was last seen."""
    orbit, harbour = (golden.catalogs[name] for name in ("orbit", "harbour"))
    assert wording.state(orbit.by_address["101"]) == "As of 2023-01-01."
    assert wording.state(orbit.by_address["111"]) == (
        "Dropped: listed in 2021-01-01, gone in 2023-01-01."
    )
    assert wording.state(harbour.by_address["1"]) == "As of revision r2 (undated)."
    assert wording.state(harbour.by_address["900"]) == (
        "Dropped: listed in revision r1 (undated), gone in revision r2 (undated)."
    )
    assert wording.held(harbour.provider) == "2 undated documents"
    assert wording.held(orbit.provider) == "documents of 2023-01-01, 2022-01-01 and 2021-01-01"


READ = {
    "document of 2025": ["2025"],
    "documents of 2025 and 2024": ["2024", "2025"],
    "undated document": ["r1"],
    "documents of 2025 and 2024, and 1 undated": ["r1", "2024", "2025"],
    "document of 2025, and 2 undated": ["r1", "r2", "2025"],
}


@pytest.mark.parametrize("said", READ)
def test_held(said: str) -> None:
    """Documents that were read are named by their dates; those without one are counted."""
    revisions = [
        SimpleNamespace(id=ident, date="unknown" if ident.startswith("r") else ident)
        for ident in READ[said]
    ]
    assert wording.held(cast("Any", SimpleNamespace(revisions=revisions))) == said


def test_forms(golden: Atlas) -> None:
    """What codes look like is counted, the most frequent form first."""
    assert wording.forms(golden.catalogs["orbit"].documented) == (
        "3 digits (15); negative, 3 digits (3); 1 digit (2); E and 1 digit (1)"
    )


def test_forms_without_digits(tmp_path: Path) -> None:
    """A code of letters alone has no digits to count."""
    document = f"{invented.TABLE}| BUSY | A |\n| -LATE | B |\n| E1 | C |\n| 100 | D |\n"
    data = invented.write(tmp_path, document, pattern="[-A-Z0-9]+")
    codes = catalog.load(data)["orbit"].codes
    assert wording.forms(codes) == ("3 digits (1); BUSY (1); E and 1 digit (1); negative, LATE (1)")


@pytest.mark.parametrize(
    ("tags", "more"),
    [
        (["en"], ""),
        (["en", "ko"], ""),
        (["en-GB"], ""),
        (["pt"], " {} English alone, and the messages are in Portuguese."),
    ],
)
def test_what_is_read_in_english_alone(tags: list[str], more: str) -> None:
    """Nothing that was found is no praise of messages that no rule can read."""
    of = cast("Any", SimpleNamespace(latest=SimpleNamespace(languages=tuple(tags))))
    assert wording.nothing_found(of) == (
        f"No possible mistake was found.{more.format('Most rules read')}"
    )
    assert wording.nothing_limited(of) == (
        f"The program finds no limit and no field in these messages.{more.format('It reads')}"
    )
