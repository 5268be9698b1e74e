"""What a rule finds in invented messages, as short texts that tests compare."""

from __future__ import annotations

from macros.readers.rows import Row
from macros.review.language import Language
from macros.review.rules import RULES, Subject

BY_NAME = {rule.name: rule for rule in RULES}
LANGUAGE = Language(frozenset({"appkey", "shiptalk", "url", "urls", "jsons"}))
TERMS = (("dock", "ship dock", "berth"),)


def subject(
    *messages: str, codes: tuple[str, ...] = (), terms: tuple[tuple[str, ...], ...] = TERMS
) -> Subject:
    """Return a document with a row for each message, coded from 100 on where no codes are given."""
    codes = codes or tuple(str(100 + number) for number in range(len(messages)))
    rows = [
        Row(code, message, {}, "api", "data/orbit/a.md", line)
        for line, (code, message) in enumerate(zip(codes, messages, strict=True), start=1)
    ]
    return Subject(rows, LANGUAGE, terms)


def marks(rule: str, checked: Subject) -> list[str]:
    """Return each hit as its codes and its marks: `101: doesn not -> does not`."""
    return [
        ",".join(dict.fromkeys(quote.row.code for quote in hit.quotes))
        + ": "
        + "; ".join(
            f"{quote.row.message[mark.start : mark.end]} -> {mark.should}"
            for quote in hit.quotes
            for mark in quote.marks
        )
        for hit in BY_NAME[rule].find(checked)
    ]


def found(rule: str, *messages: str) -> list[str]:
    """Return what a rule finds in a document, with codes and marks."""
    return marks(rule, subject(*messages))


def says(rule: str, *messages: str) -> str:
    """Return what a rule says of a document, a line for each finding."""
    return "\n".join(hit.says for hit in BY_NAME[rule].find(subject(*messages)))
