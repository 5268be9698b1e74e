"""Fields that messages name: message -> identifiers, catalog -> fields with their codes.

An identifier is a field as it is printed: `kf_account`, `templateTitle`. A name that begins with a
capital (`FriendTalk`) may be a product; it is a field where the text marks it as one, or where the
same code set prints it with a small letter too. A plain word is one where the text marks it:
`Parameter missing: appid`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from macros.languages import is_english
from macros.review.language import identifiers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code

_IDENTIFIER = r"[A-Za-z](?=[A-Za-z0-9]*(?:_|[a-z][A-Z]))[A-Za-z0-9_]*"
# Those that `identifiers` passes over: several with slashes between, and quoted ones.
_SEVERAL = re.compile(rf"(?<![\w/:.\\-]){_IDENTIFIER}(?:/{_IDENTIFIER})+(?![\w/:\\-]|\.\w)")
_QUOTED = re.compile(rf"(?<=['\"‘“`]){_IDENTIFIER}(?=['\"’”`])")
_MARKED = re.compile(
    r"\b(?:parameter|param|argument|field)s?(?: (?:is )?(?:missing|required|invalid))?"
    r": (?P<name>[a-z][a-z0-9]*)\.?$",
    re.IGNORECASE | re.MULTILINE,
)
_AS_FIELD = re.compile(
    r" (?:parameter|param|field|argument|attribute|property)s?\b"
    r"|(?: is| are)? (?:missing|required)\b| (?:cannot|must not|can not) be (?:null|empty)\b",
    re.IGNORECASE,
)
_FIELD_BEFORE = re.compile(
    r"\b(?:parameter|param|field|argument|attribute|property)s?:? $", re.IGNORECASE
)
_ROOM = 20  # the words before a name that mark it
# Spelled as identifiers are, and names of other things: products, ways to spell, and below
# languages with their countries and forms of dates.
_OTHERS = frozenset(
    "iOS iPhone iPad iPadOS macOS tvOS watchOS visionOS iCloud iMessage iTunes eSIM eBay GitHub"
    " GitLab JavaScript LinkedIn MasterCard MySQL nodeJS OpenAPI PayPal phpMyAdmin PostgreSQL"
    " reCAPTCHA hCaptcha TikTok TypeScript WeChat WhatsApp WordPress YouTube"
    " camelCase lowerCamelCase snake_case PascalCase UpperCamelCase kebabCase".split()
)
_OTHER_FORMS = re.compile(r"[a-z]{2,3}_[A-Z]{2}|(?i:(?:(?:YYYY|YY|MM|DD|HH|SS)_?){2,})")


@dataclass(frozen=True, slots=True)
class Field:
    """A field, with the codes whose messages name it.

    Attributes:
        name: the identifier, in the spelling that stands there most often.
        printed: all spellings, the most frequent first; they differ in case alone.
        codes: the codes whose newest messages name it, in the catalog's order.
    """

    name: str
    printed: tuple[str, ...]
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """An identifier in a text; `sure` tells whether it is a field whatever else is printed."""

    place: int
    printed: str
    sure: bool


@dataclass
class _Group:
    """The spellings of one field, and the codes that name it, by their addresses."""

    printed: Counter[str]
    codes: dict[str, Code]


def names(text: str) -> tuple[tuple[int, str], ...]:
    """Return the identifiers of a text that are surely fields, with their places."""
    return tuple((name.place, name.printed) for name in _names(text) if name.sure)


# Revisions repeat most of their messages.
@lru_cache(maxsize=100_000)
def _names(text: str) -> tuple[_Name, ...]:
    """Return all that may be fields, in order."""
    found = {
        place: _Name(place, name, _is_field(text, place, name)) for place, name in _spelled(text)
    }
    for match in _MARKED.finditer(text):
        found[match.start("name")] = _Name(match.start("name"), match["name"], sure=True)
    return tuple(found[place] for place in sorted(found))


def _spelled(text: str) -> Iterator[tuple[int, str]]:
    """Yield all that is spelled as an identifier is, with its place."""
    yield from identifiers(text)
    for match in _QUOTED.finditer(text):
        yield match.start(), match[0]
    for match in _SEVERAL.finditer(text):
        place = match.start()
        for name in match[0].split("/"):
            yield place, name
            place += len(name) + 1


def is_identifier(word: str) -> bool:
    """Tell whether a word is spelled as a field is, and as no product: `msg_type`, `msgType`."""
    return (
        re.fullmatch(_IDENTIFIER, word) is not None
        and (not word[0].isupper() or "_" in word)
        and word not in _OTHERS
        and not _OTHER_FORMS.fullmatch(word)
    )


def _is_field(text: str, place: int, name: str) -> bool:
    if name in _OTHERS or _OTHER_FORMS.fullmatch(name):
        return False
    before = _FIELD_BEFORE.search(text, max(0, place - _ROOM), place)
    return bool(before or _AS_FIELD.match(text, place + len(name))) or not name[0].isupper()


def fields(catalog: Catalog) -> tuple[Field, ...]:
    """Return the fields that the newest messages of a provider's codes name, by name."""
    groups: dict[str, list[_Group]] = {}
    for code_set in catalog.provider.code_sets:
        for folded, group in _of_set(catalog.of(code_set)).items():
            known = groups.setdefault(folded, [])
            # Code sets may be of unlike APIs: they have a field in common if they print it alike.
            same = [one for one in known if one.printed.keys() & group.printed.keys()]
            for one in same:
                group.printed = one.printed + group.printed
                group.codes = one.codes | group.codes
                known.remove(one)
            known.append(group)
    places = {code.url: place for place, code in enumerate(catalog.codes)}
    made = [_field(group, places) for known in groups.values() for group in known]
    return tuple(sorted(made, key=lambda field: (field.name.casefold(), field.name)))


def _said(text: str) -> tuple[_Name, ...]:
    """Return all that may be fields; none is sure where the text says nothing else.

    It may be the name of an error: `ship_not_found`.
    """
    found = _names(text)
    if _letters(text) > sum(_letters(name.printed) for name in found):
        return found
    return tuple(replace(name, sure=False) for name in found)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _of_set(codes: Iterable[Code]) -> dict[str, _Group]:
    """Return the fields of one code set by their names in one case, in English messages alone."""
    english = [code for code in codes if is_english(code.language)]
    named = [(code, name) for code in english for text in code.messages for name in _said(text)]
    sure = {name.printed.casefold() for _, name in named if name.sure}
    groups: dict[str, _Group] = {}
    for code, name in named:
        folded = name.printed.casefold()
        if folded in sure:
            group = groups.setdefault(folded, _Group(Counter(), {}))
            group.printed[name.printed] += 1
            group.codes[code.url] = code
    return groups


def _field(group: _Group, places: Mapping[str, int]) -> Field:
    # The one with a small letter first, where two are as frequent.
    printed = sorted(group.printed, key=lambda name: (-group.printed[name], name.swapcase()))
    codes = sorted(group.codes, key=lambda url: places[url])
    return Field(printed[0], tuple(printed), tuple(group.codes[url] for url in codes))
