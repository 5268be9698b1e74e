"""What a person replies to what is asked of a document, by its lines: a reading -> a whole one.

Most questions are whether what stands on a line lists codes. `--no-codes` says of lines that it
does not, `--as-read` that it is read right, `--as-meant` that it is what the question says, as the
mark of a footnote, a badge or the rest of the message above, `--listed` that it has codes and no
text; what the reader has to say follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError
from macros.maintain import denied, inside, questions, sniff
from macros.maintain.document import reading
from macros.maintain.sniffers.sniffed import account
from macros.readers import prose
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document

_LINES = re.compile(r"[0-9]+(?:-[0-9]+)?(?:,[0-9]+(?:-[0-9]+)?)*", re.ASCII)
_ROUNDS = 5  # what is answered can let other lines of the same table be asked about


@dataclass(frozen=True, slots=True)
class Replies:
    """What is said of lines, by their numbers.

    Attributes:
        no_codes: what stands there lists no codes.
        as_read: what is doubted there is right as it is read.
        as_meant: it is what the question says: the rest of a message, a badge, a mark.
        listed: it has codes without a text, so that nothing can be quoted but the codes.
        is_first: whether nobody knows the code sets of the document yet.
    """

    no_codes: frozenset[int] = frozenset()
    as_read: frozenset[int] = frozenset()
    as_meant: frozenset[int] = frozenset()
    listed: frozenset[int] = frozenset()
    is_first: bool = False

    @property
    def are_some(self) -> bool:
        """Whether anything is answered."""
        return any(self.by_option().values())

    def by_option(self) -> dict[str, frozenset[int]]:
        """Return the lines by the options that they are said with."""
        return {
            NO_CODES: self.no_codes,
            AS_READ: self.as_read,
            AS_MEANT: self.as_meant,
            LISTED: self.listed,
        }


NO_CODES, AS_READ, AS_MEANT, LISTED = "--no-codes", "--as-read", "--as-meant", "--listed"
NONE = Replies()


def lines(text: str) -> frozenset[int]:
    """Return the numbers of lines that are written as `14,151-153`.

    Raises:
        ValueError: when they are written in another way.
    """
    if not _LINES.fullmatch(text):
        raise ValueError(text)
    ends = [list(map(int, part.split("-"))) for part in text.split(",")]
    return frozenset(line for span in ends for line in range(span[0], span[-1] + 1))


def applied(document: Document, result: Reading, given: Replies) -> Reading:
    """Return how a document is read once something is answered; the same where nothing is.

    Raises:
        ProblemsError: when nothing is asked of a line, or its question has another answer.
    """
    if not given.are_some:
        return result
    doubts = _doubted(document, result)
    so = [
        one for one in result.problems if one.line in given.as_meant and questions.can_be_meant(one)
    ]
    before = _as_meant(document, result, so)
    # What is meant lets the reader ask about other lines.
    before = replace(before, problems=tuple(dict.fromkeys([*before.problems, *doubts])))
    _check(document.file, (result, before), doubts, given)
    passed = _with_rows(document, result, given.no_codes)
    known = doubts
    doubts = [one for one in doubts if not _answers(one, known, given)]
    for _ in range(_ROUNDS):
        none = [
            one
            for one in before.problems
            if one.line in passed and not (one in known and one.line in given.as_read)
        ]
        answered = passed.union(*given.by_option().values())
        denied.refuse_unanswered(document, before, none, answered)
        bare = [one for one in before.problems if one.line in given.listed]
        options = denied.without(document, before, none)
        options = _listing(options, bare)
        if options == before.options:
            break
        if reading.fault(options):
            what = "--no-codes takes all that the document is read by, and nothing is left."
            do = "Leave out the lines of what lists codes; if none does, the document has none."
            raise ProblemsError([Problem(document.file, min(given.no_codes, default=0), what, do)])
        denied.refuse_lost(document, before, none, passed)
        after = account(document, options)
        quoted = {text for one in none for text in questions.quoted(one)}
        passed |= _left_behind(before, after, _without_text(document, before, quoted))
        before = after
    kept = denied.without_headings(document, before)
    if given.is_first:
        kept = denied.of_tables(document, kept, result.options)
    return replace(kept, problems=(*kept.problems, *doubts))


def _doubted(document: Document, result: Reading) -> list[Problem]:
    """Return what is asked of what can be read; what is refused may have further replies by now."""
    refused = {(one.line, one.what) for one in reading.read(document, result.options).problems}
    return [one for one in result.problems if (one.line, one.what) not in refused]


def _as_meant(document: Document, result: Reading, so: list[Problem]) -> Reading:
    """Read a document as some questions have it.

    Raises:
        ProblemsError: when one of them has it read in another format, which the others are not of.
    """
    if not so:
        return result
    options = questions.as_meant(result.options, so)
    others = [one.line for one in so if questions.so(one)]
    if others and options["format"] != result.options["format"]:
        first = next(one.line for one in so if one.line not in others or not questions.so(one))
        left = _written(others)
        what = f"{AS_MEANT} {first} has the document read in another way, as which {left} is not."
        do = (
            f"Leave {left} out, and say by hand what is meant there, under the `rows` of the reader"
            " that is printed then."
        )
        raise ProblemsError([Problem(document.file, first, what, do)])
    return account(document, options)


def _without_text(document: Document, result: Reading, quoted: set[str]) -> set[str]:
    """Return the codes of which the text alone is passed over, with some lines."""
    text = reading.as_read(document, result.options).text
    lines = [one_line(line) for line in text.split("\n")]
    return {
        row.code
        for row in result.rows
        if row.text_line
        and lines[row.text_line - 1] in quoted
        and lines[row.line - 1] not in quoted
    }


def _left_behind(before: Reading, after: Reading, kept: set[str]) -> set[int]:
    """Return the lines that name codes which are none any more, and no others.

    Args:
        before: what came of the document before.
        after: what came of it once something more was said of it.
        kept: codes that are some all the same, and lack their texts.
    """
    codes = {row.code for one in (before, after) for row in one.rows}
    gone = codes - {row.code for row in after.rows} - kept
    known = set(before.problems)
    patterns = reading.code_patterns(before.options)
    return {
        one.line
        for one, text in after.texts.items()
        if gone and one not in known and prose.names_alone(text, patterns, codes)
    }


def told(document: Document, result: Reading) -> Iterator[str]:
    """Yield how what is asked of a document can be answered, as lines for people."""
    doubted = _doubted(document, result)
    refused = [one for one in result.problems if one not in doubted]
    able = [one for one in result.problems if one.line and questions.can_be_none(one)]
    none = [one.line for one in able if not one.ways.rest]
    # What is refused beside a doubt has to have an answer, too.
    stuck = {one.line for one in refused if not questions.can_be_none(one)}
    right = [one.line for one in doubted if one.line]
    right = [line for line in right if line not in stuck]
    if none:
        yield f"Add, without the lines that do list codes: --no-codes {_written(none)}"
    if apart := [one.line for one in able if one.ways.rest]:
        yield (
            "Add, for what neither lists codes nor is a part of the message above it:"
            f" --no-codes {_written(apart)}"
        )
    if right:
        yield f"Add, for what is right as it is read, though doubted: --as-read {_written(right)}"
    if bare := [one.line for one in result.problems if one.ways.listed]:
        yield (
            "Add, for codes without a text, so that the pages say that they are listed:"
            f" {LISTED} {_written(bare)}"
        )
    again = [one.line for one in result.problems if one.ways.repeats]
    if again:
        yield f"Add, where a code of two lists means the same in both: --as-meant {_written(again)}"
    meant = [
        one.line for one in result.problems if questions.can_be_meant(one) and one.line not in again
    ]
    if others := inside.told(document, result):
        yield others
    if meant:
        yield f"Add, for what is meant as the question has it: --as-meant {_written(meant)}"


def _written(numbers: list[int]) -> str:
    return reading.line_ranges(numbers).replace(" ", "")


def _check(
    file: str, results: tuple[Reading, Reading], doubts: list[Problem], given: Replies
) -> None:
    """Refuse answers to what is asked neither at first nor once something is meant.

    A line with several questions can have several answers, each to another question.
    """
    said = given.by_option()
    ways: dict[int, list[set[str]]] = {}
    for result in results:
        for one in result.problems:
            able = _answers(one, doubts, given)
            able -= {AS_MEANT} if result is not results[0] else set()
            ways.setdefault(one.line, []).append(able)
    problems = []
    for number in sorted(frozenset[int]().union(*said.values())):
        options = [option for option, numbers in said.items() if number in numbers]
        answered = ways.get(number, [])
        used = set[str]().union(*answered)
        if set(options) <= used and max(map(len, answered)) == 1:
            continue
        what = f"line {number} is answered in two ways."
        do = "Name it with the option that is right alone."
        if len(options) == 1:
            what = f"{options[0]} has line {number}, of which nothing is asked that it answers."
            do = "Run the command without it, and take the numbers of the lines from what it says."
        problems.append(Problem(file, number, what, do))
    if problems:
        raise ProblemsError(problems)


def _answers(problem: Problem, doubts: list[Problem], given: Replies) -> set[str]:
    """Return the options that are said of a question's line and answer it.

    Where what is doubted is right as it is read, only what is refused beside it lists no codes.
    """
    said = given.by_option()
    able = {
        NO_CODES: questions.can_be_none(problem),
        AS_READ: problem in doubts,
        AS_MEANT: questions.can_be_meant(problem),
        LISTED: bool(problem.ways.listed),
    }
    ways = {way for way, can in able.items() if can and problem.line in said[way]}
    return ways - {NO_CODES} if AS_READ in ways else ways


def _with_rows(document: Document, result: Reading, numbers: frozenset[int]) -> set[int]:
    """Return lines with those of the rows of the tables that begin there."""
    found = set(numbers)
    for table in sniff.seen(document, result.options["format"]):
        if table.line in numbers and table.rows:
            found.update(range(table.line, table.rows[-1].last + 1))
    return found


def _listing(options: Options, bare: list[Problem]) -> Options:
    """Return options that say of what is asked that its codes have no text."""
    for one in bare:
        options = questions.with_more(options, one.ways.listed)
    return options
