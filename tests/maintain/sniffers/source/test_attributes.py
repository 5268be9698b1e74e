"""Attributes beside constants: which of their texts are messages, and which are none."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {"101": "The dock is busy", "102": "The gate is shut", "103": "The crane is lost"}
OLD = (
    '[Obsolete("Use 102")]',
    '[Obsolete("Use E (of 102)", true)]',
    '[System.Obsolete("Use 102 instead")]',
    "[Obsolete]",
    '@Deprecated("Use 102", ReplaceWith("D102"))',
    '#[deprecated(since = "1.2", note = "Use 102")]',
    '#[deprecated = "Use 102"]',
)


def _read(*lines: str) -> sniff.Sniffed:
    text = "".join(f"    {line}\n" for line in lines)
    found = sniff.sniff(Document("dock.cs", f"public enum DockError\n{{\n{text}}}\n"))
    assert found
    return found


def _said(found: sniff.Sniffed) -> list[tuple[str, str]]:
    return [(row.code, row.message) for row in found.reading.rows]


@pytest.mark.parametrize("old", OLD)
@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize(
    "entry",
    [
        "{old}D{code} = {code}, // {text}",
        '{old}D{code}({code}, "{text}"),',
        '[Description("{text}")]\n    {old}D{code} = {code},',
        "/** {text} */\n    {old}D{code} = {code},",
        "/// <summary>{text}</summary>\n    {old}D{code} = {code},",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n    "])
def test_what_is_old(old: str, times: int, entry: str, between: str) -> None:
    """What says that a constant is old is no text of it, and lists no code, wherever it stands."""
    lines = [
        entry.format(old=f"{old}{between}" if place < times else "", code=code, text=text)
        for place, (code, text) in enumerate(TEXTS.items())
    ]
    found = _read(*lines)
    assert _said(found) == [*TEXTS.items()]
    assert found.reading.is_whole


def test_an_unknown_attribute() -> None:
    """The text of an attribute that says no message is asked about, and can be the note."""
    entries = [
        f'[Hint("Ask {code} at the pier")] D{code} = {code}, // {text}'
        for code, text in TEXTS.items()
    ]
    found = _read(*entries)
    [doubt] = found.reading.problems
    assert doubt.line == 3
    assert doubt.what == (
        '"Ask 101 at the pier" is the text of the attribute Hint, and read as the message of the'
        " constant beside it; it may say something else of it."
    )
    text = "".join(f"    {line}\n" for line in entries)
    document = Document("dock.cs", f"public enum DockError\n{{\n{text}}}\n")
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({3})))
    assert meant.is_whole
    assert [(row.code, row.message) for row in meant.rows] == [*TEXTS.items()]
    assert [row.named["note"] for row in meant.rows] == [f"Ask {one} at the pier" for one in TEXTS]


@pytest.mark.parametrize(
    "entry",
    [
        '[Description("{text}")] D{code} = {code},',
        '[ErrorMessage("{text}")] D{code} = {code},',
        '[Display(Name = "D{code}", Description = "{text}")] D{code} = {code},',
        '[HttpStatus(409)] [Description("{text}")] D{code} = {code},',
        '[ErrorInfo({code}, "{text}", 503)] D{code},',
        '["{text}", {code}],',
        '[{code}, "{text}"],',
    ],
)
def test_plain_attributes(entry: str) -> None:
    """An attribute that says the message, and a list that is none, are not asked about."""
    found = _read(*(entry.format(code=code, text=text) for code, text in TEXTS.items()))
    assert _said(found) == [*TEXTS.items()]
    assert found.reading.is_whole


def test_two_texts() -> None:
    """Two texts of one attribute are asked about: one says that the constant is old."""
    found = _read(
        *(
            f'[Description("{text}"), Obsolete("Use D{code} of 2.0")] D{code} = {code},'
            for code, text in TEXTS.items()
        )
    )
    [problem] = found.reading.problems
    assert problem.what == (
        'several texts of an entry can be its message: "The dock is busy" and "Use D101 of 2.0".'
    )


def test_a_value_that_is_sent() -> None:
    """What an enum is sent as may be the code, as may its number: it is asked which."""
    found = _read(
        *(f'[EnumMember(Value = "E{code}")] D{code} = {code}, // {text}'
          for code, text in TEXTS.items())
    )  # fmt: skip
    [problem] = found.reading.problems
    assert problem.what == 'two values of an entry can be its code: "E101" and "101".'


@pytest.mark.parametrize(
    "above",
    [
        '[ErrorInfo("{text}", 503)]',
        '[ErrorInfo(503, "{text}")]',
        '[Message("{text}", 503, true)]',
        '@ErrorInfo(503, "{text}")',
    ],
)
def test_a_status_beside_the_text(above: str) -> None:
    """A status of HTTP in an attribute above is kept as one, and is no code of its own."""
    found = _read(
        *(f"{above.format(text=text)}\n    D{code} = {code}," for code, text in TEXTS.items())
    )
    assert found.reading.is_whole
    assert _said(found) == [*TEXTS.items()]
    assert [row.named["http"] for row in found.reading.rows] == ["503"] * 3


@pytest.mark.parametrize("number", [0, 1, 7])
def test_a_number_in_an_attribute(number: int) -> None:
    """A number in an attribute, above a constant with another one, is asked about: either is it."""
    entries = [
        f'    [ErrorInfo({code}, "{text}", 503)]\n    Of{"XYZ"[place]} = {number + place},\n'
        for place, (code, text) in enumerate(TEXTS.items())
    ]
    document = Document("dock.cs", f"enum DockError {{\n{''.join(entries)}}}\n")
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert doubt.what == (
        f'"101" stands in an attribute above a constant whose number is "{number}", and either can'
        " be its code; the one in the attribute is."
    )
    read = replies.applied(document, found.reading, Replies(as_read=frozenset({2})))
    assert read.is_whole
    assert [(row.code, row.message) for row in read.rows] == [*TEXTS.items()]
    meant = replies.applied(document, found.reading, Replies(as_meant=frozenset({2})))
    assert meant.is_whole
    assert [(row.code, row.message, row.columns["number"]) for row in meant.rows] == [
        (str(number + place), text, code) for place, (code, text) in enumerate(TEXTS.items())
    ]


def test_the_same_number_in_an_attribute() -> None:
    """An attribute that says the number of its constant, or whose constant has none, is plain."""
    for below in ("D{code} = {code},", "D{code},"):
        entry = '[ErrorInfo({code}, "{text}")]\n    ' + below
        found = _read(*(entry.format(code=code, text=text) for code, text in TEXTS.items()))
        assert _said(found) == [*TEXTS.items()]
        assert not [one for one in found.reading.problems if "in an attribute" in one.what]
