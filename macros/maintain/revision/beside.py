"""What rows say beside their texts, and no longer say alike: a cause, what to do, a status.

Where it says what to do, what was chosen for the code holds no more (`review/beside.py`). All of it
has to be seen by whoever takes the revision in.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.review import beside
from macros.review.classify import alike
from macros.texts import counted, few, letters, one_line, series

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.readers.rows import Row
    from macros.sources.provider import Revision

_MANY = 6  # codes of one column whose texts are printed
_LONGEST = 60  # characters of a text
_LEAST = 3  # texts that stood in another column: fewer can be chance


class Beside(NamedTuple):
    """One column of one code that says something else."""

    heading: str
    code: str
    said: str
    says: str
    same_text: bool


def between(
    catalog: Catalog,
    before: Revision,
    after: Revision,
    others: Container[tuple[str, str]] = (),
    *,
    titles: bool = True,
) -> Iterator[str]:
    """Yield the columns that say something else than a revision before, each with its codes.

    Args:
        catalog: the provider.
        before: the earlier revision.
        after: the later one.
        others: places of codes that mean something else, of which nothing else has to be said.
        titles: whether documents in the language of titles are compared, too.
    """
    by_heading: dict[tuple[str, bool], list[Beside]] = {}
    for code in catalog.codes:
        for one in _of(code, before, after, titles=titles) if code.place not in others else ():
            by_heading.setdefault((one.heading, one.same_text), []).append(one)
    for (heading, same_text), found in by_heading.items():
        codes = list(dict.fromkeys(one.code for one in found))
        say = counted(len(codes), "code says", "codes say")
        text = "with the same text" if same_text else "with a text that changed"
        yield f'  {say} something else in "{heading}", {text}: {few(codes)}'
        for one in found[:_MANY]:
            yield f"    {one.code}: {_cut(one.said)} -> {_cut(one.says)}"


def doubts(catalog: Catalog, before: Revision, after: Revision) -> Iterator[str]:
    """Yield that what stood beside the texts of one revision are the texts of another one.

    Headings that changed places, in the document or by mistake, change no heading. Where nothing
    stands beside one of these texts any more, the text above it was left out.
    """
    common = [code for code in catalog.codes if code.rows(before) and code.rows(after)]
    found = Counter(heading for code in common for heading in _turned(code, before, after))
    for heading, count in found.most_common(1):
        if count >= max(_LEAST, len(common) / 2):
            yield (
                f'another column? {count} texts stand below "{heading}" in {before.id}, beside the'
                " messages, and are taken for messages here. Compare the two documents: where the"
                " headings changed places, give a reader that says so, with --reader FILE."
            )
            return
    lost = [code for code in common if _is_moved_up(code, before, after)]
    if lost:
        rows = [code.rows(after)[0] for code in lost]
        places = [f"{row.code} (line {row.line}: {_cut(row.message)})" for row in rows]
        yield (
            f"a text left out? What is taken for the text of {series(places[:_MANY])} stood beside"
            f" it in {before.id}, and nothing stands there now. Where the document says no more"
            " what the code means, quote what is taken under `prose` of the options before, and"
            f" give them with --reader FILE --listed {','.join(str(row.line) for row in rows)}."
        )


def _turned(code: Code, before: Revision, after: Revision) -> set[str]:
    """Return the headings below which one revision has what are the texts of a code in another."""
    said = {letters(row.message) for row in code.rows(before)}
    says = {letters(row.message) for row in code.rows(after)} - said
    return {
        heading
        for row in code.rows(before)
        for heading, text in _columns(row)
        if letters(text) in says
    }


def _is_moved_up(code: Code, before: Revision, after: Revision) -> bool:
    """Tell whether a code's text stood beside it before, and its column is empty now."""
    places = _turned(code, before, after)
    there = {heading for row in code.rows(after) for heading, text in _columns(row) if text}
    return bool(places - there)


def _columns(row: Row) -> list[tuple[str, str]]:
    """Return what stands beside a text, each with its heading."""
    named = [(row.headings.get(name, name), text) for name, text in row.named.items()]
    return [*row.columns.items(), *named]


def _of(code: Code, before: Revision, after: Revision, *, titles: bool) -> Iterator[Beside]:
    """Yield the columns of a code that say something else; one that came or went is none.

    Beside a text that changed, those that a verdict rests on: whoever notes that the text means the
    same has to see them.
    """
    for old, new in code.compared(before, after):
        is_of_titles = new[:1] and new[0].language == after.languages[0]
        if len(old) != len(new) or (is_of_titles and not titles):
            continue
        for had, has in zip(old, new, strict=True):
            same_text = alike(had.message, has.message)
            counts = {*beside.apart(had, has)}
            for _, one in beside.columns(had, has):
                if one in counts or (same_text and not alike(one.said, one.says)):
                    yield Beside(one.heading, code.code, one.said, one.says, same_text)


def _cut(text: str) -> str:
    line = one_line(text) or "nothing"
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
