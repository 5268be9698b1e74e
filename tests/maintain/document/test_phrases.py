"""Phrases of HTTP in a column: they are the message, or can be it beside another text."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import phrases
from macros.readers.rows import Document

PHRASES = ("OK", "Bad Request", "Unauthorized", "Not Found")
TEXTS = (
    "The kiln was heated",
    "The order lacks a field",
    "Nobody knows the key",
    "There is no such kiln",
)
STATUSES, OWN = ("200", "400", "401", "404"), ("4000", "4001", "4002", "4003")


def _sniff(form: str, headings: tuple[str, ...], *columns: tuple[str, ...]) -> sniff.Sniffed:
    lines = [headings, *zip(*columns, strict=True)]
    if form == "markdown":
        lines.insert(1, ("---",) * len(headings))
        text = "".join(f"| {' | '.join(line)} |\n" for line in lines)
    elif form == "html":
        cells = ("".join(f"<td>{cell}</td>" for cell in line) for line in lines)
        text = "<table>\n" + "".join(f"<tr>{one}</tr>\n" for one in cells) + "</table>\n"
        text = text.replace("<td>", "<th>", len(headings)).replace("</td>", "</th>", len(headings))
    else:
        text = "".join(f"{','.join(line)}\n" for line in lines)
    found = sniff.sniff(Document("errors", text))
    assert found
    return found


FORMS = pytest.mark.parametrize("form", ["markdown", "html", "csv"])


@FORMS
@pytest.mark.parametrize(
    ("headings", "named"),
    [
        (("Code", "Status", "Solution"), "remedy"),
        (("Code", "Reason", "Lösung"), "remedy"),
        (("状态码", "说明", "处理方法"), "remedy"),
        (("HTTP code", "Name", "What to do"), "remedy"),
        (("Code", "Message", "Remarks"), "note"),
    ],
)
def test_taken(form: str, headings: tuple[str, ...], named: str) -> None:
    """Beside what to do, a phrase is the text of a status of HTTP."""
    found = _sniff(form, headings, STATUSES, PHRASES, TEXTS)
    assert found.reading.is_whole
    rows = [(row.code, row.message, row.named) for row in found.reading.rows]
    listed = zip(STATUSES, PHRASES, TEXTS, strict=True)
    assert rows == [(code, phrase, {named: text}) for code, phrase, text in listed]


@FORMS
@pytest.mark.parametrize(
    ("codes", "headings"),
    [
        (STATUSES, ("Code", "Name", "When used")),
        (STATUSES, ("Code", "Status", "Used for")),
        (STATUSES, ("Code", "Statut", "Quand")),
        (STATUSES, ("Code", "Status", "Reason")),
        (STATUSES, ("Code", "Meaning", "When used")),
        (OWN, ("Code", "HTTP", "Lösung")),
        (OWN, ("错误码", "状态", "处理方法")),
        (OWN, ("Code", "Status", "Solution")),
        (OWN, ("Code", "Name", "When used")),
    ],
)
def test_asked(form: str, codes: tuple[str, ...], headings: tuple[str, ...]) -> None:
    """Beside what can be a text, or of codes that HTTP does not have, a person chooses."""
    found = _sniff(form, headings, codes, PHRASES, TEXTS)
    [choice] = found.choices
    assert choice.headings == headings[1:]
    [problem] = found.reading.problems
    assert problem.what == (
        f'"{headings[1]}" and "{headings[2]}" can each be the message: "OK" and'
        ' "The kiln was heated".'
    )
    assert f'add --message "{headings[1]}" or --message "{headings[2]}"' in problem.do


@FORMS
@pytest.mark.parametrize("codes", [STATUSES, OWN])
@pytest.mark.parametrize(
    "heading", ["Description", "Message", "Explanation", "说明", "Beschreibung", "Details"]
)
def test_texts(form: str, codes: tuple[str, ...], heading: str) -> None:
    """Beside a column that is headed as texts are, phrases are none, and nothing is asked."""
    found = _sniff(form, ("Code", "HTTP status", heading), codes, PHRASES, TEXTS)
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [*TEXTS]


def test_alone() -> None:
    """Where phrases are all that stands beside own codes, they are the texts."""
    found = _sniff("markdown", ("Code", "Status"), OWN, PHRASES)
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [*PHRASES]


@pytest.mark.parametrize(
    ("texts", "are"),
    [
        (PHRASES, True),
        (("ok", "not found.", "Payload Too Large"), True),
        (("OK", "Bad Request", "Conflict", "The kiln is cold"), True),
        (("OK", "OK"), False),
        (("OK", "The kiln is cold"), False),
        (("BAD_REQUEST", "NOT_FOUND"), False),
        ((), False),
    ],
)
def test_are_all(texts: tuple[str, ...], *, are: bool) -> None:
    """Nearly all of several texts are phrases, whatever their capitals."""
    assert phrases.are_all(texts) is are
