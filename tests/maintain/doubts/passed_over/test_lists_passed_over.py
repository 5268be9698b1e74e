"""Lists of codes of another form than those that are read are asked about, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document
from tests.maintain.orbit import FIRST, Orbit

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "# Errors\n\n| Code | Text |\n|---|---|\n" + "".join(
    f"| E100{number} | Dock {number} is busy |\n" for number in range(1, 7)
)
PAID = {"P3001": "The payment was refused.", "P3002": "The bank is closed."}
FORMS = {
    "bullets": "- **{}**: {}\n",
    "code": "- `{}` -- {}\n",
    "plain": "{}: {}\n\n",
    "star": "* {} {}\n",
}


def _asked(text: str) -> list[str]:
    found = sniff.sniff(Document("errors.md", text))
    assert found
    return [one.what for one in found.reading.problems if "passed over" in one.what]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("codes", [["P3001", "P3002"], ["3001", "3002"], ["PAY-01", "PAY-02"]])
def test_a_list_below(form: str, codes: list[str]) -> None:
    """Such a list is named; its rows can be taken in by its line, or passed over for good."""
    texts = dict(zip(codes, PAID.values(), strict=True))
    rows = "".join(FORMS[form].format(*pair) for pair in texts.items())
    document = Document("errors.md", f"{TABLE}\n## Payments\n\n{rows}")
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert asked.what == f'"{codes[0]}" and 1 more begin lines that are passed over, as codes do.'
    line = frozenset({asked.line})
    both = replies.applied(document, found.reading, Replies(as_meant=line))
    assert both.is_whole
    assert {row.code: row.message for row in both.rows if row.code in texts} == texts
    assert len(both.rows) == 8
    alone = replies.applied(document, found.reading, Replies(no_codes=line))
    assert alone.is_whole
    assert len(alone.rows) == 6


@pytest.mark.parametrize(
    "below",
    [
        "### P3001\n\nThe payment was refused.\n\n### P3002\n\nThe bank is closed.\n",
        "<ul><li><b>P3001</b> Refused</li><li><b>P3002</b> Closed</li></ul>\n",
        "<div>P3001</div><div>The payment was refused.</div><div>P3002</div><div>Closed</div>\n",
    ],
)
def test_other_forms(below: str) -> None:
    """Headings and HTML are asked about, too."""
    assert _asked(f"{TABLE}\n## Payments\n\n{below}") == [
        '"P3001" and 1 more begin lines that are passed over, as codes do.'
    ]


@pytest.mark.parametrize(
    "below",
    [
        "- **P3001**: The payment was refused.\n",
        "- 2024-03-11: Added E1002.\n- 2024-03-12: Added E1003.\n",
        "- 3600 seconds\n- 7200 seconds\n",
        "- E1001 comes often\n- E1002 comes seldom\n",
        "```\nP3001: x\nP3002: y\n```\n",
        "- user_id: The user\n- ship_id: The ship\n",
        "- HARBOUR_HOME: A folder\n- HARBOUR_PORT: A port\n",
        "1. Look\n2. Wait\n",
        "## 401 Unauthorized\n\nLog in.\n\n## 403 Forbidden\n\nLeave.\n",
    ],
)
def test_no_list(below: str) -> None:
    """One line, days, amounts, listed codes, examples, parameters and statuses are no such list."""
    assert _asked(f"{TABLE}\n## More\n\n{below}") == []


STATUSES = "| Status | Meaning |\n|---|---|\n| 200 | OK |\n| 400 | Bad request |\n"


BELOW_ERRORS = {
    "## {name}\n\nThe dock is busy.\n\n": "dock.a",
    "- {name}: the dock is busy\n": "dock.a",
    "`DOCK_{letter}`: the dock is busy\n\n": "DOCK_A",
    "1. `{name}` The dock is busy\n": "dock.a",
    "{number}、{name}:The dock is busy\n": "dock.a",
    "- `-{number}` The dock is busy\n": "-1",
}
LONGER = {
    "{number}. The dock is busy\n": "1",
    "{number}) The dock is busy\n": "1",
    "<pre>harbour</pre>\n\n### {name} - busy\n\n": "dock.a",
    "The dock is busy ({name})\n\n": "dock.a",
    "The dock is busy: E{number}1\n\n": "E11",
    '"The dock is busy" => {number}\n\n': "1",
}


def _rows(form: str) -> list[str]:
    return [
        form.format(number=number, name=f"dock.{letter}", letter=letter.upper())
        for number, letter in enumerate("abc", start=1)
    ]


@pytest.mark.parametrize("form", [*LONGER, *BELOW_ERRORS])
def test_longer_than_what_is_read(form: str) -> None:
    """Numbers of items and names are asked about where their list is longer than what is read."""
    first = (LONGER | BELOW_ERRORS)[form]
    for heading, rows in (("Errors", _rows(form)), ("Ships", _rows(form))):
        assert _asked(f"{STATUSES}\n## {heading}\n\n{''.join(rows)}") == [
            f'"{first}" and 2 more begin lines that are passed over, as codes do.'
        ]


@pytest.mark.parametrize("form", LONGER)
def test_no_longer(form: str) -> None:
    """Any page has a few numbers of items, and names as examples."""
    assert _asked(f"{STATUSES}\n## Errors\n\n{''.join(_rows(form)[:2])}") == []


@pytest.mark.parametrize("form", BELOW_ERRORS)
def test_names_below_errors(form: str) -> None:
    """Beside statuses of HTTP two names below a heading on errors are asked about."""
    rows = "".join(_rows(form)[:2])
    first = BELOW_ERRORS[form]
    if "## {name}" not in form:  # which is the heading above its text itself
        assert _asked(f"{STATUSES}\n## Error codes\n\n{rows}") == [
            f'"{first}" and 1 more begin lines that are passed over, as codes do.'
        ]
    if not first.isupper():
        assert _asked(f"{STATUSES}\n## Ships\n\n{rows}") == []


def test_one_word_among_words() -> None:
    """Where the codes are words, one that begins a line or is a heading is asked about."""
    words = (
        "| Code | Text |\n|---|---|\n| DOCK_BUSY | Dock is busy |\n| DOCK_SHUT | Dock is shut |\n"
    )
    for below in ("### TIDE_LOW\n\nThe tide is low.\n", "- `TIDE_LOW`: The tide is low.\n"):
        assert _asked(f"{words}\n{below}") == [
            '"TIDE_LOW" begins a line that is passed over, as codes do.'
        ]
    assert _asked(f"{words}\n- `DOCK_SHUT`: Come back when the tide is high.\n") == []
    assert _asked(f"{words}\nA Dock is a place for ships.\n") == []


def test_codes_behind_texts() -> None:
    """Items that end with a code are asked about, and those that end with a year are not."""
    asked = _asked(f"{TABLE}\n## Payments\n\n- Refused (P3001)\n- Closed (`P3002`)\n")
    assert asked == ['"P3001" and 1 more begin lines that are passed over, as codes do.']
    assert _asked(f"{TABLE}\n## Editions\n\n- First (2024)\n- Second (2025)\n") == []


def test_words_among_words() -> None:
    """Words in capitals are asked about where the codes are such words."""
    words = TABLE.replace("E100", "DOCK_BUSY_").replace("_1 ", "_A ")
    text = f"{words}\n- **PAY_REFUSED**: The payment was refused.\n- **PAY_CLOSED**: No bank.\n"
    found = sniff.sniff(Document("errors.md", text.replace("_2", "_B").replace("_3", "_C")))
    assert found


def test_the_next_revision(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A list that comes with a revision is asked about, and its codes come in with one option."""
    first = FIRST.replace("| 0 | Docked |\n", "")
    orbit = Orbit(tmp_path, first)
    path = orbit.data / "orbit/provider.yml"
    text = path.read_text("utf-8").replace("-?[0-9]+", "[0-9]{3}")
    text = text.replace("format: markdown", "format: markdown\n      prose: skip")
    path.write_text(text, "utf-8")
    second = f"{first}\n- **PA-01**: The payment was refused.\n- **PA-02**: The bank is closed.\n"
    assert orbit.add("2022-01-01.md", second, "--yes") == 1
    assert '"PA-01" and 1 more begin lines that are passed over' in capsys.readouterr().out
    assert orbit.add("2022-01-01.md", second, "--yes", "--no-codes", "10") == 0
    third = f"{second}\nDocks are ships' homes.\n"
    assert orbit.add("2023-01-01.md", third, "--yes") == 0


@pytest.mark.parametrize(
    ("above", "form", "below"),
    [
        ("```\n", "{}: The dock is busy\n", "```\n"),
        ("```text\n", "{} The dock is busy\n", "```\n"),
        ("<pre>\n", "{}: The dock is busy\n", "</pre>\n"),
        ('<section markdown="1">\n| A | B |\n|---|---|\n', "| -{} | Busy |\n", "</section>\n"),
    ],
)
def test_a_list_in_an_example(above: str, form: str, below: str) -> None:
    """A block of a page has the list where it is longer than what is read, else an example."""
    for times, many in ((3, 1), (2, 0)):
        rows = "".join(form.format(number) for number in range(1, times + 1))
        asked = _asked(f"{STATUSES}\n## Errors\n\n{above}{rows}{below}")
        assert len(asked) == many
        assert all("more begin lines that are passed over, as codes do." in one for one in asked)


def test_a_drawn_table_in_a_text() -> None:
    """Its rows are asked about where they are more than the lines of the text that are read."""
    drawn = "".join(f"| {number}    | The dock is busy |\n" for number in range(8))
    line = "+------+------------------+\n"
    ports = "Ports\n\n8080 the API\n\n9090 the metrics\n\n7070 the console\n"
    text = f"{line}| Code | Message          |\n{line}{drawn}{line}\n{ports}"
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    told = [one.what for one in found.reading.problems if "passed over" in one.what]
    codes = {row.code for row in found.reading.rows}
    assert codes == set("01234567") or told == [
        '"0" and 7 more begin lines that are passed over, as codes do.'
    ]
