"""What names and texts say of a number: that it is a code of an error, or a number of another kind.

A document has ports, limits, versions and years beside its codes, and they look like codes. Words
decide nothing here: they tell for which numbers a person has to be asked.
"""

from __future__ import annotations

import re

from macros.maintain.document import code_headings

_ERRORS = re.compile(
    r"\berr(?:or|no|s)?|error|fault|fail|exception|problem|reject|warn|오류|에러|错误|錯誤|异常|異常|失败|失敗"
    r"|エラー|fehler|erreur|errore\b|ошиб|خطأ",
    re.IGNORECASE,
)
# A heading that is nothing but this stands above the list of all codes.
_LIST = re.compile(
    r"(?:(?:list|table) of )?(?:all )?(?:the )?(?:api |global )?"
    r"(?:error|return|exit|result|response|status|fault)?[ -]?(?:codes?|errors?)"
    r"(?: (?:list|table|reference))?"
    r"|(?:全局)?(?:错误|返回|錯誤|响应|结果)[代]?[码碼](?:列表|说明|表)?|エラー ?コード(?:一覧)?"
    r"|(?:에러|오류|응답|결과) ?코드(?: ?목록)?|fehlercodes?"
    r"|c[oó]digos? de (?:errore?s?|erros?|respuesta|resposta|retorno)|codici (?:di )?errore"
    r"|codes? d['’]erreurs?|коды? (?:ошибок|ошибки|ответов|возврата)",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:removed|deprecated|obsolete|retired|withdrawn|discontinued|no longer|no more|any ?more"
    r"|former(?:ly)?|unused|defunct|out of use|old (?:\w+ )?(?:codes?|errors?)|nicht mehr"
    r"|zurückgezogen\w*|retirad[ao]s?|retirée?s?|entfernte?|veraltete?|obsolet[aeo]s?|eliminad[ao]s?|removid[ao]s?|supprimée?s?|dépréciée?s?"
    r"|устар\w+|удал[её]нн\w+)\b|废弃|廢棄|已下线|停用|廃止|폐지|사용하지 않는",
    re.IGNORECASE,
)
_HTTP = re.compile(
    r"\bhttp\b.*(?:\bstatus|状态|狀態|状態|상태|ステータス|\best[aá](?:do|t)|статус)"
    r"|\bhttp[ -]?(?:response )?codes?\b",
    re.IGNORECASE,
)
_STATUS = re.compile(r"\bstatus ?codes?\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:ports?|limits?|limitations?|quotas?|sizes?|dimensions?|versions?|history|change ?log"
    r"|releases?|timeline|milestones?|years?|colou?rs?|addresse?s?|contacts?|opening|hours?"
    r"|currenc(?:y|ies)|countr(?:y|ies)|regions?|timeouts?|defaults?|settings?|parameters?"
    r"|units?|prices?|plans?|examples?|states?|status(?:es)?(?! ?codes?)|events?|types?|kinds?"
    r"|modes?|levels?|roles?|weekdays?|protocols?)\b"
    r"|事件|端口|版本|限制|历史|歷史|颜色|地址|货币|国家|포트|이벤트|버전|제한|이력|색상|주소|통화|국가"
    r"|ポート|バージョン|制限|イベント|履歴|住所|通貨|国名|カード|카드|卡种|卡類|测试卡"
    r"|(?:状态|狀態|状態|상태|ステータス)(?! ?(?:[码碼]|코드|コード))"
    # Spanish, Portuguese, French, Italian, German and Russian.
    r"|\b(?:estados?|[eé]tats?|stati|tarjetas?|cart(?:ão|ões|es?)|monedas?|moedas?|devises?|divisas?"
    r"|valut[ae]|pa[ií]s(?:es)?|pays|paesi|puertos?|portas?|porte|l[ií]mites?|limiti|versiones"
    r"|vers(?:ões|ão)|zust(?:and|ände)|ereignisse?|[eé]v[eé]nements?|eventos?|eventi|währung(?:en)?|länder|grenz(?:en|werte)|karten|versionen"
    r"|статус\w*|порты?|валют\w*|стран[аы]?|лимит\w*|верси[ияй]|карт[аы])\b",
    re.IGNORECASE,
)
_SWITCHES = re.compile(
    r"\b(?:flags?|options?|permissions?|bits?|(?:bit ?)?masks?)\b", re.IGNORECASE
)
# What messages of errors say, and descriptions of other numbers seldom do.
_FAILURE = re.compile(
    r"\b(?:not|no|non|nobody|none|nothing|never|cannot|can't|isn't|wasn't|doesn't|without|too|un\w+"
    r"|in(?:valid|correct|sufficient|complete|active|ternal)\w*|fail\w*|err\w*|fault\w*|missing"
    r"|mis\w+|wrong|bad|illegal|denied|refuse[ds]?|reject\w*|forbid\w*|expired?|exceed\w*|broken"
    r"|busy|gone|lost|closed|late|dead|timed?[ -]?out|conflict\w*|duplicat\w*|already|must|out of"
    r"|lacks?|blocked|taken|locked|revoked|disabled|stopped|aborted|cancell?ed|exhausted|overloaded)\b"
    r"|不|无|無|未|失败|失敗|错误|錯誤|超|없|않|못|실패|오류|초과|エラー|ない|ません|超過|切れ",
    re.IGNORECASE,
)
_STATUSES = frozenset(
    "200 201 202 203 204 205 206 300 301 302 303 304 307 308 400 401 402 403 404 405 406 407 408"
    " 409 410 411 412 413 414 415 416 417 418 421 422 423 424 425 426 428 429 431 451 500 501 502"
    " 503 504 505 507 508 510 511".split()
)
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\W\d_a-zA-Z]+")
_ERROR_WORDS = frozenset(
    "e err errno error errors ecode exc exception fault failure bad invalid unknown missing wrong"
    " fail failed fails denied refused rejected exceeded exceeds over reached too no not none"
    " unsupported unavailable unauthorized illegal expired closed lost conflict mismatch large big"
    " small short long out insufficient empty duplicate busy gone broken locked blocked taken"
    " forbidden required overflow cant cannot exists many non negative".split()
)
_MARKS = frozenset("e err errno error errors ecode exc exception fault failure".split())
_AMOUNTS = frozenset("max maximum min minimum default num total".split())
_UNITS = frozenset(
    "ms msec msecs millis sec secs second seconds minute minutes hour hours day days bytes kb mb"
    " size count limit port version revision retries attempts tries length len width height depth"
    " interval ttl delay year capacity weight percent threshold offset".split()
)
# A text that is no sentence, and says what a number counts, or in which unit.
_UNIT = (
    r"(?:ms|msecs?|milli-?seconds?|secs?|seconds?|minutes?|hours?|days?|bytes?|[kmg]i?b"
    r"|kilobytes?|megabytes?|percent|%)"
)
_IN_UNITS = re.compile(rf"(?:.*(?:\b(?:in|as) |[(,]\s*))?{_UNIT}\W*", re.IGNORECASE | re.DOTALL)
_COUNTED = re.compile(
    r"(?:the )?(?:defaults?|max(?:imum|imal)?|min(?:imum|imal)?|numbers? of"
    r"|how (?:many|often|long|much)|sizes? of|lengths? of|retry|retries|tries|attempts)\b.*",
    re.IGNORECASE | re.DOTALL,
)
# What a number counts, even where the text speaks of failures.
_SURELY = re.compile(
    r"(?:the )?(?:how (?:many|often|long|much)\b.*|defaults?\b.*"
    r"|(?:(?:max(?:imum|imal)? )?numbers? of )?(?:retries|tries|attempts|calls|times)\b"
    r"[^.]*\b(?:until|before|per|an?)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_MEASURES = frozenset(
    "ms msec msecs millis sec secs seconds minutes hours days bytes kb mb percent".split()
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|does|did|can|could|may|must|reached|over|above|more|larger"
    r"|greater|longer)\b",
    re.IGNORECASE,
)
_FIRM = r"(?:Ltd|Inc|LLC|GmbH|PLC|plc|Corp|Pty|Co|B\.V|S\.A|S\.r\.l|Oy|ApS)\.?"
_FIRM_ASIA = "株式会社|有限公司|주식회사"
_IMPRINT = re.compile(
    rf"(?:[A-Z][\w&.'-]*[\s,]+){{1,5}}(?:{_FIRM})(?:[\s,].*)?|.{{1,20}}(?:{_FIRM_ASIA})"
    r"|(?:©|\([cC]\)\s|copyright\b|Copyright (?:©|\([cC]\)|[0-9]{4}\b)).*"
    r"|.*(?:©|\(c\)) ?(?:19|20)[0-9]{2}\b.*"
    r"|.*\b[Aa]ll rights reserved\b.*",
    re.DOTALL,
)
_ADDRESS = re.compile(
    r"(?:[A-Z][\w.'-]*\s+){1,4}(?:Road|Street|Avenue|Lane|Boulevard|Drive|Square|Quay|Rd|St|Ave)\b"
    r"\.?(?:,.*)?",
    re.DOTALL,
)
_KIND = re.compile(r"warn\w*|info\w*|fatal|critical|severe|success|ok|notice|debug", re.IGNORECASE)
_YEAR = re.compile(r"199[0-9]|20[0-3][0-9]", re.ASCII)


def says_errors(name: str) -> bool:
    """Tell whether a heading or a name speaks of errors, or of their codes."""
    if _ERRORS.search(name):
        return True
    return code_headings.names(name) and not says_http(name)


def speaks_of_errors(name: str) -> bool:
    """Tell whether a name has a word for errors, and not that for codes alone."""
    return bool(_ERRORS.search(name))


def says_gone(name: str) -> bool:
    """Tell whether a heading says that what stands below it is sent no more."""
    return bool(_GONE.search(name))


def is_list(heading: str) -> bool:
    """Tell whether a heading says no more than that all codes stand below it."""
    return bool(_LIST.fullmatch(heading.strip(" :：.#*")))  # noqa: RUF001 - a colon of East Asia


def says_http(name: str) -> bool:
    """Tell whether a heading speaks of statuses of HTTP."""
    return bool(_HTTP.search(name)) and not _ERRORS.search(name)


def says_status(name: str) -> bool:
    """Tell whether a heading speaks of status codes, which can be those of errors, too."""
    return bool(_STATUS.search(name)) and not _ERRORS.search(name)


def says_others(name: str) -> bool:
    """Tell whether a heading or a name speaks of numbers that are no codes of errors."""
    if _ERRORS.search(name):
        return False
    return says_http(name) or bool(_OTHERS.search(name)) or code_headings.denies(name)


def says_switches(comment: str) -> bool:
    """Tell whether a comment in source code speaks of numbers that a program is called with."""
    return bool(_SWITCHES.search(comment)) and not _ERRORS.search(comment)


def tells_failure(text: str) -> bool:
    """Tell whether a text speaks of something that went wrong."""
    return bool(_FAILURE.search(text))


def words(name: str) -> list[str]:
    """Return the words of a name in source code, in small letters: `max`, `retries`."""
    return [word.lower() for word in _WORDS.findall(name)]


def is_marked(name: str) -> bool:
    """Tell whether the first or the last word of a name says that it is one of an error."""
    found = words(name)
    return bool(found) and bool({found[0], found[-1]} & _MARKS)


def names_failure(name: str) -> bool:
    """Tell whether a word of a name says that something went wrong."""
    return not _ERROR_WORDS.isdisjoint(words(name))


def is_setting(name: str) -> bool:
    """Tell whether a name is one of a setting, as `MAX_RETRIES` is, and not of an error."""
    found = words(name)
    if not found or _ERROR_WORDS & set(found):
        return False
    # The prefix that all names have may stand before it: KX_MAX_RETRY.
    return found[-1] in _UNITS or not _AMOUNTS.isdisjoint(found[:-1][:2])


def tells_unit(name: str, text: str) -> bool:
    """Tell whether a text says in which unit a number is, or the name of the number does.

    As `in milliseconds` does, and `TIMEOUT_MS`.
    """
    found = words(name)
    measures = found[-1:] and found[-1] in _MEASURES and _ERROR_WORDS.isdisjoint(found)
    return bool(measures or _IN_UNITS.fullmatch(text)) and not _is_of_failure(text)


def tells_amount(name: str, text: str) -> bool:
    """Tell whether a name has a word for an amount, and its text says what is counted."""
    found = set(words(name))
    if found.isdisjoint(_UNITS | _AMOUNTS) or _ERROR_WORDS & found:
        return False
    counted = _COUNTED.fullmatch(text) and not _is_of_failure(text)
    return bool(counted or _SURELY.fullmatch(text))


def _is_of_failure(text: str) -> bool:
    return tells_failure(text) or bool(_VERB.search(text))


def is_of_others(name: str) -> bool:
    """Tell whether a name begins with what has numbers of its own, as `STATE_NEW` does."""
    found = words(name)
    return len(found) > 1 and not _ERROR_WORDS & set(found) and says_others(found[0])


def is_imprint(text: str) -> bool:
    """Tell whether a text is a firm's name, or an address: what stands at the end of a page."""
    return bool(_IMPRINT.fullmatch(text) or _ADDRESS.fullmatch(text))


def is_year(code: str) -> bool:
    """Tell whether a code could be a year."""
    return bool(_YEAR.fullmatch(code))


def is_kind_of_error(text: str) -> bool:
    """Tell whether a text says how grave an error is, or that all went well."""
    return not text or bool(_KIND.fullmatch(text) or _ERRORS.search(text))


def is_status(text: str) -> bool:
    """Tell whether a text is one of the statuses that HTTP has; of other numbers, few are."""
    return text in _STATUSES
