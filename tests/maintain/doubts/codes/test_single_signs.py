"""Lines that begin with one sign of a heading and a code are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading

PAGE = """\
# Codes

## 4001

Dock is busy

{}

Ship is gone

## 4003

Cargo is lost

## 4004

Pier is closed
"""
OTHERS = {"4001": "Dock is busy", "4003": "Cargo is lost", "4004": "Pier is closed"}


def _read(line: str) -> tuple[Document, Reading]:
    document = Document("codes.md", PAGE.format(line))
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _texts(result: Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


@pytest.mark.parametrize("line", ["#4002", "#4002 Ship is late", "\\#4002", "\uff034002"])
def test_read_as_a_heading(line: str) -> None:
    """It is read as the heading of the code; the other reply leaves it a part of the text above."""
    document, result = _read(line)
    assert _texts(result) == {**OTHERS, "4002": "Ship is gone"}
    (asked,) = result.problems
    assert asked.line == 7
    assert asked.what.startswith(f'"{line}" is read as the heading of the code "4002"')
    kept = replies.applied(document, result, Replies(as_read=frozenset({7})))
    assert kept.is_whole
    assert _texts(kept) == {**OTHERS, "4002": "Ship is gone"}
    none = replies.applied(document, result, Replies(no_codes=frozenset({7})))
    assert none.is_whole
    assert _texts(none) == OTHERS


def test_another_form() -> None:
    """A code of another form is a text, and becomes a code where somebody says so."""
    document, result = _read("#E4002 Ship is late")
    assert _texts(result) == OTHERS
    (asked,) = result.problems
    assert 'that of the code "E4002"' in asked.what
    meant = replies.applied(document, result, Replies(as_meant=frozenset({7})))
    assert meant.is_whole
    assert _texts(meant) == {**OTHERS, "E4002": "Ship is gone"}
    kept = replies.applied(document, result, Replies(as_read=frozenset({7})))
    assert kept.is_whole
    assert _texts(kept) == OTHERS


@pytest.mark.parametrize(
    "line", ["##4002", "####### 4002", "\uff03\uff03 4002", "\\## 4002", "**##4002 Late**"]
)
def test_several_signs(line: str) -> None:
    """Several signs are those of a heading, whatever Markdown makes of them."""
    result = _read(line)[1]
    assert result.is_whole
    assert _texts(result) == {**OTHERS, "4002": "Ship is gone"}


@pytest.mark.parametrize("text", ["E4002 Ship is late", "Error 4002", "DOCK_LATE", "E4002"])
def test_several_signs_before_another_form(text: str) -> None:
    """What begins otherwise than the codes is read and asked about as any such heading."""
    plain = _read(f"## {text}")[1]
    for signs in ("##", "\uff03\uff03 ", "\\##"):
        result = _read(signs + text)[1]
        assert _texts(result) == _texts(plain)
        assert result.problems == plain.problems


@pytest.mark.parametrize("line", ["#dock", "See #4002 of ships", "#1", "#!/bin/dock", "# of ships"])
def test_texts(line: str) -> None:
    """Tags, and signs elsewhere, are texts, which nothing is asked about."""
    assert not any("sign" in one.what for one in _read(line)[1].problems)
