"""Names of errors beside statuses of HTTP are asked about: which of the two is the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import by_example, sniff
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.sniff import Sniffed

TEXTS = ("No dock is here", "No ship is here", "The cargo is bad")
NAMES = ("DOCK_GONE", "SHIP_GONE", "CARGO_BAD")


def _sniff(headings: str, *columns: tuple[str, ...]) -> tuple[Document, Sniffed]:
    rows = [" | ".join(row) for row in zip(*columns, strict=True)]
    lines = [headings, " | ".join("---" for _ in columns), *rows]
    document = Document("errors.md", "".join(f"| {line} |\n" for line in lines))
    found = sniff.sniff(document)
    assert found
    return document, found


AGAIN = ("404", "404", "400")
ASKED = {
    "in capitals": ("Code | Message | Description", AGAIN, NAMES, TEXTS),
    "with dots": ("Code | Message | Text", AGAIN, ("dock.gone", "ship.gone", "cargo.bad"), TEXTS),
    "joined": ("Code | Name | Text", AGAIN, ("DockGone", "ShipGone", "CargoBad"), TEXTS),
    "by its heading": ("HTTP | Name | Text", ("404", "409", "400"), NAMES, TEXTS),
    "in German": ("Fehler | HTTP | Quelle", NAMES, AGAIN, TEXTS),
}


@pytest.mark.parametrize("case", ASKED)
def test_asked(case: str) -> None:
    """Statuses are read, and the one question says what to write for the names."""
    headings, *columns = ASKED[case]
    found = _sniff(headings, *columns)[1]
    place = next(at for at, one in enumerate(columns) if one != TEXTS and not one[0].isdigit())
    names, statuses = columns[place], columns[1 - place]
    assert [(row.code, row.message) for row in found.reading.rows] == [
        *zip(statuses, TEXTS, strict=True)
    ]
    (asked,) = found.reading.problems
    assert "can each be the code" in asked.what
    assert f'"{names[0]}"' in asked.what
    assert f'`code: "{headings.split(" | ")[place]}"`' in asked.do


@pytest.mark.parametrize("form", ['`fehler: "{}"`', '`{{"error": "{}"}}`', "error={}"])
@pytest.mark.parametrize("names", [NAMES, ("dock_gone", "ship_gone", "cargo_bad")])
def test_within_answers(form: str, names: tuple[str, ...]) -> None:
    """A name within a piece of an answer is shown, and all others are read as it is."""
    cells = tuple(form.format(name) for name in names)
    document, found = _sniff("Worker | HTTP | Quelle", cells, ("503", "400", "405"), TEXTS)
    (asked,) = found.reading.problems
    assert "can each be the code" in asked.what
    assert f'--such-as "{names[0]}" "{TEXTS[0]}"' in asked.do
    shown = by_example.sniffed(document, [Example(names[0], TEXTS[0])])
    assert shown
    assert [(row.code, row.message) for row in shown.reading.rows] == [
        *zip(names, TEXTS, strict=True)
    ]


PLAIN = {
    "statuses alone": ("Code | Name | Text", ("404", "403", "400"), NAMES, TEXTS),
    "phrases": ("HTTP | Reason | Text", AGAIN, ("Not Found", "Gone", "Bad Request"), TEXTS),
    "other codes": ("Code | Name | Text", ("4041", "4042", "4001"), NAMES, TEXTS),
    "sentences": (
        *("HTTP | Cause | Text", ("404", "403", "400")),
        ("Your dock_id is not known here.", "Your ship_id is too old.", "No cargo_id was sent."),
        TEXTS,
    ),
    "names that come again": ("HTTP | Field | Text", AGAIN, ("dock_id",) * 3, TEXTS),
}


@pytest.mark.parametrize("case", PLAIN)
def test_plain(case: str) -> None:
    """Statuses that tell rows apart, other numbers and texts leave no doubt about the code."""
    found = _sniff(*PLAIN[case])[1]
    assert not [one for one in found.reading.problems if "be the code" in one.what]


@pytest.mark.parametrize(
    "headings", ["Error | Error Codes | Description", "Error | Error code | Meaning"]
)
def test_codes_beside_classes(headings: str) -> None:
    """The heading that says "code" is that of the codes, not the one above names of classes."""
    classes = ("DockBusyError", "ShipGoneError", "CraneFellError")
    found = _sniff(headings, classes, ("4001", "4002", "4003"), TEXTS)[1]
    assert found.reading.is_whole
    assert [(row.code, row.message) for row in found.reading.rows] == [
        *zip(("4001", "4002", "4003"), TEXTS, strict=True)
    ]


def test_names_beside_statuses_called_codes() -> None:
    """Below "Code" stand statuses: which of the two is the code is asked."""
    names = ("dock_busy", "ship_gone", "crane_fell")
    found = _sniff("Error | Code | Description", names, ("409", "404", "500"), TEXTS)[1]
    assert [row.code for row in found.reading.rows] == [*names]
    assert any("can each be the code" in one.what for one in found.reading.problems)
