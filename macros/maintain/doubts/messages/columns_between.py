"""What stands between the codes and the texts of lines, as a column of its own: -> doubts.

In the copy of a page, a status or a name behind the code is glued to it or to the text, or a
single blank stands between: `4001404No dock`, `4001 NO_DOCK No dock is here`; or a sign, as in
`4001: no dock: No dock is here`. It is known by its form, which most lines share. A person is
asked, with the entry that has a group for each part; a line that has another form is refused then.
Where what begins the lines are statuses, the names behind them are the codes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import other_numbers, shapes, source_file
from macros.maintain.document.doubt import Doubt, becomes
from macros.maintain.sniffers.copies import copy_entries
from macros.maintain.sniffers.sniffed import LEAST, tried
from macros.readers.advice import shown
from macros.readers.doubts import is_known
from macros.readers.ledger import Account
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.readers.rows import Document, Row

# As texts behind a sign are read, where no line is looked at but theirs.
_BEFORE_SIGN = r"(?P<code>[A-Za-z0-9_.:-]+)\s*[=]\s*"
_MOST = 0.8  # of the lines are of one shape
_CLEAR = 0.5  # of these show where each column ends
_FEW = 0.5  # of as many as the lines are the statuses; codes in their order are all different
_STATUS = "(?P<http>[1-5][0-9]{2})"
_STATUS_FIRST = re.compile(rf"{_STATUS}[A-Z]{{2}}")
_TEXT = r"(?P<message>[^0-9\s].*)"
# Of NO_DOCKA dock nobody can tell where the name ends: of NO_DOCKNo dock, a small letter does.
_WORDS = "(?P<message>[A-Z][a-z].*)"
_GLUED = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+[ ]?[a-z]", re.ASCII)
_HUMPED = re.compile(r"(?:[A-Z][a-z]+){2,}", re.ASCII)
# A few words before a sign as the one behind the code.
_LABEL = rf"(?P<name>[^\W\d_][\w-]*(?: [\w-]+){{0,2}})[ \t]*[:=][ \t]+{_TEXT}"
_BULLET = r"[-*+][ \t]+[`*_]*"
_JOINED = "[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"
_NAMES = (
    _JOINED,
    "[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*",
    "(?:[A-Z][a-z0-9]+){2,}",
    "(?i:error|warn(?:ing)?|info|fatal|critical|severe)",
)


class _Way(NamedTuple):
    """A shape of lines: what stands before the code, it, what follows, and the column in that."""

    lead: str
    code: str
    rest: str
    column: str

    def entry(self, code: str = "") -> str:
        """Return the expression for a line with some codes."""
        return f"{self.lead}(?P<code>{code or self.code}){self.rest}"


def doubts(document: Document, result: Reading) -> Iterator[Doubt]:
    """Yield the doubt about a column that most lines seem to have between code and text."""
    rows = [row for row in result.rows if row.ends is None]
    separator = _separator(document, result.options)
    if not separator or len(rows) < LEAST:
        return
    lines = [one_line(line) for line in document.text.split("\n")]
    of_statuses = all(other_numbers.is_status(row.code) for row in rows)
    glued = [
        row
        for row in rows
        if _GLUED.match(row.message) or (of_statuses and _HUMPED.match(row.message))
    ]
    if separator != "none" or len(glued) < max(LEAST, _MOST * len(rows)):
        glued = []
    for way in _ways(result.options, separator):
        there = [re.fullmatch(way.entry(), line, re.ASCII) for line in lines]
        found = [one for row in rows if (one := there[row.line - 1])]
        least = _CLEAR * len(glued) if glued else _MOST * len(rows)
        if len(found) < max(LEAST, least) or not _holds(way, found, rows):
            continue
        read = tried(document, _options(result, way, [one for one in there if one]))
        if read and len(read.rows) >= len(found) and not _loses(result, read, way):
            yield _doubt(document.file, rows[0], found, way, dict(read.options))
            return
        if way.rest.endswith(_LABEL):
            yield _unread(document.file, rows[0], found, way)
            return
    statuses = [_STATUS_FIRST.match(row.code) for row in rows]
    if all(one and other_numbers.is_status(one["http"]) for one in statuses):
        glued = rows
    if glued:
        yield _unclear(document.file, glued[0], lines[glued[0].line - 1], len(glued) - 1)


def _separator(document: Document, options: Options) -> str:
    """Return what stands between code and text in each line, as `separator` has it."""
    if copy_entries.is_glued(options):
        return "none"
    if options["format"] == "text_lines" and "columns" not in options:
        return str(options["separator"])
    is_list = options["format"] == "bullets" and "markup" not in options
    is_entry = options["format"] == "pattern" and options["entry"].startswith(_BEFORE_SIGN)
    is_entry = is_entry and not source_file.is_source(document)
    return "sign" if is_list or is_entry else ""


def _ways(options: Options, separator: str) -> Iterator[_Way]:
    """Yield the shapes that lines can have, what is likely first."""
    before = options.get("before", "")
    lead = _BULLET if options["format"] == "bullets" else ""
    lead += f"(?:{before})" if before else ""
    code = options["pattern"]
    if separator == "none" and re.fullmatch(r"\[0-9\]\{[0-9,]+\}", code):
        code = "[0-9]+"  # in another list of the page, codes can be longer
    for number in ("-?[0-9]+?", "[A-Z]+[0-9]*?"):
        yield _Way(lead, number, rf"[ \t]*{_STATUS}[ \t]*{_TEXT}", "http")
    if separator == "none":
        yield _Way(lead, code, f"(?P<name>{_JOINED}){_WORDS}", "name")
        return
    sign = r"[`*_]*[ \t]*[:.)=-]?[`*_]*[ \t]+" if separator == "sign" else r"[ \t]+"
    for name in _NAMES:
        yield _Way(lead, code, rf"{sign}(?P<name>{name})[ \t]+{_TEXT}", "name")
    yield _Way(lead, code, f"{sign}{_LABEL}", "name")


def _holds(way: _Way, found: Sequence[re.Match[str]], rows: Sequence[Row]) -> bool:
    """Tell whether lines of a shape show that they have such a column.

    The end of a code can look like a status by chance, but not in all of them alike.
    """
    texts = [one[way.column] for one in found]
    if way.column != "http":
        return not all(map(is_known, texts))  # a label, as in "4001 Message: No dock"
    is_glued = found[0].end("code") == found[0].start("http")
    if not all(map(other_numbers.is_status, texts)) or len(found) < len(rows):
        return False
    return not is_glued or len(set(texts)) <= _FEW * len(texts)


def _loses(before: Reading, after: Reading, way: _Way) -> bool:
    """Tell whether a line that was refused, or of a row, is passed over by other options.

    Nor must a text be lost that went on below its line, or stood there as a column.
    """
    taken = {Account.REFUSED, Account.ROW}
    lines = [line for line, account in before.accounts.items() if account in taken]
    if any(after.accounts.get(line) not in taken for line in lines):
        return True
    if not way.rest.endswith(_LABEL):
        return False
    said = {row.line: row.message for row in before.rows}
    texts = ((said.get(row.line, row.message), row.message) for row in after.rows)
    below = any(row.columns for row in before.rows)
    return below or any(not text.endswith(rest) for text, rest in texts)


def _options(result: Reading, way: _Way, found: Sequence[re.Match[str]]) -> Options:
    """Return the options with a group for each part."""
    codes = dict.fromkeys(one["code"] for one in found)
    options = {"format": "pattern", "code_set": result.options["code_set"]}
    entry, column = way.entry(shapes.pattern(codes)), way.column
    if column == "name" and all(map(other_numbers.is_status, codes)):
        codes, column = dict.fromkeys(one["name"] for one in found), "http"
        entry = way.entry("[1-5][0-9]{2}").replace("?P<code>", "?P<http>")
        entry = entry.replace("?P<name>", "?P<code>")
    options |= {"pattern": shapes.pattern(codes), "entry": entry, "every_line": "true"}
    return {**options, "named": {column: column}}


def _doubt(
    file: str, row: Row, found: Sequence[re.Match[str]], way: _Way, options: Options
) -> Doubt:
    first = found[0]
    parts = re.fullmatch(options["entry"], first[0], re.ASCII) or first
    do = (
        f"If so, add --as-meant {row.line}, which reads them with `format: pattern` and a group for"
        f' each part, "{shown(parts["code"])}" for the code; if it is of the'
        f" {'code' if way.column == 'http' else 'message'}, save the reader below to a file, and"
        " add --reader FILE."
    )
    return Doubt(file, row.line, _seems(found, way), do, change=becomes(options))


def _unread(file: str, row: Row, found: Sequence[re.Match[str]], way: _Way) -> Doubt:
    """Return the doubt about a column that no one expression reads, as a text goes on below it."""
    do = (
        "If so, save the page with a sign between its columns, as HTML or with tabs. If it is of"
        " the message, save the reader below to a file, and add --reader FILE."
    )
    return Doubt(file, row.line, _seems(found, way), do)


def _seems(found: Sequence[re.Match[str]], way: _Way) -> str:
    """Say what a line seems to have between its code and its text."""
    first = found[0]
    is_what = "a status" if way.column == "http" else "a name or a level"
    return (
        f'"{shown(first[0])}" seems to have {is_what}, "{shown(first[way.column])}", between'
        f' "{shown(first["code"])}" and the text, as {len(found) - 1} more lines have.'
    )


def _unclear(file: str, row: Row, line: str, others: int) -> Doubt:
    """Return the doubt about names of which nothing tells where they end."""
    what = (
        f'"{shown(line)}" seems to have a name glued to what stands around it, as {others} more'
        " lines have, and nothing tells where it ends."
    )
    do = (
        "Save the page with a sign between its columns, as HTML or with tabs. If it is right as it"
        " is, save the reader below to a file, and add --reader FILE."
    )
    return Doubt(file, row.line, what, do)
