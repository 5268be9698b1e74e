"""Documents that no reader knows are refused with the command that makes one of them it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import sniff
from macros.maintain.sniffers import foreign
from macros.readers.rows import Document

if TYPE_CHECKING:
    from pathlib import Path

FOREIGN = {
    "asciidoc table": (
        "docks.adoc",
        '= Docks\n\n[cols="1,3"]\n|===\n|Code |Message\n\n|1001\n|The dock is busy\n|===\n',
        "asciidoctor -a nofooter -o docks.html docks.adoc",
    ),
    "asciidoc list": (
        "docks.adoc",
        "= Docks\n\n== Errors\n\n1001:: The dock is busy\n1002:: It is gone\n1003:: It is shut\n",
        "asciidoctor -a nofooter -o docks.html docks.adoc",
    ),
    "source of a man page": (
        "dock.2",
        ".TH DOCK 2\n.SH ERRORS\n.TP\n.B EACCES\nThe berth is not yours.\n.TP\n.B EBUSY\nBusy.\n",
        "mandoc -T html dock.2 > dock.html",
    ),
    "mdoc": (
        "dock.2",
        ".Dd January 1, 2026\n.Dt DOCK 2\n.Sh ERRORS\n.Bl -tag\n.It Bq Er EBUSY\nBusy.\n.El\n",
        "mandoc -T html dock.2 > dock.html",
    ),
    "printed man page": (
        "dock.txt",
        "DOCK(2)   Harbour calls   DOCK(2)\n\nERRORS\n       EBUSY  Taken.\n\n       EACCES No.\n",
        "mandoc -T html $(man -w dock) > dock.html",
    ),
    "table of a wiki": (
        "docks.txt",
        "{| class=table\n! Code !! Text\n|-\n| 1001 || The dock is busy\n|}\n",
        "pandoc -f mediawiki -t html -o docks.html docks.txt",
    ),
    "wiki": (
        "docks.wiki",
        "== Errors ==\n\n{| class=table\n! Code !! Text\n|-\n| 1001 || The dock is busy\n|}\n",
        "pandoc -f mediawiki -t html -o docks.html docks.wiki",
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_refused(name: str) -> None:
    """Nothing of it is read, and the message has its place and the command."""
    file, text, command = FOREIGN[name]
    document = Document(file, text)
    assert sniff.sniff(document) is None
    told = sniff.nothing(document)
    assert told.startswith(f"{file}:1: this is ")
    assert f"`{command}`" in told


FOOT = "<table class='foot'><tr><td>2026-01-01</td><td>Harbour</td></tr></table>\n"
CONVERTED = {
    # As asciidoctor and mandoc write them.
    "table": (
        "<table><thead><tr><th>Code</th><th>Message</th></tr></thead><tbody>\n{}</tbody></table>\n",
        "<tr><td><p class='tableblock'>{}</p></td>\n<td><p class='tableblock'>{}</p></td></tr>\n",
        ["1001", "1002", "1003"],
    ),
    "list": (
        '<div class="dlist"><dl>\n{}</dl></div>\n',
        '<dt class="hdlist1">{}</dt>\n<dd>\n<p>{}</p>\n</dd>\n',
        ["1001", "1002", "1003"],
    ),
    "man page": (
        f"<h1>ERRORS</h1>\n<dl class='Bl-tag'>\n{{}}</dl>\n{FOOT}",
        '<dt id="{0}"><a class="permalink" href="#{0}"><b>{0}</b></a></dt>\n<dd>{1}</dd>\n',
        ["EACCES", "EBUSY", "ENODOCK"],
    ),
}


@pytest.mark.parametrize("name", CONVERTED)
def test_way_on(name: str) -> None:
    """What the commands write is read with every code and text."""
    page, row, codes = CONVERTED[name]
    texts = ["The berth is not yours.", "The dock is busy.", "There is no dock."]
    rows = "".join(row.format(*pair) for pair in zip(codes, texts, strict=True))
    found = sniff.sniff(Document("docks.html", page.format(rows)))
    assert found
    assert [(row.code, row.message) for row in found.reading.rows] == list(
        zip(codes, texts, strict=True)
    )


def test_no_other_document(project: Path) -> None:
    """No document of the readers' fixtures, and none that is held, is taken for one of these."""
    held = [*(project / "data").glob("*/*"), *(project / "tests").rglob("document.*")]
    documents = [path for path in held if path.is_file()]
    assert documents
    for path in documents:
        text = path.read_text(encoding="utf-8", errors="replace")
        assert foreign.known(Document(path.name, text)) is None, path


@pytest.mark.parametrize("gap", [" ", "  "])
def test_edges_of_tables(gap: str) -> None:
    """The edges of a simple table of reStructuredText are no headings of AsciiDoc."""
    edge = f"===={gap}=============\n"
    rows = "".join(f"100{at}{gap}Dock {at} is busy\n" for at in range(3))
    document = Document("docks.rst", f"{edge}Code{gap}Text\n{edge}{rows}{edge}")
    assert foreign.known(document) is None
    found = sniff.sniff(document)
    assert found
    assert [row.code for row in found.reading.rows] == ["1000", "1001", "1002"]
