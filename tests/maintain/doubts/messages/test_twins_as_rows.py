"""Constants called as the code and the text of one error, each read as a code, are asked about."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

SAID = {"BUSY": ("0100", "The dock is busy"), "ILL": ("0200", "The pilot is ill")}
SAID |= {"LONG": ("0300", "The ship is too long"), "CRANE": ("0400", "The crane is gone")}
FORM = 'define("ERR_{0}_CODE", "{1}");\ndefine("ERR_{0}_{2}", "{3}");\n'


def _asked(text: str) -> list[str]:
    found = sniff.sniff(Document("errors.php", text))
    assert found
    return [one.what for one in found.reading.problems]


@pytest.mark.parametrize("end", ["MESSAGE", "MSG", "TEXT", "DESC"])
def test_twins(end: str) -> None:
    """The question names both, and shows the code with its text as the reply."""
    rows = (FORM.format(name, code, end, text) for name, (code, text) in SAID.items())
    found = sniff.sniff(Document("errors.php", f"<?php\n{''.join(rows)}"))
    assert found
    assert not found.reading.is_whole
    [asked] = [one for one in found.reading.problems if "are called as" in one.what]
    assert asked.line == 2
    assert asked.what == (
        f'"ERR_BUSY_CODE" and "ERR_BUSY_{end}" are called as the code and the text of one error'
        " (4 such pairs), and both are read as codes."
    )
    assert asked.do.startswith(
        'If the API answers with "0100", show one: --such-as "0100" "The dock is busy".'
    )


@pytest.mark.parametrize(
    "names",
    [
        ["BAD_CODE", "BAD_MESSAGE", "NO_TEXT", "LONG_NAME", "OLD_KEY", "LOST_SHIP"],
        ["DOCK_BUSY", "DOCK_CLOSED", "PIER_LOST", "TEXT_LONG"],
    ],
)
def test_other_names(names: list[str]) -> None:
    """Names that end so by chance are no twins."""
    rows = "".join(f'define("{name}", "Dock {name} is busy");\n' for name in names)
    assert not [what for what in _asked(f"<?php\n{rows}") if "are called as" in what]
