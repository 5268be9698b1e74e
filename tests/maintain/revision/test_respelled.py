"""Constants that are counted in a later document, or called otherwise, are compared by number."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.revision import fit
from macros.readers.rows import Document

NAMES = ("NoDock", "Busy", "Long", "Gone")
COUNTS = "counts_on is true: constants have no numbers of their own any more"


def _fitted(file: str, before: str, later: str) -> fit.Fitted:
    document = Document(file, before)
    found = sniff.sniff(document)
    assert found
    lines = frozenset(one.line for one in found.reading.problems)
    held = replies.applied(document, found.reading, Replies(as_read=lines))
    assert held.is_whole
    known = {"api": {row.code: {row.message} for row in held.rows}}
    return fit.fit(Document(f"later-{file}", later), held.options, known)


def _text(head: str, lines: list[str]) -> str:
    return "\n".join([head, *lines, ")" if head.endswith("(") else "}", ""])


GO, OTHERS = "const (", ("  {} = {},", "  {} = {},", "  {},")
FORMS = {
    "e.cs": ("enum Errors {", *OTHERS),
    "e.ts": ("export enum Errors {", *OTHERS),
    "e.rs": ("pub enum Errors {", *OTHERS),
    "e.h": ("enum errors {", *OTHERS),
    "e.go": (GO, "\tErr{} = {}", "\tErr{} = iota + {}", "\tErr{}"),
    "typed.go": (GO, "\tErr{} Code = {}", "\tErr{} Code = iota + {}", "\tErr{}"),
}


@pytest.mark.parametrize("remark", [" // the dock is {}", ""])
@pytest.mark.parametrize("file", FORMS)
def test_counted(file: str, remark: str) -> None:
    """The first number alone is told, and further codes come in: nothing is given up."""
    head, numbered, first, bare = FORMS[file]
    before = [
        numbered.format(name, code) + remark.format(name.lower())
        for code, name in enumerate(NAMES[:3], start=1001)
    ]
    later = [first.format(NAMES[0], 1001) + remark.format(NAMES[0].lower())]
    later += [bare.format(name) + remark.format(name.lower()) for name in NAMES[1:]]
    fitted = _fitted(file, _text(head, before), _text(head, later))
    assert fitted.doubts == ()
    assert fitted.changes == (COUNTS,)
    assert fitted.reading.is_whole
    called = "Err{}" if head == GO else "{}"
    texts = [f"the dock is {name.lower()}" if remark else called.format(name) for name in NAMES]
    assert [(row.code, row.message) for row in fitted.reading.rows] == [
        (str(code), text) for code, text in enumerate(texts, start=1001)
    ]


@pytest.mark.parametrize(
    ("before", "later"),
    [("ERR_", "ERROR_"), ("ERR_", "DOCK_ERR_"), ("DOCK_ERR_", "ERR_"), ("E_", "LK_E_")],
)
@pytest.mark.parametrize("form", ["#define {}{} {}", "static const int {}{} = {};"])
def test_begun_anew(before: str, later: str, form: str) -> None:
    """What all names begin with can change: their codes are the same, and nothing is given up."""
    one, two = (
        "\n".join(form.format(begins, name.upper(), at) for at, name in enumerate(NAMES, 1001))
        for begins in (before, later)
    )
    fitted = _fitted("errors.h", one, two)
    assert fitted.doubts == ()
    assert fitted.changes == (f"names begin with {later}, and did with {before}",)
    assert fitted.reading.is_whole
    assert [(row.code, row.message) for row in fitted.reading.rows] == [
        (str(code), f"{later}{name.upper()}") for code, name in enumerate(NAMES, start=1001)
    ]


def test_other_codes() -> None:
    """Where most of the codes are others, what was decided is doubted as ever."""
    form = "#define {}{} {}"
    one, two = (
        "\n".join(form.format(begins, name.upper(), at) for at, name in enumerate(NAMES, first))
        for begins, first in (("ERR_", 1001), ("ERROR_", 2001))
    )
    fitted = _fitted("errors.h", one, two)
    assert [doubt.partition("?")[0] for doubt in fitted.doubts] == ["decided before"]


def test_where_nothing_counts() -> None:
    """In a language that counts nothing on, names without numbers are left over."""
    before = [f"  {name} = {code}, // a {name}" for code, name in enumerate(NAMES, start=1001)]
    later = [before[0], *(f"  {name}, // a {name}" for name in NAMES[1:])]
    fitted = _fitted("e.proto", _text("enum Errors {", before), _text("enum Errors {", later))
    assert COUNTS not in fitted.changes
    assert not fitted.reading.is_whole
