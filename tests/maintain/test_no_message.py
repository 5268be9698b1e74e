"""A code without a message: what is printed, followed to the letter, works in every format."""

from __future__ import annotations

import json
import re
from typing import get_args, get_type_hints

import pytest

from macros.maintain import by_hand, sniff
from macros.maintain.document import reading
from macros.readers.rows import Document
from macros.sources.reader_options import FORMATS

TEXTS = {
    "501": "Dock is not built.",
    "502": "",
    "505": "Version not known.",
    "506": "Crane is late.",
}


def _all(form: str) -> str:
    return "".join(form.format(*pair) for pair in TEXTS.items())


def _without(form: str) -> str:
    return "".join(form.format(*pair) for pair in TEXTS.items() if pair[1])


CONSTANTS = "class A {{\n{}const TEXTS = [\n{}];\n}}\n"
CONSTANT, TEXT_OF = "const DOCK_{0} = {0};\n", "self::DOCK_{} => '{}',\n"
EDGE = "====  ====================\n"
RST = EDGE + "Code  Message\n" + EDGE + _all("{}   {}\n").replace("502   ", "502   \\") + EDGE
LINE = "+----+----+\n"
HEAD = "<table><tr><th>Code</th><th>Message</th></tr>\n"
CASES = {
    "pipes": ("markdown", "a.md", "| Code | Message |\n|---|---|\n" + _all("| {} | {} |\n")),
    "html_table": (
        "html_table",
        "a.html",
        HEAD + _all("<tr><td>{}</td><td>{}</td></tr>\n") + "</table>",
    ),
    "rst": ("rst", "a.rst", RST),
    "box": ("box_table", "a.txt", LINE + "|Code|Message|\n" + LINE + _all("|{}|{}|\n") + LINE),
    "csv": ("csv", "a.csv", "Code,Message\n" + _all("{},{}\n")),
    "headings": ("headings", "a.md", "# Errors\n\n" + _all("### {}\n\n{}\n\n")),
    "headings with more": (
        "headings",
        "a.md",
        "# Errors\n\n" + _all("### {}: {}\n\n#### Remedy\n\nNone.\n\n"),
    ),
    "terms": ("headings", "a.html", "<dl>\n" + _all("<dt>{}</dt>\n<dd>{}</dd>\n") + "</dl>"),
    "plain": ("headings", "a.txt", _all("{}\n{}\n\n")),
    "items": ("bullets", "a.md", "# Errors\n\n" + _all("- {}: {}\n")),
    "definitions": ("bullets", "a.md", _all("{}\n: {}\n\n").replace("\n: \n", "\n: -\n")),
    "json": (
        "json",
        "a.json",
        json.dumps({"errors": [{"code": int(one), "text": text} for one, text in TEXTS.items()]}),
    ),
    "yaml": ("yaml", "a.yaml", "errors:\n" + _all("  - code: {}\n    text: '{}'\n")),
    "tables of TOML": ("pattern", "a.toml", _all('[errors.E{}]\ntext = "{}"\n\n')),
    "blocks of keys": ("pattern", "a.hcl", _all('error {{\n  code = {}\n  text = "{}"\n}}\n')),
    "calls": ("pattern", "A.java", _all('    DOCK_{0}({0}, "{1}"),\n')),
    "constants": ("pattern", "a.php", CONSTANTS.format(_all(CONSTANT), _without(TEXT_OF))),
    "empty texts": ("pattern", "b.php", CONSTANTS.format(_all(CONSTANT), _all(TEXT_OF))),
    "lines": ("text_lines", "a.log", _all("{} {}\n")),
}


@pytest.mark.parametrize("name", CASES)
def test_followed(name: str) -> None:
    """Nothing but the code without a message is left over, and the page lists that code."""
    format_, file, text = CASES[name]
    document = Document(file, text)
    found = sniff.sniff(document)
    assert found
    options = found.reading.options
    assert options["format"] == format_
    [problem] = found.reading.problems
    assert "no message" in problem.what
    [code] = {"502", "E502"} & set(re.findall(r"\w+", problem.what))
    block = by_hand.block_to_fill(document, found.reading)
    printed = re.search(r"# Add to `ignore`: (.*)\n *# Add to `unreadable`: (.*)", block)
    done = re.search(r"ignore:\n +- (.*)\n +unreadable: (.*)", block)
    lists = printed or done
    assert lists
    ignore, unreadable = json.loads(f"[{lists[1].strip('[]')}]"), json.loads(lists[2])
    if printed:
        assert ", ".join(map(json.dumps, ignore)) in problem.do
    result = reading.read(document, {**options, "ignore": ignore, "unreadable": unreadable})
    assert list(reading.unsaid(result)) == []
    assert [one.code for one in result.unreadable] == [code]
    assert [row.message for row in result.rows] == [text for text in TEXTS.values() if text]


def test_every_format() -> None:
    """No format is left out but the one in which an empty cell is a row that lacks one."""
    formats = {get_args(get_type_hints(one)["format"])[0] for one in FORMATS} - {"stacked"}
    assert {format_ for format_, _, _ in CASES.values()} == formats
