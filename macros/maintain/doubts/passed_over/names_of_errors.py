"""Whether names with a text behind or below them are those of errors: by what the texts say.

Below a table of statuses, `* KilnCold - the kiln is cold` lists errors, and `* kilnName - the name
of the kiln` the fields of a body. A text of an error says that something is so, or went wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.document import other_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

# As in KilnCold.
MIXED = re.compile(r"[A-Za-z][a-z0-9]+(?:[A-Z][a-z0-9]*)+|[A-Z](?:[A-Z][a-z0-9]+)+", re.ASCII)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|do|did|can|could|may|must|needs?|lacks?|went"
    r"|ist|sind|war|waren|wurden?|hat|haben|fehl(?:t|en)|kann|können"
    r"|est|sont|était|manquent?|está|están|es|son|faltan?|é|são|foi|falta"
    r"|è|sono|manca|истек\w*|нет|не)\b",
    re.IGNORECASE,
)
# What tells of a field, an event or a call, whatever it says of these.
_TELLS_OF = re.compile(
    r"(?:when|where|what|which|who|how|whether|if|true|false|returns?|sent|gets?|sets?|creates?"
    r"|lists?|the (?:code|text|number|name|type|kind|id|message|error) of)\b",
    re.IGNORECASE,
)
_ERROR = re.compile(r"\berr\w*", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:fields?|attribut\w*|propert(?:y|ies)|headers?|arguments?|endpoints?|methods?|calls?"
    r"|operations?|functions?|webhooks?|scopes?|permissions?|body|payloads?|objects?|glossary"
    r"|terms|variables?|options?|commands?|features?|tools|sdks?|libraries|requests?|felder"
    r"|champs|campos|campi|pol[ey]\w*)\b|字段|参数|參數|屬性|属性|フィールド|パラメー?タ|필드|매개변수|поля",
    re.IGNORECASE,
)


def speak(texts: Sequence[str]) -> bool:
    """Tell whether most of some texts say that something is so, or went wrong."""
    told = sum(
        bool(_SAYS.search(text) or other_numbers.tells_failure(_ERROR.sub("", text)))
        for text in texts
        if not _TELLS_OF.match(text)
    )
    return 2 * told > len(texts)


def says_others(heading: str) -> bool:
    """Tell whether a heading is of names of other things: fields, events, calls."""
    return bool(_OF_OTHERS.search(heading)) or other_numbers.says_others(heading)
