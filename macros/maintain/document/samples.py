"""Questions and examples beside what a document lists: words for them, and tables below such.

The table of an example looks as that of the codes does, and what it shows may be invented. The
questions are those that a page answers, as in a FAQ.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from macros.readers.rows import Document, Row


_QUESTIONS = re.compile(
    r"\bfaqs?\b|\b(?:frequent|common)\w* (?:asked )?questions|\bquestions? (?:and|&) answers?\b"
    r"|\bq ?& ?a\b|常见问题|常見問題|常问问题|问答|よくある(?:ご?質問|お問い合わせ)"
    r"|자주 ?(?:묻는|하는) ?질문"
    r"|häufige? (?:gestellte )?fragen|preguntas (?:m[aá]s )?frecuentes|perguntas frequentes"
    r"|questions (?:fréquentes|courantes)|foire aux questions|domande frequenti|част\w+ вопрос",
    re.IGNORECASE,
)
_ENDS = ("?", "？")  # noqa: RUF001 - East Asian
_FEWEST = 2


def titles_questions(heading: str) -> bool:
    """Tell whether a heading says that questions stand below it."""
    return bool(_QUESTIONS.search(heading))


def are_questions(texts: Iterable[str]) -> bool:
    """Tell whether all of some texts are questions; one alone may be what an API asks."""
    told = list(texts)
    return len(told) >= _FEWEST and all(text.rstrip().endswith(_ENDS) for text in told)


_MOST_WORDS = 7  # of a title; of more words a sentence is one
_SHOWN = (
    r"(?:error |api |json |xml )?(?:responses?|requests?|repl(?:y|ies)|answers?|outputs?"
    r"|bod(?:y|ies)|payloads?|tables?|lists?|rows?|entr(?:y|ies)|usage|json|code|error|calls?"
    r"|messages?|data)"
)
_TITLE = re.compile(
    r"(?:(?:here is |this is |as |see |show )?(?:an? |the |this |our ))?"
    rf"(?:{_SHOWN} )?(?:examples?|sample|samples (?=of|for))(?: {_SHOWN})?(?: [0-9a-z])?"
    r"(?: (?:of|for|from|in) .*)?"
    r"|for (?:example|instance)\b.*|e\.\s?g\.?"
    # German, Spanish, French, Portuguese, Italian, Dutch, Russian, Polish, Turkish, Malay.
    r"|(?:zum |ein )?beispiele?(?: (?:für|einer|eines) .*)?|beispiel-?\w+|z\.\s?b\.?"
    r"|muster(?:antwort)?|(?:por |un )?ejemplos?(?: de .*)?"
    r"|(?:par |un )?exemples?(?: (?:de|d['’]).*)?"
    r"|(?:por |um )?exemplos?(?: de .*)?|(?:per |un )?esempi[o]?(?: di .*)?"
    r"|(?:bij)?voorbeeld(?:en)?|например|пример(?:ы)?(?: \w+)?|przykład(?:y|owa odpowiedź)?"
    r"|örnek(?:ler)?|contoh"
    r"|(?:\w{0,6}\s?)?(?:示例|样例|樣例|范例|範例|例子|举例|舉例|サンプル|使用例|応答例|예시|예제|샘플)"
    r"\w{0,6}|例如|(?:レスポンス)?例|예",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:is|are|shows?|see|give[sn]?|look at|below) (?:just |only )?(?:an?|the|some) (?:\w+ )?"
    r"(?:example|sample)s?\b|\bfor (?:example|instance)\b[^.]*:$|\bas an example\b"
    r"|\b(?:example|sample)s? (?:of (?:an?|what|such|how) |below\b|follows?\b)",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")
_AROUND = " \t#*_=~:：.>|,;"  # noqa: RUF001 - a colon of East Asia
# An element of HTML that is called so.
_CALLED = re.compile(
    r"<(?:div|section|aside|figure|table|details|article)\b[^>]*\b(?:class|id)=[\"'][^\"'>]*"
    r"\b(?:example|sample)s?\b",
    re.IGNORECASE,
)
# Within HTML, what no heading row of a table stands in, and its end.
_APART = re.compile(r"<(?:p|h[1-6]|caption|div|li|dd|dt)\b|</table", re.IGNORECASE)


def says(name: str) -> bool:
    """Tell whether a heading or a line says that an example stands below it."""
    text = one_line(_TAG.sub(" ", name)).strip(_AROUND)
    is_title = len(text.split()) <= _MOST_WORDS and bool(_TITLE.fullmatch(text))
    return is_title or bool(_SENTENCE.search(one_line(_TAG.sub(" ", name)).strip()))


def above(document: Document, rows: Sequence[Row]) -> Mapping[int, str]:
    """Return for the lines of rows of tables the line right above their table that says so."""
    lines = document.text.split("\n")
    found: dict[int, str] = {}
    last = 0
    for number in sorted({row.line for row in rows}):
        said = _said(lines[last : number - 1])
        found[number] = found.get(last, "") if said is None else said
        last = number
    return {number: name for number, name in found.items() if name}


def _said(between: Sequence[str]) -> str | None:
    """Return what the lines above a row say of an example; None where they are of its table."""
    is_apart = False
    for line in reversed(between):
        text = one_line(_TAG.sub(" ", line)).strip(_AROUND)
        if _CALLED.search(line):
            return "example"
        if any(map(str.isalnum, text)):
            if says(line):
                return text
            if is_apart or _APART.search(line):
                return ""
        is_apart = is_apart or not line.strip() or "</table" in line.lower()
    return "" if is_apart else None
