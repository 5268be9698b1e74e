"""Values that SQL puts into tables: which column has the codes, and what stands in other tables."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.maintain.sniffers.source import sql
from macros.readers.rows import Document

if TYPE_CHECKING:
    from pathlib import Path

SAID = ("Dock is busy", "Gate is shut", "Crane is lost", "No tug is free", "Fog is up", "Ice is in")
TEXTS = {str(code): text for code, text in enumerate(SAID, start=101)}


def _read(
    head: str, values: str, *, of_each: bool, more: str = ""
) -> tuple[Document, sniff.Sniffed]:
    """Return how a script is read that puts each text into a table."""
    rows = [
        values.format(id=number, code=code, text=text, name=text.split()[0].upper())
        for number, (code, text) in enumerate(TEXTS.items(), start=1)
    ]
    joined = f"{head}\n" + ",\n".join(rows) + ";\n"
    text = "".join(f"{head} {row};\n" for row in rows) if of_each else joined
    document = Document("dock.sql", text + more)
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize("of_each", [False, True])
@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("INSERT INTO errors VALUES", "({code}, '{text}')"),
        ("INSERT INTO errors (code, message) VALUES", "({code}, '{text}')"),
        ("INSERT INTO `errors` (`id`, `code`, `message`) VALUES", "({id}, {code}, '{text}')"),
        ("insert into app.errors (id, error_no, message) values", "({id}, {code}, '{text}')"),
        ("INSERT INTO errors (message, http, code) VALUES", "('{text}', 404, {code})"),
        ("INSERT INTO errors (code, name, text, at) VALUES", "({code}, '{name}', '{text}', NULL)"),
        ("INSERT INTO errors (id, code, lang, message) VALUES", "({id}, {code}, 'en', '{text}')"),
    ],
)  # fmt: skip
def test_columns(head: str, values: str, of_each: bool) -> None:  # noqa: FBT001 - of the table
    """The column that is called so has the codes, whatever numbers stand beside them."""
    _, found = _read(head, values, of_each=of_each)
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert found.reading.is_whole


def test_two_numbers() -> None:
    """Where nothing says what the columns are, it is asked which number is the code."""
    _, found = _read("INSERT INTO errors VALUES", "({id}, {code}, '{text}')", of_each=False)
    [problem] = found.reading.problems
    assert problem.what == 'two values of an entry can be its code: "1" and "101".'


def test_another_table() -> None:
    """What is put into another table is asked about, and passed over where it lists no codes."""
    more = "INSERT INTO ports (code, message) VALUES\n(8080, 'The port'),\n(8081, 'Its twin');\n"
    head = "INSERT INTO errors (code, message) VALUES"
    document, found = _read(head, "({code}, '{text}')", of_each=False, more=more)
    [doubt] = found.reading.problems
    assert doubt.line == 9
    assert '"8080" and 1 more stand in "ports", beside those of "errors"' in doubt.what
    said = replies.applied(document, found.reading, Replies(no_codes=frozenset({doubt.line})))
    assert said.is_whole
    assert {row.code: row.message for row in said.rows} == TEXTS


def test_one_table_in_parts() -> None:
    """What is put into one table by several statements is one list, and its sizes are no codes."""
    half = "".join(f"({code}, '{text}'),\n" for code, text in TEXTS.items()).rstrip(",\n")
    first, _, second = half.partition("\n(104")
    made = "CREATE TABLE errors (\n  code INT(100),\n  message VARCHAR(200) NOT NULL\n);\n"
    head = "INSERT INTO errors (code, message) VALUES\n"
    text = f"{made}{head}{first.rstrip(',')};\n{head}(104{second};\n"
    found = sniff.sniff(Document("dock.sql", text))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("INSERT INTO a (b, `c`) VALUES (1, 2)", ("b", "c")),
        ("insert into a(b) values (1);\ninsert into a(b) values (2)", ("b",)),
        ("INSERT INTO a (b) VALUES (1);\nINSERT INTO d (e) VALUES (2)", ()),
        ("INSERT INTO a VALUES (1)", ()),
        ("turn into (b) values", ()),
    ],
)
def test_names(text: str, columns: tuple[str, ...]) -> None:
    """The columns are those of the one table that has some."""
    assert sql.columns(text) == columns


MARKED = {"101": "Dock's busy", "102": "Crane 'A4' is in use", "103": "'Gate'", "104": "It's 'up'"}


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("INSERT INTO errors VALUES", "({code}, '{text}')"),
        ("INSERT INTO errors (code, message) VALUES", "('{code}', '{text}')"),
        ("INSERT INTO errors (message, http, code) VALUES", "('{text}', 404, {code})"),
    ],
)
@pytest.mark.parametrize("of_each", [True, False])
def test_doubled_marks(head: str, values: str, of_each: bool) -> None:  # noqa: FBT001 - a case
    """Two marks within a text are one sign of it, at its ends, too."""
    rows = [values.format(code=one, text=said.replace("'", "''")) for one, said in MARKED.items()]
    joined = f"{head}\n" + ",\n".join(rows) + ";\n"
    text = "".join(f"{head} {row};\n" for row in rows) if of_each else joined
    found = sniff.sniff(Document("dock.sql", text))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == MARKED


def test_a_backslash_before_doubled_marks() -> None:
    """Where a backslash is in such a text, nobody knows what it means: the text is refused."""
    rows = [f"({code}, '{text}')" for code, text in TEXTS.items()]
    rows[1] = r"(102, 'Gate C:\\dock is ''shut''')"
    joined = ",\n".join(rows)
    found = sniff.sniff(Document("dock.sql", f"INSERT INTO a VALUES\n{joined};\n"))
    assert found
    [problem] = found.reading.problems
    assert problem.line == 3
    assert "seems to be several strings" in problem.what


ROWS = [f"({code}, '{text.replace('is', chr(39) * 2)}')" for code, text in TEXTS.items()]


@pytest.mark.parametrize(
    ("head", "between"),
    [
        ("INSERT INTO errors (code, message) VALUES ", ", "),
        ("insert into `errors` values ", ","),
        ("INSERT INTO errors VALUES ", "; INSERT INTO errors VALUES "),
    ],
)
def test_on_one_line(head: str, between: str, tmp_path: Path) -> None:
    """Rows on one line are refused with a command; what it makes is read whole."""
    text = f"{head}{between.join(ROWS)};\n"
    file = tmp_path / "dock.sql"
    file.write_text(f"-- of the docks\n{text}", "utf-8")
    document = Document("dock.sql", file.read_text("utf-8"))
    assert sniff.sniff(document) is None
    said = sniff.nothing(document)
    assert "Several rows stand on one line, from line 2 on: put each on a line of its own" in said
    command = re.findall("`(perl .*?) does,", said)[0].removesuffix("`")
    subprocess.run(command, shell=True, check=True, cwd=tmp_path)  # noqa: S602 - it is ours
    found = sniff.sniff(Document("dock.rows.sql", (tmp_path / "dock.rows.sql").read_text("utf-8")))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == [*TEXTS]
    assert found.reading.rows[0].message == "Dock ' busy"


@pytest.mark.parametrize("text", ["SELECT 1;\n", "INSERT INTO a (b, c) VALUES (1, 'x, (y)');\n"])
def test_on_lines_of_their_own(text: str) -> None:
    """Of one row, nothing is said of several."""
    assert "Several rows" not in sniff.nothing(Document("dock.sql", text))


ERRORS = "".join(
    f"INSERT INTO error_codes VALUES({code},'{text}');\n" for code, text in TEXTS.items()
)


@pytest.mark.parametrize(
    "line",
    [
        "INSERT INTO data VALUES(290,12,'x',4.5);",
        "INSERT INTO `harbour`.`berths` VALUES (290, 12, NULL, '2026-01-05');",
        "insert ignore into ships values(290,'Tug','NL',12);",
        "INSERT INTO [berths] VALUES(290,12);",
        "INSERT INTO berths (id, depth) VALUES (290, 12);",
    ],
)
def test_values_of_other_tables(line: str) -> None:
    """Values without a sentence, in a table that does not speak of errors, are no question."""
    found = sniff.sniff(Document("dock.sql", f"{ERRORS}{line}\n"))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert found.reading.options["prose"] == [line]


@pytest.mark.parametrize(
    ("line", "errors"),
    [
        ("INSERT INTO more_errors VALUES(290,12,'Shut',4.5);", ERRORS),
        ("INSERT INTO data VALUES(290,12,'Pier is shut',4.5);", ERRORS),
        ("INSERT INTO data VALUES(290,12,'x',4.5);", ERRORS.replace("error_codes", "texts")),
    ],
)
def test_values_that_may_be_errors(line: str, errors: str) -> None:
    """Where the tables do not tell what has the codes, or a sentence is there, it is asked."""
    found = sniff.sniff(Document("dock.sql", f"{errors}{line}\n"))
    assert found
    [problem] = found.reading.problems
    assert problem.line == len(TEXTS) + 1
    assert problem.what.startswith(f'"{line[:30]}')
