"""What the heading of a column says of codes: that it has them, those of before, or none.

A page has tables of versions, limits and regions beside those of codes, and their numbers look like
codes as well. Whatever the heading does not tell is left for a person to decide.
"""

from __future__ import annotations

import re

_CODE = r"code|errno|코드|码|代码|碼|コード|código|codigo|codice|\bкод|رمز|\bmã\b"  # noqa: RUF001 - Cyrillic
_CODES = rf"{_CODE}|err"
# Codes stand below them, and so do other things.
_NUMBERS = r"number|\bid\b|value|status|statut|estado|번호|番号|nummer"
_OUTRIGHT = re.compile(rf"(?!.*(?:http|status)).*(?:{_CODE}).*", re.IGNORECASE)
_HINT = re.compile(f"{_CODES}|{_NUMBERS}", re.IGNORECASE)
_NAMED = re.compile(
    rf"{_CODES}|result|response|return|fault|exception|결과|结果|結果", re.IGNORECASE
)
_OLD = re.compile(
    r"\b(?:old|former|previous|legacy|obsolete|deprecated|earlier|ancien|antig|alte?[rs]?\b)"
    r"|旧|舊|이전|구 ?코드|\bстар|\bпрежн",  # noqa: RUF001 - Cyrillic
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\b(?:versions?|dates?|since|released?|updated?|limits?|length|size|max(?:imum)?|min(?:imum)?"
    r"|defaults?|prefix|ports?|phone|years?|prices?|quotas?|timeouts?|addresse?s?|registers?|offsets?|version[es]*|datum|fecha|дата"
    r"|per (?:second|minute|hour|day|week|month)|seconds?|minutes?|hours?|days|bytes|requests"
    r"|puertos?|portas?|l[ií]mites?|limiti|versi[oó]n|vers[ãa]o|versione|plazo|grenzwerte?|frist"
    r"|лимит\w*|порт\w*|версия|таймаут\w*)\b"
    r"|日期|版本|时间|날짜|버전|バージョン|日付|長さ|长度|길이|限额|限額|配额|配額|额度|上限|超时|默认|端口"
    r"|タイムアウト|制限|ポート|既定|포트|제한|한도|기본값|타임아웃",
    re.IGNORECASE,
)
# Nothing but that codes of errors stand below it.
_PLAIN = re.compile(
    r"(?:api|error|err|fault|result|response|return|错误|錯誤|返回|오류|에러|エラー|fehler)?"
    rf"[ _-]?(?:{_CODE})s?(?: d[eo] err(?:or|eur|o))?",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\bsub[ _-]?(?:(?:error|status|result)[ _-]?)?(?:code|err|number)|\b(?:minor|secondary) ?code"
    r"|子(?:错误|返回|业务)?代?码|子代碼|子エラーコード|サブ ?コード"
    r"|(?:하위|서브|세부) ?(?:오류 ?)?코드"
    r"|\bunter(?:fehler)?code|\bsous[ -]code|\bsub[ -]?c[oó]digo",
    re.IGNORECASE,
)

# What is said of codes.
_OF_CODES = re.compile(
    rf"(?:{_CODE})(?:['’]?s)?[ _-]*(?:の|-)?(?:names?|texts?|messages?|desc\w*|meanings?|titles?"
    r"|labels?|名|이름|명|설명|의미|名称|名稱|说明|說明|描述|含义|説明|意味|bezeichnung|beschreibung|bedeutung)$",
    re.IGNORECASE,
)
# Codes of things of the world, which no error has.
_OTHERS = re.compile(
    r"(?:command|cmd|currency|country|language|locale|region|area|dial(?:l?ing)?|postal|post|zip|airport|bank"
    r"|colou?r)[ _-]?codes?\b|币种|貨幣|货币|国家|國家|通貨|통화|국가",
    re.IGNORECASE,
)
_NAMES = re.compile(
    r"types?|reasons?|kinds?|slugs?|identifiers?|causes?|类型|類型|原因|種類|種別|유형|사유",
    re.IGNORECASE,
)
# What counts the rows.
_COUNTS = re.compile(
    r"#|no\.?|nr\.?|s\.? ?no\.?|n[º°]|№|index|row|seq(?:uence)?|lfd\.? ?nr\.?"
    r"|序号|序號|番号|項番|번호|연번|순번",
    re.IGNORECASE,
)


def may_name(heading: str) -> bool:
    """Tell whether names of errors can stand below a heading that does not say "code"."""
    return bool(_NAMES.fullmatch(heading.strip()))


def counts(heading: str) -> bool:
    """Tell whether a heading can stand above the numbers of rows."""
    return bool(_COUNTS.fullmatch(heading.strip()))


def hints(heading: str) -> bool:
    """Tell whether codes can be expected below a heading."""
    return bool(_HINT.search(heading)) and not _OTHERS.search(heading)


def names(heading: str) -> bool:
    """Tell whether a heading says outright that codes stand below it."""
    return bool(_NAMED.search(heading)) and not _OTHERS.search(heading)


def is_code(heading: str) -> bool:
    """Tell whether a heading has the word "code", and means neither statuses nor old codes."""
    return bool(_OUTRIGHT.fullmatch(heading)) and not (_OTHERS.search(heading) or is_old(heading))


def is_plain(heading: str) -> bool:
    """Tell whether a heading says that codes of errors stand below it, and not which of several."""
    return bool(_PLAIN.fullmatch(heading.strip()))


def is_part(heading: str) -> bool:
    """Tell whether a heading says that what stands below it goes on with another code."""
    return bool(_PART.search(heading))


def is_of_codes(heading: str) -> bool:
    """Tell whether a heading ends with what is said of codes, as in "Reason code name"."""
    return bool(_OF_CODES.search(heading.strip()))


def is_old(heading: str) -> bool:
    """Tell whether a heading says that the codes below it are those of before."""
    return bool(_OLD.search(heading))


def denies(heading: str) -> bool:
    """Tell whether a heading says that something else than codes stands below it."""
    return bool(_OTHERS.search(heading) or (_NONE.search(heading) and not hints(heading)))
