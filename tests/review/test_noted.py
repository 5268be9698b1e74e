"""What a person finds: where it holds, what it marks, and when it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import pytest

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.review import load as review
from macros.review import noted
from macros.review.discrepancies import mended
from macros.review.rules import Harm
from macros.sources.notes import FindingNote
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.review.model import Review

# The limit of 102 was mended in the last revision; 103 came in the second.
DOCUMENTS = (
    "| 101 | A name has up to 20 signs |\n| 102 | A name has up to 30 signs |\n",
    "| 101 | A name has up to 20 signs |\n| 102 | A  name has up to 30 signs |\n| 103 | Wet |\n",
    "| 101 | A name has up to 20 signs |\n| 102 | Names have up to 20 signs |\n| 103 | Wet |\n",
)
SOURCES = """\
sources:
  - id: page
    url: https://orbit.example/next
    kind: provider
    title: The next page
    date: "2026-01-01"
    seen: "2026-11-26"
codes:
  api:
    "101":
      messages:
        - {text: "too long: {name}", sources: [page]}
    "900":
      says: {text: Nobody is there., product: Docks, sources: [page]}
"""
LIMITS = """\
findings:
  - title: Limits
    harm: misleads
    quotes:
      - {code: "101", text: A name has up to 20 signs}
      - {code: "102", text: A name has up to 30 signs, should: A name has up to 20 signs at most}
    says: Two limits for one name.
    why: The next page has 20.
    sources: [page]
"""
WET = """\
  - title: One word
    harm: style
    quotes:
      - {code: "103", text: Wet}
    says: What is wet is not said.
"""


def _review(folder: Path, notes: str, *documents: str) -> Review:
    texts = documents or DOCUMENTS
    data = invented.write(folder, *(invented.TABLE + document for document in texts))
    (data / "orbit" / "notes.yml").write_text(notes, encoding="utf-8")
    (data / "orbit" / "observations.yml").write_text(SOURCES, encoding="utf-8")
    return review.load(data, catalog.load(data))["orbit"]


def test_where_it_holds(tmp_path: Path) -> None:
    """A finding holds for the revisions that have all of its texts, whatever their white space."""
    limits, wet = _review(tmp_path, LIMITS + WET).findings
    assert [one.id for one in limits.revisions] == ["2021-01-01", "2022-01-01"]
    assert not limits.current
    assert [one.id for one in wet.revisions] == ["2022-01-01", "2023-01-01"]
    assert wet.current
    assert (limits.title, limits.harm, limits.rule.name) == ("Limits", Harm.MISLEADS, "noted")
    assert (limits.says, limits.why) == ("Two limits for one name.", "The next page has 20.")
    assert [page.url for page in limits.sources] == ["https://orbit.example/next"]
    assert (wet.title, wet.harm, wet.why, wet.sources) == ("One word", Harm.STYLE, None, ())
    # The rows are those of the newest of its revisions.
    assert [(quote.row.file, quote.row.line) for quote in limits.quotes] == [
        ("data/orbit/2022-01-01.md", 3),
        ("data/orbit/2022-01-01.md", 4),
    ]


def test_marks(tmp_path: Path) -> None:
    """The words that differ from what should stand there are marked; without that, none."""
    limits, wet = _review(tmp_path, LIMITS + WET).findings
    first, second = limits.quotes
    assert first.marks == ()
    assert mended(first) is None
    text = second.row.message
    assert [(text[one.start : one.end], one.should) for one in second.marks] == [
        ("30", "20"),
        ("", " at most"),
    ]
    assert mended(second) == "A name has up to 20 signs at most"
    assert wet.quotes[0].marks == ()


@pytest.mark.parametrize(
    ("text", "should"),
    [
        ("Dock is is busy", "Dock is busy"),
        ("The busy dock", "A busy dock"),
        ("Dock busy", "The dock is busy, wait"),
        ("Give the ship a name", "Nobody knows"),
        ("a (b) c.", "a [b] c"),
        ("The ship is at the old dock", "A ship was at a new dock now"),
        ("The dock is shut", "Well, that dock was shut, then"),
    ],
)
def test_marks_make_what_should_stand_there(tmp_path: Path, text: str, should: str) -> None:
    """Put in the place of what is marked, the proposals make the text that should stand there."""
    note = WET.replace("Wet}", f"{text!r}, should: {should!r}}}") + "    why: So it is.\n"
    (finding,) = [
        one
        for one in _review(
            tmp_path, f"findings:\n{note}", f"| 103 | {text} |\n| 101 | A |\n"
        ).findings
        if one.note
    ]
    assert mended(finding.quotes[0]) == should


def test_many_marks_are_one(tmp_path: Path) -> None:
    """Where more than two places differ, all between the first and the last is one mark."""
    text, should = "Now the dock of a ship is shut today", "Now no dock of the ship was shut today"
    note = f"findings:\n{WET}    why: So it is.\n".replace("Wet}", f"{text}, should: {should}}}")
    (finding,) = _review(tmp_path, note, f"| 103 | {text} |\n| 101 | A |\n").findings
    (mark,) = finding.quotes[0].marks
    assert (text[mark.start : mark.end], mark.should) == (
        "the dock of a ship is",
        "no dock of the ship was",
    )


def test_of_its_codes(tmp_path: Path) -> None:
    """It is found at each of its codes, as a mistake where the newest revision has it."""
    held = _review(tmp_path, LIMITS + WET)
    codes = held.catalog.by_address
    assert [one.title for one in held.findings_of(codes["102"])] == ["Limits"]
    assert held.mistakes_in(codes["102"]) == ()
    assert [one.title for one in held.mistakes_in(codes["103"])] == ["One word"]


def test_several_rows(tmp_path: Path) -> None:
    """Of a code with several rows the one that says it is quoted."""
    note = "findings:\n" + WET
    document = "| 101 | A |\n| 103 | Dry |\n| 103 | Wet |\n"
    found = [one for one in _review(tmp_path, note, document).findings if one.note]
    assert [[quote.row.line for quote in one.quotes] for one in found] == [[5]]


# what is changed in the notes -> what is said of it
REFUSED = {
    "no such code": ('"102", text: A name', '"109", text: A name'),
    "observed alone": ('"102", text: A name', '"900", text: A name'),
    "not said": ("30 signs, should", "35 signs, should"),
    "said of another": ('"101", text: A name has up to 20', '"103", text: A name has up to 20'),
    "never together": (
        "30 signs, should: A name has up to 20 signs at most",
        '30 signs},\n      - {code: "102", text: Names have up to 20 signs',
    ),
    "twice": (
        '      - {code: "102"',
        '      - {code: "101", text: A name has  up to 20 signs}\n      - {code: "102"',
    ),
    "nothing to mend": ("20 signs at most", "30  signs"),
    "no source": ("[page]", "[page, gone]"),
    "no reason": ("    why: The next page has 20.\n", ""),
    "no quotes": (
        LIMITS[LIMITS.index("    quotes:") : LIMITS.index("    says:")],
        "    quotes: []\n",
    ),
    "no such harm": ("misleads", "hurts"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(tmp_path: Path, name: str, as_before: Callable[[str], None]) -> None:
    """What no document bears out is told with its line, what is wrong and what to do."""
    old, new = REFUSED[name]
    assert old in LIMITS
    notes = LIMITS.replace(old, new)
    with pytest.raises(ProblemsError, match=r"^data/orbit/notes.yml:[0-9]+: ") as error:
        _review(tmp_path, notes.replace("},\n", "}\n"))
    as_before(str(error.value))


def test_harms() -> None:
    """A person chooses among the harms that rules have."""
    harm = FindingNote.model_fields["harm"].annotation
    assert list(get_args(harm)) == [one.value for one in Harm]


def test_lapsed(tmp_path: Path) -> None:
    """A note that ends with one of its texts is told of in that step, with those that are left."""
    held = _review(tmp_path, LIMITS + WET)
    [one] = noted.lapsed(held.notes.content, held.catalog)
    assert (one.place, one.note.title, one.gone, one.left) == (0, "Limits", ("102",), ("101",))
    later = _review(tmp_path / "later", LIMITS + WET, *DOCUMENTS, DOCUMENTS[-1])
    assert not [*noted.lapsed(later.notes.content, later.catalog)]
    both = "| 101 | Name it |\n| 102 | Name it, too |\n| 103 | Wet |\n"
    gone = _review(tmp_path / "gone", LIMITS, *DOCUMENTS[:2], both)
    assert not [*noted.lapsed(gone.notes.content, gone.catalog)]
    first = _review(tmp_path / "first", LIMITS, DOCUMENTS[0])
    assert not [*noted.lapsed(first.notes.content, first.catalog)]
