"""What a new revision changes, for people: catalog, changes -> a minute's reading, and doubts.

Codes that came, went or may mean something else are named; of all else there are counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from macros.kinds import Kind
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.catalog.model import Catalog
    from macros.review.changes import Change
    from macros.review.moves import Move
    from macros.sources.provider import Revision

_FEW_IN_COMMON = 0.3
_HALF = 0.5
_MANY = 12  # codes of one kind whose texts are printed
_ENGLISH = frozenset(
    "the a an is not of to in for or and no be this was by invalid error failed request".split()
)
_SHARE = 0.15  # English texts have so many of these words, at least
_ENOUGH_WORDS = 30
_SCRIPTS = {
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese",
    "CYRILLIC": "Cyrillic",
    "LATIN": "Latin",
    "ARABIC": "Arabic",
    "THAI": "Thai",
}
_NAMED = (*(kind for kind in Kind if kind.breaks), Kind.DROPPED, Kind.ADDED)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a revision changes.

    Attributes:
        lines: what to read.
        doubts: why it may not be what it seems; empty where nothing speaks against it.
    """

    lines: tuple[str, ...]
    doubts: tuple[str, ...]


def outlook(
    catalog: Catalog, revision: Revision, changes: Sequence[Change], moves: Sequence[Move]
) -> Outlook:
    """Return what a revision changes beside those before and after it."""
    lines: list[str] = []
    steps = dict.fromkeys(
        (change.before.id, change.after.id)
        for change in changes
        if revision in (change.before, change.after)
    )
    for before, after in steps:
        step = [one for one in changes if (one.before.id, one.after.id) == (before, after)]
        lines += [f"From {before} to {after}:", *_step(step)]
        lines += [
            f"  text moved: {move.old.code} -> {move.new.code}: {_cut(move.says)}"
            for move in moves
            if (move.before.id, move.after.id) == (before, after)
        ]
    if not steps:
        lines.append("No text changes beside the revisions that are held.")
    return Outlook(tuple(lines), tuple(_doubts(catalog, revision)))


def _step(changes: Sequence[Change]) -> Iterator[str]:
    for kind in _NAMED:
        found = [change for change in changes if change.kind is kind]
        if not found:
            continue
        if len(found) > _MANY:
            codes = ", ".join(change.code.code for change in found)
            yield f"  {kind.label.lower()}: {len(found)}: {codes}"
            continue
        yield f"  {kind.label.lower()}: {len(found)}"
        for change in found:
            texts = [_said(rows) for rows in (change.old, change.new) if rows]
            yield f"    {change.code.code}: {' -> '.join(texts)}"
    yield from _reworded([change for change in changes if change.kind is Kind.REWORDED])
    told = (*_NAMED, Kind.REWORDED)
    counts = Counter(change.kind for change in changes if change.kind not in told)
    if counts:
        yield "  " + ", ".join(
            f"{kind.label.lower()}: {counts[kind]}" for kind in Kind if counts[kind]
        )


def _reworded(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the texts that changed, the least alike first: these may mean something else."""
    if not changes:
        return
    least = sorted(
        changes, key=lambda change: fuzz.token_set_ratio(_said(change.old), _said(change.new))
    )
    yield f"  reworded, or another meaning: {len(changes)}, the least alike first"
    for change in least[:_MANY]:
        yield f"    {change.code.code}: {_said(change.old)} -> {_said(change.new)}"
    if more := len(changes[_MANY:]):
        yield f"    … and {more} more"


def _said(rows: Sequence[object]) -> str:
    return _cut(" / ".join(one_line(row.message) for row in rows))  # type: ignore[attr-defined]


def _cut(text: str, most: int = 90) -> str:
    text = one_line(text)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _doubts(catalog: Catalog, revision: Revision) -> Iterator[str]:
    revisions = catalog.provider.revisions
    at = revisions.index(revision)
    neighbour = revisions[at - 1] if at else revisions[at + 1] if len(revisions) > 1 else None
    if neighbour is None:
        return
    codes = {code.place for code in catalog.codes if code.rows(revision)}
    others = {code.place for code in catalog.codes if code.rows(neighbour)}
    common = codes & others
    if len(common) < _FEW_IN_COMMON * min(len(codes), len(others)):
        yield (
            f"another page? Of {len(codes)} codes, {len(common)} are in the revision"
            f" {neighbour.id}, which has {len(others)}."
        )
    elif len(common) < _HALF * len(others):
        gone = f"{len(others - codes)} of {len(others)} codes of {neighbour.id}"
        yield f"half of the codes vanished? {gone} are gone."
    here, there = _language(catalog, revision), _language(catalog, neighbour)
    if here != there:
        yield f"another language? The texts are {here}, and those of {neighbour.id} are {there}."
    for code_set in catalog.provider.code_sets:
        before = catalog.listed(code_set, neighbour)
        if before and not catalog.listed(code_set, revision):
            yield f"no code of {code_set.title} is left; there were {before}."


def _language(catalog: Catalog, revision: Revision) -> str:
    return language([row.message for code in catalog.codes for row in code.rows(revision)])


def language(texts: Sequence[str]) -> str:
    """Return a word for the language of texts, as their script and small words tell it."""
    text = " ".join(texts)
    counts: Counter[str] = Counter()
    for sign, number in Counter(text).items():
        if sign.isalpha():
            script = unicodedata.name(sign, "").split(" ")[0].split("-")[0]
            counts[_SCRIPTS.get(script, "another script")] += number
    # A sign of these says a whole syllable or word, and English words stand among them.
    for east in ("Japanese", "Korean", "Chinese"):
        if 3 * counts[east] > counts["Latin"]:
            return east
    script = counts.most_common(1)[0][0] if counts else "numbers"
    if script != "Latin":
        return script
    words = re.findall(r"[^\W\d_]+", text.lower())
    english = sum(word in _ENGLISH for word in words)
    if len(words) < _ENOUGH_WORDS or english >= _SHARE * len(words) / 2:
        return "English"
    return "of another language than English"
