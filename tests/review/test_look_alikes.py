"""Look-alikes: codes with the same digits, and pairs that differ in sign alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.review import look_alikes

if TYPE_CHECKING:
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
    """A pair is a code without and one with the minus, and what a person says of both."""
    pairs = look_alikes.sign_twins(golden.catalogs["orbit"], {"101": "Both."})
    assert [(one.unsigned.anchor, one.signed.anchor, one.same) for one in pairs] == [
        ("101", "-101", "Both."),
        ("201", "-201", None),
        ("301", "-301", None),
    ]
    assert [one.says for one in pairs[:2]] == [
        "They mean the same. Both.",
        "They mean different things.",
    ]
    assert [one.current for one in pairs] == [True, True, False]


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
