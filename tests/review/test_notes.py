"""Drafts of notes: a change as a person pastes it, to the character."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.review.notes import draft

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.review.changes import Change


def _change(golden: Atlas, provider: str, code: str) -> Change:
    return next(one for one in golden.reviews[provider].unreviewed if one.code.anchor == code)


def test_one_row(golden: Atlas) -> None:
    """A change of one row quotes both texts."""
    assert draft(_change(golden, "orbit", "102")) == (
        '  - code: "102"\n'
        '    from: "2021-01-01"\n'
        '    to: "2022-01-01"\n'
        '    old: "Wait 5 minutes"\n'
        '    new: "Wait 15 minutes"\n'
        "    kind: limit-changed\n"
        "    why: …\n\n"
    )


def test_several_rows(golden: Atlas) -> None:
    """A change of several rows lists their texts, line breaks as spaces."""
    text = draft(_change(golden, "orbit", "104"))
    assert '    old: "Wrong tariff"\n' in text
    assert '    new: ["Wrong tariff", "The tariff(old) ends today"]\n' in text
    assert "    kind: rows-changed\n" in text
    change = _change(golden, "orbit", "104")
    text = draft(replace(change, old=change.new, new=change.old))
    assert '    old: ["Wrong tariff", "The tariff(old) ends today"]\n' in text
    assert '    new: "Wrong tariff"\n' in text


def test_other_scripts(golden: Atlas) -> None:
    """Letters of other scripts stand in a draft as they are, and quotes are escaped."""
    change = _change(golden, "orbit", "102")
    row = replace(change.new[0], message='부두가 "바쁨"')
    assert '    new: "부두가 \\"바쁨\\""\n' in draft(replace(change, new=(row,)))
