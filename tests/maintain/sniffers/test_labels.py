"""Labels that a reader asks about are declared where that leaves less over."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

HEADINGS = "".join(
    f"### {code}\n\nHTTP {status}\n\n{text}\n\n"
    for code, status, text in (
        (4001, 409, "No berth is free."),
        (4002, 404, "The ship has left."),
        (4003, 503, "Ice."),
    )
)
BULLETS = """\
- 4001 (HTTP 409): No berth is free
- 4002 (HTTP 404): The ship has left
- 4003 (HTTP 503): Ice
"""
PLAIN = "".join(
    f"Code: {code}\nMessage: {text}\nHTTP: {status}\n\n"
    for code, status, text in ((4001, 409, "No berth"), (4002, 404, "Gone"), (4003, 503, "Ice"))
)


@pytest.mark.parametrize(
    ("text", "first"),
    [(HEADINGS, "No berth is free."), (BULLETS, "No berth is free"), (PLAIN, "No berth")],
)
def test_statuses_are_columns(text: str, first: str) -> None:
    """The status is a column of each code, and the message is what is left."""
    sniffed = sniff.sniff(Document("a.md", text))
    assert sniffed is not None
    rows = sniffed.reading.rows
    assert sniffed.reading.is_whole
    assert [row.columns["HTTP"] for row in rows] == ["409", "404", "503"]
    assert rows[0].message == first


def test_what_no_label_helps_is_left() -> None:
    """A name before each message is no label: a person has to say what it is."""
    text = "- 4001: NO_BERTH - Busy\n- 4002: SHIP_GONE - Left\n- 4003: ICE_AGE - Cold\n"
    sniffed = sniff.sniff(Document("a.md", text))
    assert sniffed is not None
    assert "labels" not in sniffed.reading.options
    assert not sniffed.reading.is_whole


FACTS = {"4001": ("No berth", "60"), "4002": ("Ship is gone", "120"), "4003": ("Ice", "300")}
BELOW = {
    "x.html": (
        "<h3>{}</h3>\n<p>{}<br>{}: {}</p>\n",
        "<ul><li><b>{}</b> {}<br/>{}: {}</li></ul>\n",
        "<dl><dt>{}</dt><dd>{}<br>\n{}: {}</dd></dl>\n",
        "<ul><li>{}: {}<br><b>{}:</b> {}</li></ul>\n",
    ),
    "x.md": (
        "### {}\n\n{}<br>{}: {}\n\n",
        "- {}: {}<br>{}: {}\n",
        "### {}\n\n{}\\\n{}: {}\n\n",
        "### {}\n\n{}  \n{}: {}\n\n",
    ),
}


@pytest.mark.parametrize("label", ["Retry after", "HTTP status", "Was tun", "해결 방법", "Wait"])
@pytest.mark.parametrize(("file", "shape"), [(file, one) for file in BELOW for one in BELOW[file]])
def test_labels_below_a_break(label: str, file: str, shape: str) -> None:
    """Behind the break of a line a label begins a column, and is no part of the message."""
    text = "".join(shape.format(code, one, label, fact) for code, (one, fact) in FACTS.items())
    sniffed = sniff.sniff(Document(file, text))
    assert sniffed is not None
    assert sniffed.reading.is_whole
    read = {row.code: (row.message, row.columns[label]) for row in sniffed.reading.rows}
    assert read == FACTS


@pytest.mark.parametrize(
    ("file", "shape"),
    [("x.html", "<h3>{}</h3>\n<p>{}</p>\n"), ("x.md", "### {}\n\n{}\n\n")],
)
def test_no_labels_below_a_break(file: str, shape: str) -> None:
    """What one text alone has before a colon, or provider.yml calls no label, is of the message."""
    texts = ["Dear captain:<br>go away", "Ship<br>is gone", "Ice<br>Because: it is cold"]
    text = "".join(shape.format(*one) for one in enumerate(texts, 4001))
    sniffed = sniff.sniff(Document(file, text))
    assert sniffed is not None
    assert sniffed.reading.is_whole
    messages = [one.replace("<br>", "\n") for one in texts]
    assert [row.message for row in sniffed.reading.rows] == messages
    noted = text.replace("Because", "Note")
    result = reading.read(Document(file, noted), {**sniffed.reading.options, "no_labels": ["Note"]})
    assert result.is_whole
    assert result.rows[2].message == "Ice\nNote: it is cold"
    [asked] = reading.read(Document(file, noted), sniffed.reading.options).problems
    assert asked.what == '"Note" stands before a text like a label, and is not declared.'


@pytest.mark.parametrize("label", ["Retry after", "HTTP status", "Wait", "Wartezeit in Sekunden"])
@pytest.mark.parametrize(
    ("file", "shape"),
    [
        ("x.md", "- {}: {}\n  - {}: {}\n"),
        ("x.md", "- **{}** {}\n    - {}: {}\n"),
        ("x.txt", "* {} {}\n  * {}: {}\n"),
        ("x.html", "<ul><li>{} {}<ul><li>{}: {}</li></ul></li></ul>\n"),
    ],
)
def test_numbers_behind_labels(label: str, file: str, shape: str) -> None:
    """A label with a number below each code is a fact of it, and the number no code."""
    text = "".join(shape.format(code, one, label, fact) for code, (one, fact) in FACTS.items())
    sniffed = sniff.sniff(Document(file, text))
    assert sniffed is not None
    assert sniffed.reading.is_whole
    read = {row.code: (row.message, row.columns[label]) for row in sniffed.reading.rows}
    assert read == FACTS


@pytest.mark.parametrize("label", ["해결 방법", "处理 方法", "対処方法"])
def test_labels_below_lines(label: str) -> None:
    """What comes again below the rows of a text is not read as the rest of their messages."""
    texts = {"1001": ("부두 사용 중", "기다리세요"), "1002": ("문이 닫힘", "전화하세요")}
    texts |= {"1003": ("크레인 고장", "다른 것을 쓰세요")}
    lines = (f"{code} {one}\n{label}: {fact}\n\n" for code, (one, fact) in texts.items())
    sniffed = sniff.sniff(Document("x.txt", "".join(lines)))
    assert sniffed is not None
    read = {row.code: row.message for row in sniffed.reading.rows}
    assert read == {code: one for code, (one, _) in texts.items()}
    *refused, asked = sniffed.reading.problems
    assert [one.line for one in refused] == [2, 5, 8]
    assert asked.what == f'"{label}" stand below "1001" and other codes, as labels of facts do.'


TEXTS = ("Dock is busy", "Crane is broken", "Gate is shut", "Pier is full")
WITH_STATUS = {
    "### {code}\n\n**Message (HTTP {status}):** {text}\n\n": "HTTP",
    "### {code}\n\n**Message** (HTTP {status}): {text}\n\n": "HTTP",
    "### {code}\n\n*Message (HTTP {status})*: {text}\n\n": "HTTP",
    "### {code}\n\nMessage (HTTP {status}): {text}\n\n**Solution:** Wait\n\n": "HTTP",
    "### {code}\n\nMessage ({status}): {text}\n\n": "HTTP",
    "### {code}\n\nDescription [HTTP status {status}] - {text}\n\n": "HTTP status",
    "### {code}\n\n**Message:** (HTTP {status}): {text}\n\n": "HTTP",
    "### {code}\n\n说明（HTTP {status}）：{text}\n\n": "HTTP",  # noqa: RUF001 - of East Asia
}


@pytest.mark.parametrize("form", WITH_STATUS)
def test_statuses_of_labels(form: str) -> None:
    """The status within a label is a column of its own, and no part of the label or the text."""
    statuses = ("409", "404", "409", "400")
    entries = (
        form.format(code=4001 + at, status=status, text=text)
        for at, (status, text) in enumerate(zip(statuses, TEXTS, strict=True))
    )
    found = sniff.sniff(Document("a.md", f"# Errors\n\n{''.join(entries)}"))
    assert found
    assert found.reading.is_whole
    assert [
        (row.code, row.message, row.columns[WITH_STATUS[form]]) for row in found.reading.rows
    ] == [
        (str(4001 + at), text, status)
        for at, (status, text) in enumerate(zip(statuses, TEXTS, strict=True))
    ]


@pytest.mark.parametrize("form", ["The dock ({}): {}", "Retry (after {} ms): {}"])
def test_brackets_in_sentences(form: str) -> None:
    """What no label has in brackets is a part of the text, and no status."""
    texts = [form.format(409 + at, text) for at, text in enumerate(TEXTS)]
    entries = "".join(f"### {4001 + at}\n\n{text}\n\n" for at, text in enumerate(texts))
    found = sniff.sniff(Document("a.md", f"# Errors\n\n{entries}"))
    assert found
    assert [row.message for row in found.reading.rows] == texts


def test_statuses_before_texts() -> None:
    """A status and a sign before all texts below codes is asked about."""
    entries = "".join(f"### {4001 + at}\n\n409: {text}\n\n" for at, text in enumerate(TEXTS))
    found = sniff.sniff(Document("a.md", f"# Errors\n\n{entries}"))
    assert found
    [problem] = found.reading.problems
    assert problem.what == (
        '"409: Dock is busy" begins with a number (4 such texts), so it is perhaps not the message'
        " alone."
    )
