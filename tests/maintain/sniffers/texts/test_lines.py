"""Texts with a code on each line, and what stands before it."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document


def _read(text: str, file: str = "codes.txt") -> sniff.Sniffed:
    found = sniff.sniff(Document(file, text))
    assert found
    return found


def _rows(found: sniff.Sniffed) -> list[tuple[str, str]]:
    return [(row.code, row.message) for row in found.reading.rows]


NEGATIVE = ("Error -1001: Busy", "Error -1002: Gone", "Error -1003: Lost", "Error 0: Docked")


@pytest.mark.parametrize(
    ("file", "mark", "between"),
    [("a.txt", "", "\n"), ("a.md", "- ", "\n"), ("a.md", "### ", "\n\n")],
)
def test_a_sign_behind_a_word(file: str, mark: str, between: str) -> None:
    """A minus between a space and a number is the sign of the code, whatever word stands before."""
    found = _read(f"Errors\n\n{between.join(mark + line for line in NEGATIVE)}\n", file)
    assert _rows(found) == [
        ("-1001", "Busy"),
        ("-1002", "Gone"),
        ("-1003", "Lost"),
        ("0", "Docked"),
    ]


COLUMNS = """Service Success Code Message
Dock true 0 Docked
Dock false 4 Wrong berth
Dock false -1000 Dock is busy
Dock false -1001 Dock is gone
Dock false -1002 No crane
Sea/Air false -2000 Ship is lost
Sea/Air false -2001 Ship is late
"""


def test_words_of_other_columns_before_codes() -> None:
    """Words in which lines differ before their codes are left out; these keep their signs."""
    found = _read(COLUMNS)
    codes = ["0", "4", "-1000", "-1001", "-1002", "-2000", "-2001"]
    assert [row.code for row in found.reading.rows] == codes
    assert found.reading.rows[-1].message == "Ship is late"


def test_sentences_with_a_number() -> None:
    """A sentence whose words are unlike those before codes is no row."""
    found = _read(f"{COLUMNS}Wait for 30 seconds then\n")
    assert "30" not in [row.code for row in found.reading.rows]


def test_bullets() -> None:
    """Signs before the items of a list are no part of it; a name among numbers is asked about."""
    items = ("400: Busy", "404: Gone", "409: Lost", "ship_id: Its name")
    text = "Statuses\n\n" + "".join(f"\u2022 {item}\n" for item in items)
    found = _read(text)
    assert _rows(found)[:3] == [("400", "Busy"), ("404", "Gone"), ("409", "Lost")]
    assert [one.line for one in found.reading.problems] == [6]
    assert '"ship_id" has no digit' in found.reading.problems[0].what


BODY = '1001 Busy\n1002 Gone\n1003 Lost\n\nExample\n\n{\n  "code": 1001,\n  "msg": "Busy"\n}\n'


def test_a_body() -> None:
    """The lines of a body are quoted as they stand where they name listed codes alone."""
    found = _read(BODY)
    assert found.reading.is_whole
    assert found.reading.options["prose"] == ['"code": 1001,', '"msg": "Busy"']
    assert found.reading.options["headings"] == ["Example"]
    other = _read(BODY.replace('"code": 1001', '"code": 1009'))
    assert [one.line for one in other.reading.problems] == [8]


def test_glued_numbers_of_another_length() -> None:
    """A number with a text glued to it is no heading where all codes have one."""
    text = "{}\n101Busy\n102Gone\n103Lost\n7Late\n12Locked\nEnd\n"
    found = _read(text.format("Ships"))
    assert [row.code for row in found.reading.rows] == ["101", "102", "103"]
    assert {one.line for one in found.reading.problems} >= {5, 6}
    assert found.reading.options["headings"] == ["Ships"]
    found = _read(text.format("Codes"))
    assert [row.code for row in found.reading.rows] == ["101", "102", "103", "7", "12"]


def test_words_before_codes_go_on_with_nothing() -> None:
    """A line with the words that stand before codes is a row, be its code of another form."""
    found = _read(
        COLUMNS.replace("Docked", "Docked now").replace("-1000 Dock is busy", "-1000 Busy.")
    )
    assert found.reading.rows[1].message == "Wrong berth"
    assert "wrapped" not in found.reading.options


def test_a_short_line_is_not_broken_off() -> None:
    """The line of a success without a full stop does not go on with the code below it."""
    found = _read("0 Docked\n400 Busy at noon.\n-1001 Dock is gone.\n-1002 Lost.\n-1003 Late.\n")
    assert [row.code for row in found.reading.rows][:2] == ["0", "400"]


def test_a_long_line_that_goes_on() -> None:
    """However long the rest of a message is, one answer takes it in."""
    rest = "Ships " + "wait for a very long time " * 20
    text = f"101 Busy\n102 Gone\n{rest}\n103 Lost\n104 Late\n"
    document = Document("codes.txt", text)
    result = _read(text).reading
    [line] = {one.line for one in result.problems}
    kept = replies.applied(document, result, Replies(as_meant=frozenset({line})))
    assert kept.is_whole
    assert kept.rows[1].message == f"Gone\n{rest.strip()}"


def test_names_beside_numbers() -> None:
    """Names in capitals that stand alone below a list of numbers are asked about."""
    numbers = "".join(f"{400 + n} Dock {'abcdefgh'[n]} is busy\n" for n in range(8))
    names = "".join(f"\n{name}\n\nIt is so.\n" for name in ("DOCK_BUSY", "DOCK_GONE", "NO_CRANE"))
    found = _read(f"Statuses\n\n{numbers}\nErrors\n{names}")
    assert len(found.reading.rows) == 8
    assert [one.line for one in found.reading.problems] == [14, 18, 22]


@pytest.mark.parametrize("sign", [". ", ") ", " => ", " -> ", " ⇒ "])
@pytest.mark.parametrize(
    "codes", [("101", "102", "103"), ("E101", "E102", "E103"), ("A_B", "C_D", "E_F")]
)
def test_signs_behind(sign: str, codes: tuple[str, ...]) -> None:
    """Such a sign parts code and text, and belongs to neither."""
    texts = ("Dock is busy", "Crane is lost", "Gate is shut")
    rows = [*zip(codes, texts, strict=True)]
    found = _read("".join(f"{code}{sign}{text}\n" for code, text in rows))
    assert found.reading.is_whole
    assert _rows(found) == rows


@pytest.mark.parametrize("sign", ["", " ", ". ", ": ", " - "])
def test_behind_brackets(sign: str) -> None:
    """A sign behind a code in brackets is no part of the text."""
    rows = [("1093", "Dock is busy"), ("1094", "Crane is lost"), ("1095", "Gate is shut")]
    found = _read("".join(f"({code}){sign}{text}\n" for code, text in rows))
    assert found.reading.is_whole
    assert _rows(found) == rows


@pytest.mark.parametrize(
    ("line", "is_known"),
    [
        ("Why do I get 1003? Because the key is old.", True),
        ("Was kann ich bei Fehler 1002 tun?", True),
        ("为什么会出现1003？", True),  # noqa: RUF001 - of East Asia
        ("Why do I get 1009? Because the key is old.", False),
        ("Old code 1001 is the tug is lost.", False),
        ("Is it 1001: the tug is lost?", False),
    ],
)
def test_questions(line: str, is_known: bool) -> None:  # noqa: FBT001 - a case
    """A question that names listed codes alone lists none; what says what a code means is left."""
    for text in (f"{line}\n\n{{}}", f"{{}}\nMore:\n\n{line}\n"):
        document = text.format("1001 Busy\n1002 Gone\n1003 Lost\n")
        found = _read(document)
        assert _rows(found) == [("1001", "Busy"), ("1002", "Gone"), ("1003", "Lost")]
        assert found.reading.is_whole == is_known
        number = document.split("\n").index(line) + 1
        assert {one.line for one in found.reading.problems} == (set() if is_known else {number})
