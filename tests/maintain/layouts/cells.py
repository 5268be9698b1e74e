"""Lists in tables whose cells hold more than one thing, or stand for several rows."""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from random import Random

    from tests.maintain.layouts.listing import Listing


def _pipes(listed: Listing, rows: Iterable[Sequence[str]]) -> str:
    head = f"| {listed.headings[0]} | {listed.headings[1]} |\n| --- | --- |\n"
    return head + "".join(f"| {' | '.join(row).replace('<', '&lt;')} |\n" for row in rows)


def _pairs(listed: Listing) -> list[tuple[str, str]]:
    return [*zip(listed.codes, listed.texts, strict=True)]


def with_names(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return a table with a code and its name in one cell."""
    if listed.form in {"names", "dotted", "mixed"}:
        return None
    form = random.choice(("{} {}", "{} ({})", "`{}` `{}`", "{}: {}"))
    cells = map(form.format, listed.codes, listed.names)
    return _pipes(listed, zip(cells, listed.texts, strict=True)), ".md"


def statuses_of_rows(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table of HTML with a status for several rows."""
    statuses = sorted(listed.statuses)
    place = random.randrange(3)
    head = [listed.headings[0], listed.headings[1]]
    head.insert(place, listed.headings[3])
    rows = ["".join(f"<th>{escape(cell)}</th>" for cell in head)]
    for number, (code, text) in enumerate(_pairs(listed)):
        cells = [f"<td>{escape(code)}</td>", f"<td>{escape(text)}</td>"]
        status = statuses[number]
        if statuses.index(status) == number:
            cells.insert(place, f'<td rowspan="{statuses.count(status)}">{status}</td>')
        rows.append("".join(cells))
    return "<table>\n" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n", ".html"


def with_labels(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table with a remedy behind a label and a break in the cell of each text."""
    sign = random.choice((": ", "：", " - ", ":<br>"))  # noqa: RUF001
    label = random.choice(("{}", "<b>{}</b>", "<em>{}</em>")).format(listed.headings[2])
    between = f"@{label}{sign}" if random.random() < 0.7 else f"@{label}@"
    rows = [
        (code, f"{escape(text)}{between}{escape(remedy)}".replace("@", "<br>"))
        for code, text, remedy in zip(listed.codes, listed.texts, listed.remedies, strict=True)
    ]
    head = "".join(f"<th>{escape(one)}</th>" for one in listed.headings[:2])
    body = "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in rows)
    return f"<table>\n<tr>{head}</tr>\n{body}</table>\n", ".html"


def several_codes(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table with two codes in its first cell."""
    between = random.choice((", ", " / ", "<br>", "; ", " or ", "、", " "))
    listed.texts[1] = listed.texts[0]
    (first, text), (second, _), *rest = _pairs(listed)
    rows = _pipes(listed, [(f"{first}@{second}", text), *rest])
    return rows.replace(f"{first}@{second}", f"{first}{between}{second}"), ".md"


def of_several_lines(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table of HTML with texts of several lines."""
    line = random.choice(("<br>", "<br/>", "<br />\n"))
    rows = ""
    for place, (code, text) in enumerate(_pairs(listed)):
        more = listed.remedies[place] if random.random() < 0.5 else ""
        rows += f"<tr><td>{escape(code)}</td><td>{escape(text)}{more and line + more}</td></tr>\n"
        listed.texts[place] = f"{text} {more}".strip()
    head = f"<tr><th>{listed.headings[0]}</th><th>{listed.headings[1]}</th></tr>\n"
    return f"<table>\n{head}{rows}</table>\n", ".html"


def quoted(random: Random, listed: Listing) -> tuple[str, str]:
    """Return separated values with line breaks and quotes in them, and any ends of lines."""
    listed.texts = [
        text + (f'\n{more} "x", y' if random.random() < 0.4 else "")
        for text, more in zip(listed.texts, listed.remedies, strict=True)
    ]
    written = io.StringIO()
    ends = random.choice(("\n", "\r\n"))
    writer = csv.writer(written, delimiter=random.choice(",;\t"), lineterminator=ends)
    writer.writerows([listed.headings[:2], *_pairs(listed)])
    return written.getvalue(), ".csv"


def side_by_side(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table with two lists beside each other."""
    del random
    half = len(listed.codes) // 2
    del listed.codes[2 * half :], listed.texts[2 * half :]
    pairs = _pairs(listed)
    rows = [(*pairs[place], *pairs[half + place]) for place in range(half)]
    head = [*listed.headings[:2]] * 2
    lines = [head, ["---"] * 4, *rows]
    return "".join(f"| {' | '.join(line).replace('<', '&lt;')} |\n" for line in lines), ".md"


def wide_signs(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return a table with codes in full-width digits or signs: all of them, or one."""
    if not listed.is_numeric:
        return None
    wide = {sign: sign + 0xFEE0 for sign in b"-0123456789"}
    one = random.choice((None, random.randrange(len(listed.codes))))
    cells = [
        code.translate(wide) if one in {None, place} else code
        for place, code in enumerate(listed.codes)
    ]
    return _pipes(listed, zip(cells, listed.texts, strict=True)), ".md"


def named_again(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a table whose texts name their own code, or that of another row."""
    form = random.choice(("{1}: {0}", "[{1}] {0}", "{0} ({1})", "{0} (see {2})", "{0}: {2}"))
    listed.texts = [
        form.format(text, code, random.choice(listed.codes)) for code, text in _pairs(listed)
    ]
    return _pipes(listed, _pairs(listed)), ".md"
