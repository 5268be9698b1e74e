"""Comments of a later document that are longer than any before: the reader takes in more lines."""

from __future__ import annotations

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
