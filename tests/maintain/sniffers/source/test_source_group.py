"""Constants of one form: those whose texts are alike are the codes, and others beside are none."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"1001": "No such dock.", "1002": "The dock is busy.", "2001": "The ship is too long."}
FORMS = {
    "Dock.java": '  public static final String {} = "{}";',
    "dock.go": '\t{} = "{}"',
    "dock.py": '{} = "{}"',
    "dock.ts": "export const {} = '{}';",
}


def _read(name: str, code: str, other: str, comment: str) -> sniff.Sniffed | None:
    form = FORMS[name]
    mark = "#" if name.endswith("py") else "//"
    entries = [
        f"{mark} {text}\n{form.format(f'N_{number}', code.format(number))}"
        for number, text in TEXTS.items()
    ]
    first = "\n".join([*comment.splitlines(), form.format("TYPE", other)])
    return sniff.sniff(Document(name, "\n".join([first, "", *entries, ""])))


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("code", ["E{}", "LK-{}", "dock.{}"])
@pytest.mark.parametrize("other", ["error", "E", "dock-api", "en", "the docks"])
def test_another_string(name: str, code: str, other: str) -> None:
    """A string that has no form of the codes is none, and nothing is asked of it."""
    found = _read(name, code, other, "")
    assert found
    assert found.reading.is_whole, found.reading.problems
    assert {row.code: row.message for row in found.reading.rows} == {
        code.format(number): text for number, text in TEXTS.items()
    }


@pytest.mark.parametrize("other", ["X9", "E1", "LK9"])
def test_like_a_code(other: str) -> None:
    """One that has a digit and a comment may be a code: it is read, or its line is asked about."""
    found = _read("dock.py", "E{}", other, "# What is it?")
    assert found
    codes = {row.code for row in found.reading.rows}
    assert other in codes or [one.line for one in found.reading.problems]
