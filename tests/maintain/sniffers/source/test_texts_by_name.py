"""Texts by the names of constants: the values of these are the codes, whatever else is there."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = ("The dock is busy", "The ship is gone", "The cargo is lost")
NAMES = ("ERR_CODE_BUSY", "ERR_CODE_GONE", "ERR_CODE_LOST")
CODES = {
    "numbers": ("1001", "1003", "2001"),
    "letters": ("K-1001", "K-1003", "K-2001"),
    "words": ("dock_busy", "ship_gone", "cargo_lost"),
}
SOURCES = {
    "dock.go": ('const {} = "{}"', "var texts = map[string]string{", '\t{}: "{}",', "}"),
    "dock.py": ('{} = "{}"', "TEXTS = {", '    {}: "{}",', "}"),
    "dock.js": ("export const {} = '{}';", "export const texts = {", "  [{}]: '{}',", "};"),
    "dock.kt": ('const val {} = "{}"', "val texts = mapOf(", '    {} to "{}",', ")"),
    "dock.rb": ('{} = "{}"', "TEXTS = {", '  {} => "{}",', "}"),
}


def _text(name: str, codes: tuple[str, ...], *more: tuple[str, str]) -> str:
    constant, before, entry, after = SOURCES[name]
    constants = [*zip(NAMES, codes, strict=True), *more]
    lines = [constant.format(*one) for one in constants]
    texts = [entry.format(*one) for one in zip(NAMES, TEXTS, strict=True)]
    return "\n".join([*lines, "", before, *texts, after, ""])


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("codes", CODES.values(), ids=CODES)
def test_codes_of_constants(name: str, codes: tuple[str, ...]) -> None:
    """Each text has the code that its constant stands for, and nothing is asked."""
    found = sniff.sniff(Document(name, _text(name, codes)))
    assert found
    assert found.reading.is_whole, found.reading.problems
    assert {row.code: row.message for row in found.reading.rows} == dict(
        zip(codes, TEXTS, strict=True)
    )


@pytest.mark.parametrize("name", SOURCES)
@pytest.mark.parametrize("codes", CODES.values(), ids=CODES)
@pytest.mark.parametrize("value", ["S", "en", "1.2.0"])
def test_another_constant(name: str, codes: tuple[str, ...], value: str) -> None:
    """One that no text names lists no code where that is said, and takes none from the others."""
    document = Document(name, _text(name, codes, ("STATUS_ENABLED", value)))
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert problem.line == 4
    assert problem.what == f'the code "{value}", called "STATUS_ENABLED", has no message.'
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset({4})))
    assert none.is_whole
    assert {row.code: row.message for row in none.rows} == dict(zip(codes, TEXTS, strict=True))


def test_constants_that_are_sentences() -> None:
    """Texts that are none of codes stand for nothing: the names are what can be the codes."""
    text = _text("dock.py", ("Busy now", "All gone", "All lost"))
    found = sniff.sniff(Document("dock.py", text))
    assert not found or "constants" not in found.reading.options
