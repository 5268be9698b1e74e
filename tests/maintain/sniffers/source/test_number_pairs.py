"""Two numbers of a constant: either can be its code, or both together, and a person says which."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = ("The kiln is cold", "The kiln is full", "The door is open", "The door is lost")
NAMES = ("KILN_COLD", "KILN_FULL", "DOOR_OPEN", "DOOR_LOST")
FORMS = {
    "rust": ("x.rs", "    /// {text}\n    pub const {name}: Self = Self({pair});\n"),
    "behind": ("x.rs", "pub const {name}: Code = Code({pair}); // {text}\n"),
    "swift": ("x.swift", "    /// {text}\n    static let {name} = Code({pair})\n"),
    "java": ("x.java", '    {name}({pair}, "{text}"),\n'),
    "kotlin": ("x.kt", "    /** {text} */\n    {name}({pair}),\n"),
    "python": ("x.py", "{name} = Code({pair})  # {text}\n"),
    "braces": ("x.go", "\t{name} = Code{{{pair}}} // {text}\n"),
    "go": ("x.go", '\t{name} = New({pair}, "{text}")\n'),
}
BOTH = {
    "one": ((0, 1), (0, 2), (1, 1), (1, 2)),
    "large": ((10, 4001), (10, 4002), (20, 4001), (20, 4002)),
}
EITHER = {
    "rising": ((4, 1001), (5, 1002), (6, 1003), (7, 1004)),
    "long": ((4001, 9001), (4002, 9002), (4003, 9003), (4004, 9004)),
}
SAME = {
    "before": ((0, 1), (0, 2), (0, 3), (0, 4)),
    "behind": ((1, 0), (2, 0), (3, 0), (4, 0)),
    "group": ((1, 1001), (1, 1002), (2, 1003), (2, 1004)),
}
Pairs = tuple[tuple[int, int], ...]
AS_FORMS = pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))


def _document(form: tuple[str, str], pairs: Pairs, between: str = ", ", more: str = "") -> Document:
    file, entry = form
    lines = [
        entry.format(name=name, text=text, pair=between.join(map(str, pair)))
        for name, text, pair in zip(NAMES, TEXTS, pairs, strict=True)
    ]
    return Document(file, f"public enum Kiln {{\n{''.join(lines)}{more}}}\n")


def _said(result: reading.Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


def _read(document: Document) -> reading.Reading:
    found = sniff.sniff(document)
    assert found
    return found.reading


@AS_FORMS
@pytest.mark.parametrize("pairs", BOTH.values(), ids=list(BOTH))
@pytest.mark.parametrize("between", [", ", ","])
def test_both(form: tuple[str, str], pairs: Pairs, between: str) -> None:
    """Where neither number is another one each time, both are the code, and it is asked."""
    document = _document(form, pairs, between)
    result = _read(document)
    first, second = pairs[0]
    assert _said(result) == dict(zip([f"{a}-{b}" for a, b in pairs], TEXTS, strict=True))
    [doubt] = result.problems
    assert doubt.what == (
        f'"{first}{between}{second}" is read as one code, "{first}-{second}", for neither of the'
        " two numbers alone is another one for each constant."
    )
    given = replies.applied(document, result, Replies(as_read=frozenset({doubt.line})))
    assert given.is_whole
    signs = {**result.options["code_signs"], ",": "."}
    dotted = reading.read(document, {**result.options, "code_signs": signs})
    assert [row.code for row in dotted.rows] == [f"{a}.{b}" for a, b in pairs]


@AS_FORMS
@pytest.mark.parametrize("pairs", EITHER.values(), ids=list(EITHER))
def test_either(form: tuple[str, str], pairs: Pairs) -> None:
    """Where each is another one, the first is read; both, or the other one, can be said."""
    document = _document(form, pairs)
    result = _read(document)
    assert _said(result) == dict(zip([str(one) for one, _ in pairs], TEXTS, strict=True))
    [doubt] = result.problems
    first, second = pairs[0]
    assert doubt.what == f'two values of an entry can be its code: "{first}" and "{second}".'
    assert doubt.do.startswith(
        "The first one is read. If both make it together, they are joined by a hyphen. If the other"
        " one does alone, exchange the names `code` and `name2` in the `entry` of the reader below,"
    )
    line = frozenset({doubt.line})
    assert replies.applied(document, result, Replies(as_read=line)).is_whole
    both = replies.applied(document, result, Replies(as_meant=line))
    assert both.is_whole
    assert _said(both) == dict(zip([f"{a}-{b}" for a, b in pairs], TEXTS, strict=True))
    entry = result.options["entry"].replace("<code>", "<x>").replace("<name2>", "<code>")
    pattern = doubt.do.split('`pattern: "')[1].split('"`')[0]
    options = {**result.options, "entry": entry.replace("<x>", "<name2>"), "pattern": pattern}
    other = reading.read(document, options)
    assert other.is_whole
    assert _said(other) == dict(zip([str(one) for _, one in pairs], TEXTS, strict=True))


@AS_FORMS
@pytest.mark.parametrize("pairs", SAME.values(), ids=list(SAME))
def test_one_that_comes_again(form: tuple[str, str], pairs: Pairs) -> None:
    """A number that is the same for several can be a part of the code: it is asked."""
    document = _document(form, pairs)
    result = _read(document)
    codes = [str(max(pair)) for pair in pairs]
    assert _said(result) == dict(zip(codes, TEXTS, strict=True))
    [doubt] = result.problems
    assert doubt.what.startswith("two values of an entry can be its code: ")
    both = replies.applied(document, result, Replies(as_meant=frozenset({doubt.line})))
    assert both.is_whole
    assert _said(both) == dict(zip([f"{a}-{b}" for a, b in pairs], TEXTS, strict=True))


@pytest.mark.parametrize(
    ("pairs", "more", "place"),
    [
        (((1001, 3), (1002, 2), (1003, 3), (1004, 1)), "", 0),
        (((1001, 400), (1002, 409), (1003, 422), (1004, 500)), "", 0),
        (((409, 1001), (409, 1002), (400, 1003), (404, 1004)), "", 1),
        (EITHER["rising"], "    Kiln(int severity, int code, String text) {\n    }\n", 1),
        (EITHER["rising"], "    private Kiln(final int code, final int line, String s) {\n", 0),
    ],
)
def test_plain(pairs: Pairs, more: str, place: int) -> None:
    """Levels, statuses, and numbers that a function names are not asked about."""
    result = _read(_document(FORMS["java"], pairs, more=more))
    assert result.is_whole
    assert _said(result) == dict(zip([str(pair[place]) for pair in pairs], TEXTS, strict=True))
