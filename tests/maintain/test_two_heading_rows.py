"""Tables with a heading that spans columns, above the headings of these."""

from __future__ import annotations

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.ledger import Account
from macros.readers.rows import Document

UPPER = '<tr><th rowspan="2">Code</th><th colspan="2">Message</th><th rowspan="2">HTTP</th></tr>'
LOWER = "<tr><th>short</th><th>long</th></tr>"
ROWS = [
    "<tr><td>4001</td><td>Busy</td><td>The dock is busy</td><td>409</td></tr>",
    "<tr><td>4002</td><td>Lost</td><td>The ship is lost</td><td>404</td></tr>",
    "<tr><td>4003</td><td>Cold</td><td>The water is frozen</td><td>503</td></tr>",
]
TABLE = "\n".join(["<table>", UPPER, LOWER, *ROWS, "</table>"])
MARKDOWN = """\
| Code | Message | | HTTP |
|---|---|---|---|
| | short | long | |
| 4001 | Busy | The dock is busy | 409 |
| 4002 | Lost | The ship is lost | 404 |
| 4003 | Cold | The water is frozen | 503 |
"""


def test_lower_headings() -> None:
    """Columns are called by the headings right above them; those that span others are headings."""
    found = sniff.sniff(Document("errors.html", TABLE))
    assert found
    assert not found.reading.problems
    assert found.reading.options["tables"][0]["columns"] == ["Code", "short", "long", "HTTP"]
    assert {row.code: (row.message, row.columns) for row in found.reading.rows} == {
        "4001": ("The dock is busy", {"short": "Busy", "HTTP": "409"}),
        "4002": ("The ship is lost", {"short": "Lost", "HTTP": "404"}),
        "4003": (
            "The water is frozen",
            {"short": "Cold", "HTTP": "503"},
        ),
    }
    assert [found.reading.accounts[line] for line in (2, 3)] == [Account.HEADING] * 2
    assert {row.section for row in found.reading.rows} == {None}


def test_a_row_of_headings_with_a_code() -> None:
    """A row of a code is none of headings, though its cells are marked as such."""
    first = ROWS[0].replace("td>", "th>")
    text = "\n".join(["<table>", LOWER.replace("<tr>", "<tr><th>Code</th>"), first, *ROWS[1:]])
    text = text.replace("<td>409</td>", "").replace("<th>409</th>", "")
    text = text.replace("<td>404</td>", "").replace("<td>503</td>", "") + "</table>"
    found = sniff.sniff(Document("errors.html", text))
    assert found
    assert [one["columns"] for one in found.reading.options["tables"]] == [
        ["Code", "short", "long"]
    ]


def test_markdown() -> None:
    """Markdown has one row of headings: the second one is quoted under `prose`."""
    document = Document("errors.md", MARKDOWN)
    found = sniff.sniff(document)
    assert found
    told = [one for one in found.reading.problems if one.line == 3]
    assert told[0].do.endswith("as a second row of headings does, quote it under `prose`.")
    options = {**found.reading.options, "prose": [" | short | long | "]}
    options.pop("ignore", None)
    again = reading.read(document, options)
    assert not again.problems
    assert [row.code for row in again.rows] == ["4001", "4002", "4003"]
