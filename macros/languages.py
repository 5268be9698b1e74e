"""The languages of documents: BCP 47 tags, such as `en`, `ko` and `zh-Hans`.

Which tags there are and what the languages are called is what CLDR knows, by the library Babel.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

ENGLISH = "en"

# In the one spelling that the standard recommends, so that equal tags are equal texts.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Z][a-z]{3}))?(?:-(?P<place>[A-Z]{2}|[0-9]{3}))?"
)
# What people write for these, taken from the names of countries.
_MEANT = {"cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "kr": "ko", "ua": "uk"}


def fault(tag: str) -> str | None:
    """Say what is wrong with the tag of a language; None where nothing is."""
    english = _english()
    parts = _TAG.fullmatch(tag)
    meant = _MEANT.get(tag.lower().partition("-")[0])
    if meant:
        return f'"{tag}" is the tag of a country; that of its language is "{meant}"'
    if not parts:
        return f'"{tag}" is not a tag of a language such as en, ko or zh-Hans'
    known = (
        (parts["language"], english.languages),
        (parts["script"], english.scripts),
        (parts["place"], english.territories),
    )
    for part, names in known:
        if part and part not in names:
            return f'nobody knows "{part}" in the tag "{tag}"'
    return None


def is_english(tag: str) -> bool:
    """Tell whether a tag is that of English, of whatever country."""
    return tag.partition("-")[0] == ENGLISH


@cache
def name(tag: str) -> str:
    """Return what a language is called in English: `Korean`, `Simplified Chinese`."""
    english = _english()
    whole = english.languages.get(tag.replace("-", "_"))
    if whole:
        return str(whole)
    language, *others = tag.split("-")
    more = [english.scripts.get(part) or english.territories.get(part) or part for part in others]
    called = english.languages.get(language, language)
    return f"{called} ({', '.join(more)})" if more else called


@cache
def _english() -> Locale:
    return Locale(ENGLISH)
