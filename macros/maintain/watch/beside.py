"""What is published now beside what is held: two documents, the options of one -> what differs.

The document is read as the held one is, or as near to that as can be, and both stand in a catalog
of their own, so that the same programs compare them as compare two revisions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from macros import addresses, readers
from macros.catalog.catalog import Catalog
from macros.catalog.model import Code, Listing, Unread
from macros.codes import order
from macros.errors import Problem
from macros.maintain.document import reading
from macros.maintain.revision import fit, outlook
from macros.readers.patience import OutOfPatienceError, patience
from macros.review import changes, moves
from macros.sources import observations
from macros.sources.provider import Provider
from macros.sources.revision import Revision
from macros.sources.yaml_file import Written
from macros.texts import few

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel

    from macros.maintain.document.reading import Options
    from macros.maintain.revision.renamed import Known
    from macros.readers.rows import Document, Row, Unreadable
    from macros.review.language import Language
    from macros.sources.revision import Held

NOW = "what is published now"
BESIDE_TEXT = "beside-the-text"  # in place of a kind: other things than texts changed
_HTML = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html|head)\b", re.IGNORECASE | re.DOTALL
)
LONGEST = 60.0  # seconds for one document
_MOST = 20  # lines of what cannot be read; codes of which other things changed
_FEW = 0.3  # of the codes that are held
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Beside:
    """What came of a comparison.

    Attributes:
        outcome: `same-rows` where codes and texts are the same, `unreadable` where nobody knows.
        lines: what to read of it.
        doubts: why the document may be another one.
        codes: the codes of each kind of change.
    """

    outcome: Literal["same-rows", "differs", "unreadable"]
    lines: tuple[str, ...]
    doubts: tuple[str, ...] = ()
    codes: Mapping[str, list[str]] = field(default_factory=dict)


def beside(  # noqa: PLR0913, PLR0917 - two documents, and how one is read
    provider: Provider,
    held: Held,
    options: Options,
    before: Document,
    after: Document,
    language: Language,
) -> Beside:
    """Compare a document with one that is held.

    Args:
        provider: the provider.
        held: what provider.yml says of the held document.
        options: how that is read, as YAML has it.
        before: the held document.
        after: what is published now.
        language: what is a word.
    """
    old = _Side.of(before, options, held.language)
    try:
        with patience(LONGEST):
            fitted = fit.fit(after, options, old.known)
    except OutOfPatienceError:
        what = f"It takes more than {LONGEST:g} seconds to find out how it can be read."
        return Beside("unreadable", (what,))
    if not fitted.reading.is_whole:
        return _unreadable(held, old, (before, after), fitted.reading)
    new = _Side.of(after, fitted.reading.options, held.language)
    lines = [f"{new.count} rows; {held.file} has {old.count}."]
    if fitted.changes:
        lines += ["How it is read differs:", *(f"  {change}" for change in fitted.changes)]
    said, says = old.said, new.said
    if said == says:
        return Beside("same-rows", tuple(lines))
    catalog = _catalog(provider, held, old, new)
    moved = moves.find(catalog)
    found = changes.compare(catalog, language, moves=moved)
    seen = outlook.outlook(catalog, catalog.provider.latest, found, moved)
    lines += seen.lines if found else ()
    codes = {
        kind.value: [change.code.code for change in found if change.kind is kind]
        for kind in dict.fromkeys(change.kind for change in found)
    }
    told = {change.code.place for change in found}
    others = [
        code.code
        for code in catalog.codes
        if code.place not in told and said.get(code.place) != says.get(code.place)
    ]
    if others:
        codes[BESIDE_TEXT] = others
        lines.append(f"Other columns, or not readable: {few(others, _MOST)}")
    return Beside("differs", tuple(lines), seen.doubts, codes)


@dataclass(frozen=True, slots=True)
class _Side:
    """What one of two documents lists, by code."""

    rows: dict[Place, list[Row]]
    unread: dict[Place, list[Unreadable]]

    @classmethod
    def of(cls, document: Document, options: Options, language: str) -> _Side:
        """Read a document whose texts are of a language."""
        taken = readers.take_in(document, reading.checked(options))
        side = cls({}, {})
        for row in taken.results:
            if not isinstance(row, Problem):
                listed = side.rows.setdefault((row.code_set, row.code), [])
                listed.append(replace(row, language=language))
        for one in taken.unreadable:
            side.unread.setdefault((one.code_set, one.code), []).append(one)
        return side

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))

    @property
    def known(self) -> Known:
        """What the codes say, by code set."""
        known: Known = {}
        for (code_set, code), rows in self.rows.items():
            known.setdefault(code_set, {})[code] = {row.message for row in rows}
        return known

    @property
    def said(self) -> dict[Place, list[object]]:
        """All that is said of each code, but for where it is: headings above it, and lines."""
        said: dict[Place, list[object]] = {}
        for place, rows in self.rows.items():
            said[place] = [
                (row.message, *row.columns.values(), row.named, row.success, row.ends)
                for row in rows
            ]
        for place, unread in self.unread.items():
            said[place] = [*said.get(place, ()), len(unread)]
        return said


def _catalog(provider: Provider, held: Held, old: _Side, new: _Side) -> Catalog:
    """Return a catalog that has the two documents alone, each as a revision."""
    given = _fields_of(provider.latest)
    given |= {"also": [], "retracted": None, "language": held.language}
    sides = [
        (Revision.model_construct(**{**given, "id": ident}), side)
        for ident, side in ((held.name, old), (NOW, new))
    ]
    revisions = [revision for revision, _ in sides]
    alone = Provider.model_construct(**{**_fields_of(provider), "revisions": revisions})
    places = {place for _, side in sides for place in (*side.rows, *side.unread)}
    codes = [
        Code(
            *(alone, code_set, code, code, addresses.segment(code), None),
            tuple(
                Listing(revision, tuple(side.rows[code_set.id, code]))
                for revision, side in sides
                if (code_set.id, code) in side.rows
            ),
            unread=tuple(
                Unread(revision, one)
                for revision, side in sides
                for one in side.unread.get((code_set.id, code), ())
            ),
        )
        for code_set in provider.code_sets
        for code in sorted((code for ident, code in places if ident == code_set.id), key=order)
    ]
    nothing = Written(observations.Observations(), observations.FILE)
    return Catalog(alone, tuple(codes), nothing)


def _fields_of(model: BaseModel) -> dict[str, Any]:
    """Return what a model says, without what was made of it: a copy would keep that."""
    return {name: getattr(model, name) for name in type(model).model_fields}


def _unreadable(
    held: Held, old: _Side, documents: tuple[Document, Document], result: reading.Reading
) -> Beside:
    before, after = documents
    lines = [f"{len(result.rows)} rows are read; what is left over:"]
    left = [f"  {line}" for line in reading.unsaid(result)]
    lines += left[:_MOST]
    if len(left) > _MOST:
        lines.append(f"  and {len(left) - _MOST} lines more.")
    doubts = []
    codes = {code for _, code in old.rows}
    words = set(re.findall(r"[^\s|,;:<>\"'`()\[\]{}]+", after.text))
    words.update(row.code for row in result.rows)  # with no space behind them
    if _HTML.match(after.text) and not _HTML.match(before.text):
        doubts.append(f"another page? It is HTML, and {held.file} is not.")
    elif len(codes & words) < _FEW * len(codes):
        doubts.append(f"another page? Of {len(codes)} codes, {len(codes & words)} stand in it.")
    return Beside("unreadable", tuple(lines), tuple(doubts))
