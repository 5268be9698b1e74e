"""Facts on a page that look like codes and are none: days, versions, amounts, addresses."""

from __future__ import annotations

import re

from macros.readers.printed import UNSEEN, compiled, is_code, plain

# No codes, though they may look like some: days, versions, times, the years of a copyright, the
# first line of an answer.
_FACTS = re.compile(
    r"(?<![0-9])[0-9]{4}([-./])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])"
    r"|(?<![0-9])[0-9]{1,2}([-./])[0-9]{1,2}\2[0-9]{4}(?![0-9])"
    r"|(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?|(?<![0-9])[0-9]{1,2}h(?:[0-9]{2})?\b"
    r"|\bv?[0-9]+\.[0-9]+(?:\.[0-9]+)*\b"
    r"|(?:\xa9|\(c\)|copyright)\s*[0-9]{4}(?:\s*[\u2013-]\s*[0-9]{4})?"
    r"|^\W*\xa9.*|\bHTTP/[0-9](?:\.[0-9])? [1-5][0-9]{2}\b",
    re.IGNORECASE | re.ASCII,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_UNIT = (
    r"(?:(?:ms|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|days?|weeks?|months?|years?"
    r"|bytes?|[kmg]i?b|characters?|requests?|messages?|msgs?|calls|times|digits?|items?|entries"
    r"|sekunden?|minuten?|stunden?|tage?n?|zeichen|anfragen|segundos?|minutos?|horas?|d[ií]as?"
    r"|caracteres|solicitudes|peticiones|requisições|secondes?|heures?|jours?|caractères|requêtes"
    r"|раза?|секунд[аыу]?|минут[аыу]?|час(?:а|ов)?|дн(?:я|ей)|день|байта?|символ(?:а|ов)?"  # noqa: RUF001 - Cyrillic
    r"|запрос(?:а|ов)?)(?![\w-])"  # noqa: RUF001 - the same
    # East Asian ones, which words follow without a space.
    r"|%|毫秒|秒|分钟|分鐘|分間|小时|小時|時間|天|日間?|个月|か月|ヶ月|次|回|字节|位元組|字符|文字|条|件|个"
    r"|초|분|시간|일|개월|회|건|바이트|글자|자)"
)
# Behind words, and not behind those that make it a code: "the error 4001 times out" has no amount.
_BEHIND_WORDS = (
    r"(?-i:(?<=[\w:\u00c0-\u04ff\u3040-\u9fff\uac00-\ud7af] )|(?<=[\u3040-\u9fff\uac00-\ud7af]))"
    r"(?<!code )(?<!codes )(?<!error )(?<!code: )(?<!error: )(?<!errno )(?<!fehler )"
    r"(?<!código )(?<!codigo )(?<!erro )"
    r"(?<!ошибка )(?<!код )(?<!码)(?<!码 )(?<!碼)(?<!碼 )(?<!错误)(?<!错误 )(?<!返回)(?<!返回 )"
    r"(?<!エラー)(?<!エラー )(?<!コード)(?<!コード )(?<!오류 )(?<!에러 )(?<!코드 )"
)
# What a sentence says of other things: addresses, ids, days, amounts. An amount stands not first.
_OF_SENTENCES = re.compile(
    r"\bhttps?://[^\s<>\"'`)\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    rf"|\b[0-9]{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}\s+[0-9]{{4}}\b"
    rf"|\b{_MONTH}\s+[0-9]{{1,2}},?\s+[0-9]{{4}}\b"
    r"|[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{4}년\s?[0-9]{1,2}월(?:\s?[0-9]{1,2}일)?"
    rf"|{_BEHIND_WORDS}[0-9]+(?:[.,][0-9]+)*\s?{_UNIT}"
    # A telephone number; the number of a section; what a body says of itself.
    r"|(?<![\w+])\+[0-9][0-9 ().-]{6,}[0-9]|(?<![\w-])[0-9]{2,4}(?:-[0-9]{2,5}){2,}(?![\w-])"
    r"|^#{1,6} [0-9]{1,2}\.(?= )"
    r"|\"[\w-]*(?:expires|ttl|time|date|size|count|limit|page|total|amount|version|length|port)"
    r"[\w-]*\"\s*:\s*\"?[0-9.]+"
    r"|\"[a-z_-]+\"\s*:\s*(?=\"[^\"\s]*\"|[0-9{\[]|true\b|false\b|null\b)",
    re.IGNORECASE | re.ASCII,
)
# Words in capitals that no page of an API goes without, where codes are such words, too.
_ACRONYMS = re.compile(
    r"\b(?:HTTPS?|JSON|REST|SOAP|XML|APIS?|URLS?|URIS?|UUIDS?|UTC|TLS|SSL|SDKS?|CSV|HTML|IDS?|UTF"
    r"|OpenAPI|OAuth2?|WebSockets?|GraphQL|GitHub|JavaScript|TypeScript|PostgreSQL|MySQL)\b"
)
# Marks of headings, lists and tables, and what stands around a name.
_AROUND = " #>*+_`\"'()[]{}<>|:;,.="


def codes_named(text: str, pattern: str) -> list[str]:
    """Return the codes that a text names: with a digit, and no part of a longer word or number.

    A sign can bind one to a word, and a letter can stand before it, as in `errors.E102` and
    `ERR_504`. A code that is a word looks like all other words, so it has to be the whole text.
    """
    text = plain(re.sub(f"[{UNSEEN}]", "", text))
    if is_code(bare := text.strip(_AROUND), pattern):
        return [bare]
    apart = compiled(
        r"(?:(?<![^\W_])|(?<=(?<![^\W_])[A-Z]))(?<![0-9][.,:/-])"
        rf"(?P<code>{pattern})(?![^\W_])(?![.,:/-][0-9])"
    )
    codes = [found["code"] for found in apart.finditer(without_facts(text, pattern))]
    return [code for code in dict.fromkeys(codes) if re.search(r"[0-9]", code)]


def without_facts(text: str, pattern: str) -> str:
    """Return a text without days, versions and the like, in which a code could seem to stand."""
    return _FACTS.sub(lambda found: found[0] if is_code(found[0], pattern) else " ", text)


def without_amounts(text: str, pattern: str) -> str:
    """Return a sentence without the facts in it, and without addresses, ids and amounts."""
    rest = _ACRONYMS.sub(" ", without_facts(text, pattern))
    return _OF_SENTENCES.sub(lambda found: found[0] if is_code(found[0], pattern) else " ", rest)
