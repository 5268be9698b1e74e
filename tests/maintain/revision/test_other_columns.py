"""A column that is new is asked about where a new document would be read from it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest

from macros.maintain.document import reading
from macros.maintain.revision import fit
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.maintain.revision.renamed import Known

TEXTS = ("Dock is unknown", "Dock is busy", "Ship is too long", "Tide is low")
OLD, NEW = ("1001", "1002", "1003", "1004"), ("2001", "2002", "2003", "2004")
NAMES = ("UNKNOWN_DOCK", "DOCK_BUSY", "SHIP_TOO_LONG", "LOW_TIDE")
STATUS = ("404", "429", "400", "409")
ADVICE = (
    "Name another dock.",
    "Wait, and try again.",
    "Send a shorter ship.",
    "Wait for the tide.",
)
SHORT = ("dock unknown", "dock busy", "ship too long", "tide low")
Column = tuple[str, tuple[str, ...]]


def _document(*columns: Column) -> Document:
    headings = [heading for heading, _ in columns]
    rows = [headings, ["---"] * len(columns), *zip(*(cells for _, cells in columns), strict=True)]
    return Document("next.md", "\n".join(f"| {' | '.join(row)} |" for row in rows) + "\n")


def _fit(before: tuple[Column, Column], *columns: Column) -> fit.Fitted:
    (code, codes), (message, texts) = before
    pattern = (
        "[0-9]{4}" if codes is OLD else "[0-9]{3}" if codes is STATUS else "[A-Z]+(?:_[A-Z]+)*"
    )
    kind: Options = {
        "code_set": "api",
        "columns": [code, message],
        "code": code,
        "message": message,
        "pattern": pattern,
    }
    known: Known = {"api": {one: {text} for one, text in zip(codes, texts, strict=True)}}
    options: Options = {"format": "markdown", "tables": [kind]}
    return fit.fit(_document(*columns), options, known)


@pytest.mark.parametrize(
    ("held", "new", "sample"),
    [
        ("Code", ("New code", NEW), "2001"),
        ("Code", ("Sub code", NEW), "2001"),
        ("Code", ("Error code", NAMES), "UNKNOWN_DOCK"),
        ("错误码", ("新错误码", NEW), "2001"),
        ("Fehlercode", ("Neuer Fehlercode", NEW), "2001"),
    ],
)
def test_another_column_of_codes(held: str, new: Column, sample: str) -> None:
    """Codes below a new heading are asked about, with what to write, which reads them."""
    columns = (new, (held, OLD), ("Message", TEXTS))
    found = _fit(((held, OLD), ("Message", TEXTS)), *columns)
    assert [(row.code, row.message) for row in found.reading.rows] == [
        *zip(OLD, TEXTS, strict=True)
    ]
    (doubt,) = found.doubts
    assert doubt.startswith(
        f'another column? The code is taken from below "{held}" in the table of line 1, as before,'
        f' and "{new[0]}", which is new, could be it, too: "1001" and "{sample}".'
    )
    pattern = doubt.partition('`pattern: "')[2].partition('"`')[0]
    assert f'write `code: "{new[0]}"` and `pattern: "{pattern}"` there' in doubt
    options = copy.deepcopy(found.reading.options)
    options["tables"][0] |= {"code": new[0], "pattern": pattern}
    again = reading.read(_document(*columns), options)
    assert again.is_whole
    assert [(row.code, row.message) for row in again.rows] == [*zip(new[1], TEXTS, strict=True)]


def test_codes_below_a_heading_of_their_own() -> None:
    """A status that was the code is asked about once there is a code beside it."""
    found = _fit(
        (("Status", STATUS), ("Message", TEXTS)),
        *(("Code", NEW), ("Status", STATUS), ("Message", TEXTS)),
    )
    assert [row.code for row in found.reading.rows] == [*STATUS]
    (doubt,) = found.doubts
    assert '"Code", which is new, could be it, too: "404" and "2001".' in doubt


@pytest.mark.parametrize(
    ("held", "new", "texts"),
    [
        ("Description", "Message", SHORT),
        ("Description", "Error message", SHORT),
        ("Meaning", "Text", ADVICE),
        ("说明", "错误信息", SHORT),
        ("Beschreibung", "Meldung", SHORT),
    ],
)
@pytest.mark.parametrize("place", [1, 2])
def test_another_message(held: str, new: str, texts: tuple[str, ...], place: int) -> None:
    """A new heading that says message beside one that says less is asked about."""
    columns: list[Column] = [("Code", OLD), (held, TEXTS)]
    columns.insert(place, (new, texts))
    found = _fit((("Code", OLD), (held, TEXTS)), *columns)
    assert [row.message for row in found.reading.rows] == [*TEXTS]
    (doubt,) = found.doubts
    assert doubt == (
        f'another column? The message is taken from below "{held}" in the table of line 1, and'
        f' "{new}" could be it, too. If so, `read` with --like prints the reader: write that'
        " heading for `message`, and add --reader FILE."
    )


@pytest.mark.parametrize(
    ("code", "new"),
    [
        (("Code", OLD), ("HTTP status", STATUS)),
        (("Code", OLD), ("Legacy code", NEW)),
        (("Code", OLD), ("Old code", NEW)),
        (("Code", OLD), ("#", ("1", "2", "3", "4"))),
        (("Code", OLD), ("Name", NAMES)),
        (("Code", OLD), ("Since", ("1.0", "1.0", "1.1", "2.0"))),
        (("Code", OLD), ("Retry after", ("10", "20", "30", "40"))),
        (("Code", OLD), ("Solution", ADVICE)),
        (("Code", OLD), ("Details", ADVICE)),
        (("Code", OLD), ("Description", ADVICE)),
        (("Code", OLD), ("Beschreibung", ADVICE)),
        (("Name", NAMES), ("HTTP status", STATUS)),
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_columns_beside(code: Column, new: Column, place: int) -> None:
    """What a heading says to be something else is not asked about, wherever it stands."""
    columns = [code, ("Message", TEXTS)]
    columns.insert(place, new)
    found = _fit((code, ("Message", TEXTS)), *columns)
    assert found.doubts == ()
    assert [(row.code, row.message) for row in found.reading.rows] == [
        *zip(code[1], TEXTS, strict=True)
    ]


def test_the_way_to_a_code_whose_heading_stayed() -> None:
    """Where codes are found below another heading, what reads those below the old one is said."""
    found = _fit(
        (("Code", OLD), ("Message", TEXTS)),
        *(("Code", NEW), ("Old code", OLD), ("Message", TEXTS)),
    )
    assert [row.code for row in found.reading.rows] == [*OLD]
    (doubt,) = found.doubts
    assert doubt == (
        'headings that changed places? The code was below "Code", which is still there, and is'
        ' taken from below "Old code" now. If the API answers with "2001", `read` with --like'
        ' prints the reader: write `code: "Code"` and `pattern: "[0-9]{4}"` there, save it to a'
        " file, and add --reader FILE."
    )
