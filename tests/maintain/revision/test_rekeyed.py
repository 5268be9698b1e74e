"""A later document of JSON or YAML whose keys were renamed is read as the one before."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from macros.maintain.revision import fit
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.maintain.revision.renamed import Known

BEFORE: Options = {
    "format": "json",
    "code_set": "api",
    "path": "errors[]",
    "code": ["code"],
    "message": "message",
    "pattern": "[0-9]{3}",
    "prose": ["log[0].says: 103 is new"],
    "ignore": ["errors.*: dock . 199 .*"],
    "unreadable": ["199"],
}
KNOWN: Known = {"api": {"101": {"The dock is busy"}, "102": {"The dock is closed"}}}
ITEMS = [("101", "The dock is busy"), ("102", "This dock is closed"), ("103", "No pilot")]


def _fit(code: str, message: str, *, format_: str = "json", **texts: str) -> fit.Fitted:
    items: list[dict[str, Any]] = [
        {"kind": "dock", code: number, message: texts.get(f"of{number}", text)}
        for number, text in (*ITEMS, ("199", "-"))
    ]
    log = [{"message": "News", "says": "103 is new"}]
    text = json.dumps({"message": "Errors", "errors": items, "log": log})
    options = copy.deepcopy({**BEFORE, "format": format_})
    return fit.fit(Document("next", text), options, KNOWN)


@pytest.mark.parametrize("format_", ["json", "yaml"])
def test_a_message_at_another_key(format_: str) -> None:
    """It is known by its texts, which is told as for tables; all that was decided stays."""
    found = _fit("code", "description", format_=format_)
    assert found.reading.is_whole
    assert found.reading.options == {**BEFORE, "format": format_, "message": "description"}
    assert found.doubts == ()
    assert found.changes == (
        'the items at "errors[]" have other keys: message "message" is now "description"',
    )
    assert [(row.code, row.message) for row in found.reading.rows] == ITEMS


def test_a_code_at_another_key() -> None:
    """It is known by the codes; the message is then known by what they say."""
    found = _fit("number", "text")
    assert found.reading.is_whole
    assert (found.reading.options["code"], found.reading.options["message"]) == (["number"], "text")
    assert found.changes[0] == (
        'the items at "errors[]" have other keys: code "code" is now "number" and message "message"'
        ' is now "text"'
    )


def test_other_texts() -> None:
    """A key with texts that the codes did not have is no renamed one."""
    found = _fit("code", "hint", of101="Try again", of102="Ask the harbour")
    assert not any("have other keys" in change for change in found.changes)
