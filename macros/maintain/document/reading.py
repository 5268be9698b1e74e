"""A document read with some options, and what they leave over: document, options -> reading.

The reader itself is asked: what it refuses is refused here. It is also asked which texts it looked
up in `ignore`, so that a line left over is known in full.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections import Counter, OrderedDict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from macros import readers
from macros.errors import Problem, ProblemKind
from macros.maintain.document.other_numbers import is_setting
from macros.readers import counting, number_types, sums, within
from macros.readers.advice import shown
from macros.readers.facts import without_facts
from macros.readers.ledger import Ledger
from macros.readers.patience import OutOfPatienceError, patience
from macros.readers.printed import holds_a_code
from macros.sources.reader_options import ReaderOptions
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.readers.ledger import Account
    from macros.readers.rows import Document, Row, Unreadable

# The options as they stand in YAML: `format` and what belongs to it.
Options = dict[str, Any]
ADAPTER: TypeAdapter[Any] = TypeAdapter(ReaderOptions)
_QUOTED = re.compile(r'"[^"]*"')
# As in: exports.DOCK_BUSY and DOCK_BUSY
_MEMBER = re.compile(r"(?P<of>[A-Za-z_]\w*[.]|[A-Z][A-Z0-9#]*_)[A-Z0-9_#]+")
_SPANS = re.compile(r"\(([0-9]+(?:-[0-9]+)?(?:, [0-9]+(?:-[0-9]+)?)*)\)", re.ASCII)
_READY = re.compile(r"[\[{]\"")
_MOST = 12  # words of a pattern for a long line
_IN_FULL = 20  # groups of problems
_EXAMPLES = 3
_OTHERS = 10  # problems of a group that are told apart
_PATIENCE = 2.0  # seconds for lines that are only quoted
_MOST_KEPT = 8  # readings; several ask for the last ones, and a large document takes seconds
_SAME = 4  # lines with the same beginning that one pattern is made for


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a document.

    Attributes:
        options: how it was read.
        rows: the rows.
        problems: what could not be read, or is not needed.
        texts: the lines in full that nothing accounts for, by the problem.
        unreadable: the codes that it lists in rows that the options ignore.
        accounts: what each line was taken for, by its number.
    """

    options: Options
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    texts: dict[Problem, str]
    unreadable: tuple[Unreadable, ...] = ()
    accounts: Mapping[int, Account] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether every line of the document is accounted for."""
        return bool(self.rows) and not self.problems


_kept: OrderedDict[tuple[Document, str], Reading] = OrderedDict()


def checked(options: Options) -> ReaderOptions:
    """Return options as the model; raises ValidationError where they contradict themselves."""
    model: ReaderOptions = ADAPTER.validate_python(options)
    return model


def fault(options: Options) -> str:
    """Return why options are none; nothing where they are sound."""
    try:
        checked(options)
    except ValidationError as error:
        return error.errors(include_url=False)[0]["msg"].removeprefix("Value error, ")
    return ""


# A constant with a number and nothing else.
_ASSIGNED = re.compile(
    r"(?:[\w<>&*,]+\s+)*(?P<name>[A-Za-z_]\w*)(?:\s*:\s*[\w<>]+)?\s*:?="
    r"\s*(?P<value>[-+]?[0-9][\w.]*)\s*[;,]?",
    re.ASCII,
)


class _Asking(Ledger[Any]):
    """A ledger that remembers what it was asked."""

    def __init__(self, file: str, options: Any) -> None:  # noqa: ANN401 - of any format
        super().__init__(file, options)
        self.asked: dict[str, str] = {}

    def ignores(self, text: str, line: int = 0, last: int = 0) -> bool:
        """Remember the text, and say nothing is ignored that `provider.yml` does not ignore."""
        self.asked.setdefault(shown(text), text)
        return super().ignores(text, line, last)


def read(document: Document, options: Options) -> Reading:
    """Read a document, or remember what came of it; nothing raises but options that are none."""
    key = document, json.dumps(options, ensure_ascii=False)
    if key not in _kept:
        result = _read(document, options)
        if not result.rows and len(result.problems) == 1:
            return result  # perhaps given up, as too little time was left
        _kept[key] = result
        if len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    _kept.move_to_end(key)
    return replace(_kept[key], options=options)


def _read(document: Document, options: Options) -> Reading:
    model = checked(options)
    ledger = _Asking(document.file, model)
    taken = readers.take_in(document, model, ledger=ledger)
    rows = tuple(one for one in taken.results if not isinstance(one, Problem))
    problems = tuple(one for one in taken.results if isinstance(one, Problem))
    found = ((problem, _told(problem, ledger.asked)) for problem in problems)
    texts = {problem: text for problem, text in found if text}
    return Reading(options, rows, problems, texts, taken.unreadable, taken.accounts)


def as_read(document: Document, options: Options) -> Document:
    """Return a document as its reader sees it.

    It has the numbers that a program computes, and nothing of the blocks that are not read.
    """
    text = document.text
    if macros := options.get("macros"):
        text = sums.called(text, macros)
    if options.get("sums"):
        text = sums.written(text)
    if names := options.get("within"):
        spans = within.spans(document.file, document.text, names)
        text = text if isinstance(spans, Problem) else within.only(text, spans)
    if options.get("counts_on"):
        text = counting.written(text)
    return document if text == document.text else replace(document, text=text)


def asked(document: Document, options: Options) -> list[str]:
    """Return the lines that a reader looks up in `prose`; none where that takes long."""
    ledger = _Asking(document.file, checked(options))
    with contextlib.suppress(OutOfPatienceError, RecursionError), patience(_PATIENCE):
        for _ in readers.reader(options["format"])(document, ledger):
            pass
        # In source code an entry of several lines is known by any of them.
        text = as_read(document, options).text
        own = text.split("\n") if options["format"] == "pattern" else []
        return [*ledger.asked.values(), *filter(None, map(one_line, own))]
    return []


def quotes(rows: Iterable[Row], lines: Sequence[str]) -> list[str]:
    """Return the lines of some rows as `prose` quotes them; fewer where one is not known again.

    Args:
        rows: the rows.
        lines: what the reader looks up.
    """
    found = (_line_of(row, lines) for row in rows)
    return [text for text in dict.fromkeys(found) if text]


def _line_of(row: Row, asked: Iterable[str]) -> str:
    """Return the shortest of some texts that has a row's code and message, or the code alone."""
    begins = one_line(row.message.split("\n")[0])
    able = [text for text in asked if row.code in text]
    whole = [text for text in able if begins in one_line(text)]
    last = re.compile(rf"(?<!\w){re.escape(row.code)}\W*$")
    alone = [text for text in able if last.search(text)]
    return min(whole or alone, key=len, default="")


def _told(problem: Problem, asked: dict[str, str]) -> str | None:
    """Return the line that a problem quotes at its beginning."""
    if not problem.what.startswith('"'):
        return None
    cut = problem.what[1:]
    ends = [match.start() for match in re.finditer('"', cut)]
    return next((asked[cut[:end]] for end in reversed(ends) if cut[:end] in asked), None)


def prose(reading: Reading) -> list[tuple[Problem, str]]:
    """Return the lines left over in which no code stands: titles, introductions, licences."""
    patterns = code_patterns(reading.options)
    in_source = reading.options["format"] == "pattern" and "every_line" not in reading.options
    return [
        (problem, text)
        for problem, text in reading.texts.items()
        if problem.kind in {ProblemKind.LEFT_OVER, ProblemKind.OUTSIDE_PATH}
        and not any(_could_list(text, pattern, in_source=in_source) for pattern in patterns)
    ]


def _could_list(text: str, pattern: str, *, in_source: bool) -> bool:
    """Tell whether a line that is left over could list a code.

    In source code the name of a type does not, nor a setting that has another form than codes.
    """
    if in_source and (found := _ASSIGNED.fullmatch(text)) and is_setting(found["name"]):
        return False
    bare = number_types.without(text, pattern) if in_source else text
    return holds_a_code(without_facts(bare, pattern), pattern)


def code_patterns(options: Options) -> list[str]:
    """Return the patterns of codes that options have."""
    tables = options.get("tables", [])
    return [table["pattern"] for table in tables] or [options["pattern"]]


def patterns_of(options: Options, code_set: str) -> list[str]:
    """Return the patterns of the codes of one code set; all, where no table is of it."""
    tables = [one for one in options.get("tables", []) if one["code_set"] == code_set]
    return code_patterns({**options, "tables": tables} if tables else options)


def patterns_for(texts: Iterable[str]) -> list[str]:
    """Return patterns for whole lines, one for those that begin alike."""
    lines = [text.split() for text in dict.fromkeys(map(one_line, texts))]
    left = Counter(tuple(words[:2]) for words in lines)
    found = []
    for words in lines:
        begins = tuple(words[:2])
        if not left[begins]:
            continue  # a pattern has been made for all that begin so
        if left[begins] >= _SAME and len(words) > 2:  # noqa: PLR2004 - two words and more
            found.append(f"{escaped(' '.join(begins))} .*")
            left[begins] = 0
            continue
        left[begins] -= 1
        long = len(words) > _MOST
        exact = " ".join(words[:_MOST]) if long else " ".join(words)
        # A day is another one in the next revision.
        pieces = re.split(r"(?<![0-9])[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}(?![0-9])", exact)
        found.append(".*".join(map(escaped, pieces)) + (" .*" if long else ""))
    return found


def escaped(text: str) -> str:
    """Escape what means something in a pattern, but for dots, which stand for themselves too."""
    return re.sub(r"([\\^$*+?{}\[\]|()])", r"\\\1", text)


def _alike(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Return the problems, those of one kind and with lines that begin alike together."""
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        groups.setdefault(_kind(problem), []).append(problem)
    return list(groups.values())


def _kind(problem: Problem) -> tuple[str, str, str]:
    quoted = problem.what.partition('"')[2].split(" ")
    begins = re.sub(r"[0-9]+", "#", quoted[0]) if quoted else ""
    if member := _MEMBER.fullmatch(begins):
        begins = member["of"]
    # What is ready to be pasted is of this line alone.
    ready = _READY.search(problem.do)
    return _bare(problem.what), begins, problem.do if ready else _bare(problem.do)


def _told_apart(problem: Problem) -> str:
    """Return what tells a problem from others of its kind, if that is more than a line quoted."""
    quoted = _QUOTED.findall(problem.what)
    spans = _SPANS.findall(_QUOTED.sub("", problem.do))
    if not quoted[1:] and not spans:
        return ""
    where = f" ({', '.join(spans)})" if spans else ""
    return f"{problem.line}: {' … '.join(quoted)}{where}"


def line_ranges(lines: Iterable[int]) -> str:
    """Return line numbers for people: `3, 7-9`."""
    spans: list[list[int]] = []
    for line in sorted(set(lines)):
        if spans and line == spans[-1][1] + 1:
            spans[-1][1] = line
        else:
            spans.append([line, line])
    return ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in spans)


def unsaid(reading: Reading) -> Iterator[str]:
    """Yield what is left over of a reading, as lines for people: much of it counted by its kind."""
    groups = _alike(reading.problems)
    for same in groups[:_IN_FULL]:
        first, lines = same[0], [one.line for one in same]
        yield f"{_counted(lines)}: {first.what}" if any(lines) else first.what
        if others := list(filter(None, map(_told_apart, same[1:]))):
            more = len(others) - _OTHERS
            told = "; ".join(others[:_OTHERS]) + (f"; and {more} more" if more > 0 else "")
            yield f"    So it is with {told}."
        yield f"    {first.do}"
    rest: dict[str, list[list[Problem]]] = {}
    for same in groups[_IN_FULL:]:
        rest.setdefault(_bare(same[0].what), []).append(same)
    for kinds in rest.values():
        first, lines = kinds[0][0], [one.line for same in kinds for one in same]
        quoted = [found[0] for same in kinds if (found := _QUOTED.search(same[0].what))]
        such = f", such as {', '.join(dict.fromkeys(quoted[:_EXAMPLES]))}" if kinds[1:] else ""
        yield f"{_counted(lines, ' more')}{such}: {first.what}"
        yield f"    As above, line by line. {first.do}"


def _counted(lines: Sequence[int], more: str = "") -> str:
    """Return how many lines these are, and which."""
    count = f"{len(lines)}{more} line{'s' if len(lines) > 1 else ''}"
    return f"{count} ({line_ranges(line for line in lines if line)})"


def _bare(text: str) -> str:
    """Return what problems of one kind have in common: all but what they quote, and numbers."""
    return re.sub(r"[0-9]+", "#", _QUOTED.sub('"…"', text))
