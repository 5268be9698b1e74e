"""Look-alikes: codes with the same digits, and pairs that differ in sign alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.review import look_alikes
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas


def test_groups(golden: Atlas) -> None:
    """Codes with the same digits are a group, those without a minus first."""
    groups = look_alikes.same_number(golden.catalogs["orbit"].documented)
    assert [[code.anchor for code in group] for group in groups] == [
        ["101", "mail.101", "-101"],
        ["201", "-201"],
        ["301", "-301"],
    ]


def test_pairs(golden: Atlas) -> None:
    """A pair is a code without and one with the minus, and what a person says of both.

    301 was dropped in the revision that added -301: they never stood in one document.
    """
    pairs = look_alikes.sign_twins(golden.catalogs["orbit"], {"101": "Both."})
    assert [(one.unsigned.anchor, one.signed.anchor, one.same) for one in pairs] == [
        ("101", "-101", "Both."),
        ("201", "-201", None),
    ]


DOCUMENTS = (
    "| 0 | Docked |\n| 101 | Busy |\n| -101 | Closed |\n| 102 | Full |\n| 103 | Old |\n",
    "| -102 | Lost |\n| -103 | New |\n| 103 | Old |\n| 101 | Busy |\n| -101 | Closed |\n",
    "| -102 | Lost |\n| 101 | Busy |\n| 104 | Wet |\n",
)


def test_one_finding_for_a_document(tmp_path: Path) -> None:
    """Each document has one finding, with the numbers that have both signs in that very one.

    102 and -102 never stand in one document, and the last document has no number twice.
    """
    atlas = invented.atlas(tmp_path, *(invented.TABLE + text for text in DOCUMENTS))
    review = atlas.reviews["orbit"]
    found = [one for one in review.findings if one.rule.name == "sign-twin"]
    assert [
        (one.says, [code.code for code in one.codes], [each.id for each in one.revisions])
        for one in found
    ] == [
        (
            "1 number stands for two codes, with and without a minus.",
            ["101", "-101"],
            ["2021-01-01"],
        ),
        (
            "2 numbers stand for two codes each, with and without a minus.",
            ["-103", "103", "101", "-101"],
            ["2022-01-01"],
        ),
    ]
    assert [(one.unsigned.code, one.signed.code) for one in review.twins] == [
        ("101", "-101"),
        ("103", "-103"),
    ]
    # The page of a code tells its own pair, not the count.
    assert all(review.findings_of(code) == () for code in review.catalog.codes)


def test_more_than_two_codes(golden: Atlas) -> None:
    """Where another code set has the number too, it stands for several codes."""
    found = [one for one in golden.reviews["orbit"].findings if one.rule.name == "sign-twin"]
    assert [(one.says[:34], [each.id for each in one.revisions]) for one in found] == [
        ("2 numbers stand for several codes ", ["2023-01-01"]),
        ("2 numbers stand for several codes ", ["2021-01-01"]),
        ("1 number stands for several codes,", ["2022-01-01"]),
    ]


def test_pairs_within_a_set(golden: Atlas) -> None:
    """Where several code sets have both, each pair is of one set; letters' case is no sign."""
    orbit = golden.catalogs["orbit"]
    api = [orbit.by_address["101"], orbit.by_address["-101"]]
    mail = orbit.by_address["mail.101"]
    signed = replace(mail, code="-101", anchor="mail.-101", address="mail.-101")
    letters = [replace(mail, code=code, anchor=code, address=code) for code in ("E9", "e9")]
    catalog = replace(orbit, codes=(*api, mail, signed, *letters))
    pairs = look_alikes.sign_twins(catalog, {})
    assert [(one.unsigned.anchor, one.signed.anchor) for one in pairs] == [
        ("101", "-101"),
        ("mail.101", "mail.-101"),
    ]


def test_no_pair_without_a_minus(golden: Atlas) -> None:
    """The same code in two code sets is no pair of signs."""
    orbit = golden.catalogs["orbit"]
    codes = tuple(code for code in orbit.codes if not code.code.startswith("-"))
    unsigned = replace(orbit, codes=codes)
    assert look_alikes.sign_twins(unsigned, {}) == ()
