"""Cells of tables with less or more than the message: cut off, a foot, labels, a pipe -> doubts.

The whole text stands in an attribute, as in `<td title="Token expired at the gate">Token ex…</td>`.
A line whose first column is blank goes on with the row above in reStructuredText, and is perhaps a
foot of the table. What stands behind a break and a label, as in `Dock is busy<br>Cause: …`, is a
column in other documents. And a pipe within a text of Markdown has to be escaped, which people
forget.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.maintain.document import html_seen, meanings, reading
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.maintain.sniffers.tables import tables
from macros.maintain.sniffers.texts.breaks import HANGING
from macros.readers import doubts as texts
from macros.readers import markdown_blocks
from macros.readers.advice import shown
from macros.readers.html_cells import elements, whole
from macros.readers.printed import codes_in_cell
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.html_seen import SeenCell
    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.document.seen_table import Seen
    from macros.readers.cells import TableRow
    from macros.readers.rows import Document, Row


class _Found(NamedTuple):
    """A cell, and the value of an attribute that has the whole of its text."""

    cell: SeenCell
    value: str


def cut(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each attribute that has more than the cells show."""
    found: dict[str, list[_Found]] = {}
    for cell in html_seen.cells(document, result):
        for element in (cell.node, *elements(cell.node)) if cell.kind in _KINDS else ():
            for name, value in (element.attrs or {}).items():
                if value and name not in _NO_TEXT and whole(cell.node, element, value):
                    found.setdefault(name, []).append(_Found(cell, value))
    known = result.options.get("whole_in", ())
    for name, several in found.items():
        if name not in known:
            yield _of_cut(document.file, name, several)


_KINDS = frozenset({"message", "empty"})
_NO_TEXT = frozenset({"class", "id", "style", "href", "src"})


def _of_cut(file: str, name: str, found: list[_Found]) -> Doubt:
    first, more = found[0], f", and {len(found) - 1} more" if found[1:] else ""
    is_cut = f'of "{shown(first.cell.text)}"' if first.cell.text else "of an empty cell"
    what = f'the attribute `{name}` {is_cut} has more than the page shows: "{shown(first.value)}"'
    do = (
        f"If that is the whole text, write `whole_in: [{name}]` in the reader below; if the page"
        " shows all of it, change nothing. Save it to a file, and add --reader FILE."
    )
    return Doubt(file, first.cell.line, f"{what}{more}.", do, more={"whole_in": (name,)})


_BORDER = re.compile(r"\s*=+(?:\s+=+)+\s*")


def feet(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield a doubt for each last row of a simple table that alone goes on in a further line."""
    if result.options["format"] != "rst":
        return
    lines = document.text.split("\n")
    wrapped = [row for row in result.rows if _end(lines, row) > row.line]
    for row in wrapped if len(wrapped) == 1 else ():
        end = _end(lines, row)
        foot = one_line(" ".join(lines[row.line : end]))
        text = row.message.removesuffix(foot).rstrip()
        is_last = end < len(lines) and bool(_BORDER.fullmatch(lines[end]))
        if is_last and "" != text != row.message and not _goes_on(text, foot):
            yield _of_foot(document, result, row, text, foot)


def _end(lines: Sequence[str], row: Row) -> int:
    """Return the number of the last line of a row: those below its first one are indented."""
    end = row.line
    while end < len(lines) and lines[end][:1] == " " and lines[end].strip():
        end += 1
    return end


def _goes_on(text: str, further: str) -> bool:
    """Tell whether a line goes on with a sentence."""
    return further[:1].islower() or text.rsplit(maxsplit=1)[-1].casefold() in HANGING


def _of_foot(document: Document, result: Reading, row: Row, text: str, foot: str) -> Doubt:
    what = (
        f'"{shown(foot)}" goes on with the text of "{row.code}", as reStructuredText has it, and is'
        " perhaps a foot of the whole table."
    )
    do = f"If it is a part of the text, add --as-read {row.line}."
    quoted = reading.quotes([row], reading.asked(document, result.options))
    if len(quoted) != 1 or row.columns:
        do += " If it is none, say the row by hand under `rows` in the reader below."
        return Doubt(document.file, row.line, what, do)
    said = {"line": quoted[0], "code": row.code, "message": text, "code_set": row.code_set}
    do = f"If it is a foot, add --as-meant {row.line}, which leaves it out. {do}"
    return Doubt(document.file, row.line, what, do, rows=(said,))


_SENTENCE = re.compile(r"fix(?:es)?|suggest\w*|recommend\w*|why", re.IGNORECASE)  # begins with it
_ADDRESS = re.compile(r"https?|ftp|mailto", re.IGNORECASE)


def labels(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about messages that have lines with labels, if there is one."""
    if not isinstance(result.options.get("tables"), list):
        return
    found = _labels(result.rows)
    if not found:
        return
    first = next(row for row in result.rows if _labels([row], least=1).keys() & found.keys())
    labels = list(found)
    named = series([f'"{shown(one)}"' for one in labels])
    what = (
        f"{named} {'stand' if labels[1:] else 'stands'} before lines of messages as labels do, the"
        f' first time in that of "{shown(first.code)}": what is behind may be no message.'
    )
    do = f"If it is a part of the messages all the same, add --as-read {first.line}."
    text = shown(first.message.partition("\n")[0])
    change = None
    if taken := _apart(document, result, labels):
        change = becomes(taken.options)
        do = f"If it is none, add --as-meant {first.line}, which keeps it beside them. {do}"
    else:
        do = f'If it is none, show a code with its text: --such-as {first.code} "{text}". {do}'
    yield Doubt(document.file, first.line, what, do, change=change)


def _labels(rows: Sequence[Row], least: int = LEAST) -> dict[str, int]:
    """Return what lines of messages begin with as with labels, and how often.

    One that no field is known to label with, or without a sign behind it, has to come again.
    """
    counts: Counter[str] = Counter()
    known: set[str] = set()
    for row in rows:
        first, *others = row.message.split("\n")
        lead = texts.label(first, 0, first=True)
        likely = [lead] if lead and lead.is_likely else []
        signed = [*likely, *texts.below(row.message, 0)]
        found = [*(one.text for one in signed), *filter(None, map(_unsigned, others))]
        counts.update(dict.fromkeys(found).keys())
        known |= {one.text for one in signed if one.is_likely}
    return {
        text: times
        for text, times in counts.items()
        if (text in known or times >= least) and not _ADDRESS.fullmatch(text)
    }


def _unsigned(line: str) -> str:
    """Return the label that a line begins with, or is, without a sign behind it; nothing if none.

    As in `<b>Cause</b> No ship`, of which the marks are lost.
    """
    line = line.rstrip(" :：=")  # noqa: RUF001 - of East Asian pages
    first = line.partition(" ")[0]
    says = meanings.says(meanings.Text(first, []))
    if texts.is_known(line) or first == line:
        return line if says else ""
    return first if says in {"cause", "remedy"} and not _SENTENCE.fullmatch(first) else ""


def _apart(document: Document, result: Reading, labels: Sequence[str]) -> Reading | None:
    """Return a reading that keeps what is behind labels beside the messages, if it loses none."""
    tables = [_with(table, labels) for table in result.options["tables"]]
    taken = tried(document, {**result.options, "tables": tables})
    if not taken or _labels(taken.rows):
        return None
    same = len(taken.rows) == len(result.rows) and all(
        one.code == row.code and one.message and row.message.partition("\n")[0].endswith(first)
        for row, one in zip(result.rows, taken.rows, strict=True)
        if (first := one.message.partition("\n")[0]) is not None
    )
    return taken if same else None


def _with(table: Options, labels: Sequence[str]) -> Options:
    """Return what describes a table with labels, each named as what it says it is."""
    named = dict(table.get("named", {}))
    for label in labels:
        name = meanings.says(meanings.Text(label, []))
        if name and name not in named:
            named[name] = label
    return {**table, "labels": list(labels), **({"named": named} if named else {})}


def surplus(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about rows whose message perhaps has a pipe in it, if there are some."""
    if result.options["format"] != "markdown":
        return
    refused = {one.line for one in result.problems if "does not fit its table" in one.what}
    lines = document.text.split("\n")
    several = len({table["code_set"] for table in result.options["tables"]}) > 1
    rows = []
    found = []
    for table in tables.seen(document, "markdown") if refused else ():
        kind = _kind(table, result.options)
        for row in table.rows if kind else ():
            if row.line in refused and (said := _said(row, lines[row.line - 1], kind)):
                rows.append({**said, "code_set": kind["code_set"]} if several else said)
                found.append(row.line)
    if rows:
        yield _of_pipes(document.file, found[0], rows)


def _kind(table: Seen, options: Options) -> Options:
    """Return how a table is read whose message is its last column; nothing where it is another."""
    for kind in options["tables"]:
        last = kind["message"] == table.names[-1]
        if kind["columns"] == list(table.headings) and last and isinstance(kind["code"], str):
            return dict(kind)
    return {}


def _said(row: TableRow, source: str, kind: Options) -> dict[str, Any]:
    """Return what a row says by hand, with all that is too much in its message."""
    width, place = len(kind["columns"]), kind["columns"].index(kind["code"])
    raw = markdown_blocks.split(source.strip().removeprefix("|").removesuffix("|"))
    if len(row.cells) <= width or len(raw) != len(row.cells):
        return {}
    codes = codes_in_cell(row.texts[place], kind["pattern"])
    is_faulty = any(cell.fault for cell in row.cells)
    others = any(codes_in_cell(text, kind["pattern"]) for text in row.texts[place + 1 :])
    if len(codes) != 1 or is_faulty or others:  # of two rows in one line
        return {}
    message = row.texts[width - 1]
    for at in range(width, len(raw)):
        left = " " if raw[at - 1].endswith(" ") else ""
        right = " " if raw[at].startswith(" ") else ""
        message = f"{message}{left}|{right}{row.texts[at]}".strip()
    before = zip(kind["columns"][:-1], row.texts, strict=False)
    columns = {name: text for name, text in before if text and name != kind["code"]}
    said: dict[str, Any] = {"line": row.joined, "code": codes[0], "message": message}
    return {**said, "columns": columns} if columns else said


def _of_pipes(file: str, line: int, rows: list[dict[str, Any]]) -> Doubt:
    first, more = rows[0], f" and {len(rows) - 1} more" if rows[1:] else ""
    has = "have pipes in them" if rows[1:] else "has a pipe in it"
    what = (
        f'"{shown(first["message"])}", of the code "{shown(first["code"])}",{more} perhaps {has},'
        " which cuts a cell where it is not escaped."
    )
    do = "If that is so, add the option below for what is meant as the question has it."
    return Doubt(file, line, what, do, rows=tuple(rows))
