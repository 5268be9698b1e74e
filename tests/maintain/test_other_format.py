"""A reader of another format than the document's reads nothing, and what that seems is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.__main__ import main
from macros.maintain import other_format
from macros.maintain.document import reading
from macros.readers.rows import Document

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {"101": "The dock is busy", "102": "The gate is shut", "103": "The crane is lost"}
DOCUMENTS = {
    "markdown": "# Errors\n\n| Code | Text |\n|---|---|\n"
    + "".join(f"| {code} | {text} |\n" for code, text in TEXTS.items()),
    "html_table": "<html>\n<body>\n\n  <table>\n\n    <tr><th>Code</th><th>Text</th></tr>\n\n"
    + "".join(f"    <tr><td>{code}</td><td>{text}</td></tr>\n\n" for code, text in TEXTS.items())
    + "  </table>\n</body>\n</html>\n",
    "rst": "==== =================\nCode Text\n==== =================\n"
    + "".join(f"{code}  {text}\n" for code, text in TEXTS.items())
    + "==== =================\n",
    "csv": "Code,Text\n" + "".join(f"{code},{text}\n" for code, text in TEXTS.items()),
}
TABLE = {
    "code_set": "api",
    "columns": ["Code", "Text"],
    "code": "Code",
    "message": "Text",
    "pattern": "[0-9]{3}",
}
READER = """\
reader:
  format: {}
  tables:
    - {{code_set: api, columns: [Code, Text], code: Code, message: Text, pattern: "[0-9]{{3}}"}}
"""


@pytest.mark.parametrize("given", DOCUMENTS)
@pytest.mark.parametrize("format_", DOCUMENTS)
def test_told(given: str, format_: str) -> None:
    """Both formats are named, and how many rows the document has; nothing where they fit."""
    document = Document("errors", DOCUMENTS[format_])
    result = reading.read(document, {"format": given, "tables": [TABLE]})
    if given == format_:
        assert {row.code: row.message for row in result.rows} == TEXTS
    told = other_format.told(document, result)
    said = (
        f"Nothing is read as `format: {given}`. The file seems to be of `format: {format_}`, as"
        " which it has 3 rows: run `read` without this reader, and take what it prints."
    )
    assert told == ("" if given == format_ else said)


def test_nothing_known() -> None:
    """Of a document in which nothing looks like codes, nothing more is said."""
    document = Document("errors", "Nobody knows what went wrong.\n")
    result = reading.read(document, {"format": "markdown", "tables": [TABLE]})
    assert other_format.told(document, result) == ""


@pytest.mark.parametrize("command", ["read", "new-provider"])
def test_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """`read` and `new-provider` say it in the place of questions about each line."""
    document, reader = tmp_path / "errors.html", tmp_path / "reader.yml"
    document.write_text(DOCUMENTS["html_table"], "utf-8")
    reader.write_text(READER.format("markdown"), "utf-8")
    (tmp_path / "data").mkdir()
    named = ["new-provider", "--data", str(tmp_path / "data"), "dock"]
    before = ["read"] if command == "read" else named
    assert main([*before, str(document), "--reader", str(reader)]) == 1
    printed = capsys.readouterr()
    said = printed.out + printed.err
    assert (
        "Nothing is read as `format: markdown`. The file seems to be of `format: html_tabl" in said
    )
    assert "neither a code" not in said
    assert main(["read", str(document)]) == 0
