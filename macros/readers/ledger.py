"""What the lines of one document are accounted to, and what accounts for none of them.

Remembers which patterns, quotations and tables of a reader's options were of use: one that was not
is stale, and a problem. Keeps for each line what it was taken for, so that the whole document can
be added up, and which codes were listed in rows that nobody can read.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

from macros.errors import Problem, ProblemKind, Ways, advised
from macros.readers.advice import as_pattern, by_hand_advice, if_none, shown
from macros.readers.rows import Row, Unreadable, kept_by_name
from macros.readers.sections import Sections
from macros.sources.reader_options import Options, TreeOptions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.readers.rows import Line
    from macros.sources.reader_options import RowByHand, Success, Table, TreeSuccess

# What lists codes, and says whether other lists of the kind may have them, too.
Listing: TypeAlias = "Table | TreeOptions"
Format_co = TypeVar("Format_co", bound=Options, covariant=True)


HIDES = "`ignore` has a pattern for"  # what is said of a line, by which others know the problem


class Account(IntEnum):
    """What a line is taken for; where several things stand on it, the greatest counts."""

    MARKUP = 1  # nothing that a page shows: tags alone, the line below a heading row
    SKIPPED = 2  # text in which no code stands, and that nobody has to account for
    IGNORED = 3
    HEADING = 4
    ROW = 5
    REFUSED = 6


class SaysSuccess(NamedTuple):
    """What a row says of its success: what tells it, the text, the code of the row, its line."""

    telling: Success | TreeSuccess
    text: str
    code: str
    line: int


@dataclass(frozen=True, slots=True)
class _Listed:
    """Where a code was listed first: the number of the table, its kind, the line."""

    number: int
    table: Listing
    line: int


class Ledger(Generic[Format_co]):
    """What a document's lines can be, by the options of its reader.

    Args:
        file: the document, as problems cite it.
        options: what `provider.yml` says of it.

    Attributes:
        accounts: what each line was taken for, by its number.
        unreadable: the codes of rows that are ignored because nothing can be quoted from them.
        above: the text of the nearest heading so far; None before the first.
        sections: what stands under which heading, in formats without tables.
        passed: the lines that `ignore` has a pattern for, each with the heading above it.
        told: the codes of such lines that were dealt with already.
        headed: the lines that only a wide pattern of `headings` matches, by their numbers.
        trying: the pattern that is being tried, for whoever has lost patience with it.
        successes: what rows say of their success.
        sentences: those that a code stands in, which may be one of the rows to come.
    """

    def __init__(self, file: str, options: Format_co) -> None:
        self.file = file
        self.options = options
        self.accounts: dict[int, Account] = {}
        self.unreadable: list[Unreadable] = []
        self.above: str | None = None
        self.passed: dict[tuple[int, str], str | None] = {}
        self.told: set[str] = set()
        self.headed: dict[int, str] = {}
        self.trying = ""
        self._patterns = {
            kind: {pattern: re.compile(pattern, re.ASCII) for pattern in patterns}
            for kind, patterns in (
                ("ignored", options.ignore),
                ("heading", options.heading_patterns),
            )
        }
        self.sections = Sections(file, options)
        self._prose = frozenset(options.quoted_prose)
        self._by_hand = frozenset(row.line for row in options.rows)
        self._wrapped = frozenset(options.wrapped_lines)
        self.successes: list[SaysSuccess] = []
        self.sentences: list[Line] = []
        self._used: set[object] = set()
        self._tables = 0
        self._listed: dict[tuple[str, str], _Listed] = {}

    def mark(self, account: Account, first: int, last: int = 0) -> None:
        """Note what the lines from `first` to `last`, or the one line, are taken for."""
        for line in range(first, max(first, last) + 1):
            self.accounts[line] = max(account, self.accounts.get(line, account))

    def fill(self, account: Account, text: str, first: int = 1) -> None:
        """Note what all lines of a text that are not blank are taken for, if for nothing else.

        Args:
            account: what they are taken for.
            text: the text.
            first: the number of its first line.
        """
        for number, line in enumerate(text.split("\n"), start=first):
            if line.strip():
                self.mark(account, number)

    def ignores(self, text: str, line: int = 0, last: int = 0) -> bool:
        """Tell whether `ignore` has a pattern for the whole of a line of text, or `prose` has it.

        Args:
            text: the line, white space folded.
            line: its number, for the sum of all lines; 0 where that is not known.
            last: the number of its last line, where it has several.
        """
        passes = self.passes(text)
        matches = passes or self._matches("ignored", text)
        if matches and line:
            self.mark(Account.IGNORED, line, last)
            if not passes:
                self.passed.setdefault((line, text), self.above)
        return matches

    def passes(self, text: str) -> bool:
        """Tell whether `prose` has a line of text, folded as `ignores` has it."""
        known = text in self._prose
        if known:
            self._used.add(("prose", text))
        return known

    def is_heading(self, text: str, line: int = 0) -> bool:
        """Tell whether a `headings` pattern matches the whole of a line of text."""
        matches = self._matches("heading", text)
        if matches and line:
            self.mark(Account.HEADING, line)
            if as_pattern(text) not in self.options.heading_patterns:
                self.headed[line] = text
        return matches

    def quotes(self, text: str) -> bool:
        """Tell whether provider.yml says by hand what a line says."""
        return text in self._by_hand

    def wraps(self, text: str, line: int) -> bool:
        """Tell whether provider.yml says that a line goes on with the row above."""
        known = text in self._wrapped
        if known:
            self._used.add(("wrapped", text))
            self.mark(Account.ROW, line)
        return known

    def goes_on_below(self, message: str) -> bool:
        """Tell whether provider.yml says that a message goes on with the texts below it."""
        known = message in self.options.open_messages
        if known:
            self._used.add(("open", message))
        return known

    def leaves_out(self, text: str) -> None:
        """Note that an element of a cell was left out."""
        self._used.add(("left out", text))

    def fills(self, attribute: str) -> None:
        """Note that an attribute had the whole text of a cell."""
        self._used.add(("attribute", attribute))

    def by_hand(self, text: str, line: int, section: str | None = None, last: int = 0) -> list[Row]:
        """Return the rows that provider.yml says a line has; none where it says nothing of it."""
        if not self.quotes(text):
            return []
        self._used.add(("by hand", text))
        self.mark(Account.ROW, line, last)
        return [self._said(row, line, section) for row in self.options.rows if row.line == text]

    def forgets(
        self, by_hand: Sequence[Row], text: str, line: int, codes: Sequence[str]
    ) -> Iterator[Problem]:
        """Refuse rows by hand of a line that has more codes than these.

        Args:
            by_hand: the rows.
            text: the line, as they quote it.
            line: its number.
            codes: those that it lists; where none of the rows has one, the reader misread it.
        """
        said = {code for one in by_hand for code in one.ends or (one.code,)}
        missing = [code for code in codes if code not in said]
        if missing and len(missing) < len(codes):
            what = f'the rows by hand of "{shown(text)}" say nothing of "{missing[0]}".'
            yield advised(self.file, line, what, by_hand_advice(text, *missing))

    def _said(self, row: RowByHand, line: int, section: str | None) -> Row:
        """Return the row that a line has by provider.yml, its columns named as those of others."""
        code_set = row.code_set or self.options.code_sets[0]
        columns, success = dict(row.columns), None
        named, headings = self.kept_by_name(columns)
        for table in self.options.column_tables:
            known = {*table.columns, *table.labels}
            if columns and table.code_set == code_set and columns.keys() <= known:
                named, headings = kept_by_name(columns, dict(table.named.items()))
                if table.success and table.success.column in columns:
                    success = table.success.tells(columns[table.success.column])
                break
        return Row(
            *("-".join(row.ends or (row.code,)), row.message, columns, code_set),
            *(self.file, line, success, section),
            named=named,
            headings=headings,
            ends=row.ends,
        )

    def hides(self, text: str, line: int, codes: Iterable[tuple[str, str]]) -> Iterator[Problem]:
        """Yield a problem for each code of an ignored line that is not declared unreadable.

        Args:
            text: the line, which a pattern of `ignore` matches.
            line: its number.
            codes: what it seems to list: the ids of code sets, and codes.
        """
        if text in self._prose:
            return
        for code_set, code in codes:
            self.told.add(code)
            known = next(
                (one for one in (code, self.options.sent(code)) if one in self.options.unreadable),
                "",
            )
            if known:
                self._used.add(("unreadable", known))
                self.unreadable.append(Unreadable(code, code_set, self.file, line))
                continue
            what = f'{HIDES} "{shown(text)}", which lists the code "{code}".'
            yield advised(
                *(self.file, line, what, by_hand_advice(text, code)),
                f'If nothing can be quoted from it, add "{code}" to `unreadable`;',
                if_none(text, "if it lists no code, quote the line under `prose`."),
            )

    def use(self, table: Listing) -> None:
        """Note that the document has a table or list of this kind, another one than before."""
        self._used.add(id(table))
        self._tables += 1

    def is_other(self, headings: Sequence[str]) -> bool:
        """Tell whether a table with these headings lists no codes, as provider.yml says."""
        known = list(headings) in self.options.headings_of_others
        if known:
            self._used.add(("other", tuple(headings)))
        return known

    def success(
        self, telling: Success | TreeSuccess, text: str, code: str, line: int
    ) -> bool | None:
        """Tell whether a row is a success, and note what it says of that.

        Args:
            telling: what tells successes.
            text: what stands there; empty where nothing does.
            code: the code of the row.
            line: its line.
        """
        self.successes.append(SaysSuccess(telling, text, code, line))
        return telling.tells(text)

    def went_on(self, table: Table, option: str = "goes_on") -> None:
        """Note that a row of a table goes on with the one above, by this option."""
        self._used.add((option, id(table)))

    def labelled(self, table: Table, labels: Iterable[str]) -> None:
        """Note that a message of a table has texts behind these labels."""
        self._used.update(("label", label, id(table)) for label in labels)

    def repeated(
        self, table: Listing, rows: Iterable[Row], thing: str = "tables"
    ) -> Iterator[Problem]:
        """Yield a problem for each other table that has codes of these rows, of the last table.

        Args:
            table: what kind of table they are of.
            rows: all of its rows.
            thing: what such tables are called.
        """
        found: dict[int, list[tuple[Row, _Listed]]] = {}
        for row in rows:
            here = _Listed(self._tables, table, row.line)
            first = self._listed.setdefault((row.code_set, row.code), here)
            if first.number != here.number:
                found.setdefault(first.number, []).append((row, first))
        for pairs in found.values():
            row, first = pairs[0]
            repeating = [one for one in (table, first.table) if one.repeats]
            if repeating:
                self._used.update(("repeats", id(one)) for one in repeating)
                continue
            more = f", as do {len(pairs) - 1} more" if len(pairs) > 1 else ""
            what = (
                f'the code "{row.code}" stands in two {thing} that are read as one list, here and'
                f" at {self.file}:{first.line}{more}."
            )
            do = (
                "If they are two lists, describe each with the heading above it, `under`, and its"
                " own `code_set`; if the document cuts one list into several tables, write"
                " `repeats: true`."
                if thing == "tables"
                else "Write `repeats: true` if it means the same in both; if these are two lists,"
                " give each its `code_set` under `lists`."
            )
            yield Problem(self.file, row.line, what, do, ways=Ways(repeats=True))

    def kept_by_name(
        self, columns: Mapping[str, str], options: Options | None = None
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return `named` and `headings` of a row with these columns, of a format without tables.

        Args:
            columns: its columns.
            options: of its own list, where the document has several.
        """
        named, headings = kept_by_name(columns, (options or self.options).named_texts)
        self._used.update(("named", heading) for heading in headings.values())
        return named, headings

    def stale(self) -> Iterator[Problem]:
        """Yield a problem for each pattern, quotation and table that the document does not have."""
        for kind, patterns in self._patterns.items():
            for pattern in patterns:
                if (kind, pattern) not in self._used:
                    what = f'no line of this document matches the {kind} pattern "{pattern}".'
                    yield Problem(self.file, 0, what, "Remove the pattern from provider.yml.")
        for kind, key, quoted in (
            *(("by hand", "rows", line) for line in sorted(self._by_hand)),
            *(("prose", "prose", line) for line in sorted(self._prose)),
            *(("wrapped", "wrapped", line) for line in sorted(self._wrapped)),
        ):
            if (kind, quoted) not in self._used:
                below = " below a row" if key == "wrapped" else ""
                what = f'this document has no line "{shown(quoted)}"{below}, which `{key}` quotes.'
                yield Problem(
                    self.file, 0, what, "Mend the quotation in provider.yml, or remove it."
                )
        for code in self.options.unreadable:
            if ("unreadable", code) not in self._used:
                what = f'no ignored row of this document lists "{code}", which is `unreadable`.'
                yield Problem(self.file, 0, what, "Remove it from provider.yml.")
        yield from self._stale_texts()
        yield from self.sections.stale()
        yield from self._stale_tables()

    def _stale_texts(self) -> Iterator[Problem]:
        for kind, key, quoted in (
            *(("left out", "leave_out", text) for text in self.options.left_out),
            *(("attribute", "whole_in", name) for name in self.options.attributes),
        ):
            if (kind, quoted) not in self._used:
                what = f'no cell of this document needs "{shown(quoted)}", which `{key}` has.'
                yield Problem(self.file, 0, what, "Mend or remove it in provider.yml.")
        for message in self.options.open_messages:
            if ("open", message) not in self._used:
                what = f'no message "{shown(message)}" is here with a text below it.'
                do = "Mend or remove it under `goes_on_below` in provider.yml."
                yield Problem(self.file, 0, what, do)
        for name, heading in self.options.named_texts.items():
            if ("named", heading) not in self._used:
                what = f'no row of this document has "{shown(heading)}", which is named `{name}`.'
                yield Problem(self.file, 0, what, "Mend or remove it in provider.yml.")

    def _stale_tables(self) -> Iterator[Problem]:
        for table in self.options.described_tables:
            under = f' under the heading "{table.under}"' if table.under else ""
            if id(table) not in self._used:
                what = f"this document has no table with the columns {table.columns}{under}."
                yield Problem(self.file, 0, what, "Mend or remove the table in provider.yml.")
                continue
            if table.repeats and ("repeats", id(table)) not in self._used:
                what = f"no code stands in two tables with the columns {table.columns}{under}."
                yield Problem(self.file, 0, what, "Remove `repeats` from the table.")
            for option in ("goes_on", "dittos_go_on"):
                if getattr(table, option) and (option, id(table)) not in self._used:
                    what = f"no row of a table with the columns {table.columns}{under} goes on."
                    yield Problem(self.file, 0, what, f"Remove `{option}` from the table.")
            for label in table.labels:
                if ("label", label, id(table)) not in self._used:
                    what = f"no message of a table with the columns {table.columns}{under} has"
                    do = f"Remove `{shown(label)}` from its `labels`."
                    yield Problem(self.file, 0, f'{what} "{shown(label)}".', do)
        options = self.options
        for headings in options.headings_of_others:
            if ("other", tuple(headings)) not in self._used:
                what = f"this document has no table with the columns {headings}."
                yield Problem(self.file, 0, what, "Remove it from `other_tables` in provider.yml.")
        yield from self._stale_lists(options.parts if isinstance(options, TreeOptions) else [])

    def _stale_lists(self, lists: Sequence[TreeOptions]) -> Iterator[Problem]:
        for one in lists:
            if id(one) not in self._used:
                what = f'no list or mapping stands at the path "{one.path}".'
                do, kind = "Mend or remove it in provider.yml.", ProblemKind.NO_LIST
                yield Problem(self.file, 0, what, do, kind=kind, text=one.path)
        repeating = [one for one in lists if one.repeats]
        if repeating and not any(("repeats", id(one)) in self._used for one in repeating):
            what = "no code stands in two of the lists that the path leads to."
            yield Problem(self.file, 0, what, "Remove `repeats` from the reader's options.")

    def counts(self) -> Counter[Account]:
        """Count the lines by what they were taken for."""
        return Counter(self.accounts.values())

    def _matches(self, kind: str, text: str) -> bool:
        matching = []
        for pattern, compiled in self._patterns[kind].items():
            self.trying = pattern
            if compiled.fullmatch(text):
                matching.append((kind, pattern))
        self.trying = ""
        self._used.update(matching)
        return bool(matching)
