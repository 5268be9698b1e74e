"""The day that a document says it is of: text -> the day, and the words that say so.

Only a whole sentence of the document on itself counts, such as "It was last updated on 14 March
2026". A row of a table, a date in an entry and "deprecated as of …" speak of something else, and
03/04/2026 is two days.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD, _TAIL = 15, 5  # lines in which a document says of which day it is
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_GERMAN_MONTHS = {"mär": 3, "mai": 5, "okt": 10, "dez": 12}
_MONTH = (
    r"(?:jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|june?|juni|july?"
    r"|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)\.?"
)
_DATE = (
    r"(?:(?P<y1>20[0-9]{2})(?P<mark>[-._/]?)(?P<m1>0[1-9]|1[0-2])(?P=mark)(?P<d1>[0-3][0-9])"
    r"|(?P<y2>20[0-9]{2})[-./](?P<m2>[0-9]{1,2})[-./](?P<d2>[0-9]{1,2})"
    r"|(?P<y3>20[0-9]{2})\s*[年년]\s*(?P<m3>[0-9]{1,2})\s*[月월]\s*(?P<d3>[0-9]{1,2})\s*[日일]"
    r"|(?P<d4>[0-9]{1,2})\.(?P<m4>[0-9]{1,2})\.(?P<y4>20[0-9]{2})"
    rf"|(?P<d5>[0-9]{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<m5>{_MONTH}),?\s+(?P<y5>20[0-9]{{2}})"
    rf"|(?P<m6>{_MONTH})\s+(?P<d6>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y6>20[0-9]{{2}}))"
    r"(?![0-9/.-]*[0-9])"
)
_TIME = (
    r"(?:(?:,?\s+(?:at|um)\s+|[T ,]+)[0-9]{1,2}:[0-9]{2}[^A-Za-z]*"
    r"(?:Z|UTC|GMT|Uhr|[AaPp]\.?[Mm]\.?)?)?"
)
_GERMAN = r"stand|datum|zuletzt\s+(?:aktualisiert|geändert)|aktualisiert|geändert|letzte\s+\w+ung"
_LAST = (
    r"last[\s-]+(?:updated?|modified|modification|revised|revision|changed?|edited|edit)"
    r"(?:\s+date)?|(?:最后|最近)(?:更新|修改)(?:时间|日期)?|最终更新|最終更新日?時?"
    r"|최종\s*(?:수정|업데이트|갱신)일?"
)
_UPDATED = (
    rf"updated?|modified|revised|{_GERMAN}|更新(?:时间|日期|於|于|日時?)?|修订(?:时间|日期)?"
    r"|修改(?:时间|日期)|改訂日?|改定日?|수정일?|개정일?|갱신일?|업데이트"
)
_PUBLISHED = (
    r"published|publication|revision|release\s+date|released|version|date"
    r"|发布(?:时间|日期|于)?|公開日|発行日|게시일"
)
_SELF = (
    r"(?:(?:(?:this|the)\s+(?:[a-z]+\s+)?(?:page|document|documentation|list|file|table|article)"
    r"|it)\s+(?:was|is|has\s+been)\s+|(?:dies|diese[rs]?)\s+\w+\s+wurde\s+|(?:page|document)\s+)?"
)
_LINK = r"\s*(?:on|at|am|vom|of|in)?\s*[:\uff1a=]?\s*(?:on|am|vom)?\s*"
_NUMBER = r"(?:\s+v?[0-9]+(?:\.[0-9]+)+,?(?:\s+(?:of|from))?)?"  # of a version
_AS_OF = (
    r"(?:(?:[^.,;]*\s)?(?:codes?|list|page|document|table|status|state|current|correct)\s+)?"
    r"as\s+of\s*:?\s*"
)
_ENDS = _TIME + r"\s*[.。]?"


def _said(words: str) -> re.Pattern[str]:
    before = rf"{_SELF}(?P<word>{words}){_NUMBER}{_LINK}{_DATE}{_ENDS}"
    return re.compile(before, re.IGNORECASE)


# From what tells most of a document's day to what tells least.
_PATTERNS = (
    (_said(_LAST), re.compile(_AS_OF + _DATE + _ENDS, re.IGNORECASE)),
    (_said(_UPDATED), re.compile(_DATE + r"\s*(?:最終)?(?:更新|修订|改訂|改定|수정|개정)")),
    (_said(_PUBLISHED), re.compile(_DATE + r"\s*(?:发布|公開)")),
)
_ROW = re.compile(r"\|.*\||<t[drh]\b|\t.*\t", re.IGNORECASE)
_OF_AN_ENTRY = re.compile(r"(?:\s+|\s*-\s+)[\"']?[a-z_]\w*[\"']?\s*[:=]")
_BLOCKS = re.compile(r"<br\b[^>]*>|</(?:p|div|h[1-6]|li|title|header|footer)>", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[^0-9][.;!?])\s+|(?<=。)")
_PIECES = re.compile(r"[()\uff08\uff09]|\s+[-\u2013—·]\s+")
_BEGINS_WITH_A_CODE = re.compile(r"(?!20[0-9]{2}\b|20[0-9]{2}年)\W*[A-Z]?[0-9]")
_SPEAKS_OF_ALL = re.compile(
    r"©|\b(?:codes|errors|list|reference|documentation|documents?)\b|一覧|コード|错误码|目录",
    re.IGNORECASE,
)
_HEAD_KEYS = "meta", "metadata", "info"


def own_day(text: str) -> tuple[date, str] | None:
    """Return the day that a document says it is of, with its words; None where it tells none.

    Where it says two days with the same word, none of them is known to be its own.
    """
    said = list(_said_of_itself(text))
    for patterns in _PATTERNS:
        found: dict[date, str] = {}
        for sentence in said:
            for pattern in patterns:
                match = pattern.fullmatch(_apart(sentence))
                if match and (day := _day(match)):
                    found.setdefault(day, sentence)
        if found:
            return next(iter(found.items())) if len(found) == 1 else None
    return None


def _said_of_itself(text: str) -> Iterator[str]:
    """Yield the sentences in which a document may speak of itself, without markup."""
    if text.lstrip()[:1] in {"{", "["}:
        try:
            yield from _of_json(json.loads(text))
        except (ValueError, RecursionError):
            pass
        else:
            return
    lines = [line for line in text.split("\n") if line.strip()]
    for line in dict.fromkeys([*lines[:_HEAD], *lines[-_TAIL:]]):
        if _ROW.search(line) or _OF_AN_ENTRY.match(line):
            continue
        for part in _BLOCKS.split(line):
            plain = " ".join(re.sub(r"<!--|-->|<[^>]*>|[#*_`|\"“”]", " ", part).split())
            if not _BEGINS_WITH_A_CODE.match(plain):
                yield from _sentences(plain.lstrip("/;>-• "))


def _sentences(plain: str) -> Iterator[str]:
    """Yield the sentences of a line, and what stands behind a title in brackets or after a dash."""
    for sentence in _SENTENCES.split(plain):
        first, *others = _PIECES.split(sentence)
        yield first.strip(" ,")
        if _SPEAKS_OF_ALL.search(first) or not first:
            yield from (piece.strip(" ,") for piece in others)


def _of_json(content: object) -> Iterator[str]:
    """Yield what the head of JSON says, `key: text`; entries speak of themselves alone."""
    if isinstance(content, dict):
        for key, value in content.items():
            if isinstance(value, str):
                yield f"{key}: {value}"
            elif key.lower() in _HEAD_KEYS and isinstance(value, dict):
                yield from (f"{name}: {text}" for name, text in value.items())


def _apart(sentence: str) -> str:
    """Return a sentence with the words of a key apart: `last updated` for `lastUpdated`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_(?=[A-Za-z])", " ", sentence)


def _day(match: re.Match[str]) -> date | None:
    """Return the day of a match, if it is one and cannot be another."""
    of = {
        name[0]: value for name, value in match.groupdict().items() if value and name[1:].isdigit()
    }
    if match["d4"] and int(match["d4"]) <= 12:  # noqa: PLR2004 - the number of months
        word = match.groupdict().get("word") or ""
        if not re.fullmatch(_GERMAN, word, re.IGNORECASE):
            return None
    try:
        return date(int(of["y"]), _month(of["m"]), int(of["d"]))
    except ValueError:
        return None


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    short = written[:3].lower()
    return _GERMAN_MONTHS.get(short) or _MONTHS.index(short) + 1
