"""Findings over several revisions: one for each mistake, in order, with the newest words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.review import discrepancies
from macros.review.language import Language
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.review.discrepancies import Finding

REVISIONS = ["2021-01-01", "2022-01-01", "2023-01-01"]


def _find(folder: Path, *documents: str) -> tuple[Finding, ...]:
    data = invented.write(folder, *(invented.TABLE + document for document in documents))
    return discrepancies.find(catalog.load(data)["orbit"], Language(frozenset()))


def test_one_finding_for_several_revisions(tmp_path: Path) -> None:
    """The same mistake in several revisions is one finding that names them, oldest first."""
    (finding,) = _find(
        tmp_path,
        "| 101 | Not exist |\n",
        "| 101 | Not exist |\n| 102 | A |\n",
        "| 102 | A |\n| 101 | Not exist |\n",
    )
    assert [one.id for one in finding.revisions] == REVISIONS
    assert finding.current
    # The row that is quoted is the one of the newest revision.
    assert (finding.quotes[0].row.file, finding.quotes[0].row.line) == (
        "data/orbit/2023-01-01.md",
        4,
    )


def test_a_mistake_that_was_mended(tmp_path: Path) -> None:
    """A mistake that the newest revision has no more is told of the older ones alone."""
    (finding,) = _find(tmp_path, "| 101 | Not exist |\n", "| 101 | Does not exist |\n")
    assert [one.id for one in finding.revisions] == ["2021-01-01"]
    assert not finding.current


SHOWN = {
    # A proposal for one text shows it all, as do two codes beside one text.
    "| 101 | Dock not exist |\n": {"grammar": True},
    "| 101 | Dock |\n| 102 | Dock |\n": {"shared-message": True},
    "| 101 | Dock |\n| 101 | Gate |\n": {"duplicate-code": True},
    # Where nothing is proposed the sentence says more.
    "| 101 | Crew list too long (5 names) |\n"
    "| 102 | The list of the crew can have up to 7 names |\n": {"contradicting-limits": False},
}


@pytest.mark.parametrize("document", SHOWN)
def test_what_title_and_marks_show(tmp_path: Path, document: str) -> None:
    """A reader is told no sentence that says no more than the title and the marks show."""
    found = {one.rule.name: one.is_shown for one in _find(tmp_path, document)}
    assert found == SHOWN[document]


def test_other_words_are_another_finding(tmp_path: Path) -> None:
    """The same mistake in other words, or of another code, is a finding of its own."""
    found = _find(tmp_path, "| 101 | Not exist |\n", "| 101 | Dock not exist |\n| 102 | A |\n")
    assert [[code.code for code in one.codes] for one in found] == [["101"], ["101"]]
    # What the newest revision has comes first.
    assert [one.current for one in found] == [True, False]


def test_order(tmp_path: Path) -> None:
    """Of what is equally bad findings stand by rule, and then in the order of codes."""
    found = _find(
        tmp_path,
        "| 103 | Wrong key,try it |\n| 101 | Dock is busy |\n| 102 | Not exist, paramater |\n"
        "| 99 | Not match |\n| 101 | Dock is shut |\n",
    )
    assert [(one.rule.name, one.codes[0].code) for one in found] == [
        ("duplicate-code", "101"),
        ("spelling", "102"),
        ("grammar", "99"),
        ("grammar", "102"),
        ("punctuation", "103"),
    ]


def test_what_is_shown(tmp_path: Path) -> None:
    """Of rows with one message the first speaks for all; of a code its own rows are quoted."""
    shared, mixed = _find(
        tmp_path,
        "| 101 | Dock is busy |\n| 102 | Dock is busy |\n| 103 | A |\n| 103 | B |\n",
    )[::-1]
    assert [quote.row.code for quote in shared.shown] == ["101"]
    assert [quote.row.code for quote in shared.of(shared.codes[1])] == ["102"]
    assert [quote.row.message for quote in mixed.shown] == ["A", "B"]
    assert [code.code for code in mixed.codes] == ["103"]
    assert shared.of(mixed.codes[0]) == ()


def test_the_same_mistake_twice_in_a_revision(tmp_path: Path) -> None:
    """A revision is named once, also where two of its rows say the same."""
    twice = "| 101 | Not exist |\n| 101 | Not exist |\n"
    found = _find(tmp_path, twice, twice)
    assert [[one.id for one in finding.revisions] for finding in found] == [REVISIONS[:2]] * 2


THREE = (
    "| 101 | Not match |\n| 102 | Dock is busy |\n| 103 | Dock is busy |\n| -104 | Wet |\n",
    "| 101 | Not exist |\n| 105 | A ship |\n| 106 | A ship |\n| 104 | Dry |\n| -104 | Wet |\n",
    "| 101 | Not exist |\n| 105 | Not ready |\n| 99 | Paramater |\n| 104 | Dry |\n| -104 | Wet |\n",
)


def test_the_worst_first(tmp_path: Path) -> None:
    """The worst comes first, though old; then what the newest revision has; then the rest."""
    assert [
        (one.harm.value, one.current, one.rule.name, one.codes[0].code)
        for one in _find(tmp_path, *THREE)
    ] == [
        ("misleads", False, "shared-message", "102"),
        ("misleads", False, "shared-message", "105"),
        ("unclear", True, "sign-twin", "104"),
        ("style", True, "spelling", "99"),
        ("style", True, "grammar", "101"),
        ("style", False, "grammar", "101"),
    ]


def test_successes_are_no_errors(tmp_path: Path) -> None:
    """A code that is a success is not taken for an error with the same words."""
    same = "| 0 | Docked |\n| 101 | Docked |\n| 102 | Docked |\n"
    (finding,) = _find(tmp_path, same)
    assert [code.code for code in finding.codes] == ["101", "102"]
