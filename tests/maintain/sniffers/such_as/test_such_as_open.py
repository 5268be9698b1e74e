"""An entry that ends some lines below is read whole where a person says that it is one."""

from __future__ import annotations

import pytest

from macros.maintain import by_example, replies
from macros.maintain.replies import Replies
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document

CELLS = """\
| 0 | Shut |

  | 1 | Lost |
| 2 | One of these:

   the dock is shut.
   it is not yours.
  |
| 3 | Hot |
"""


@pytest.mark.parametrize(
    ("text", "message", "columns"),
    [
        (CELLS, "One of these: the dock is shut. it is not yours.", {}),
        (
            "0 | high | Shut |\n1 | low | Lost |\n2 | high | Gone\nfor ever |\n3 | low | Hot |\n",
            "Gone for ever",
            {"column_1": "high"},
        ),
        ("at 0 “Shut”\nat 1 “Lost”\nat 2 “Gone\n by”\nat 3 “Hot”\n", "Gone by", {}),
    ],
    ids=["cell", "columns", "string"],
)
def test_an_entry_of_several_lines(text: str, message: str, columns: dict[str, str]) -> None:
    """What is right below the beginning of an entry, up to the sign that ends it, is offered."""
    document = Document("e.txt", text)
    found = by_example.sniffed(document, [Example("1", "Lost")])
    [asked] = [one for one in found.reading.problems if "read like one entry" in one.what]
    result = replies.applied(document, found.reading, Replies(as_meant=frozenset({asked.line})))
    assert result.is_whole
    assert {row.code: row.message for row in result.rows} == {
        "0": "Shut",
        "1": "Lost",
        "2": message,
        "3": "Hot",
    }
    assert [row.columns for row in result.rows if row.code == "2"] == [columns]


@pytest.mark.parametrize(
    "text",
    [
        "1 | Lost |\n3 | Low |\n5 | By |\n2 | Gone\n3 Hot |\n",
        "1 | Lost |\n3 | Low |\n5 | By |\n2 | Gone\nHot\n",
    ],
)
def test_a_sign_of_another_entry(text: str) -> None:
    """Nothing is offered where no sign ends it, or another code comes before that."""
    found = by_example.sniffed(Document("e.txt", text), [Example("1", "Lost")])
    assert not [one for one in found.reading.problems if "read like one entry" in one.what]
    assert 4 in {one.line for one in found.reading.problems}
