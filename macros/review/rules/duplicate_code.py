"""`duplicate-code`: one code in several rows of a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.review.rules.rule import Harm, Hit, Rule, Subject, whole_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.readers.rows import Row


def find(subject: Subject) -> Iterator[Hit]:
    """Yield each code that a code set of the document lists more than once."""
    rows: dict[tuple[str, str], list[Row]] = {}
    for row in subject.rows:
        rows.setdefault((row.code_set, row.code), []).append(row)
    for (_, code), listed in rows.items():
        if len(listed) > 1:
            meanings = len({row.message for row in listed})
            said = f"{meanings} meanings" if meanings > 1 else "the same meaning"
            says = f"{code} is listed in {len(listed)} rows of the document, with {said}."
            yield whole_rows(listed, says)


RULE = Rule(
    "duplicate-code",
    "Listed twice",
    "The document lists a code more than once.",
    find,
    Harm.MISLEADS,
    makes_badge=False,
    title_says_all=True,
    any_language=True,
)
