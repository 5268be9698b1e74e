"""How unknown documents of each format are read: invented ones, with nothing left unaccounted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.atlas import load
from macros.maintain import sniff
from macros.maintain.document import reading
from macros.maintain.revision import fit
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    from macros.maintain.sniff import Sniffed

CSV = """\
Code,HTTP,Meaning
4001,400,"The dock is busy, wait"
4002,404,The dock is gone
4003,409,"The ""north"" dock is closed"
"""
TSV = "code\tmessage\n4001\tThe dock is busy\n4002\tThe dock is gone\n4003\tThe dock is closed\n"
SEMICOLONS = """\
Harbour errors;;

Number;Text;Ok
0;Docked;yes
4002;The dock is gone, or lost;no
4003;The dock is closed;no

Crane errors;;

Number;Text;Ok
5001;The crane is busy;no
5002;The crane is gone;no
"""
JSON = """\
{
  "title": "Docks", "version": "1.0.4",
  "data": {"errors": [
    {"id": 4001, "http": 400, "text": "The dock is busy", "retry": true},
    {"id": 4002, "http": 404, "text": "The dock is gone", "retry": false},
    {"id": 4003, "http": 409, "text": "The dock is closed", "hints": ["wait", "or leave"]}
  ]}
}
"""
JSON_MAPPING = """\
{"DOCK_BUSY": "The dock is busy", "DOCK_GONE": "The dock is gone", "NO_DOCK": "There is no dock"}
"""
JSON_MODULES = json.dumps(
    {
        "docks": {"4001": {"text": "The dock is busy"}, "4002": {"text": "The dock is gone"}},
        "cranes": {"5001": {"text": "The crane is busy"}, "5002": {"text": "The crane is gone"}},
    },
    indent=1,
)
YAML = """\
# Errors of the docks
errors:
  - code: "4001"
    message: The dock is busy
    cause: Another ship.
  - code: "4002"
    message: >
      The dock
      is gone
  - {code: "4003", message: The dock is closed}
"""
YAML_MAPPING = "docks:\n  E401: The dock is busy\n  E402: The dock is gone\n  E403: It is closed\n"
RST = """\
Errors of the docks
===================

What the docks answer.

.. list-table::
   :header-rows: 1

   * - Code
     - Description
   * - 4001
     - The dock
       is busy
   * - 4002
     - The dock is gone

.. note:: Ask the harbour.

====  ==================
Code  Description
====  ==================
4003  The dock is closed
====  ==================
"""
HEADINGS = """\
---
title: Errors
---

# Errors

Whatever goes wrong stands here.

## Docks

### 4001: The dock is busy

Another ship is there.

**Solution**: wait

### 4002: The dock is gone

```json
{"code": 4002}
```

### Other errors

Ask the harbour.

## Cranes

### 5001: The crane is busy

Nothing to do.
"""
HEADINGS_WITH_LABELS = """\
## Error E401

**Message:** The dock is busy

**Cause:** Another ship.

## Error E402

**Message:** The dock is gone

## Error E403

**Message:** The dock is closed
"""
HEADINGS_AND_TEXT = """\
### DOCK_BUSY

The dock is busy.

### DOCK_GONE

The dock is gone.

It will not come back.

### NO_DOCK

There is no dock.
"""
PLAIN = """\
Errors of the docks

4001: The dock is busy
Another ship is there.

4002: The dock is gone
It will not come back.

4003: The dock is closed
Come back tomorrow.
"""
BULLETS = """\
# Errors

These are all:

- Docks
  - `4001`: The dock is busy
    - Cause of it is another ship
  - `4002`: The dock is gone
- Cranes
  - `5001`: The crane is busy

Ask the harbour about others.
"""
DEFINITIONS = "4001 :: The dock is busy\n4002 :: The dock is gone\n4003 :: The dock is closed\n"
JAVA = """\
package docks;

/** What the docks answer. */
public enum DockError {
    BUSY(4001, "The dock is busy"),
    GONE(4002, "The \\"north\\" dock is gone"),
    CLOSED(4003, "The dock is closed");

    private final int code;
}
"""
PHP = """\
<?php // texts
return [
    'texts' => 'en',
    4001 => 'The dock is busy',
    4002 => 'The dock is gone',
    4003 => 'The dock isn\\'t open',
];
""".removeprefix("<?php // texts\n")
JAVASCRIPT = """\
export const errors = {
  BUSY: { code: 4001, message: 'The dock is busy' },
  GONE: { code: 4002, message: 'The dock is gone' },
  CLOSED: { code: 4003, message: 'The dock is closed' },
};
"""
GO = """\
package docks

const (
	// The dock is busy
	ErrBusy = 4001
	// The dock is gone
	ErrGone = 4002
	// The dock is closed
	ErrClosed = 4003
)
"""
C = """\
#ifndef DOCKS_H
#define DOCKS_H
#define DOCK_BUSY 4001 /* The dock is busy */
#define DOCK_GONE 4002 /* The dock is gone */
#define DOCK_CLOSED 4003 /* The dock is closed */
#endif
"""
TYPESCRIPT = """\
export enum DockError {
  /**
   * The dock is busy
   */
  BUSY = 4001,
  /**
   * The dock is gone
   */
  GONE = 4002,
  /**
   * The dock is closed
   */
  CLOSED = 4003,
}
"""
PYTHON = """\
ERRORS = {
    "E401": "The dock is busy",
    "E402": "The dock is gone",
    "E403": "The dock is closed",
}
"""
BUSY, GONE, CLOSED = "The dock is busy", "The dock is gone", "The dock is closed"
DOCKS = {"4001": BUSY, "4002": GONE, "4003": CLOSED}
BOX = """\
mysql> select * from errors;
+------+--------------------+
| code | message            |
+------+--------------------+
| 4001 | The dock is busy   |
| 4002 | The dock is gone   |
| 4003 | The dock is closed |
+------+--------------------+
3 rows in set (0.00 sec)
"""
STACKED = """\
Errors of the docks

Error code
Message
4001
The dock is busy
4002
The dock is gone
4003
The dock is closed

Write to the harbour.
"""
WITH_WORDS = """\
Errors of the docks

ERR 4001 - The dock is busy
ERR 4002 - The dock is gone
ERR 4003 - The dock is closed
"""
OPENAPI = json.dumps(
    {
        "components": {
            "schemas": {
                "Error": {
                    "enum": [4001, 4002, 4003],
                    "x-enum-varnames": ["BUSY", "GONE", "CLOSED"],
                    "x-enum-descriptions": [
                        *("The dock is busy", "The dock is gone", "The dock is closed")
                    ],
                }
            }
        }
    },
    indent=1,
)
CALLED = """\
export const errors = {
  E4001: "The dock is busy",
  E4002: "The dock is gone",
  E4003: "The dock is closed",
};
"""
ALIASES = """\
enum DockError {
  option allow_alias = true;
  DOCK_OK = 0;         // All is well.
  DOCK_BUSY = 4001;    // The dock is busy.
  DOCK_LOST = 4002;    // The dock is gone.
  DOCK_GONE = 4002;    // The dock is gone.
}
"""
CUT = """\
| Code | Message |
|---|---|
| 4001 | The dock is busy |

| 4002 | The dock is gone |

| 4003 | The dock is closed |
"""
CASES: dict[str, tuple[str, str, dict[str, str], dict[str, Any]]] = {
    "csv": (
        "csv",
        CSV,
        {"4001": f"{BUSY}, wait", "4002": GONE, "4003": 'The "north" dock is closed'},
        {},
    ),
    "tabs": ("csv", TSV, DOCKS, {"delimiter": "tab"}),
    "stacked": ("stacked", STACKED, DOCKS, {"prose": None}),
    "box": ("box_table", BOX, DOCKS, {"prose": None}),
    "words before codes": (
        *("text_lines", WITH_WORDS, DOCKS),
        {"before": "ERR ", "separator": "sign"},
    ),
    "lists beside each other": (
        *("json", OPENAPI, DOCKS),
        {"beside": ["x-enum-varnames", "x-enum-descriptions"], "message": "x-enum-descriptions"},
    ),
    "names with texts": (
        *("pattern", CALLED, {f"E{code}": text for code, text in DOCKS.items()}),
        {"escapes": "backslash"},
    ),
    "cut by blank lines": ("markdown", CUT, DOCKS, {}),
    "semicolons, titles, two tables": (
        "csv",
        SEMICOLONS,
        {
            "0": "Docked",
            "4002": f"{GONE}, or lost",
            "4003": CLOSED,
            "5001": "The crane is busy",
            "5002": "The crane is gone",
        },
        {"delimiter": ";"},
    ),
    "json": (
        "json",
        JSON,
        DOCKS,
        {"path": "data.errors[]", "code": ["id"], "message": "text"},
    ),
    "a mapping in json": (
        "json",
        JSON_MAPPING,
        {"DOCK_BUSY": BUSY, "DOCK_GONE": GONE, "NO_DOCK": "There is no dock"},
        {"path": "{}", "code": ["(key)"], "message": "(value)"},
    ),
    "modules in json": (
        "json",
        JSON_MODULES,
        {"4001": BUSY, "4002": GONE, "5001": "The crane is busy", "5002": "The crane is gone"},
        {"path": "{}{}", "code": ["(key)"], "message": "text"},
    ),
    "yaml": ("yaml", YAML, DOCKS, {"path": "errors[]", "code": ["code"], "message": "message"}),
    "a mapping in yaml": (
        "yaml",
        YAML_MAPPING,
        {"E401": BUSY, "E402": GONE, "E403": "It is closed"},
        {"path": "docks{}", "code": ["(key)"], "message": "(value)"},
    ),
    "rst": ("rst", RST, DOCKS, {}),
    "headings": (
        "headings",
        HEADINGS,
        {"4001": BUSY, "4002": GONE, "5001": "The crane is busy"},
        {"message": "title", "headings": ["Other errors"], "prose": "skip"},
    ),
    "headings with labels": (
        "headings",
        HEADINGS_WITH_LABELS,
        {"E401": BUSY, "E402": GONE, "E403": CLOSED},
        {"message": "Message", "before": "Error "},
    ),
    "headings and text": (
        "headings",
        HEADINGS_AND_TEXT,
        {"DOCK_BUSY": f"{BUSY}.", "DOCK_GONE": f"{GONE}.", "NO_DOCK": "There is no dock."},
        {"message": "text"},
    ),
    "plain text": ("headings", PLAIN, DOCKS, {"message": "title", "markup": "plain"}),
    "bullets": (
        "bullets",
        BULLETS,
        {"4001": BUSY, "4002": GONE, "5001": "The crane is busy"},
        {},
    ),
    "definitions": ("bullets", DEFINITIONS, DOCKS, {}),
    "java": (
        "pattern",
        JAVA,
        {"4001": BUSY, "4002": 'The "north" dock is gone', "4003": CLOSED},
        {"escapes": "backslash"},
    ),
    "php": (
        "pattern",
        PHP,
        {"4001": BUSY, "4002": GONE, "4003": "The dock isn't open"},
        {"escapes": "backslash"},
    ),
    "javascript": ("pattern", JAVASCRIPT, DOCKS, {}),
    "go": ("pattern", GO, DOCKS, {"lines": "2"}),
    "c": ("pattern", C, DOCKS, {}),
    "typescript": ("pattern", TYPESCRIPT, DOCKS, {"lines": "4"}),
    "python": ("pattern", PYTHON, {"E401": BUSY, "E402": GONE, "E403": CLOSED}, {}),
}


def _sniff(text: str) -> Sniffed:
    found = sniff.sniff(Document("errors", text))
    assert found
    return found


@pytest.mark.parametrize("name", CASES)
def test_whole(name: str) -> None:
    """Each kind of document is known by itself, and every line of it is accounted for."""
    format_, text, codes, options = CASES[name]
    found = _sniff(text)
    assert found.reading.options["format"] == format_
    assert list(reading.unsaid(found.reading)) == []
    assert {row.code: row.message for row in found.reading.rows} == codes
    assert {key: found.reading.options.get(key) for key in options} == options
    assert found.why


# A line with a code, put behind the end.
PLANTED = {
    "csv": "4009,404\n",
    "tabs": "The dock 4009\n",
    "yaml": "also: [4009, 4010]\n",
    "rst": "\nNever send 4009.\n",
    "headings": "\n# More\n\nNever send 4009.\n",
    "headings with labels": "\n# Error E409\n",
    "bullets": "\nNever send 4009.\n",
    "definitions": "\nNever send 4009.\n",
    "java": "    // LOST(4009, ...)\n",
    "go": "const ErrLost = 4009\n",
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_code_elsewhere(name: str) -> None:
    """A code that stands where no other does is left over, by the line that it stands on."""
    text = CASES[name][1] + PLANTED[name]
    found = _sniff(text)
    assert not found.reading.is_whole
    assert any("409" in line or "4009" in line for line in reading.unsaid(found.reading))


def test_aliases() -> None:
    """Two names of one number are two rows, each with its name."""
    rows = _sniff(ALIASES).reading.rows
    assert [(row.code, row.columns["name"]) for row in rows[1:]] == [
        *(("4001", "DOCK_BUSY"), ("4002", "DOCK_LOST"), ("4002", "DOCK_GONE")),
    ]


def test_lists_of_several_lengths() -> None:
    """Where a text is lost from one of the lists, all of them are refused, and it is named."""
    found = _sniff(OPENAPI.replace('"The dock is gone",', ""))
    assert not found.reading.rows
    (problem,) = found.reading.problems
    assert '"enum" has 3 values and "x-enum-descriptions" 2' in problem.what


def test_a_code_elsewhere_in_json() -> None:
    """Items beside those at the path are left over."""
    text = JSON.replace('"data"', '"old": [{"id": 4009, "text": "The dock is lost"}], "data"')
    found = _sniff(text)
    assert found.reading.options["path"] == "data.errors[]"
    assert any("old[0].id: 4009" in line for line in reading.unsaid(found.reading))


def test_one_code_of_two_modules() -> None:
    """A code with two meanings is in two code sets; one that means the same in both is none."""
    two = JSON_MODULES.replace('"5001"', '"4001"')
    apart = _sniff(two)
    assert apart.reading.is_whole
    assert apart.reading.options["lists"] == [{"path": "cranes{}", "code_set": "second"}]
    same = two.replace("The crane is busy", BUSY)
    found = _sniff(same)
    assert found.reading.is_whole
    assert found.reading.options["repeats"] == "true"


# Each with a code of five digits in the place of one of four.
@pytest.mark.parametrize(
    "name", ["csv", "json", "yaml", "rst", "headings", "bullets", "java", "go", "modules in json"]
)
def test_codes_of_a_new_form(name: str) -> None:
    """In a later document the pattern takes in codes of another form; the options stay else."""
    _, text, codes, _ = CASES[name]
    before = _sniff(text).reading.options
    said = {code: {message} for code, message in codes.items()}
    later = text.replace("4002", "40020")
    found = fit.fit(Document("next", later), before, {"api": said})
    assert found.reading.is_whole
    assert {row.code for row in found.reading.rows} == {*codes, "40020"} - {"4002"}
    patterned = found.reading.options.get("tables", [found.reading.options])[0]
    assert patterned["pattern"] == "[0-9]{4}|[0-9]{5}"
    assert found.changes == (f"the pattern takes in 40020 too: {patterned['pattern']}",)
    patterned["pattern"] = "[0-9]{4}"
    assert found.reading.options == before


NONE = (
    "a,b,c\n1,2,3\n",
    '{"name": "docks", "files": ["a", "b", "c"], "version": "1.0.0"}',
    "name: docks\non: [push]\njobs:\n  test:\n    steps: [a, b]\n",
    "# Docks\n\n## Ships\n\n- one\n- two\n- three\n",
    "def dock(ship):\n    return ship + 1\n",
    "Docks\n=====\n\n====  ====\nName  Type\n====  ====\nship  text\n====  ====\n",
)


@pytest.mark.parametrize("text", NONE)
def test_no_codes(text: str) -> None:
    """A document of each kind without codes is not read at all."""
    assert sniff.sniff(Document("errors", text)) is None


@pytest.mark.parametrize("name", CASES)
def test_a_new_provider(tmp_path: Path, name: str) -> None:
    """A provider of each kind of document builds, and `read` says how it is read."""
    _, text, codes, _ = CASES[name]
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.txt"
    file.write_text(text, "utf-8")
    assert orbit.run("read", str(file)) == 0
    said = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
    page = ("--url", "https://moon.example/errors")
    assert orbit.run("new-provider", "moon", str(file), *said, *page, "--yes") == 0
    assert orbit.check() == 0
    reader = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"][0]["reader"]
    assert reader["format"] == CASES[name][0]
    rows = [row for code in load(orbit.data).catalogs["moon"].codes for row in code.last.rows]
    assert {row.code: row.message for row in rows} == codes


PIECES = [case[1] for case in CASES.values()]


@given(
    st.sampled_from(PIECES).flatmap(
        lambda text: st.lists(
            st.tuples(st.integers(0, len(text)), st.text("4,:{}[]\"'=|-#\n ", max_size=2)),
            max_size=4,
        ).map(lambda cuts: _broken(text, cuts))
    )
)
def test_nothing_hangs_or_breaks(text: str) -> None:
    """Any document is read, refused or found to be none of codes."""
    found = sniff.sniff(Document("errors", text))
    assert found is None or found.reading.rows or found.reading.problems


def _broken(text: str, cuts: list[tuple[int, str]]) -> str:
    for place, put in cuts:
        text = text[:place] + put + text[place + 1 :]
    return text


@pytest.mark.parametrize("piece", ["4001,", "- ", '{"a":', "4001: x\n\n", "# 4001\n", "X(4001, 'a"])
def test_large_documents(piece: str) -> None:
    """What is no document of codes is found out, however large; nothing hangs on it."""
    found = sniff.sniff(Document("errors", piece * (20_000 // len(piece))))
    assert found is None or found.reading.rows or found.reading.problems
