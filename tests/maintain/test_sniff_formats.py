"""How unknown documents of each format are read: invented ones, with nothing left unaccounted."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from macros.maintain import reading, sniff
from macros.readers.rows import Document

if TYPE_CHECKING:
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
CASES: dict[str, tuple[str, str, dict[str, str], dict[str, Any]]] = {
    "csv": (
        "csv",
        CSV,
        {"4001": f"{BUSY}, wait", "4002": GONE, "4003": 'The "north" dock is closed'},
        {},
    ),
    "tabs": ("csv", TSV, DOCKS, {"delimiter": "tab"}),
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
