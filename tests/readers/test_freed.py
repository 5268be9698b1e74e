"""What a reader made of a page to read it: nothing of it stays."""

from __future__ import annotations

import gc

import pytest
from justhtml.dom import Node

from macros.maintain.document import reading
from macros.readers.rows import Document

PAGE = (
    "<h1>Errors</h1>\n<table>\n<tr><th>Code</th><th>Message</th></tr>\n"
    "<tr><td>1001</td><td>Dock is <b>busy</b></td></tr>\n</table>\n"
)
TABLE = {"code_set": "api", "columns": ["Code", "Message"], "code": "Code", "message": "Message"}


@pytest.mark.parametrize("format_", ["html_table", "markdown"])
def test_no_tree_stays(format_: str) -> None:
    """The tree of a page goes with its reading, without a look for what holds itself."""
    gc.collect()
    before = sum(isinstance(held, Node) for held in gc.get_objects())
    gc.disable()
    try:
        result = reading.read(
            Document("a.html", PAGE),
            {"format": format_, "tables": [{**TABLE, "pattern": "[0-9]+"}]},
        )
        there = sum(isinstance(held, Node) for held in gc.get_objects())
    finally:
        gc.enable()
    assert [(row.code, row.message) for row in result.rows] == [("1001", "Dock is busy")]
    assert there == before
