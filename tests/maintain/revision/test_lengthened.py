"""Comments of a later document that are longer than any before: the reader takes in more lines."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.revision import fit
from macros.readers.rows import Document

BLOCK = "    /**\n     * {text}\n     */\n    {name} = {code},\n"
BEFORE = "".join(
    BLOCK.format(text=f"The dock {name} is busy.", name=name, code=code)
    for code, name in enumerate(["NORTH", "SOUTH", "EAST", "WEST"], 101)
)
LONG = BLOCK.format(
    text="\n     * ".join(["The dock is lost.", *(f"Look at pier {n}." for n in "abcdef")]),
    name="LOST",
    code=105,
)


def _fitted(after: str) -> fit.Fitted:
    found = sniff.sniff(Document("old.ts", f"enum Docks {{\n{BEFORE}}}\n"))
    assert found
    known = {"api": {row.code: {row.message} for row in found.reading.rows}}
    return fit.fit(Document("new.ts", after), found.reading.options, known)


def test_longer() -> None:
    """A code with a comment of more lines is read, and it is told that `lines` is another one."""
    fitted = _fitted(f"enum Docks {{\n{BEFORE}{LONG}}}\n")
    assert fitted.reading.is_whole
    assert fitted.reading.rows[-1].code == "105"
    assert fitted.reading.rows[-1].message.startswith("The dock is lost. Look at pier a.")
    assert fitted.changes == ("lines is 16, and was 4: entries have more lines than before",)


def test_nothing_gained() -> None:
    """Where more lines of an entry let nothing be read, `lines` stays as it is."""
    fitted = _fitted(f"enum Docks {{\n{BEFORE}    LOST = 105,\n}}\n")
    assert not fitted.reading.is_whole
    assert fitted.reading.options["lines"] == "4"


@pytest.mark.parametrize(
    ("name", "line", "wrapped"),
    [
        ("E.java", 'GONE({}, "The dock is gone"),', 'GONE({}, "The dock " +\n    "is gone"),'),
        (
            "e.js",
            "{{ code: {}, text: 'It is gone' }},",
            "{{\n  code: {},\n  text: 'It is gone',\n}},",
        ),
        ("e.properties", "error.{}=The dock is gone", "error.{}=The dock \\\n    is gone"),
    ],
)
def test_wrapped(name: str, line: str, wrapped: str) -> None:
    """An entry on several lines, of a list that had one line for each before, is read whole."""
    lines = [line.format(code) for code in range(4101, 4106)]
    found = sniff.sniff(Document(name, "\n".join(lines)))
    assert found
    assert "lines" not in found.reading.options
    known = {"api": {row.code: {row.message} for row in found.reading.rows}}
    after = Document(name, "\n".join([*lines[:-1], wrapped.format(4105)]))
    fitted = fit.fit(after, found.reading.options, known)
    assert fitted.reading.is_whole
    before = [(row.code, row.message) for row in found.reading.rows]
    assert [(row.code, row.message) for row in fitted.reading.rows] == before
    most = fitted.reading.options["lines"]
    told = f"lines is {most}, and was 1: entries have more lines than before"
    assert fitted.changes == (told,)
