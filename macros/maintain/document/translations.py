"""Texts that stand beside each other in several languages: headings -> whether they are one text.

Which of them the API answers with, no heading tells. They are known by what the headings have in
common, as in `message_de` and `message_en`, or by saying the same, as `Meldung` and `Message` do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

# Without those that are words of headings, such as "id" and "no".
_TAG = (
    "(?:ar|bg|cn|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|it|ja|jp|ko|kr|lt|lv|nb|nl|pl|pt|ro|ru"
    "|sk|sl|sr|sv|th|tr|tw|uk|vi|zh)"
)
_PLACE = "(?:[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3}))?"
_TAGGED = re.compile(
    rf"(?i:{_TAG}{_PLACE})"
    rf"|(?P<before>.*[^\W\d_])(?:\s*[-_.:/([（]\s*(?i:{_TAG}{_PLACE})[)\]）]?"  # noqa: RUF001 - of East Asian pages
    rf"|\s(?i:{_TAG})(?<=[A-Z]{{2}})|(?<=[a-z])(?i:{_TAG})(?<=[A-Z][a-z]))"
    rf"|(?i:{_TAG}{_PLACE})[-_.:]\s*(?P<behind>.+)"
)
# As texts in several languages are called in data: texts[en].text
_WITHIN = re.compile(rf"(.+)\[((?i:{_TAG}{_PLACE}))\](.*)")
_SPOKEN = re.compile(
    r"\b(?:arabic|chinese|dutch|english|french|german|italian|japanese|korean|local|polish"
    r"|portuguese|russian|spanish|translation|turkish|vietnamese|deutsch|englisch|español|inglés"
    r"|français|anglais|português|русский|английский)\b"
    r"|中文|英文|英语|英語|日文|日本語|中国語|韓国語|한국어|한글|국문|영문|영어",
    re.IGNORECASE,
)
_ERROR = "(?:(?:error|err|api|response) ?)?"
# What messages are called in English, and elsewhere; and descriptions.
_MESSAGE, _DESCRIPTION = (
    (
        re.compile(f"{_ERROR}(?:message|msg)s?(?: text)?"),
        re.compile(
            "(?:fehler)?meldung(?:stext)?|nachricht|mensaje|mensagem|messaggio|melding|komunikat"
            "|сообщение|رسالة|(?:错误|提示|返回)?(?:消息|信息)|(?:錯誤)?訊息"
            "|(?:오류 ?|에러 ?)?메시지|(?:エラー ?)?メッセージ"
        ),
    ),
    (
        re.compile(f"{_ERROR}(?:description|desc)s?"),
        re.compile(
            "(?:fehler)?beschreibung|descripci[oó]n|descrição|descrizione|omschrijving|opis"
            "|описание|الوصف|(?:错误)?(?:描述|说明)|(?:錯誤)?說明|(?:오류 ?|에러 ?)?설명|説明"
        ),
    ),
)


class _Heading(NamedTuple):
    """What a heading says, and the language that it names; nothing where it names none."""

    says: str
    language: str


def language(heading: str) -> str:
    """Return the language that a heading names; nothing where it names none."""
    return _parted(heading).language


def is_language(text: str) -> bool:
    """Tell whether a text is nothing but a language: `en`, `zh_CN`, `English`."""
    return bool(_parted(text).language) and not _parted(text).says


def is_english(heading: str) -> bool:
    """Tell whether a heading names English as the language of what stands below it."""
    return language(heading).split(" ")[:1] in (["en"], ["english"], ["englisch"], ["anglais"])


def are_one(heading: str, other: str) -> bool:
    """Tell whether two headings say the same in two languages, or of two languages."""
    one, two = _parted(heading), _parted(other)
    if one.language != two.language and one.says == two.says:
        return True
    if any(not said.says and says_message(by) for said, by in ((one, other), (two, heading))):
        return True
    return any(
        english.fullmatch(said) and foreign.fullmatch(by)
        for english, foreign in (_MESSAGE, _DESCRIPTION)
        for said, by in ((one.says, two.says), (two.says, one.says))
    )


def in_languages(headings: Iterable[str]) -> set[str]:
    """Return the headings that say the same of several languages each: message_de, message_en."""
    told: dict[str, list[str]] = {}
    for heading in headings:
        one = _parted(heading)
        if one.language:
            told.setdefault(one.says, []).append(heading)
    return {heading for same in told.values() if same[1:] for heading in same}


def says_message(heading: str) -> bool:
    """Tell whether a heading says "message" in some language, or of one, or a language alone."""
    says = _parted(heading).says
    return any(word.fullmatch(says) for word in _MESSAGE) or is_language(heading)


def _parted(heading: str) -> _Heading:
    heading = _WITHIN.sub(r"\1\3 (\2)", heading.strip())
    if found := _TAGGED.fullmatch(heading):
        says = found["before"] or found["behind"] or ""
        return _Heading(_folded(says), _folded(heading.replace(says, "", 1) if says else heading))
    if spoken := _SPOKEN.search(heading):
        rest = heading[: spoken.start()] + heading[spoken.end() :]
        return _Heading(_folded(rest), spoken[0].casefold())
    return _Heading(_folded(heading), "")


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text).split()).casefold()
