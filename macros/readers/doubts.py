"""What stands before the texts of entries and is perhaps no part of them: labels, names, statuses.

A page prints its facts one way throughout. So what looks like a label is known by a word of the
field, or by coming again; and what stands before messages, by how many have it. Whatever is not
declared is refused, for otherwise it would be read as a part of the message.
"""

from __future__ import annotations

import re
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple

from macros.errors import Advice, Problem, Ways, advised
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.readers.ledger import Ledger
    from macros.readers.rows import Row
    from macros.sources.reader_options.entries import PageOptions

FEWEST = 3  # texts of which one can tell that they are all alike
MOST_WORDS = 4  # of a label

# Words that providers label their facts with; "error" is none of them, for messages begin with it.
_KNOWN = frozenset(
    word.strip()
    for words in (
        "note, notes, hint, tip, warning, caution, important, message, messages, msg, description",
        "desc, meaning, text, cause, causes, possible cause, possible causes, reason, reasons",
        "solution, solutions, resolution, remedy, action, actions, fix, how to fix, what to do",
        "recommendation, suggestion, suggested action, recommended action, handling, http, example",
        "http status, http code, http status code, status, status code, response code, type, name",
        "error name, error type, error code, error message, code, retry, retryable, severity",
        "category, since, see, see also, details, detail, explanation, troubleshooting, grpc",
        "说明, 描述, 原因, 解决方案, 解决办法, 解决方法, 处理, 处理方法, 处理建议",
        "处理方式, 备注, 注意, 提示, 信息, 错误信息, 错误描述, 含义, 状态码, 状态",
        "建议, 排查, 示例, 說明, 處理方式, 備註, 訊息",
        "説明, 対処, 対処方法, 対処法, 対策, 備考, 補足, 意味, メッセージ, 解決方法, 注記, 状態",
        "설명, 원인, 해결, 해결 방법, 해결방법, 조치, 조치 방법, 비고, 참고",
        "메시지, 의미, 상태, 주의",
    )
    for word in words.split(",")
)
_LABEL = re.compile(
    r"[\s>*_`\"']*(?P<label>[^\W\d_][^:：=.!?;。，,()\[\]\n]{0,39}?)[`*_\"']*\s*"  # noqa: RUF001
    r"(?:(?P<within>[(\[（][^()\[\]（）\n]{1,40}[)\]）])[`*_]*\s*)?"  # noqa: RUF001 - of East Asia
    r"(?P<sign>：|[:=](?=[\s`*_\"']|$)|(?<=\s)[–—-](?=\s))(?P<value>.*)",  # noqa: RUF001
    re.DOTALL,
)
# A field of reStructuredText, as in ":Cause: busy"; ":rocket:" is a picture.
_FIELD = re.compile(r"\s*:(?P<label>[^\W\d_][^:\n]{0,39}):\s+\S")
_BOLD = re.compile(
    r"[\s>+-]*(?P<mark>\*\*|__)(?P<label>[^\W\d_][^*_:：\n]{0,39})(?P=mark)\s+"  # noqa: RUF001
    r"(?![(\[（][^()\[\]（）\n]{1,40}[)\]）]\s*[:：])\S"  # noqa: RUF001 - a remark is of the label
)
_HTTP = r"HTTP(?:/[0-9.]+)?(?:[ -]?(?:status|response))?(?:[ -]?code)?"
_STATUS = re.compile(rf"[\s>*_`\"']*(?P<label>{_HTTP})[\s:=`*_-]*[1-5][0-9]{{2}}\b", re.IGNORECASE)
_STATUS_ALONE = re.compile(r"[1-5][0-9]{2}(?: [A-Z][A-Za-z' -]*)?", re.ASCII)
_IN_BRACKETS = r"[(\[（【](?P<within>[^()\[\]（）【】]{1,60})[)\]）】]"  # noqa: RUF001
_STATUS_WITHIN = re.compile(
    rf"[(\[（](?P<label>{_HTTP}|)[\s:=-]*(?P<status>[1-5][0-9]{{2}})[)\]）]",  # noqa: RUF001 - of East Asia
    re.IGNORECASE,
)
_SIGN = r"\s*(?:[-=]>|[:：=|→]|(?<=\s)[–—-](?=\s)|[–—-](?=\s))\s*"  # noqa: RUF001
_BRACKETS = re.compile(rf"{_IN_BRACKETS}(?P<sign>{_SIGN}|)(?=.)", re.DOTALL)
_BRACKETS_LAST = re.compile(rf"\s*{_IN_BRACKETS}\s*$")
_NUMBER_FIRST = re.compile(rf"[1-5][0-9]{{2}}{_SIGN}\S", re.ASCII)
_NAME = re.compile(
    r"[`*\"']*(?:[A-Za-z][A-Za-z0-9]*(?:[_.][A-Za-z0-9]+)+|[A-Z][A-Z0-9]{2,}"
    r"|[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)[`*\"']*"
    rf"(?:{_SIGN}|\s+)\S"
)
_DASH = re.compile(r".*?\S\s[–—-]\s\S", re.DOTALL)  # noqa: RUF001 - a sign of columns
_SIGN_FIRST = re.compile(r"[:：=|,;)\]}]")  # noqa: RUF001 - signs of East Asian pages
_STATUS_LAST = re.compile(
    rf".*(?<![(\[])\b{_HTTP}[\s:=-]*[1-5][0-9]{{2}}\b\W*$", re.IGNORECASE | re.DOTALL
)
# As in: HTTP 409 Conflict, and (409 Conflict) behind a code.
_STATUS_TITLE = re.compile(
    rf"[(\[（]?(?P<label>{_HTTP}|)[\s:=-]*(?P<status>[1-5][0-9]{{2}})"  # noqa: RUF001
    r"(?:[\s:-]+(?P<phrase>[A-Z][A-Z' -]*))?[)\]）]?",  # noqa: RUF001
    re.IGNORECASE,
)
_PHRASES = {(str(one.value), one.phrase.casefold()) for one in HTTPStatus}
_SLASH = re.compile(r"[^/]*\S\s/\s\S[^/]*$")
# A string alone, or one behind a keyword: msgstr "Dock is busy", text = "Dock is busy".
_QUOTED = re.compile(
    r"(?:\w+\s*[:=]?\s*)?(?P<mark>\"{3}|'{3}|[\"'`])(?!\s).*(?P=mark)[,;]?", re.DOTALL
)
_PIPE = re.compile(r".*?\S\s*[|｜]\s*\S", re.DOTALL)  # noqa: RUF001 - a sign of East Asian pages


class Label(NamedTuple):
    """What looks like a label, and where it stands."""

    text: str
    line: int
    is_likely: bool
    """Whether it is a word of the field, so that one of its kind is enough."""


def label(text: str, line: int, *, first: bool) -> Label | None:
    """Return what a line of text begins with as with a label, if with anything.

    Args:
        text: the line as it is written.
        line: its number.
        first: whether it begins a paragraph; a later line may as well go on with a sentence.
    """
    if found := _STATUS.match(text):
        return Label(found["label"], line, is_likely=True)
    if found := _BOLD.match(text) or _FIELD.match(text):
        words = " ".join(found["label"].split())
        known = words.casefold() in _KNOWN
        is_picture = "mark" not in found.groupdict() and words.islower()
        return Label(words, line, is_likely=known) if known or not is_picture else None
    if not (found := _LABEL.match(text)):
        return None
    words = " ".join(found["label"].split())
    known = words.casefold() in _KNOWN
    is_bare = found["sign"] not in ":：" or not found["value"].strip()  # noqa: RUF001
    if is_bare and not known:
        return None
    if len(words.split()) > MOST_WORDS or (not known and not first and words[0].islower()):
        return None
    named = f"{words}{_remark(found, known=known)}"
    return Label(named, line, is_likely=known and (first or not words[0].islower()))


def _remark(found: re.Match[str], *, known: bool) -> str:
    """Return what a label has behind it in brackets, as in "Message (for users)".

    A status of one entry is none.
    """
    within = found["within"] or ""
    if known and _STATUS_WITHIN.fullmatch(within):
        return ""
    space = " " if found.string[: found.start("within")][-1:].isspace() else ""
    return f"{space}{within}" if within else ""


def below(text: str, line: int) -> Iterator[Label]:
    """Yield what the lines of a text but the first begin with as with labels.

    Args:
        text: the text as the page shows it.
        line: where it begins.
    """
    for later in text.split("\n")[1:]:
        if found := label(later, line, first=True):
            yield found


def is_known(label_: str) -> bool:
    """Tell whether a text is a word of the field that facts are labelled with."""
    return label_.casefold() in _KNOWN


def is_status(title: str) -> bool:
    """Tell whether a title is nothing but the status that comes with a code.

    A number alone is none, nor one with other words than those of HTTP.
    """
    found = _STATUS_TITLE.fullmatch(title)
    if not found or not found["phrase"]:
        return bool(found and found["label"])
    return (found["status"], found["phrase"].casefold()) in _PHRASES


def part(title: str, labels: Sequence[str]) -> tuple[str, str, str] | None:
    """Return a declared label that stands in brackets at an end of a title, its text, and the rest.

    As in "(HTTP 404): No berth" and "No berth [HTTP: 404]".
    """
    for found, end in ((_BRACKETS.match(title), False), (_BRACKETS_LAST.search(title), True)):
        if not found:
            continue
        within = found["within"].strip()
        for one in sorted(labels, key=len, reverse=True):
            value = within[len(one) :].lstrip(" :：=")  # noqa: RUF001
            if within.startswith(one) and value and not within[len(one) :][:1].isalnum():
                rest = (title[: found.start()] if end else title[found.end() :]).strip()
                return (one, value, rest) if rest else None
    return None


def with_status(label_: str, text: str) -> list[tuple[str, str]]:
    """Return a label and its text, with the status between them as a label of its own, if one is.

    As in "Message (HTTP 404)" with its text, and in "Message" with "(HTTP 404): No berth".
    """
    behind = _BRACKETS_LAST.search(label_)
    before = _BRACKETS.match(text) if label_ and not behind else None
    found = behind or before
    status = _STATUS_WITHIN.fullmatch(found[0].strip(" :：=-")) if found else None  # noqa: RUF001
    if not found or not status or (before and not before["sign"]):
        return [(label_, text)]
    first = (status["label"] or "HTTP", status["status"])
    if behind:
        return [first, (label_[: behind.start()], text)]
    return [first, (label_, text[found.end() :])]


class Doubts:
    """What the texts of a page's entries seem to begin with.

    Args:
        ledger: knows what provider.yml says of the page.
    """

    def __init__(self, ledger: Ledger[PageOptions]) -> None:
        self._ledger = ledger
        self._labels: dict[str, list[Label]] = {}
        self._titles: list[tuple[str, int]] = []
        self._messages: list[tuple[str, int]] = []

    def add(self, title: str, line: int, seen: Sequence[Label], result: Row | Problem) -> None:
        """Take in an entry that is whole.

        Args:
            title: what stands behind its code.
            line: its line.
            seen: what looks like labels in its paragraphs.
            result: the row that it is.
        """
        options = self._ledger.options
        known = {*options.labels, *options.no_labels}
        firsts: dict[str, Label] = {}
        for one in (*seen, *below(title, line)):
            firsts.setdefault(one.text, one)
        for text, first in firsts.items():
            if text not in known:
                self._labels.setdefault(text, []).append(first)
        is_message = isinstance(result, Problem) or result.message == title
        if title and (is_message or not is_status(title)):
            self._titles.append((title, line))
            if (label_ := _title_label(title, line)) and label_.text not in known:
                self._labels.setdefault(label_.text, []).append(label_)
        if not isinstance(result, Problem):
            self._messages.append((result.message, line))

    def problems(self) -> Iterator[Problem]:
        """Yield a problem for each thing that is perhaps no part of the texts that it stands in."""
        for text, found in self._labels.items():
            if found[1:] or found[0].is_likely:
                yield self._undeclared(text, found)
        if not self._ledger.options.one_column:
            yield from self._parts()

    def _undeclared(self, text: str, found: Sequence[Label]) -> Problem:
        more = f", in {len(found)} entries" if found[1:] else ""
        what = f'"{shown(text)}" stands before a text like a label{more}, and is not declared.'
        do = (
            f'Add "{shown(text)}" to `labels`, and the text becomes a column; or to `no_labels`, if'
            " it is part of the text."
        )
        advice = Advice(do, Ways(so={"labels": (text,)}))
        return advised(self._ledger.file, found[0].line, what, advice)

    def _parts(self) -> Iterator[Problem]:
        file = self._ledger.file
        named = "message" in type(self._ledger.options).model_fields
        other = ", or choose another `message`" if named else ""
        do = (
            "Read the document with `format: pattern` and an `entry` with a group for each"
            f" part{other}; or write `one_column: true` if it is the message."
        )
        yield from parts(self._titles, file, do, labelled=True)
        alone = [one for one in self._messages if _STATUS_ALONE.fullmatch(one[0])]
        alike = {re.sub(r"[0-9]+", "0", text) for text, _ in self._messages}
        if alone:
            yield _doubt(alone, "is nothing but a status", file, do)
        elif (quoted := self._quoted()) and len(quoted) == len(self._messages):
            yield _doubt(quoted, "stands within the marks of a string", file, do)
        elif cut := _fitting(_SIGN_FIRST, self._messages):
            yield _doubt(cut, "begins with a sign that seems to end what is before it", file, do)
        elif len(cut := _fitting(_NUMBER_FIRST, self._messages)) >= max(FEWEST, self._half):
            yield _doubt(cut, "begins with a number", file, do)
        elif len(self._messages) >= FEWEST and len(alike) == 1:
            yield _doubt(self._messages, "stands in all entries alike", file, do)

    @property
    def _half(self) -> int:
        """Half of the messages."""
        return (len(self._messages) + 1) // 2

    def _quoted(self) -> list[tuple[str, int]]:
        """Return the messages of paragraphs that stand within marks, as in source code."""
        markup = getattr(self._ledger.options, "markup", "")
        if markup not in {"plain", "paragraphs"} or len(self._messages) < FEWEST:
            return []
        return [one for one in self._messages if _QUOTED.fullmatch(one[0])]


def parts(
    texts: Sequence[tuple[str, int]], file: str, do: str, *, labelled: bool = False
) -> Iterator[Problem]:
    """Yield a problem for each kind of column that seems to stand before the texts.

    Args:
        texts: what stands behind the codes, each with its line.
        file: the document, as problems cite it.
        do: what to do about it.
        labelled: whether a status in brackets is asked about as a label anyway.
    """
    texts = [one for one in texts if " " in one[0]]
    most = max(2, (len(texts) + 1) // 2)
    brackets = [
        (text, line, found["sign"])
        for text, line in texts
        if (found := _BRACKETS.match(text)) and not (labelled and _title_label(text, line))
    ]
    signs = [(text, line) for text, line, sign in brackets if sign]
    labels = [one for one in texts if (like := label(*one, first=True)) and like.is_likely]
    for such, least, what in (
        (_fitting(_STATUS, texts), 1, "begins with a status"),
        (labels, most, "begins with a label"),
        (
            signs or [one[:2] for one in brackets],
            1 if signs else most,
            "begins with something in brackets",
        ),
        (_fitting(_NUMBER_FIRST, texts), 1, "begins with a number"),
        (_fitting(_NAME, texts), most, "begins with a name"),
        (_fitting(_PIPE, texts), most, "has a pipe as between columns"),
        (_fitting(_DASH, texts), max(FEWEST, most), "has a dash as between columns"),
        (_fitting(_STATUS_LAST, texts), most, "ends with a status"),
        (_fitting(_SLASH, texts), max(FEWEST, len(texts)), "has a slash as between languages"),
    ):
        if len(such) >= least:
            yield _doubt(such, what, file, do)


def _fitting(pattern: re.Pattern[str], texts: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    return [one for one in texts if pattern.match(one[0])]


def _doubt(found: Sequence[tuple[str, int]], is_what: str, file: str, do: str) -> Problem:
    text, line = found[0]
    more = f" ({len(found)} such texts)" if found[1:] else ""
    what = f'"{shown(text)}" {is_what}{more}, so it is perhaps not the message alone.'
    return Problem(file, line, what, do)


def _title_label(title: str, line: int) -> Label | None:
    """Return the status that a title has in brackets at one of its ends, as a label."""
    found = _BRACKETS.match(title) or _BRACKETS_LAST.search(title)
    status = _STATUS.match(found["within"]) if found else None
    if not found or not status:
        return None
    # At the end, a title can have it as its own; before a sign, hardly.
    likely = found.start() == 0 and bool(found.groupdict().get("sign"))
    return Label(status["label"], line, is_likely=likely)
