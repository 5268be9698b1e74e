"""What stands around the codes: prose, examples, front matter.

With `prose: skip` a reader passes over lines that hold no code, and the ledger counts them; a line
that holds one could be a row in a shape that the reader does not know, so it is refused. An example
may name the codes that the document's rows have. Without the option every line is refused that
provider.yml says nothing of.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.readers import bodies
from macros.readers.advice import by_hand_advice, if_none, leftover
from macros.readers.facts import without_amounts
from macros.readers.ledger import Account
from macros.readers.printed import codes_in_cell, compiled, holds_a_code, plain
from macros.readers.rows import Line, Row
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from macros.errors import Problem
    from macros.readers.ledger import Ledger

_MARKS = re.compile(r"[*_`\\\u200b\u2060\ufeff]")
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\n(?=\S)(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
# `weight: 300` and `date: 2025-12-10` are facts on the page: a code has its message behind it.
_FACT = re.compile(r"(?P<key>[A-Za-z_][\w.-]*)\s*[:=]\s*[\"']?[0-9][0-9T:Z.+-]*[\"']?", re.ASCII)

# A word and more before a code, and what stands between a code and its message.
_HAS_WORDS = re.compile(
    r"[^\W\d_]{2,}\W+[^\W\d_]+|[\u3040-\u9fff\uac00-\ud7af]{2}"
    r"|\b(?i:see|cf\.|siehe|voir|ver|vea|veja|vedi) "
)
# A line of a body in JSON, whose name is a word: `"code": 4001,`
_OF_A_BODY = re.compile(
    r"[{,]?\s*\"?[A-Za-z_][\w-]*\"?\s*:\s*(?:\"[^\"]*\"|-?[0-9.]+|true|false|null)\s*[},]*",
    re.ASCII,
)
# The marks of a heading, an item, a quotation and of what is set apart.
_BEFORE_CODE = r"\s*(?:[#>*+-]+\s+|[0-9]{1,3}[.)]\s+)*[`*_\"'(\[]*"
_BEFORE_MESSAGE = re.compile(r"[)\]}\"']*\s*(?:[:：=|→]|[-–—]+(?=\s))")  # noqa: RUF001


class Repeated(NamedTuple):
    """A line with a code and a text that may be those of a row: of a list of what the page has."""

    line: Line
    code: str
    text: str


class Examples(list[list[Line]]):
    """Examples, each with its lines, and what else may say nothing new.

    Attributes:
        repeated: lines that may say what a row says.
        bodies: bodies among texts, without marks around them.
    """

    def __init__(self) -> None:
        super().__init__()
        self.repeated: list[Repeated] = []
        self.bodies: list[list[Line]] = []


# The codes that a line seems to list, each with the id of its code set.
Listed = tuple[tuple[str, str], ...]


def numbered(lines: Iterable[str], first: int) -> list[Line]:
    """Return lines of which the first one has that number, without those that are blank."""
    folded = ((number, one_line(line)) for number, line in enumerate(lines, start=first))
    return [Line(number, text) for number, text in folded if text]


def holds_any_code(text: str, ledger: Ledger[Any]) -> bool:
    """Tell whether a text holds a code, as it is written or as a page shows it.

    An address, a day and an amount are none: `https://x.example/4001`, `14 March 2026`, `for 3600
    seconds`.
    """
    return any(
        holds_a_code(without_amounts(form, pattern), pattern)
        for form in {text, _bare(text)}
        for pattern in ledger.options.patterns
    )


def outside(
    line: Line, ledger: Ledger[Any], listed: Listed | None = None, *, skip: bool | None = None
) -> Iterator[Row | Problem]:
    """Yield what a line is that is no row by itself: rows by hand, nothing, or a problem.

    Args:
        line: the line.
        ledger: knows what provider.yml says of it.
        listed: what it seems to list; None where that are the codes of a row of a table.
        skip: whether it can be passed over with `prose: skip`; None where it can without a code.
    """
    number, text, last = line
    patterns = ledger.options.patterns
    listed = _in_first_cell(text, ledger) if listed is None else listed
    if by_hand := ledger.by_hand(text, number, ledger.above, last):
        yield from by_hand
        yield from ledger.forgets(by_hand, text, number, [code for _, code in listed])
    elif ledger.ignores(text, number, last):
        yield from ledger.hides(text, number, listed)
    elif _is_skipped(text, ledger, skip=skip):
        ledger.mark(Account.SKIPPED, number, last)
    elif skip is None and not listed and ledger.options.skips_prose and is_sentence(text, patterns):
        ledger.sentences.append(line)
    else:
        ledger.mark(Account.REFUSED, number, last)
        code = next((code for _, code in listed), "") or _first_code(text, ledger)
        none = if_none(text, "If it lists none, quote it under `prose`.")
        do = [by_hand_advice(text, code), none] if code else []
        yield leftover(ledger.file, number, text, *do)


def of_listed(ledger: Ledger[Any], codes: Container[str]) -> Iterator[Problem]:
    """Pass over the sentences that speak of listed codes alone; yield a problem for each other one.

    Args:
        ledger: has the sentences that a code stands in.
        codes: those that the document's rows list.
    """
    for number, text, last in ledger.sentences:
        said = _bare(text)
        known = all(
            names_alone(without_amounts(said, pattern), (pattern,), codes)
            for pattern in ledger.options.patterns
        )
        if known or bodies.says_nothing_new(text, ledger.options.patterns, codes):
            ledger.mark(Account.SKIPPED, number, last)
        else:
            ledger.mark(Account.REFUSED, number, last)
            yield leftover(ledger.file, number, text)


def is_sentence(text: str, patterns: Iterable[str]) -> bool:
    """Tell whether the codes of a line stand among words, and none of them before its message.

    The lines of an example's body count as sentences: they name codes, and list none.
    """
    return is_of_a_body(text) or all(
        _HAS_WORDS.search(said, 0, found.start()) and not _BEFORE_MESSAGE.match(said, found.end())
        for pattern in patterns
        for said in [without_amounts(_bare(text), pattern)]
        for found in compiled(pattern).finditer(said)
    )


def is_of_a_body(text: str) -> bool:
    """Tell whether a line has a name and a value, as those of a body in JSON, or is a whole one."""
    return bool(_OF_A_BODY.fullmatch(text)) or next(bodies.spans([text]), None) is not None


def _bare(text: str) -> str:
    return plain(_MARKS.sub("", html.unescape(text)))


def _is_skipped(text: str, ledger: Ledger[Any], *, skip: bool | None) -> bool:
    if not ledger.options.skips_prose:
        return False
    return not holds_any_code(text, ledger) if skip is None else skip


def _in_first_cell(text: str, ledger: Ledger[Any]) -> Listed:
    """Return the codes in the first cell of a line that was meant for a row, and is in no table."""
    first, pipe, _ = text.strip(" |>").partition("|")
    for table in ledger.options.described_tables if pipe else ():
        if codes := codes_in_cell(first.strip(), table.pattern):
            return tuple((table.code_set, code) for code in codes)
    return ()


def _first_code(text: str, ledger: Ledger[Any]) -> str:
    """Return the code that a line begins with behind marks, where words stand behind it."""
    for pattern in ledger.options.patterns:
        begins = compiled(rf"{_BEFORE_CODE}(?P<code>{pattern})(?![\w.-]*\w)(?P<rest>.*)")
        found = begins.fullmatch(plain(text))
        if found and any(map(str.isalpha, found["rest"])):
            return found["code"]
    return ""


def with_examples(
    ledger: Ledger[Any], read: Callable[[Examples], Iterator[Row | Problem]]
) -> Iterator[Row | Problem]:
    """Yield what a reader yields, and what its examples are, which may name the codes of rows.

    So may a list of what the page has, a table of contents: a code in it with the text of its row,
    or with none, says nothing new, nor does a heading that is declared to have none.

    Args:
        ledger: accounts for the lines.
        read: the reader; puts the lines of examples and of such lists into the list.
    """
    examples = Examples()
    texts: dict[str, set[str]] = {}
    for result in read(examples):
        if isinstance(result, Row):
            for code in result.ends or [result.code]:
                shown = {result.message, result.columns.get("title", "")}
                texts.setdefault(code, {""}).update(map(_folded, shown))
        yield result
    patterns = ledger.options.patterns

    def says_nothing_new(lines: list[Line]) -> bool:
        return bodies.says_nothing_new("\n".join(line.text for line in lines), patterns, texts)

    for lines in examples:
        is_body = says_nothing_new(lines)
        for line in lines:
            known = is_body or names_alone(plain(line.text), patterns, texts)
            yield from outside(line, ledger, skip=known)
    for lines in examples.bodies:
        is_body = says_nothing_new(lines)
        for line in lines:
            yield from outside(line, ledger, skip=is_body or None)
    for line, code, text in examples.repeated:
        listed = ((ledger.options.code_set, code),)
        known = ledger.is_heading(line.text) or _folded(text) in texts.get(code, ())
        yield from outside(line, ledger, listed, skip=known)


def _folded(text: str) -> str:
    return one_line(text).casefold().rstrip(".")


def names_alone(text: str, patterns: Iterable[str], codes: Container[str]) -> bool:
    """Tell whether all that may be a code in a text is one: not digits of a longer number."""
    for pattern in patterns:
        for match in compiled(pattern).finditer(text):
            around = text[: match.start()][-1:] + text[match.end() :][:1]
            sign = r"[0-9]" if re.search(r"[0-9]", match[0]) else r"\w"
            if not re.search(sign, around) and match[0] not in codes:
                return False
    return True


def front_matter(text: str, ledger: Ledger[Any]) -> tuple[str, list[Row | Problem]]:
    """Return a text with its front matter as empty lines, and what that yields.

    Without `prose: skip` the text stays as it is.
    """
    found = _FRONT_MATTER.match(text) if ledger.options.skips_prose else None
    if not found:
        return text, []
    results: list[Row | Problem] = []
    for line in numbered(found[0].split("\n"), 1):
        fact = _FACT.fullmatch(line.text)
        if not line.text.strip("-+. ") or (fact and not holds_any_code(fact["key"], ledger)):
            ledger.mark(Account.SKIPPED, line.line)
        else:
            results += outside(line, ledger)
    return "\n" * found[0].count("\n") + text[found.end() :], results
