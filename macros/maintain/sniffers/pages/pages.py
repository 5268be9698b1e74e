"""A page without tables on its way to options: its blocks, its prose, and its code sets.

A code that stands below two headings with different texts means two things, so that what stands
below the second heading is a code set of its own. One with the same text in both is one code.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemKind
from macros.maintain.document import meanings, reading, shapes
from macros.maintain.sniffers.pages.beginnings import behind, could_be_a_row
from macros.maintain.sniffers.sniffed import account, shown_codes
from macros.maintain.sniffers.under import EXTRA_SETS
from macros.readers import blocks, html_blocks, labelled
from macros.readers.advice import shown
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.maintain.document.reading import Options, Reading
    from macros.maintain.sniffers.pages.beginnings import Beginnings
    from macros.readers.blocks import Block
    from macros.readers.rows import Document, Row


_SAYS_MESSAGE = re.compile(
    r"message|msg|meaning|descri|text|메시지|설명|消息|描述|说明|メッセージ", re.IGNORECASE
)
_NUMBER = re.compile(r"-?[0-9]{1,9}", re.ASCII)
_MARKED = re.compile(r"(`|\*\*|__)(-?[0-9]{1,9})\1[ \t]+(?=\w)", re.ASCII)
_LABEL = re.compile(r'"([^"]*)" stands before a text like a label')


def says_message(label: str) -> bool:
    """Tell whether a label says that the message stands behind it."""
    return bool(_SAYS_MESSAGE.search(label)) or meanings.is_message(label)


def page_of(document: Document) -> tuple[list[Block], Options]:
    """Return the blocks of a page, and the option that says how it is written."""
    if document.text.lstrip()[:1] != "<":
        return list(blocks.of_markdown(document.text)), {}
    page = html_blocks.of_html(document.text, document.file, _begins)
    return [] if isinstance(page, Problem) else page, {"markup": "html"}


def _begins(text: str, apart: str) -> bool:
    """Tell whether a line of a page in HTML begins with what looks like a code."""
    found, alone = behind([text], "", small=True), behind([apart], "", small=True)
    return bool(found.apart or (alone.codes and not alone.titled))


def signed(block: Block) -> str:
    """Return the text of a block, with a sign behind a number in marks: `0` Success."""
    text = one_line(block.shown().text)
    if isinstance(block, html_blocks.HtmlBlock):
        number = block.head if _NUMBER.fullmatch(block.head) else ""
    else:
        number = found[2] if (found := _MARKED.match(block.sources[0])) else ""
    return text.replace(" ", ": ", 1) if number and text.startswith(f"{number} ") else text


def shape(found: Beginnings, code_set: str) -> Options:
    """Return the options that all formats of pages have."""
    options: Options = {"code_set": code_set, "pattern": shapes.pattern(found.codes)}
    if found.before:
        options["before"] = found.before
    return options


def accounted(
    document: Document, options: Options, without: ProblemKind, codes: Sequence[str]
) -> Reading:
    """Read a page; skip its prose, and declare headings or items that have no code."""
    result = account(document, options)
    if not result.is_whole:
        skipped = account(document, {**options, "prose": "skip"})
        result = skipped if len(skipped.problems) < len(result.problems) else result
    result = _labelled(document, result)
    texts = [one.text for one in result.problems if one.kind is without]
    texts = [text for text in texts if not could_be_a_row(text, options.get("before", ""), codes)]
    if not texts:
        return result
    known = result.options.get("headings", [])
    better = {**result.options, "headings": [*known, *reading.patterns_for(texts)]}
    declared = account(document, better)
    return declared if len(declared.problems) < len(result.problems) else result


def _labelled(document: Document, result: Reading) -> Reading:
    """Declare the labels that the reader asks about: their texts become columns, or messages."""
    found = [label[1] for one in result.problems if (label := _LABEL.match(one.what))]
    if not found:
        return result
    labels = [*result.options.get("labels", []), *dict.fromkeys(found)]
    options = {**result.options, "labels": labels}
    tried = [options]
    if options["format"] == "headings":
        alike = (labelled.alike(label, labels) for label in labels)
        said = [label for label in labels if says_message(label)]
        several = [one for one in alike if one[1:] and says_message(one[0])]
        tried += [options | {"message": one} for one in (*said, *several)]
    return min([result, *(account(document, one) for one in tried)], key=_left)


def _left(result: Reading) -> int:
    return len(result.problems)


def why(what: str, found: Beginnings) -> tuple[str, ...]:
    """Return why a page is read so, in sentences."""
    before = f', behind "{found.before.replace(chr(92), "")}"' if found.before else ""
    return (f"{what}{before}", f"pattern {shapes.pattern(found.codes)}: {shown_codes(found.codes)}")


_AS_ONE = "under two headings that are read as one list"
_VERSIONS = re.compile(
    r"change ?log|changes|release notes?|releases|(?:version |revision )?history|versions?"
    r"|更新日志|更新记录|版本(?:记录|历史)?|变更记录|變更紀錄|変更履歴|更新履歴|변경 ?이력",
    re.IGNORECASE,
)


def parted(document: Document, result: Reading) -> tuple[Reading, list[str]]:
    """Return a reading in which no code means two things, and why; the same one where none does."""
    if not any(_AS_ONE in problem.what for problem in result.problems):
        return result, []
    sections: dict[str, dict[str, set[str]]] = {}
    columns: dict[tuple[str, str], dict[str, str]] = {}
    open_ = False
    for row in result.rows:
        texts = sections.setdefault(row.section or "", {}).setdefault(row.code, set())
        texts.add(one_line(row.message))
        # Of one message with two explanations, a person has to say whether it is one thing.
        open_ |= row.columns != columns.setdefault((row.code, one_line(row.message)), row.columns)
    said: dict[str, dict[str, set[str]]] = {}
    under: dict[str, str] = dict(result.options.get("under", {}))
    names = (result.options["code_set"], *EXTRA_SETS)
    why: list[str] = []
    repeated = ""
    for section, own in sections.items():
        name = next((one for one in names if not _clashes(own, said.get(one, {}))), names[0])
        known = said.setdefault(name, {})
        if name == names[0]:
            repeated = next((code for code in own if code in known), repeated)
        elif section:
            clash = _clashes(own, said[names[0]])[0]
            under[section] = name
            why.append(
                f'{clash} has another text under "{section}", so what stands there is a code set'
                f" of its own, {name}"
            )
        for code, texts in own.items():
            known.setdefault(code, set()).update(texts)
    better: Options = dict(result.options)
    if under:
        better["under"] = under
    if repeated and not open_:
        better["repeats"] = "true"
        why.append(f"repeats: {repeated} stands under several headings, with the same text")
    if reading.fault(better):
        return result, []
    found = account(document, better)
    return (found, why) if len(found.problems) < len(result.problems) else (result, [])


def _clashes(own: dict[str, set[str]], known: dict[str, set[str]]) -> list[str]:
    """Return the codes of a section that have other texts elsewhere."""
    return [code for code, texts in own.items() if known.get(code, texts) != texts]


def doubted(file: str, result: Reading) -> Reading:
    """Return a reading with a doubt for each section whose numbers may be versions and no codes."""
    sections: dict[str, list[Row]] = {}
    for row in result.rows:
        sections.setdefault(row.section or "", []).append(row)
    doubts = [
        Problem(
            file,
            rows[0].line,
            f'"{rows[0].code}" stands under "{shown(section)}", where versions stand, not codes.',
            "Write a `pattern` in the reader below that fits codes alone, and the headings of"
            " versions under `headings`; save it to a file, and add --reader FILE.",
        )
        for section, rows in sections.items()
        if len(sections) > 1 and _VERSIONS.fullmatch(section.strip())
    ]
    return replace(result, problems=(*result.problems, *doubts)) if doubts else result
