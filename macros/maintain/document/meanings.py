"""Which of several texts is the message: headings and texts -> the message, or none for sure.

A heading often says it: what a code is called, its cause and its remedy are no message where
another text can be one. Of several texts in different languages the English one is the message, as
titles are, unless the headings say that all of them are, or that one in another language is. Two
that are left are a choice for a person, never for a program. So is a phrase of HTTP, "Not Found",
beside a text of which no heading says that it is the message.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, phrases, tongues, translations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.sources.reader_options.table import Name

# Of a heading, whole words in English; the first that fits counts.
_REMEDY = (
    r"\b(?:solutions?|resolutions?|remed(?:y|ies)|actions?|fix(?:es)?|handling|how to|advice"
    r"|suggest(?:ions?|ed)|recommend\w*|workarounds?|troubleshooting|what (?:to|should i) do"
    r"|next steps?|remediations?|mitigations?|countermeasures?|guidance)\b"
    r"|해결|조치|작업|대응|대처|解决|处理|建议|解決|處理|建議|対処|対策|対応|措置"
    r"|recommand|préconis|maßnahme|abhilfe|lösung|behebung|soluci[oó]n|solução|\bacción|\bação|решение"
    r"|действи|que faire|\bremède|qué hacer|o que fazer|что делать|\bazione|oplossing|çözüm|åtgärd"
    r"|rozwiązanie"
)
_CAUSE = (
    r"\b(?:(?:possible |likely )?(?:causes?|reasons?)|why)\b|원인|사유|原因|理由"
    r"|ursache|\bcausa\b|причина"
)
_HTTP = r"\bhttp\b|\bstatus(?: code)?\b|상태|状态|狀態|ステータス"
_NOTE = (
    r"\b(?:notes?|remarks?|comments?|since|version|examples?|see also|links?|retry(?:able)?)\b"
    r"|비고|참고|예시|备注|備註|示例|备考|備考|例"
    r"|bemerkung|hinweis|beispiel|\bexemple|\bejemplo|\bexemplo|\besempio|пример|observaç|observaci|примечание"
)
_CALLED = (
    r"\b(?:names?|labels?|slugs?|constants?|identifiers?|symbols?|enum|key|types?|category)\b"
    r"|이름|명칭|유형|구분|名称|名稱|类型|類型|名前|種別|分類"
)
_SAY: dict[Name, re.Pattern[str]] = {
    "remedy": re.compile(_REMEDY, re.IGNORECASE),
    "cause": re.compile(_CAUSE, re.IGNORECASE),
    "http": re.compile(_HTTP, re.IGNORECASE),
    "note": re.compile(_NOTE, re.IGNORECASE),
    "name": re.compile(_CALLED, re.IGNORECASE),
}
_MESSAGE = re.compile(
    r"messages?\b|\bmsg\b|\bdesc|meaning|메시지|설명|의미|消息|信息|描述|说明|含义|訊息|說明"
    r"|メッセージ|説明|内容|意味"
    r"|signification|libell[ée]|significado|fehlertext|meldung|beschreibung|bedeutung|mensaje|mensagem|descri[cç]|сообщение|описание"
    r"|mô tả|ý nghĩa|thông báo",
    re.IGNORECASE,
)
_TEXT = re.compile(r"\bte?xto?\b", re.IGNORECASE)
_TELLS = re.compile(
    r"expla|explic|detail|defini|erkl|erläut|解释|解釋|解説|详情|詳細|상세|подробн|объяснен|значение",
    re.IGNORECASE,
)
# What the API answers with, more likely than what a page says of it.
_SPELLED = re.compile(
    r"(?:error |response )?(?:message|msg)(?: text)?|메시지|消息|错误信息|メッセージ", re.IGNORECASE
)
_OF_TEXTS = (_SAY["remedy"], _SAY["cause"], _SAY["note"], _SAY["name"])
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# In capitals nothing else tells words apart: ERROR MESSAGEDESCRIPTION.
_GLUED = re.compile(
    r"(?<=CODE|NAME|TYPE|TEXT)(?=[A-Z])|(?<=STATUS|REASON)(?=[A-Z])|(?<=MESSAGE)(?=[A-Z])"
)
_NAME = re.compile(r"[A-Za-z_$][\w$.:-]*", re.ASCII)
_HEXADECIMAL = re.compile(r"0[xX][0-9A-Fa-f]+", re.ASCII)
_STATUS = re.compile(r"[1-5][0-9]{2}(?: [A-Za-z ]+)?", re.ASCII)
_LEAST_FILLED = 0.5  # of the rows have some text in it
_LANGUAGES = {"English", "Korean", "Japanese", "Chinese", "Cyrillic", "Arabic", "Thai"}


def count(heading: str) -> int:
    """Return how many columns of texts a line of headings names, at least.

    They can be glued, as in `CodeNameDescription`.
    """
    apart = _GLUED.sub(" ", _HUMP.sub(" ", heading))
    return sum(len(said.findall(apart)) for said in (*_OF_TEXTS, _MESSAGE))


def is_message(heading: str) -> bool:
    """Tell whether a heading says that messages stand below it, in some word for these."""
    return bool(_MESSAGE.search(heading) or _TEXT.search(heading))


class Text(NamedTuple):
    """One of several texts that all rows have: its heading, and what stands in each row."""

    heading: str
    cells: Sequence[str]

    @property
    def filled(self) -> list[str]:
        """The texts without those that are empty."""
        return [text for text in self.cells if text]


class Meant(NamedTuple):
    """What texts are.

    Attributes:
        message: the place of the message.
        named: the places of others, by what they are.
        rivals: the places of those that could as well be the message.
        why: why it is the message.
    """

    message: int
    named: dict[Name, int]
    rivals: tuple[int, ...]
    why: str


def of_texts(texts: Sequence[Text], likely: int, *, asks: bool = False) -> Meant:
    """Return which of some texts is the message.

    Args:
        texts: the texts.
        likely: the place of the one that looks most like a message, whatever the headings say.
        asks: whether a person can choose between a text and what its heading says is that text in
            another language.
    """
    said = {place: says(text) for place, text in enumerate(texts)}
    able = [place for place, text in enumerate(texts) if can_be(text)]
    free = [place for place in able if said[place] is None]
    # Where no heading says "message", a cause is one, and what to do about it is none.
    free = free or [one for one in able if said[one] in {"cause", "name"}] or able or [likely]
    causes = [place for place in able if said[place] == "cause"]
    free = _with_phrases(texts, free, able, causes)
    named: dict[Name, int] = {}
    for place, name in said.items():
        if name and place not in free and name not in named and texts[place].filled:
            named[name] = place
    if len(free) == 1:
        return Meant(free[0], named, (), _only(texts, free[0], able))
    spoken = {place: tongues.looks(texts[place].filled) for place in free}
    english = [place for place in free if spoken[place] == "English"]
    others = {spoken[place] for place in free if place not in english}
    spelled = [place for place in free if _SPELLED.fullmatch(texts[place].heading.strip())]
    is_open = (asks and _are_one(texts, free)) or not set(spelled) <= set(english)
    if len(english) == 1 and others <= _LANGUAGES and not is_open:
        which = english[0]
        listed = ", ".join(
            f'"{texts[place].heading}" is {spoken[place]}' for place in free if place != which
        )
        for place in free:
            kept: Name = "language" if translations.language(texts[place].heading) else "note"
            if place != which and kept not in named:
                named[kept] = place
        why = f"of texts in several languages it is the English one; {listed}"
        return Meant(which, named, (), why)
    message = spelled[0] if len(spelled) == 1 else likely if likely in free else free[0]
    if _are_one(texts, free):
        named_english = [one for one in free if translations.is_english(texts[one].heading)]
        english = named_english or english
        message = english[0] if len(english) == 1 else message
    rivals = tuple(place for place in free if place != message)
    return Meant(
        message, named, rivals, "several columns have texts, and nothing tells which it is"
    )


def _with_phrases(
    texts: Sequence[Text], free: Sequence[int], able: Sequence[int], causes: Sequence[int]
) -> list[int]:
    """Return what can be the message, with phrases of HTTP where no other heading says that it is.

    Args:
        texts: the texts.
        free: the places of those that can be it by their headings.
        able: the places of all that can be.
        causes: of these, those of causes, which say more than a phrase does.
    """
    told = [one for one in free if _tells(texts[one].heading)]
    short = [one for one in able if phrases.are_all(texts[one].filled) and one not in told]
    if not short:
        return list(free)
    if told:
        return [one for one in free if one not in short]
    return sorted({*free, *short, *(causes if set(free) <= set(short) else ())})


def _tells(heading: str) -> bool:
    return is_message(heading) or bool(_TELLS.search(heading))


def _are_one(texts: Sequence[Text], places: Sequence[int]) -> bool:
    """Tell whether the headings of some texts say that one is the translation of another."""
    pairs = itertools.combinations([texts[place].heading for place in places], 2)
    return any(translations.are_one(*pair) for pair in pairs)


def _only(texts: Sequence[Text], place: int, able: Sequence[int]) -> str:
    filled = f"{len(texts[place].filled)} of its {len(texts[place].cells)} cells have text"
    if len(able) < 2:  # noqa: PLR2004 - nothing to choose from
        return filled
    return f"{filled}, and the headings of the others say what they are"


def says(text: Text) -> Name | None:
    """Return what a heading says that its column is; None where it says nothing, or "message"."""
    if _MESSAGE.search(text.heading):
        return None
    name = next((name for name, one in _SAY.items() if one.search(text.heading)), None)
    if name == "cause" and code_headings.is_of_codes(text.heading):
        return None  # a "Reason code" has a name, and no cause
    if name == "http" and not all(map(_STATUS.fullmatch, text.filled)):
        return None
    return name


def can_be(text: Text) -> bool:
    """Tell whether texts can be messages: most rows have some, and they are no names or numbers."""
    filled = text.filled
    if len(filled) < _LEAST_FILLED * max(len(text.cells), 1):
        return False
    if _SPELLED.fullmatch(text.heading.strip()) or translations.says_message(text.heading):
        return True
    if phrases.are_all(filled) and 2 * len(set(filled)) > len(filled):
        return True
    words = sum(map(_has_words, filled))
    return words > len(filled) / 2 and 2 * len(set(filled)) > len(filled)


def _has_words(text: str) -> bool:
    """Tell whether a text is more than a name or a number."""
    is_number = _HEXADECIMAL.fullmatch(text) or not any(map(str.isalpha, text))
    return not (is_number or _NAME.fullmatch(text))
