"""Trees with the same codes in several mappings: languages, code sets, and near misses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.sniff import Sniffed

ENGLISH = {"4001": "The dock is busy", "4002": "The dock is gone", "4003": "The dock is closed"}
GERMAN = {"4001": "Das Dock ist belegt", "4002": "Das Dock ist weg", "4003": "Das Dock ist zu"}


def _sniffed(**values: Any) -> Sniffed:  # noqa: ANN401 - whatever JSON has
    found = sniff.sniff(Document("errors.json", json.dumps(values, indent=1, ensure_ascii=False)))
    assert found is not None
    return found


def test_languages() -> None:
    """English is read; one question names what is passed over, and each of its replies works."""
    document = Document("errors.json", json.dumps({"de": GERMAN, "en": ENGLISH}, indent=1))
    found = sniff.sniff(document)
    assert found
    options = found.reading.options
    assert (options["path"], options["languages"]) == ("en{}", ["de"])
    [problem] = found.reading.problems
    assert problem.line == 8
    assert problem.what == (
        'the texts stand in several languages, "de" and "en": "en" is read, and the others are'
        " passed over."
    )
    given = replies.Replies(as_read=frozenset({8}))
    as_read = replies.applied(document, found.reading, given)
    assert as_read.is_whole
    assert {row.code: row.message for row in as_read.rows} == ENGLISH
    assert "write `path: de{}` in the reader below, and what is read now under" in problem.do
    other = reading.read(document, {**options, "path": "de{}", "languages": ["en"]})
    assert other.is_whole
    assert {row.code: row.message for row in other.rows} == GERMAN


def test_languages_below_a_key() -> None:
    """Where there is no English, the first language is read, and that is asked."""
    found = _sniffed(docks={"de": GERMAN, "fr": ENGLISH})
    options = found.reading.options
    assert (options["path"], options["languages"]) == ("docks.de{}", ["docks.fr"])
    [problem] = found.reading.problems
    assert '"de" is read, and the others are passed over' in problem.what
    assert "write `path: docks.fr{}`" in problem.do


def test_a_code_of_one_language_alone_is_refused() -> None:
    """What English lacks is not passed over."""
    found = _sniffed(de={**GERMAN, "4004": "Das Dock ist alt"}, en=ENGLISH)
    assert not found.reading.is_whole
    assert any('"4004"' in line for line in reading.unsaid(found.reading))


def test_code_sets() -> None:
    """Keys that are no languages are lists of their own, with all of their texts."""
    found = _sniffed(docks=ENGLISH, ships={"4001": "The ship is late", "4002": "The ship sank"})
    options = found.reading.options
    assert found.reading.is_whole
    assert options["path"] == "docks{}"
    assert options["lists"] == [{"path": "ships{}", "code_set": "second"}]
    assert ("second", "4002", "The ship sank") in {
        (row.code_set, row.code, row.message) for row in found.reading.rows
    }
