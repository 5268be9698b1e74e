"""Texts by the names of constants that have the codes: `BUSY: "Dock is busy"` and `BUSY = 4001`.

A code can be a number, or a text as "LK-0400" and "dock_busy"; what else is a text beside is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import shapes
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source import source_entry
from macros.maintain.sniffers.source.source_expression import Group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document import source
    from macros.maintain.document.source import Statement
    from macros.maintain.sniffers.source.source_entry import Entry

_MOST = 0.6  # of the texts name constants, where these are their codes
_KINDS = frozenset({"number", "text"})


def entries(forms: Sequence[list[Statement]]) -> Iterator[Entry]:
    """Yield how texts are read whose codes are the constants that they name."""
    for constants in forms:
        parts = constants[0].parts
        # With a type between them, as in: const BUSY: i32 = 4001;
        kind = next(iter(_values(parts)[::-1]), "")
        if _values(parts) not in (["words", kind], ["words", "words", kind]) or kind not in _KINDS:
            continue
        code = next(place for place, part in enumerate(parts) if part.kind == kind)
        for same in forms:
            spoken = same[0].parts[: same[0].places]
            if same is constants or not _are_named(same):
                continue
            message = next(place for place, part in enumerate(spoken) if part.kind == "text")
            own = _named(constants, same)
            if own and (kind == "number" or all(map(_has_code_for_text, own))):
                listed = constants if kind == "number" else own
                yield source_entry.by_name(Group(same, None, message), Group(listed, code, None))


def _named(constants: Sequence[Statement], texts: Sequence[Statement]) -> list[Statement]:
    """Return the constants that texts name; none where few of these do."""
    known = {word for one in constants for word in _first_words(one)}
    words = [_last_words(one) for one in texts]
    # The last word, as in case BUSY -> "…", or the first one, as in BUSY to "…".
    ends = ({one[end] for one in words} for end in (-1, 0))
    named = max((known & end for end in ends), key=len)
    if len(named) < max(LEAST, _MOST * len(texts)):
        return []
    return [one for one in constants if not named.isdisjoint(_first_words(one))]


def _values(parts: Sequence[source.Part]) -> list[str]:
    """Return the kinds of all parts but signs."""
    return [part.kind for part in parts if part.kind != "sign"]


def _are_named(same: Sequence[Statement]) -> bool:
    """Tell whether statements have a name and its text, perhaps behind that of what is called."""
    values = _values(same[0].parts[: same[0].places])
    if values != ["words", "words", "text"]:
        return values == ["words", "text"]
    return len({next(part for part in one.parts if part.kind == "words") for one in same}) == 1


def _has_code_for_text(statement: Statement) -> bool:
    """Tell whether the text of a statement is a code: "LK-0400", "dock_busy"."""
    text = next((part.text for part in statement.parts if part.kind == "text"), "")
    has_sign = any(sign.isdigit() or sign == "_" for sign in text)
    return shapes.looks_like_a_code(text) and has_sign


def _first_words(statement: Statement) -> list[str]:
    """Return the first words of a statement, without what stands before a dot in them."""
    return _bare_words(next(part.text for part in statement.parts if part.kind == "words"))


def _last_words(statement: Statement) -> list[str]:
    """Return the last words of a statement, up to its text, without what stands before a dot."""
    spoken = statement.parts[: statement.places]
    return _bare_words([part.text for part in spoken if part.kind == "words"][-1])


def _bare_words(words: str) -> list[str]:
    return [re.split(r"[.:\\]", word)[-1] for word in words.split(" ")]
