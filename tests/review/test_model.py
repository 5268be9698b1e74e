"""What is found about one code: its own changes, findings and twin, and what is a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.atlas import Atlas


def test_changes_of_a_code(golden: Atlas) -> None:
    """A code has its own changes, oldest first; the same code of another set has none of them."""
    review = golden.reviews["orbit"]
    codes = review.catalog.by_address
    told = [(one.kind, one.after.id) for one in review.changes_of(codes["106"])]
    assert told == [("dropped", "2022-01-01"), ("added", "2023-01-01")]
    assert [one.kind for one in review.changes_of(codes["101"])] == ["meaning-changed"]
    assert review.changes_of(codes["mail.101"]) == ()


def test_mistakes(golden: Atlas) -> None:
    """A mistake of the newest revision counts; one name among several, or one of old, does not."""
    review = golden.reviews["orbit"]
    codes = review.catalog.by_address

    def rules(code: str) -> tuple[list[str], list[str]]:
        found = review.findings_of(codes[code])
        return (
            [one.rule.name for one in found],
            [one.rule.name for one in review.mistakes_in(codes[code])],
        )

    # Each revision has another number of rows with each name.
    mixed = ["mixed-terms"] * 3
    assert rules("103") == ([*mixed, "grammar", "grammar"], ["grammar"])
    assert rules("104") == (["duplicate-code", "punctuation"], ["duplicate-code", "punctuation"])
    assert rules("109") == ([], [])


def test_twins(golden: Atlas) -> None:
    """Both codes of a pair lead to it, and only they."""
    review = golden.reviews["orbit"]
    codes = review.catalog.by_address
    assert review.twins_of(codes["101"]) is review.twins_of(codes["-101"])
    assert review.twins_of(codes["mail.101"]) is None
    assert review.twins_of(codes["0"]) is None


def test_unreviewed(golden: Atlas) -> None:
    """Changes of texts wait for a person; added and dropped codes do not."""
    waiting = [(one.code.code, one.after.id) for one in golden.reviews["orbit"].unreviewed]
    assert waiting == [
        ("102", "2022-01-01"),
        ("103", "2022-01-01"),
        ("107", "2022-01-01"),
        ("103", "2023-01-01"),
        ("104", "2023-01-01"),
    ]
