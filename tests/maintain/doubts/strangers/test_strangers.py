"""Numbers beside the codes that are none: each is asked about, and no row of a sound document is.

Both kinds of documents are invented, in all formats: `strangers/strange`, `strangers/sound`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

FOLDER = Path(__file__).parent / "documents"
# The numbers that are no codes in each document, and what is said of them.
STRANGE = {
    "host_among_names.yaml": ("pier.host", "has nothing but an address for a text"),
    "address_among_names.md": ("pier_base", "has nothing but an address for a text"),
    "port_with_protocol.md": (
        "pier_port",
        "has nothing but a number for a text, as a setting has",
    ),
    "faq.html": ("1 2", 'stand under "FAQ", as questions do'),
    "faq_chinese.md": ("1 2", 'stand under "常见问题", as questions do'),
    "questions.md": ("1 2", 'stand under "Good to know", as questions do'),
    "numbered_paragraphs.html": (
        "1 2",
        "are numbered as paragraphs are, with another sign than the codes have",
    ),
    "address.txt": ("4410", "has a text like the name or address of a firm"),
    "colours.java": ("1 2", 'stand in "Color", beside those of "Error"'),
    "colours.proto": ("1 2", 'stand in "Colour", beside those of "ErrorCode"'),
    "colours.ts": ("1 2", 'stand in "Color", beside those of "ErrorCode"'),
    "constant_limit.py": ("1000", 'is called "DEFAULT_LIMIT", as a setting is'),
    "constant_of_others.h": (
        "4010",
        'is called "BERTH_ALL", not as "DOCK_BUSY" and all others are',
    ),
    "constant_port.go": (
        "2 8080",
        'are called "Version" and "Port", not as "ErrBusy" and others are',
    ),
    "constant_retries.java": ("5", 'is called "MAX_RETRIES", as a setting is'),
    "constant_version.h": (
        "3 9100",
        'are called "HARBOUR_VERSION" and "HARBOUR_PORT", not as "E_BUSY" and others are',
    ),
    "constants_sizes.ts": ("50 1048576", 'are called "PAGE_SIZE" and "MAX_BYTES", as settings are'),
    "constants_states.php": ("1 2", 'are called "STATE_NEW" and "STATE_OLD", as settings are'),
    "states_below_a_sentence.txt": (
        "1 2 3",
        'stand under "Order states", beside other codes',
    ),
    "note_among_names.txt": (
        "Note",
        "begins with a capital, and has no sign as all other codes have",
    ),
    "currencies_below_a_title.md": (
        "978 840",
        'stand under "Currencies", beside those of "Error codes of docks"',
    ),
    "removed_in_columns.txt": ("7001 7002", 'stand under "Removed codes", as what is sent no more'),
    "currencies_below_an_example.md": ("978 840", 'stand under "Currencies", beside other codes'),
    "currencies_in_columns.txt": (
        "978 840",
        'stand under "Currencies", beside those of "Code Message"',
    ),
    "http_statuses_in_columns.txt": (
        "200 400 500",
        'stand under "HTTP status codes", beside those of "错误码"',
    ),
    "currencies.php": ("978 840", 'stand in "CURRENCIES", beside those of "TEXTS"'),
    "day.csv": ("2026-01-01", "looks like a day"),
    "nested.html": ("103", "stands within the item of another code, as no other does"),
    "nested.md": ("555", "stands within the item of another code, as no other does"),
    "time.md": ("08:30", "looks like a time"),
    "version_heading.md": ("2.0", "looks like a version"),
    "year_heading.md": ("2024", "looks like a year, and stands out of the order of the codes"),
    "events.java": ("1 2", 'stand in "EVENTS", beside those of "ERRORS"'),
    "events.yaml": ("1 2", 'stand in "events", beside those of "errors"'),
    "events_table.md": ("1 2", 'stand under "Event types", beside those of "Errors"'),
    "firm.csv": ("2024", "has a text like the name or address of a firm"),
    "firm.txt": ("2024", "has a text like the name or address of a firm"),
    "firm_heading.md": ("2024", "has a text like the name or address of a firm"),
    "http_statuses.md": ("200 404", 'stand under "HTTP statuses", beside those of "Errors"'),
    "kind_of_event.csv": ("7", 'has "event" in "type", not "error" as others'),
    "kind_of_event.json": ("1", 'has "event" in "type", not "error" as others'),
    "fields.proto": ("1 2", 'stand in "ErrorOfShip", beside those of "Dock"'),
    "limits.json": ("5000 1000", 'stand in "limits", beside those of "errors"'),
    "limits_of_three.json": ("300 500", 'stand in "limits", beside those of "gate"'),
    "ports_of_three.yaml": ("300 500", 'stand in "ports", beside those of "gate"'),
    "notes_in_table.md": ("1 2", 'stand under "Notes", as footnotes do'),
    "notes_in_table.html": ("1", 'stands under "Remarks:", as footnotes do'),
    "limits_below.md": ("5000 1000", 'stand under "Limits", beside those of "Errors"'),
    "numbers_of_cells.md": ("1:0 2:0", "have no word for a text"),
    "opening_times.txt": ("0600 2200", 'stand under "Opening times", beside other codes'),
    "paper.txt": ("A4", "has letters and a length that no other code has"),
    "paper_apart.txt": ("A4", "stands apart, with letters that no other code has"),
    "paper_bullets.md": ("A4", "has letters, as no other code has"),
    "letters.txt": ("B2", "has letters, as no other code has"),
    "note.txt": ("note", "has no digit, as all other codes have"),
    "results.txt": ("24", "has a length that no other code has"),
    "results_bullets.md": ("24", "has a text that goes on with a sentence"),
    "results_below.txt": ("24", "begins with a digit, as no other code does"),
    "ports.html": ("8080 8443", 'stand under "Ports", beside those of "Error codes"'),
    "ports.json": ("8080 8443 9100", 'stand in "ports", beside those of "errors"'),
    "ports.rst": ("8080 8443", 'stand under "Ports", beside those of "Errors"'),
    "ports.txt": ("8080 8443 9100", 'stand under "Ports", beside those of "Error codes"'),
    "ports_bullets.md": ("8080 8443", 'stand under "Ports", beside those of "Error codes"'),
    "ports_chinese.md": ("8080 8443", 'stand under "端口", beside those of "错误码"'),
    "ports_headings.md": ("8080 8443", 'stand under "Ports", beside those of "Errors"'),
    "ports_table.md": ("8080 8443", 'stand under "Ports", beside those of "Errors"'),
    "ports_terms.html": ("8080 8443", 'stand under "Ports", beside those of "Error codes"'),
    "ports_title.csv": ("8080 8443", 'stand under "Ports", beside those of "Errors"'),
    "states.go": ("1 2 3", 'stand in "stateText", beside those of "errorText"'),
    "states.php": ("1 2", 'stand in "states", beside those of "errors"'),
    "states.py": ("1 2 3", 'stand in "STATUS_NAMES", beside those of "ERRORS"'),
    "where_we_are.md": ("4410 2024", 'stand under "Where we are", beside those of "Errors"'),
    "settings_named.md": ("8080", 'is called "TIDEWAY_PORT", as a setting is'),
    "settings_table.md": (
        "MAX_RETRY CALL_TIMEOUT",
        "have nothing but a number for a text, as a setting has",
    ),
    "settings.txt": ("TIDEWAY_PORT", "has nothing but a number for a text, as a setting has"),
    "settings_near.go": ("1005 1006", 'are called "MaxRetry" and "DefaultPort", as settings are'),
    "settings_near.py": (
        "1005 1006",
        'are called "MAX_RETRY" and "RETRY_DELAY", not as "ERR_BUSY" and others are',
    ),
    "setting_near.h": ("1005", 'is called "KX_MAX_RETRY", as a setting is'),
    "setting_of_failures.ts": ("1005", 'is called "MAX_RETRY", and says an amount'),
    "setting_in_ms.rs": ("1000", 'is called "TIMEOUT_MS", and says an amount'),
    "settings_near.h": (
        "1005 1024 1000",
        'are called "MAX_RETRY", "BUFFER_SIZE" and "TIMEOUT_MS", as settings are',
    ),
    "setting_near.py": ("1005", 'is called "MAX_RETRY", and says an amount'),
    "setting_in_ms.go": ("1005", 'is called "ErrLull", and says an amount'),
    "years.txt": ("2019 2021", "look like years, and stand out of the order of the codes"),
    "constant_with_comment_above.java": ("3", 'is called "RETRY_COUNT", as a setting is'),
    "ports.xml": ("8080 8443", 'stand in "ports", beside those of "errors"'),
    "constant_with_block_above.java": ("600", 'is called "CALLS_LIMIT", as a setting is'),
    "ship_types.py": ("1 2", 'stand in "ShipType", beside those of "ErrorCode"'),
    "ship_types_with_texts_below.py": ("1 2", 'stand in "ShipType", beside those of "ErrorCode"'),
    "colours.go": ("1 2", 'stand in "Colour", beside those of "Code"'),
    "status_codes.txt": ("S1 S2", 'stand under "Status codes", beside those of "Error codes"'),
    "directions.swift": ("1 2", 'stand in "Direction", beside those of "DockError"'),
    "countries.sql": (
        "49 33",
        'stand in "countries", beside those of "errors"',
    ),
    "colours.cs": ("1 2", 'stand in "Colour", beside those of "ErrorCode"'),
    "notices.ts": ("1 2", 'stand in "NOTICES", beside those of "ERRORS"'),
    "types.yaml": ("1 2 3", 'stand in "types", beside those of "errors"'),
    "ports_labelled.md": ("808 844", 'stand under "Ports used", beside those of "Errors"'),
    "ports_in_bold.html": ("808 844", 'stand under "Ports", beside those of "Errors"'),
    "ports_in_bold.md": ("808 844", 'stand under "Ports", beside those of "Errors"'),
    "ports_terms_labelled.html": ("808 844", 'stand under "Ports", beside those of "Errors"'),
    "limits_labelled.md": ("100 500", 'stand under "Limits", beside those of "Harbour API"'),
    "statuses_labelled.html": (
        "200 400",
        'stand under "HTTP statuses", beside those of "Errors"',
    ),
    "limits.ini": ("5000 9000", 'stand in "limits", beside those of "errors"'),
    "settings.json": ("5 8080", 'are called "maxRetry" and "port", as settings are'),
    "settings.yaml": ("5 8080", 'are called "maxRetry" and "port", as settings are'),
    "settings_by_key.json": ("5 8080", 'are called "MAX_RETRY" and "PORT", as settings are'),
    "settings_among_names.yaml": (
        "MAX_RETRY TIDEWAY_PORT",
        "have texts that are nothing but a number, as that of a setting is",
    ),
    "port.properties": ("port.8080", "begins with a word for other numbers"),
    "settings.env": (
        "8080 5",
        'are called "TIDEWAY_PORT" and "MAX_RETRY", not as "ERR_BUSY" and others are',
    ),
    "settings_unmarked.env": (
        "8080 5",
        'are called "TIDEWAY_PORT" and "MAX_RETRY", as settings are',
    ),
    "titles_with_colon.txt": ("4DOCK", "stands alone above others, as a title does"),
    "titles_alone.txt": ("4DOCK 5DOCK", "stand alone above others, as a title does"),
    "ship_types_table.html": ("1 2", 'stand under "Ship types", beside those of "Error codes"'),
}


def _document(kind: str, name: str) -> Document:
    return Document(name, (FOLDER / kind / f"{name}.txt").read_text("utf-8"))


def _names(kind: str) -> list[str]:
    return sorted(path.stem for path in (FOLDER / kind).iterdir())


@pytest.mark.parametrize("name", _names("strange"))
def test_strange(name: str) -> None:
    """One question names all numbers that are no codes, and is all that is left over."""
    codes, said = STRANGE[name]
    found = sniff.sniff(_document("strange", name))
    assert found
    [problem] = found.reading.problems
    first, *others = codes.split()
    more = f" and {len(others)} more" if others else ""
    no_codes = "they are perhaps no codes" if others else "it is perhaps no code"
    assert problem.what == f'"{first}"{more} {said}, so {no_codes}.'
    line = next(row.line for row in found.reading.rows if row.code == first)
    assert problem.line == line


@pytest.mark.parametrize("name", _names("strange"))
def test_both_ways_on(name: str) -> None:
    """The printed reader reads them as codes; with the lines that the advice quotes, none is."""
    document = _document("strange", name)
    strange = STRANGE[name][0].split()
    found = sniff.sniff(document)
    assert found
    options = found.reading.options
    all_rows = reading.read(document, options)
    assert all_rows.is_whole
    codes = [row.code for row in all_rows.rows]
    assert set(strange) < set(codes)
    [problem] = found.reading.problems
    advice = re.search(r"If (?:it is|they are) none, write `prose: (.*)` in it before", problem.do)
    assert advice
    without = reading.read(document, {**options, "prose": json.loads(advice[1])})
    assert list(reading.unsaid(without)) == []
    assert [row.code for row in without.rows] == [code for code in codes if code not in strange]


@pytest.mark.parametrize("name", _names("sound"))
def test_sound(name: str) -> None:
    """What only looks like such a number is read without a question, and whole."""
    document = _document("sound", name)
    found = sniff.sniff(document)
    assert found
    assert list(reading.unsaid(found.reading)) == []
    printed = set(re.findall(r"(?<![\w-])-?[A-Z]?[0-9]{1,5}\b", document.text))
    assert {row.code for row in found.reading.rows} == printed


def test_many() -> None:
    """Of more lines than anybody would copy, the numbers are named."""
    codes = "".join(f"{1000 + number} Dock {'A' * number} is busy\n" for number in range(1, 5))
    ports = "".join(f"{8000 + number} A port of the harbour\n" for number in range(30))
    found = sniff.sniff(Document("errors.txt", f"Error codes\n\n{codes}\nPorts\n\n{ports}"))
    assert found
    [problem] = found.reading.problems
    assert '"8000" and 29 more stand under "Ports"' in problem.what
    assert "If they are none, quote the lines (10-39) under `prose` in it before." in problem.do


def test_hexadecimal_numbers() -> None:
    """A letter among the digits of some codes is one of their digits, and nothing is asked."""
    rows = "".join(f"{number:02X} Dock {number} is busy\n" for number in range(0x2B, 0x3B))
    found = sniff.sniff(Document("errors.txt", f"Error codes\n\n{rows}"))
    assert found
    assert found.reading.is_whole
    assert len(found.reading.rows) == 16


@pytest.mark.parametrize("number", ["0x63", "0x5F", "0X64"])
def test_hexadecimal(number: str) -> None:
    """A number next to others is one of theirs, whatever its name; far from them it is none."""
    names = {"Dock_Busy": "0x60", "Ship_Gone": "0x61", "Rope_Cut": "0x62", "Pier_Full": "0x65"}
    text = "".join(f"  {name} = {code}, // {name} now\n" for name, code in names.items())
    for code, asked in ((number, False), ("0x9000", True)):
        near = f"enum E {{\n{text}  Mast_Height = {code}, // The mast is it\n}};\n"
        found = sniff.sniff(Document("dock.h", near))
        assert found
        said = [one.what for one in found.reading.problems]
        assert said == (
            ['"0x9000" is called "Mast_Height", as a setting is, so it is perhaps no code.']
            if asked
            else []
        )


def test_negative() -> None:
    """No setting is called negative, as the error is of which a size may not be so."""
    text = "".join(f"#define E_{at} 400{at} // The dock {at} is it\n" for at in range(1, 5))
    text += "#define NEGATIVE_HEIGHT 9100 // The mast below zero\n"
    found = sniff.sniff(Document("dock.h", text))
    assert found
    assert not [one for one in found.reading.problems if "as a setting is" in one.what]
