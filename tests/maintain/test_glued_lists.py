"""Lists whose texts are glued to their codes: what stands beside them in another form is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading

STATUSES = (
    "200OKRichiesta accolta dal molo\n400NON_VALIDAParametri errati\n"
    "404NON_TROVATARisorsa inesistente\n500GUASTOErrore del porto\n"
)
NAMES = {
    "MOLO_OCCUPATO": "Il molo è occupato",
    "MOLO_CHIUSO": "Il molo è chiuso",
    "PILOTA": "Il pilota è in ritardo",
}
DOCKS = ("The dock is busy", "The dock is closed", "The crane is stuck")
LONG = "The mast is too high for the bridge over this harbour, and will be so at any tide."


def _read(text: str) -> tuple[Document, Reading]:
    document = Document("errors.txt", text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _asked(result: Reading) -> dict[int, str]:
    return {one.line: one.what for one in result.problems}


def test_a_name_in_capitals_before_a_text() -> None:
    """A name that is glued to a text is asked about, be it all in capitals."""
    _, result = _read(STATUSES)
    assert _asked(result) == {
        1: (
            '"OKRichiesta accolta dal molo" and 3 more texts have a capital glued to the word'
            " before it, as where two columns run together."
        )
    }


def test_names_below() -> None:
    """Names that are glued to texts below such a list are rows, once that is said of their line."""
    listed = "".join(f"{code}{text}\n" for code, text in NAMES.items())
    document, result = _read(f"{STATUSES}\nNomi\n\n{listed}")
    said = '"MOLO_OCCUPATO" and 2 more begin lines that are passed over, as codes do.'
    assert _asked(result)[8] == said
    given = Replies(as_meant=frozenset({8}), as_read=frozenset({1}))
    whole = replies.applied(document, result, given)
    assert whole.is_whole
    assert {row.code: row.message for row in whole.rows if row.code in NAMES} == NAMES
    assert len(whole.rows) == 7


@pytest.mark.parametrize("glue", ["", " "])
@pytest.mark.parametrize("odd", ["E1001{}", "E10{}", "KX7A warning: {}", "10010{}"])
def test_codes_of_another_length(glue: str, odd: str) -> None:
    """A line with another code that is glued to a sentence is refused, and never passed over."""
    listed = "".join(f"E10{place}{glue}{text}\n" for place, text in enumerate(DOCKS))
    line = odd.format(LONG)
    document, result = _read(f"Codes\n\n{listed}\nThese are new, and of this year:\n\n{line}\n")
    assert list(_asked(result)) == [9]
    assert {row.code: row.message for row in result.rows} == {
        f"E10{place}": text for place, text in enumerate(DOCKS)
    }
    without = replies.applied(document, result, Replies(no_codes=frozenset({9})))
    assert without.is_whole
    assert without.options["prose"] == [line]


def test_no_end_of_a_code_is_guessed() -> None:
    """Of a code with a digit more than others, nobody is told to take the first ones for it."""
    listed = "".join(f"E10{place}{text}\n" for place, text in enumerate(DOCKS))
    _, result = _read(f"{listed}E1001{LONG}\n")
    [asked] = result.problems
    assert asked.ways.rows == ((f"E1001{LONG}", ""),)
    assert not asked.ways.listed


@pytest.mark.parametrize("line", ["See 3D models and 4K pictures below.", "The 2nd dock is new."])
def test_what_is_no_code(line: str) -> None:
    """A digit with a word behind it is not taken for a code in prose."""
    listed = "".join(f"E10{place} {text}\n" for place, text in enumerate(DOCKS))
    _, result = _read(f"{line}\n\n{listed}")
    assert result.is_whole
