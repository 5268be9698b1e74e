"""An option that a question advises is one that the document's format has."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest

from macros.maintain.document import reading
from macros.maintain.doubts.messages import strange_texts
from macros.readers.rows import Document
from macros.sources.reader_options import FORMATS, Table, TreeList

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = {
    get_args(model.model_fields["format"].annotation)[0]: {
        *model.model_fields,
        *(Table.model_fields if "tables" in model.model_fields else ()),
        *(TreeList.model_fields if "lists" in model.model_fields else ()),
    }
    for model in FORMATS
}
ALL = set().union(*OPTIONS.values())
# Said of rows by hand and of other formats, which a sentence names as such.
OF_ROWS = {"line", "code", "last"}

ITEMS = {"format": "bullets", "markup": "markdown", "code_set": "api", "pattern": "[0-9]{4}"}
HEADED = {**ITEMS, "format": "headings", "message": "text"}
SIGNED = {"format": "text_lines", "code_set": "api", "pattern": "[0-9]{4}", "separator": "sign"}


def _advised(said: str) -> set[str]:
    """Return the options that a sentence names, but those of another format that it advises."""
    spans = re.findall(r"`([a-z_]+)(?::[^`]*)?`", said)
    others = {"entry", "format", "lines"} if "`format: pattern`" in said else set()
    return ({*spans} & ALL) - others - OF_ROWS


@pytest.mark.parametrize(
    ("options", "text", "advised"),
    [
        (ITEMS, "- `4001`\n- `4002`: The dock is busy\n", {"ignore", "unreadable"}),
        (HEADED, "# 4001\n\n# 4002\n\nThe dock is busy\n", {"message", "shares_text"}),
        (
            ITEMS,
            "- `4001`: HTTP 503: Busy\n- `4002`: HTTP 404: No dock\n- `4003`: HTTP 403: Shut\n",
            {"one_column"},
        ),
    ],
)
def test_a_refusal(options: dict[str, Any], text: str, advised: set[str]) -> None:
    """A reader names options of its format alone."""
    result = reading.read(Document("docks.md", text), options)
    told = set().union(*(_advised(one.do) for one in result.problems))
    assert advised <= told
    assert told <= OPTIONS[options["format"]]


@pytest.mark.parametrize("options", [ITEMS, HEADED, SIGNED])
def test_texts_that_are_all_the_same(options: dict[str, Any]) -> None:
    """Another message is advised where the options can name it."""
    marks = {
        "bullets": "- `{}`: Busy\n",
        "headings": "# {}\n\nBusy\n\n",
        "text_lines": "{}: Busy\n",
    }
    text = "".join(marks[options["format"]].format(4001 + end) for end in range(5))
    result = reading.read(Document("docks.md", text), options)
    (doubt,) = strange_texts.doubts(Document("docks.md", text), result)
    assert doubt.what == 'all 5 codes have the text "Busy".'
    assert ("choose another `message`" in doubt.do) == ("message" in options)


def test_the_reader_of_a_format(project: Path) -> None:
    """What the module of a format advises, the format has."""
    for format_, known in OPTIONS.items():
        module = ast.parse((project / f"macros/readers/{format_}.py").read_text("utf-8"))
        texts = [one.value for one in ast.walk(module) if isinstance(one, ast.Constant)]
        told = set().union(*(_advised(text) for text in texts if isinstance(text, str)))
        assert told <= known, format_


def test_every_question(project: Path) -> None:
    """A name in backticks before a colon is an option of some format, in all advice."""
    for room in ("macros/readers", "macros/maintain/doubts"):
        for path in sorted((project / room).rglob("*.py")):
            for one in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    named = re.findall(r"write `([a-z_]+):", one.value)
                    assert {*named} <= ALL, path
