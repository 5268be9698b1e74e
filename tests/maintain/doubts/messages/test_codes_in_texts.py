"""Numbers of sections, items and of HTTP before the codes themselves: asked about."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {
    "4001": "Dock is busy",
    "4002": "Dock is closed",
    "4007": "Crane is lost",
    "4011": "Pier is full",
    "4020": "Berth is taken",
}


def _asked(text: str, file: str = "errors.md") -> list[tuple[int, str]]:
    found = sniff.sniff(Document(file, text))
    assert found
    return [(one.line, one.what) for one in found.reading.problems if "its text begins" in one.what]


def _said(code: str, own: str) -> str:
    return (
        f'"{code}" is read as a code, and "{own}", with which its text begins, may be the code; so'
        " it is with the others."
    )


@pytest.mark.parametrize(
    ("file", "form", "first"),
    [
        ("errors.md", "### 3.{place} {code} {text}\n\nTry again.\n\n", "3.1"),
        ("errors.md", "#### 3.1.{place} `{code}`\n\n{text}\n\n", "3.1.1"),
        ("errors.md", "#### 3.1.{place} `E{code}`\n\n{text}\n\n", "3.1.1"),
        ("errors.txt", "3.{place} ERR-{code} {text}\n", "3.1"),
        ("errors.txt", "3.{place} dock.e{code} {text}\n", "3.1"),
    ],
)
def test_numbers_of_sections(file: str, form: str, first: str) -> None:
    """The first of them is named, with the code behind it, and how to say that this is one."""
    text = "".join(
        form.format(place=place, code=code, text=said)
        for place, (code, said) in enumerate(TEXTS.items(), start=1)
    )
    own = next(
        word for word in ("dock.e4001", "ERR-4001", "E4001", "-4001", "4001") if word in text
    )
    assert _asked(text, file) == [(1, _said(first, own))]
    found = sniff.sniff(Document(file, text))
    assert found
    [do] = [one.do for one in found.reading.problems if "its text begins" in one.what]
    assert do == (
        f'If it is, show the text of it: --such-as "{own}" TEXT. If the codes are right, save the'
        " reader below to a file, and add --reader FILE."
    )


@pytest.mark.parametrize("title", ["HTTP 40{place}", "40{place} Bad request"])
@pytest.mark.parametrize("code", ["dock.e{code}", "{code}", "E{code}"])
def test_statuses_above_items(title: str, code: str) -> None:
    """An item below a heading with a status of HTTP is a code, or what the status means."""
    form = f"## {title}\n\n- `{code}` {{text}}\n\n"
    places = (0, 1, 3, 4, 9)
    text = "".join(
        form.format(place=place, code=one, text=said)
        for place, (one, said) in zip(places, TEXTS.items(), strict=True)
    )
    found = sniff.sniff(Document("errors.md", text))
    assert found
    own = code.format(code="4001")
    if {row.code for row in found.reading.rows} == {code.format(code=one) for one in TEXTS}:
        assert dict(zip(TEXTS, found.reading.rows, strict=True))["4001"].message == "Dock is busy"
        assert found.reading.rows[0].code == own
    else:
        assert not found.reading.is_whole
        assert [what for _, what in _asked(text)] == [_said(found.reading.rows[0].code, own)]


def test_headings_below_statuses() -> None:
    """Headings with names below those of HTTP may be the codes; labels that all have are not."""
    titles = {"404 Not Found": "card.missing", "409 Conflict": "order.paid", "500 Error": "a.b"}
    names = "".join(f"## {title}\n\n### {name}\n\nGone.\n\n" for title, name in titles.items())
    found = sniff.sniff(Document("errors.md", f"# Errors\n\n{names}"))
    assert found
    [asked] = found.reading.problems
    assert asked.what.startswith('"404" is read as a code, and "card.missing", with which')
    labels = "".join(f"## {title}\n\n### Remedy\n\nWait.\n\n" for title in titles)
    found = sniff.sniff(Document("errors.md", f"# Errors\n\n{labels}"))
    assert found
    assert found.reading.is_whole


def test_names_before_numbers() -> None:
    """A name with a number behind it can be either."""
    text = (
        "DOCK_BUSY ERR-401 Dock is busy\nDOCK_LOST ERR-402 Dock is lost\n"
        "PIER_FULL ERR-403 Pier is full\nPIER_SHUT ERR-404 Pier is shut\n"
    )
    assert _asked(text, "errors.txt") == [(1, _said("DOCK_BUSY", "ERR-401"))]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("errors.txt", "1: Dock is busy\n2: Dock 7 is lost\n3: 3DS failed\n4: Pier is full\n"),
        ("errors.txt", "3.1 Dock is busy\n3.2 Dock is lost\n3.3 2FA failed\n3.4 Pier is full\n"),
        ("errors.txt", "400 BAD_REQUEST x y\n401 NOT_KNOWN a b\n404 NOT_FOUND c d\n"),
        ("errors.txt", "4001 E-mail is bad\n4002 X509 is bad\n4007 UTF8 is bad\n"),
        ("errors.md", "### 400\n\nBad request\n\n### 401\n\nUnknown\n\n### 404\n\nNot found\n"),
        (
            "errors.md",
            "".join(f"### {one}\n\nBusy\n\n**Name:** E_{one}\n\n" for one in range(1, 5)),
        ),
        ("errors.txt", "4.1.1 Sender unknown\n4.2.2 Box is full\n5.1.1 No such box\n"),
        ("errors.txt", "DOCK_BUSY The dock\nDOCK_LOST 404 times\nPIER_FULL X1 is full\n"),
    ],
)
def test_near_misses(file: str, text: str) -> None:
    """Texts that begin with words, numbers of things, or a name of the status are those."""
    assert _asked(text, file) == []


BESIDE = [
    ("E100 Dock is busy.", "E821 Tide is low."),
    ("E101 Dock is shut.", "E822 Pier is wet."),
    ("E104 Crane is lost.", "E827 Berth is full."),
]


def _table(rows: list[tuple[str, str]], *headings: str) -> list[tuple[int, str]]:
    lines = ["| " + " | ".join(row) + " |" for row in (headings, ("---", "---"), *rows)]
    found = sniff.sniff(Document("errors.md", "\n".join(lines) + "\n"))
    assert found
    return [(one.line, one.what) for one in found.reading.problems]


def test_codes_beside() -> None:
    """Where each row of a table has a second code before its text, that is asked about."""
    said = (
        '"E821", with which the text of "E100" begins, looks like a code; so it is with the others.'
    )
    assert _table(BESIDE, "Errors", "More errors") == [(3, said)]
    codes = [(code.split()[0], text) for code, text in BESIDE]
    assert (3, said) in _table(codes, "Code", "Message")


def test_no_codes_beside() -> None:
    """Codes that are named again, and what has another form, are parts of the texts."""
    again = [(code.split()[0], f"{code} again") for code, _ in BESIDE]
    assert _table(again, "Code", "Message") == []
    linked = [("E100", "See E101."), ("E101", "E100 comes first"), ("E104", "E100 comes first")]
    assert _table(linked, "Code", "Message") == []
