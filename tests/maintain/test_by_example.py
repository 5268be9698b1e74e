"""Documents that nobody can guess, read by a code or two that a person shows with their texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.errors import ProblemsError
from macros.maintain import by_example, sniff
from macros.maintain.document import reading
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    from macros.maintain.document.reading import Reading

PREFIXED = """\
Answers of the crane

done00The crate was lifted
waiting01Ask the harbour master
refused02The crate is too heavy
refused03The crate is sealed
"""
STEPPED = """\
Faults
Name | Level | What it means |
---|---|---|
dock_busy |
ERROR | The dock is busy. |
dock_gone |
ERROR | The dock is gone. |
tide_low |
WARNING | The tide is low. |
"""
GLUED = """\
nameHTTPMeaning
UNKNOWN_SHIP404No such ship
FORBIDDEN403The ship may not dock
TOO_LONG422The ship is too long
"""
NUMBERED = """\
Codes of the lock

7 Lock is shut
7.a Lock is shut by hand
7.b Lock is shut by wind
8 Lock is open
"""


def _read(text: str, *examples: tuple[str, str]) -> Reading:
    shown = [Example(*one) for one in examples]
    return by_example.sniffed(Document("faults.txt", text), shown).reading


def _said(result: Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


@pytest.mark.parametrize(
    ("text", "examples", "said"),
    [
        (
            PREFIXED,
            [("00", "The crate was lifted")],
            {
                "00": "The crate was lifted",
                "01": "Ask the harbour master",
                "02": "The crate is too heavy",
                "03": "The crate is sealed",
            },
        ),
        (
            STEPPED,
            [("dock_busy", "The dock is busy.")],
            {
                "dock_busy": "The dock is busy.",
                "dock_gone": "The dock is gone.",
                "tide_low": "The tide is low.",
            },
        ),
        (
            GLUED,
            [("UNKNOWN_SHIP", "No such ship")],
            {
                "UNKNOWN_SHIP": "No such ship",
                "FORBIDDEN": "The ship may not dock",
                "TOO_LONG": "The ship is too long",
            },
        ),
        (
            NUMBERED,
            [("7", "Lock is shut"), ("7.b", "Lock is shut by wind")],
            {
                "7": "Lock is shut",
                "7.a": "Lock is shut by hand",
                "7.b": "Lock is shut by wind",
                "8": "Lock is open",
            },
        ),
    ],
    ids=["words before", "levels between", "statuses glued", "two forms"],
)
def test_all_codes_like_the_examples(
    text: str, examples: list[tuple[str, str]], said: dict[str, str]
) -> None:
    """One code with its text, or one of each form, is enough for all that stand as it does."""
    assert _said(_read(text, *examples)) == said


def test_what_stands_between_is_kept() -> None:
    """A level or a status beside the text is lost nowhere: it becomes a column."""
    result = _read(STEPPED, ("dock_busy", "The dock is busy."))
    assert [[*row.columns.values()] for row in result.rows] == [["ERROR"], ["ERROR"], ["WARNING"]]


def test_a_text_in_part() -> None:
    """A text that ends with an ellipsis is the beginning of one to the end of its line."""
    result = _read(PREFIXED, ("01", "Ask the …"))
    assert _said(result)["01"] == "Ask the harbour master"
    assert len(result.rows) == 4


def test_a_guess_that_has_the_examples() -> None:
    """Where a document is read so already, the example changes nothing."""
    text = "# Faults\n\n| Code | Text |\n|---|---|\n" + "".join(
        f"| 400{number} | The dock {number} is busy |\n" for number in range(1, 5)
    )
    guess = sniff.sniff(Document("faults.txt", text))
    assert guess
    assert _read(text, ("4002", "The dock 2 is busy")) == guess.reading
    assert guess.reading.options["format"] == "markdown"


def test_an_example_chooses_the_column() -> None:
    """Of two columns that can be the message, the one is taken that has the example's text."""
    text = "| Code | Message | Text |\n|---|---|---|\n" + "".join(
        f"| 400{number} | BUSY {number} now | The dock {number} is busy. |\n"
        for number in range(1, 5)
    )
    guess = sniff.sniff(Document("faults.txt", text))
    assert guess
    assert guess.choices
    for shown in ("BUSY 2 now", "The dock 2 is busy."):
        result = _read(text, ("4002", shown))
        assert _said(result)["4002"] == shown
        assert result.is_whole


def test_lines_that_no_example_is_like() -> None:
    """What is passed over is asked about, so that no code of another form is lost in silence."""
    result = _read(NUMBERED, ("7.b", "Lock is shut by wind"))
    assert set(_said(result)) == {"7.a", "7.b"}
    asked = {one.line: one.what for one in result.problems}
    assert '"8 Lock is open"' in asked[6]
    assert asked[1] == (
        'above all codes 2 lines (1, 3) are passed over: "Codes of the lock" and "7 Lock is shut".'
    )


def test_where_a_glued_code_ends() -> None:
    """A number glued to a text that begins with a digit is asked about, as its end is a guess."""
    text = "Codes\n\n101Dock is busy\n102Dock is gone\n1033D scan failed\n"
    result = _read(text, ("101", "Dock is busy"))
    assert any(one.line == 5 and "may end elsewhere" in one.what for one in result.problems)
    both = _read(text, ("101", "Dock is busy"), ("103", "3D scan failed"))
    assert _said(both) == {"101": "Dock is busy", "102": "Dock is gone", "103": "3D scan failed"}


def test_prose_with_words_in_capitals() -> None:
    """Sentences above glued rows are none, though a code could be seen in each of them."""
    prose = 'All Answers Look Alike:\n{\n"name": "FORBIDDEN",\n"text": "No"\n}\nFor people.\n'
    result = _read(f"{prose}{GLUED}", ("UNKNOWN_SHIP", "No such ship"), ("FORBIDDEN", "The ship …"))
    assert list(_said(result)) == ["UNKNOWN_SHIP", "FORBIDDEN", "TOO_LONG"]


def test_digits_at_the_end_of_a_glued_name() -> None:
    """A name that ends with a digit is asked about where a number is glued to it."""
    text = "UNKNOWN_SHIP71No such ship\nLOST72The ship is lost\nSCAN_BASE6473No scan\n"
    result = _read(text, ("UNKNOWN_SHIP", "No such ship"))
    assert _said(result)["SCAN_BASE64"] == "No scan"
    assert any("SCAN_BASE64" in one.what for one in result.problems)


def test_the_place_that_others_are_like() -> None:
    """Of all places where an example may stand the one counts in which others stand alike."""
    text = "In 7 of 9 cases: Lock is shut\n\nseen17|Lock is shut\nseen7|Lock is shut\n"
    result = _read(f"{text}lost8|Lock is open\n", ("7", "Lock is shut"))
    assert _said(result) == {"17": "Lock is shut", "7": "Lock is shut", "8": "Lock is open"}


def test_a_column_behind_the_text() -> None:
    """What stands behind the text, apart from it by a sign, is a column and no part of it."""
    text = "Code | Text | Note |\n101 | Shut | by hand |\n102 | Open | by wind and rain |\n"
    result = _read(f"{text}103 | Lost | nobody knows |\n", ("102", "Open"))
    assert _said(result) == {"101": "Shut", "102": "Open", "103": "Lost"}
    assert [[*row.columns.values()] for row in result.rows] == [
        ["by hand"],
        ["by wind and rain"],
        ["nobody knows"],
    ]


def test_rows_count_more_than_questions() -> None:
    """Of two ways the one with more codes is taken, though it asks about more lines."""
    text = "Seen on 12 ships, by 7 crews\n\nF-1 = Shut\nF-22 = Open\nF-333 = Lost\n(14 ships)\n"
    result = _read(text, ("F-1", "Shut"))
    assert _said(result) == {"F-1": "Shut", "F-22": "Open", "F-333": "Lost"}


def test_each_line_is_asked_about_once() -> None:
    """A line that is refused is not told among those passed over, be it written as a setting."""
    text = "timeout = 300\n\ndone101The lock is shut\nlost102The lock is open\nat 400\n"
    result = _read(text, ("101", "The lock is shut"))
    assert [one.line for one in result.problems] == [1, 5]
    assert all("is neither a code" in one.what for one in result.problems)


def test_a_long_document() -> None:
    """Of a long document what stands near the example is tried, and all of it is read."""
    rows = "".join(f"{'done' if n % 2 else 'lost'}{n:05d}Lock {n} is shut\n" for n in range(4000))
    result = _read(f"Answers\n\n{rows}", ("02000", "Lock 2000 is shut"))
    assert _said(result) == {f"{n:05d}": f"Lock {n} is shut" for n in range(4000)}


@pytest.mark.parametrize(
    ("example", "what"),
    [
        (("00", "The crate was lost"), 'no line has "00" with "The crate was lost"'),
        (("99", "The crate was lifted"), 'no line has "99" with "The crate was lifted"'),
        (("", "The crate was lifted"), 'no line has ""'),
        (("00", " …"), 'no line has "00"'),
    ],
    ids=["other text", "other code", "no code", "no text"],
)
def test_an_example_that_is_none(example: tuple[str, str], what: str) -> None:
    """What is shown has to stand in the document as an entry; else nothing is read, and why."""
    with pytest.raises(ProblemsError) as raised:
        _read(PREFIXED, example)
    assert what in raised.value.problems[0].what
    assert raised.value.problems[0].file == "faults.txt"


def test_examples_of_no_one_form() -> None:
    """Examples that no entries of one shape have are refused, with another way on."""
    with pytest.raises(ProblemsError) as raised:
        _read(PREFIXED, ("00", "Ask the harbour master"), ("02", "The crate is too heavy"))
    assert raised.value.problems[0].what == (
        "no way is known to read all 2 codes with the texts that are shown."
    )
    assert "reader:" in raised.value.problems[0].do


def _asked(result: Reading) -> dict[int, str]:
    return {one.line: one.what for one in result.problems}


def test_a_row_without_the_level_of_others() -> None:
    """What stands between codes and texts is told, as a row without it loses its first word."""
    text = "Faults\nE1 ERROR Dock is shut\nE2 ERROR Dock is lost\nE3 Tide is low\n"
    result = _read(text, ("E1", "Dock is shut"))
    assert _said(result)["E3"] == "is low"
    assert _asked(result)[4] == (
        'between codes and texts stand "Tide" (1 row) and "ERROR" (2 rows).'
    )


def test_a_label_that_is_another() -> None:
    """Where each label has a line of its own, one that stands in the place of others is told."""
    text = "".join(
        f"E{n}\n{label}\nDock {name}\n\n"
        for n, (label, name) in enumerate(
            [("Text", "shut"), ("Text", "lost"), ("Hint", "call us"), ("Text", "gone")]
        )
    )
    result = _read(text, ("E0", "Dock shut"))
    assert _asked(result) == {
        9: 'between codes and texts stand "Hint" (1 row) and "Text" (3 rows).'
    }


def test_cells_that_no_row_can_do_without() -> None:
    """Where a sign ends the text, what stands before it is told apart, and nothing is asked."""
    text = (
        "1 | E1 | 400 | high | Shut |\n2 | E2 | 400 | low | Open |\n3 | E3 | 404 | low | Lost |\n"
    )
    result = _read(text, ("E1", "Shut"))
    assert _said(result) == {"E1": "Shut", "E2": "Open", "E3": "Lost"}
    assert result.is_whole


def test_a_cell_too_many() -> None:
    """A row with more cells than the example, or fewer, is asked about: its text would be cut."""
    text = (
        "1 | E1 | 400 | high | Shut |\n2 | E2 | | low | Open |\n"
        "3 | E3 | 400 | low | Door | open |\n4 | E4 | 400 | Lost |\n"
    )
    result = _read(text, ("E1", "Shut"))
    assert _said(result) == {"E1": "Shut", "E2": "Open"}
    assert {3, 4} <= _asked(result).keys()


def test_a_text_shown_in_part() -> None:
    """What goes on behind a text with a space alone is a part of it, and is asked for."""
    for text in (PREFIXED, "done01 Ask the harbour master now\nlost02 Ask the master\n"):
        with pytest.raises(ProblemsError) as raised:
            _read(text, ("01", "Ask the harbour"))
        (problem,) = raised.value.problems
        assert problem.what.startswith('behind "Ask the harbour" of the code "01" its line goes on')
        assert "end it with …" in problem.do


def test_a_word_that_stands_twice() -> None:
    """Where a text stands on its line twice, the place is taken with nothing behind it."""
    text = "1. 000 DONE DONE\n2. 050 LOST Call us\n3. 051 LOST Hold card\n"
    result = _read(text, ("000", "DONE"))
    assert _said(result) == {"000": "DONE", "050": "Call us", "051": "Hold card"}


@pytest.mark.parametrize(
    ("text", "example", "line"),
    [
        ("=E1: Shut; =E2: Open\n=E5: Alone\n", ("E5", "Alone"), 1),
        ("done E1 Shut / lost E2 Open\ndone E3 Hot / lost E4 Cold\n", ("E1", "Shut"), 1),
        ("If E1 (Shut) is seen, wait.\nIf E5 or E6 (Door) is seen, wait.\n", ("E1", "Shut"), 2),
    ],
    ids=["in the text", "in the column of the example", "before the code"],
)
def test_two_codes_on_a_line(text: str, example: tuple[str, str], line: int) -> None:
    """A code that stands in a text or beside it, and is that of no row, is asked about."""
    asked = [one for one in _read(text, example).problems if one.line == line]
    assert any("looks like a code" in one.what for one in asked)
    assert any('"E' in one.do for one in asked)


def test_codes_that_texts_speak_of() -> None:
    """A code of another row in a text is no question, nor a status beside each code."""
    text = "101|404|Shut\n102|500|Same as 101\n103|403|See 101\n"
    result = _read(text, ("101", "Shut"))
    assert _said(result) == {"101": "Shut", "102": "Same as 101", "103": "See 101"}
    assert not any("looks like a code" in one.what for one in result.problems)


TALL = """\
Faults

E1 (fatal)
The dock is shut.
Open it.

E2 (fatal)
The dock is lost.

E3 (mild)
The tide is low.
Wait,
or call us.
"""


def test_a_text_of_several_lines() -> None:
    """A text is shown as it is, be it of several lines; others have as many as they have."""
    result = _read(TALL, ("E1", "The dock is shut. Open it."))
    assert _said(result) == {
        "E1": "The dock is shut. Open it.",
        "E2": "The dock is lost.",
        "E3": "The tide is low. Wait, or call us.",
    }
    assert _asked(result)[10] == ('texts of several lines end, that of "E3" with "or call us.".')


def test_a_text_whose_further_lines_are_indented() -> None:
    """Where further lines of a text are indented, entries may stand close to each other."""
    text = "*E1* Shut\n*E2* The dock\n  is lost\n*E3* Low\n"
    result = _read(text, ("E2", "The dock is lost"))
    assert _said(result) == {"E1": "Shut", "E2": "The dock is lost", "E3": "Low"}


@pytest.mark.parametrize("form", ["<{}> {}\n", "%{}% {}\n", "code {}> {}\n"])
def test_a_text_that_is_wrapped_anywhere(form: str) -> None:
    """A text goes on up to the next entry, be there no blank line or indentation; that is asked."""
    texts = {
        "1001": "the dock is busy and will be\nso until the tide is in",
        "1002": "the gate is shut",
        "1003": "the crane is stuck until the\n20 pilots come back",
        "1004": "late",
    }
    whole = {code: " ".join(text.split()) for code, text in texts.items()}
    text = "".join(form.format(code, said) for code, said in texts.items())
    result = _read(text, ("1001", whole["1001"]))
    assert {row.code: " ".join(row.message.split()) for row in result.rows} == whole
    assert _asked(result) == {
        4: 'texts of several lines end, that of "1003" with "20 pilots come back".'
    }


def test_a_line_below_a_text() -> None:
    """A line right below a text is asked about as the rest of it, as it may be."""
    result = _read(TALL, ("E2", "The dock is lost."))
    assert _asked(result)[5] == (
        '"Open it." may go on with the message above it, of the code "E1".'
    )


def test_a_heading_below_a_text() -> None:
    """A heading right below a text of one line is asked about, and stands in no text."""
    text = "DOCK_SHUT\nThe dock is shut\nDOCK_LOST\nThe dock is lost\nPower\nNO_SUN\nNo sun\n"
    result = _read(text, ("DOCK_SHUT", "The dock is shut"))
    assert _said(result)["DOCK_LOST"] == "The dock is lost"
    assert "may go on with the message above it" in _asked(result)[5]


def test_a_heading_within_a_text_of_several_lines() -> None:
    """What a text of several lines ends with is told; quoted under `prose` it is no part of it."""
    text = TALL.replace("is lost.\n", "is lost.\nTides\n")
    result = _read(text, ("E1", "The dock is shut. Open it."))
    assert _said(result)["E2"] == "The dock is lost. Tides"
    assert 'that of "E2" with "Tides"' in _asked(result)[7]
    mended = reading.read(Document("faults.txt", text), {**result.options, "prose": ["Tides"]})
    assert _said(mended) == {
        "E1": "The dock is shut. Open it.",
        "E2": "The dock is lost.",
        "E3": "The tide is low. Wait, or call us.",
    }
    assert mended.is_whole


def test_a_line_that_is_too_long() -> None:
    """A line longer than any entry is not looked at, and that is said."""
    with pytest.raises(ProblemsError) as raised:
        _read("=E1 Shut; " * 20_000, ("E1", "Shut"))
    assert "A line of more than 20,000 characters is not looked at" in raised.value.problems[0].do


_WORDS = st.text("abcdefgh ", min_size=1, max_size=12).map(lambda text: f"X{text}z")


@given(
    st.lists(st.integers(100, 999), min_size=3, max_size=8, unique=True),
    st.data(),
    st.sampled_from(["", "Fault ", "- ", "| "]),
    st.sampled_from([" ", ": ", " | ", "\n", " |\n", " ERROR ", "\n\nBusy\n"]),
    st.sampled_from(["", " |"]),
)
def test_any_layout(
    codes: list[int], data: st.DataObject, before: str, between: str, behind: str
) -> None:
    """Of entries of one layout every one is read as it is written, or its line is asked about."""
    texts = {str(code): " ".join(data.draw(_WORDS).split()) for code in codes}
    text = "Faults\n\n" + "".join(
        f"{before}{code}{between}{said}{behind}\n" for code, said in texts.items()
    )
    first = next(iter(texts.items()))
    result = _read(text, first)
    said = _said(result)
    lines = text.split("\n")
    asked = " ".join(one.what for one in result.problems)
    for code, wanted in texts.items():
        place = next(number for number, line in enumerate(lines, 1) if code in line)
        spans = re.findall(r"(\d+)(?:-(\d+))?", asked)
        known = any(int(a) <= place <= int(b or a) for a, b in spans)
        assert said.get(code) == wanted or known or place in {one.line for one in result.problems}


SAID = ("--name", "Moon", "--product", "Moon API", "--vendor", "Moonbase")
PAGE = ("--url", "https://moon.example/e", "--date", "2026-01-31", "--yes")


def test_a_glued_text_that_is_apart() -> None:
    """Where texts are glued to codes, one that is not is refused, as the code may end elsewhere."""
    result = _read(f"{PREFIXED}lost04 The crate fell\n", ("00", "The crate was lifted"))
    assert list(_said(result)) == ["00", "01", "02", "03"]
    assert 7 in {one.line for one in result.problems}


def test_no_example_for_source_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--such-as` with `--in` is refused, as one of them would be without effect."""
    file = tmp_path / "moon.txt"
    file.write_text(PREFIXED, "utf-8")
    words = ("--such-as", "00", "The crate was lifted", "--in", "Crate")
    assert Orbit(tmp_path).run("read", str(file), *words) == 1
    assert "--such-as and --in are both given." in capsys.readouterr().err


def test_a_provider_and_its_next_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A provider is made of what is shown; its reader knows a later document, and its faults."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.txt"
    file.write_text(PREFIXED, "utf-8")
    new = ("new-provider", "moon", str(file), *SAID, *PAGE)
    assert orbit.run(*new) == 1
    assert '--such-as 40029 "invalid code"' in capsys.readouterr().out
    shown = ("--such-as", "00", "The crate was lifted")
    assert orbit.run(*new, *shown) == 1
    assert "is passed over" in capsys.readouterr().out
    assert orbit.run(*new, *shown, "--as-read", "1") == 0
    reader = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"][0]["reader"]
    assert reader["every_line"] == "true"
    assert orbit.check() == 0
    file.write_text(f"{PREFIXED}refused04The crane is frozen\n", "utf-8")
    later = ("add-revision", "moon", str(file), "--date", "2026-02-28", "--yes")
    assert orbit.run(*later) == 0
    assert "04" in capsys.readouterr().out
    file.write_text(f"{PREFIXED}refused04The crane is frozen\nrefused 5 The ice\n", "utf-8")
    assert orbit.run(*later[:3], "--date", "2026-03-31", "--yes") != 0
    assert "refused 5 The ice" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("E5 ERROR Frozen now", ""),
        ("E5 Dock is shut", '"Dock" stands between "E5" and its text'),
        ("E5 WARN Hot; E6 WARN Cold", '"E6" stands in the text of "E5"'),
    ],
    ids=["alike", "without a level", "two codes"],
)
def test_a_new_row_that_is_unlike_those_before(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, asked: str
) -> None:
    """Of a later document that is asked for which no row of the one before is an example."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.txt"
    text = "Answers\nE1 ERROR Lifted\nE2 WARN Ask us\nE3 ERROR Too heavy\nE4 WARN See 12\n"
    file.write_text(text, "utf-8")
    shown = ("--such-as", "E1", "Lifted", "--as-read", "1-2")
    assert orbit.run("new-provider", "moon", str(file), *SAID, *PAGE, *shown) == 0
    file.write_text(f"{text}{line}\n", "utf-8")
    capsys.readouterr()
    later = ("add-revision", "moon", str(file), "--date", "2026-02-28", "--yes")
    assert orbit.run(*later) == (1 if asked else 0)
    said = capsys.readouterr().out
    assert asked in said
    assert ("--as-read 6" in said) == bool(asked)
    if asked:
        assert orbit.run(*later, "--as-read", "6") == 0


def test_words_glued_to_codes() -> None:
    """Behind a code of capitals a text begins where small letters do; other lines are asked for."""
    text = "BUSYDock is shut\nNO_PILOTAsk for one\nLOSTUSB is gone\nLATECome at 5\n"
    result = _read(text, ("BUSY", "Dock is shut"))
    assert _said(result) == {
        "BUSY": "Dock is shut",
        "NO_PILOT": "Ask for one",
        "LATE": "Come at 5",
    }
    assert "LOSTUSB" in _asked(result)[3]


def test_a_code_with_a_space() -> None:
    """No code has white space, so that a part of what is shown has to be shown alone."""
    text = "CA 101 | Shut |\nCA 102 | Open |\nER 103 | Lost |\n"
    with pytest.raises(ProblemsError) as raised:
        _read(text, ("CA 101", "Shut"))
    assert raised.value.problems[0].what == (
        'the code "CA 101" has white space, which no code has here.'
    )
    result = _read(text, ("101", "Shut"))
    assert _said(result) == {"101": "Shut", "102": "Open", "103": "Lost"}
    assert [[*row.columns.values()] for row in result.rows] == [["CA"], ["CA"], ["ER"]]


@pytest.mark.parametrize(
    ("text", "examples", "said"),
    [
        (
            "-1 | No name |\n-2 | Too long | by 5 |\n-3 | No date |\n-4 | Too old | since May |\n",
            [("-1", "No name"), ("-2", "Too long")],
            {"-1": "No name", "-2": "Too long", "-3": "No date", "-4": "Too old"},
        ),
        (
            "400 - Bad\n\nIt is wrong.\n\n402: failed\n\nIt failed.\n\n403 - No\n\nIt is shut.\n",
            [("400", "It is wrong."), ("402", "It failed.")],
            {"400": "It is wrong.", "402": "It failed.", "403": "It is shut."},
        ),
        (
            "Code: R1 Message: Stuck\nCode: R2\nMessage: Lost\nCode: R3 Message: Hot\n",
            [("R1", "Stuck"), ("R2", "Lost")],
            {"R1": "Stuck", "R2": "Lost", "R3": "Hot"},
        ),
        (
            "E1 | Shut |\nE2: Open\nE3 | Hot |\nE4: Cold\n",
            [("E1", "Shut"), ("E2", "Open")],
            {"E1": "Shut", "E2": "Open", "E3": "Hot", "E4": "Cold"},
        ),
    ],
    ids=["a cell more", "other signs", "a line more", "no sign behind"],
)
def test_examples_of_two_forms(
    text: str, examples: list[tuple[str, str]], said: dict[str, str]
) -> None:
    """One example of each form is enough, be there more of them in a line, or other signs."""
    result = _read(text, *examples)
    assert _said(result) == said
    assert not [one for one in result.problems if "between codes" not in one.what]


def test_a_level_before_a_text_with_an_end() -> None:
    """A sign behind the text does not tell where it begins, behind a word and a space."""
    text = "E1 ERROR Shut |\nE2 ERROR Open |\nE3 Tide low |\n"
    result = _read(text, ("E1", "Shut"))
    assert _asked(result)[3] == 'between codes and texts stand "Tide" (1 row) and "ERROR" (2 rows).'


def test_a_form_with_nothing_between() -> None:
    """Where one form has a level and one has none, the texts of the latter are told."""
    text = "- E1 | Shut\n- E2 | high | Open\n- E3 | very high | Hot\n- E4 | Cold\n"
    result = _read(text, ("E1", "Shut"), ("E2", "Open"))
    assert _said(result)["E3"] == "very high | Hot"
    assert _asked(result)[3] == (
        "nothing stands between codes and these texts, as it does in others:"
        ' "very high | Hot" (E3) and "Cold" (E4).'
    )


def test_a_remark_behind_a_text() -> None:
    """What stands in brackets behind a text in one form is no part of it in another, nor cut."""
    text = "| E1 - Jam |\n| E2 - Lost (high)\n| E3 - Hot (see below)\n"
    result = _read(text, ("E1", "Jam"), ("E2", "Lost"))
    assert _said(result) == {"E1": "Jam", "E2": "Lost", "E3": "Hot"}


def test_a_label_that_stands_in_two_places() -> None:
    """Labels that begin records and stand below others are no reason for `read` to fail."""
    text = (
        "Answers\n\n[X-736 (E)\nTray | high |\nCode: X-766\nE\nShut cold |\n"
        "Code: X-820] Tray wheel\n[X-921 (high)\nShut | 400 |\n\nCode: X-947\nWARN\nWheel |\n"
        "Code: X-714] Ship jam open\n[X-440 (WARN)\nShut dock | see below |\n"
        "Code: X-990\n400\nShut dock |\n"
    )
    result = _read(text, ("X-766", "Shut cold"))
    assert _said(result)["X-766"] == "Shut cold"


@pytest.mark.parametrize(("code", "name"), [("1", "RED"), ("2", "GREEN"), ("3", "NAVY")])
@pytest.mark.parametrize(
    "text",
    [
        "RED = 1\nGREEN = 2\nNAVY = 3\n",
        "enum Docks {\n  RED = 1,\n  GREEN = 2,\n  NAVY = 3\n}\n",
        "#define RED 1\n#define GREEN 2\n#define NAVY 3\n",
        "const int RED = 1;\nconst int GREEN = 2;\nconst int NAVY = 3;\n",
    ],
)
def test_names_before_numbers(text: str, code: str, name: str) -> None:
    """A name that stands before its number can be shown as the text of that, and is asked about."""
    found = by_example.sniffed(Document("e.ts", text), [Example(code, name)])
    read = [(row.code, row.message) for row in found.reading.rows]
    assert read == [("1", "RED"), ("2", "GREEN"), ("3", "NAVY")]
    (problem,) = found.reading.problems
    assert problem.what.startswith("nothing but names says what these codes mean")
