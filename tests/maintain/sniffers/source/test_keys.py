"""Codes within keys keep their sign and their letters, and lose the word that stands before all."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = ("Dock is busy", "Pilot is lost", "Crane is old", "Gate is shut")
FORMS = {
    "errors.properties": "{}={}\n",
    "errors.ini": "{} = {}\n",
    "strings.xml": '<string name="{}">{}</string>\n',
}


def _read(name: str, keys: tuple[str, ...]) -> list[tuple[str, str]] | None:
    lines = "".join(FORMS[name].format(*one) for one in zip(keys, TEXTS, strict=True))
    text = f"<resources>\n{lines}</resources>\n" if name.endswith("xml") else lines
    found = sniff.sniff(Document(name, text))
    if found is None:
        return None
    assert found.reading.is_whole
    return [(row.code, row.message) for row in found.reading.rows]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("before", ["", "error_", "err.", "message.error."])
@pytest.mark.parametrize(
    "codes",
    [
        ("101", "102", "2003", "40029"),
        ("-101", "-102", "-2003", "-40029"),
        ("-7", "0", "101", "102"),
        ("0", "1", "2", "3"),
        ("ERR-101", "ERR-102", "ERR-2003", "ERR-7"),
        ("E101", "E102", "W203", "W429"),
        ("DOCK_101", "101", "-102", "103"),
    ],
)
def test_behind_one_word(name: str, before: str, codes: tuple[str, ...]) -> None:
    """The word before all of them is none of a code's, and nothing behind it is lost."""
    keys = tuple(f"{before}{code}" for code in codes)
    assert _read(name, keys) == [*zip(codes, TEXTS, strict=True)]


@pytest.mark.parametrize("name", FORMS)
def test_a_hyphen_is_no_minus(name: str) -> None:
    """The only sign between a word and a number parts the two."""
    keys = ("error-101", "error-102", "error-103", "error-104")
    assert _read(name, keys) == [*zip(("101", "102", "103", "104"), TEXTS, strict=True)]


@pytest.mark.parametrize("name", FORMS)
def test_steps(name: str) -> None:
    """Keys that count to three beside others are no codes."""
    assert _read(name, ("step_1", "step_2", "step_3", "title")) is None


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("before", ["error.", "err_", "message.error."])
@pytest.mark.parametrize(
    "codes",
    [
        ("1001", "1002", "1003", "1003.1"),
        ("0", "5", "5.1", "6"),
        ("5.1", "5.2", "5.2.1", "6.1"),
        ("E10", "E10.1", "E11", "E12"),
    ],
)
def test_further_parts(name: str, before: str, codes: tuple[str, ...]) -> None:
    """A number behind the number is a part of the code."""
    keys = tuple(f"{before}{code}" for code in codes)
    assert _read(name, keys) == [*zip(codes, TEXTS, strict=True)]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("odd", ["error_m5", "error_3_1", "error_other_one", "error_x.y"])
@pytest.mark.parametrize("codes", [("1", "2", "3"), ("101", "102", "103")])
def test_odd_keys(name: str, odd: str, codes: tuple[str, ...]) -> None:
    """One that is called otherwise is asked about, and all others keep their codes."""
    keys = (*(f"error_{code}" for code in codes), odd)
    lines = "".join(FORMS[name].format(*one) for one in zip(keys, TEXTS, strict=True))
    text = f"<resources>\n{lines}</resources>\n" if name.endswith("xml") else lines
    found = sniff.sniff(Document(name, text))
    assert found
    assert [row.code for row in found.reading.rows] == [*codes]
    assert {one.line for one in found.reading.problems} == {5 if name.endswith("xml") else 4}
    assert any(odd.removeprefix("error_") in one.what for one in found.reading.problems)


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("odd", ["step.1.1", "step.title", "step_end"])
def test_steps_with_parts(name: str, odd: str) -> None:
    """Steps beside others are no codes, whatever parts they have."""
    assert _read(name, ("step.1", "step.2", "title", odd)) is None


NAMED = {"QY_UNKNOWN": "Unknown quay", "QY_TAKEN": "The berth is taken", "QY_TIDE": "No tide (%s)"}


@pytest.mark.parametrize("mark", ['u"', "r'", 'b"', 'L"', '@"', 'rb"', "`", '$@"'])
@pytest.mark.parametrize("end", ["", ";", ",", "  # said", ";  // said"])
def test_marks_of_strings(mark: str, end: str) -> None:
    """The marks of a string, with whatever stands before them, are no part of a text."""
    text = "".join(f"{name} = {mark}{said}{mark[-1]}{end}\n" for name, said in NAMED.items())
    found = sniff.sniff(Document("errors.py", text))
    texts = [row.message for row in found.reading.rows] if found else []
    assert texts in ([], [*NAMED.values()])


@pytest.mark.parametrize(
    "text",
    [
        *("`{}` is `busy`", "u is no {}", "L'quay {}", "a `{}` c", "Is it a `{}`"),
        *("The \"{}\" is 'shut'", "`{}` is shut, `b` is not"),
    ],
)
def test_marks_within_texts(text: str) -> None:
    """A text that has such signs in it, or begins with a letter, is read with all its words."""
    texts = [text.format(word) for word in ("dock", "pilot", "crane", "gate")]
    lines = "".join(f"error.410{at}={text}\n" for at, text in enumerate(texts))
    found = sniff.sniff(Document("errors.properties", lines))
    assert found
    assert [row.message for row in found.reading.rows] == texts
