"""Files of source code are told from pages, and read as source code alone."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.document.source_file import is_source
from macros.maintain.doubts import doubted
from macros.readers.patience import undisturbed
from macros.readers.rows import Document

HEADER = """#ifndef HARBOUR_H
#define HARBOUR_VERSION "2.31.0"
/* Harbour 2.31.0
 * Versions:
 * 2.30.0 The crane was added
 * 2.30.1 The crane was mended
 * 2.31.0 The crane was painted
 */
#define HARBOUR_CONST
#define HARBOUR_PURE
#define HARBOUR_FREE

int harbour_open(const char *name);
int harbour_close(int dock);
int harbour_wait(int dock);
int harbour_free(int dock);
#endif
"""
IN_A_COMMENT = """/**
 * <table>
 * <tr><th>Code</th><th>Meaning</th></tr>
 * <tr><td>64</td><td>Low quality sound</td></tr>
 * <tr><td>128</td><td>Good quality sound</td></tr>
 * <tr><td>256</td><td>Best quality sound</td></tr>
 * </table>
 */
export function play(quality: number): void;
"""
MARKDOWN = """# Errors

* 101; The dock is busy;
* 102; The dock is gone;
* 103; The dock is closed;

```c
int open(void);
int close(void);
```
"""


@pytest.mark.parametrize(
    ("name", "text", "is_one"),
    [
        ("harbour.h", HEADER, True),
        ("harbour.txt", HEADER, True),
        ("play.ts", IN_A_COMMENT, True),
        ("errors.php", "<html><body><h1>Errors</h1></body></html>", False),
        ("errors.php", '<?php\nreturn [\n    101 => "Busy",\n];\n', True),
        ("errors.txt", "; Codes\nBUSY equ 101 ; Dock is busy\nGONE equ 102\n", True),
        ("errors.txt", "101 equ is no word; take =\n102 equ is old; take =\n", False),
        ("errors.md", MARKDOWN, False),
        ("errors.txt", "101 Busy\n102 Gone\n103 Closed\n" * 5, False),
        ("errors.txt", '{\n  "101": "Busy",\n  "102": "Gone"\n}\n' * 5, False),
    ],
)
def test_told(name: str, text: str, *, is_one: bool) -> None:
    """The ending tells it, but of a saved page; without one, nine lines of ten or equates do."""
    assert is_source(Document(name, text)) is is_one


@pytest.mark.parametrize(
    ("name", "text"), [("harbour.h", HEADER), ("harbour.txt", HEADER), ("play.ts", IN_A_COMMENT)]
)
def test_nothing_for_codes(name: str, text: str) -> None:
    """Neither directives are headings, nor what comments list, versions or qualities, codes."""
    assert sniff.sniff(Document(name, text)) is None


DOCK = "/** Opens dock {0} at 0x{0:x}. */\nexport const Dock{0} = {0};\n"


def test_guessing_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess that would go on for ever is given up, and so is what would be tried after it."""

    def endless(*_: object) -> None:
        while True:
            pass

    monkeypatch.setattr(sniff, "LONGEST", 0.1)
    monkeypatch.setattr(sniff, "SNIFFERS", dict.fromkeys(sniff.SNIFFERS, endless))
    with undisturbed():  # an error in a callback of the collector would be lost
        assert sniff.sniff(Document("docks.ts", DOCK.format(1))) is None


def test_too_little_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What could not be asked in time is told, so that nothing is taken for right."""
    monkeypatch.setattr(doubted, "_LONGEST", 0.001)
    with undisturbed():
        found = sniff.sniff(Document("docks.ts", "".join(map(DOCK.format, range(300)))))
    assert found
    (asked,) = found.reading.problems
    assert asked.what == "in 0.001 seconds it is not found out what of this document is no code."


ENUM = """declare enum DockStatus {
  BUSY = 101,
  GONE = 205,
  SHUT = 307,
}
"""


def test_blocks_named() -> None:
    """Where nothing of source code can be read, the blocks that may list codes are named."""
    said = sniff.nothing(Document("harbour.ts", f"{IN_A_COMMENT}\n{ENUM}"))
    assert "may list codes: line 11 DockStatus (3 constants). If one does, add its name" in said
    said = sniff.nothing(Document("play.ts", IN_A_COMMENT))
    assert "may list codes" not in said
    assert "If a comment lists codes, copy its lines without the marks" in said


def test_large_sources() -> None:
    """Of a large file it is said that it may be too large, and what can be done."""
    said = sniff.nothing(
        Document("play.ts", f"{IN_A_COMMENT}\n" * (500_000 // len(IN_A_COMMENT) + 1))
    )
    assert "It is large" in said
    assert "with its first pages" in said
    assert "It is large" not in sniff.nothing(Document("play.ts", IN_A_COMMENT))


LISTED = """/*
 * Sizes of ships, as they were measured:
 * 12: a boat
 * 24: a ship
 * 36: a large ship
 */
class Harbour {
  open(): void {}
  close(): void {}
}
"""


def test_list_in_a_comment() -> None:
    """A few lines of a comment are no list of codes."""
    assert sniff.sniff(Document("harbour.ts", LISTED)) is None


PAGE = """<!DOCTYPE html>
<html><body><dl>
<dt>DOCK_BUSY
    101</dt>
<dd>The dock is busy.</dd>
<dt>DOCK_GONE
    205</dt>
<dd>The dock is gone.</dd>
<dt>DOCK_SHUT
    307</dt>
<dd>The dock is shut.</dd>
</dl></body></html>
"""


def test_page() -> None:
    """A page in HTML is never read as lines of a text, with its tags for messages."""
    found = sniff.sniff(Document("errors.html", PAGE))
    assert not found or all("<" not in row.message for row in found.reading.rows)


def test_nothing_breaks() -> None:
    """A table of one column, whose row of dashes has no pipe, is none of codes, and no error."""
    assert sniff.sniff(Document("errors", "1|\n--")) is None
