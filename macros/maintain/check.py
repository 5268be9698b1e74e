"""All of `data/`, read and checked: folder -> what it holds, what is open, and every problem.

Each stage needs those before it, so the problems are those of the first stage that has any.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from macros import codes
from macros.atlas import Atlas
from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.progress import silent
from macros.publish import pages, published
from macros.review import conditions, notes, others, synonyms
from macros.review import load as review
from macros.sources import yaml_file
from macros.sources.provider import Provider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.progress import Tell
    from macros.review.model import Review


@dataclass(frozen=True)
class Checked:
    """What came of a check.

    Attributes:
        catalogs: all catalogs; none where the documents could not be read.
        reviews: what is in and between them; none where that could not be told.
        atlas: all of it; None where something is wrong.
        problems: what is wrong.
    """

    catalogs: Mapping[str, Catalog] = field(default_factory=dict)
    reviews: Mapping[str, Review] = field(default_factory=dict)
    atlas: Atlas | None = None
    problems: tuple[Problem, ...] = ()


def check(
    data: Path,
    docs: Path,
    tell: Tell = silent,
    catalogs: Mapping[str, Catalog] | None = None,
    *,
    publish: bool = False,
) -> Checked:
    """Read and check everything.

    Args:
        data: the folder.
        docs: the folder of the hand-written pages.
        tell: is told what is being done.
        catalogs: the catalogs, where they are read already.
        publish: whether new addresses are added to the lists before these are checked.
    """
    reviews: Mapping[str, Review] = {}
    atlas = None
    try:
        catalogs = catalogs or catalog.load(data, pages.written(docs), tell=tell)
        reviews = review.load(data, dict(catalogs), tell=tell)
        tell("checking conditions and addresses")
        found = conditions.load(data, dict(catalogs), reviews)
        rest = (others.load(data, dict(catalogs)), synonyms.load(data, dict(catalogs), found))
        atlas = Atlas(dict(catalogs), dict(reviews), found, *rest)
        if publish:
            published.write(atlas, data, docs)
        contradictions = notes.contradictions(reviews.values(), found)
        broken = (*contradictions, *_types(data, atlas), *published.problems(atlas, data, docs))
    except ProblemsError as error:
        return Checked(catalogs or {}, reviews, None, error.problems)
    return Checked(catalogs, reviews, atlas, ProblemsError(broken).problems)


def _types(data: Path, atlas: Atlas) -> Iterator[Problem]:
    """Yield a problem for each code set of integers that has a code which is none."""
    for ident, held in atlas.catalogs.items():
        for index, code_set in enumerate(held.provider.code_sets):
            listed = held.of(code_set) if code_set.response.type == "integer" else ()
            other = next((one for one in listed if not codes.is_integer(one.code, one.ends)), None)
            if other is None:
                continue
            name = f"{ident}/{catalog.PROVIDER_FILE}"
            written = yaml_file.read(data / name, f"{data.name}/{name}", Provider, id=ident)
            what = f'the code set "{code_set.id}" has the code "{other.code}", which is no integer.'
            do = (
                "Give codes that stand in another place of a body a code set of their own in the"
                " reader. If all stand in one place, write `type: string`, with an `example` and"
                " `code` that have it, or without both."
            )
            yield written.problem(what, do, "code_sets", index, "response", "type")


def holdings(catalogs: Mapping[str, Catalog]) -> Iterator[str]:
    """Yield what each provider's documents hold, and which codes the newest ones dropped."""
    for held in catalogs.values():
        for code_set in held.provider.code_sets:
            known = held.of(code_set)
            listed = [code for code in known if code.listings]
            more = (
                f", {len(known) - len(listed)} observed beyond" if len(known) > len(listed) else ""
            )
            yield f"{held.provider.product}, {code_set.title}: {len(listed)} codes{more}"
            for revision in held.provider.revisions:
                rows = sum(len(code.rows(revision)) for code in listed)
                yield f"  {revision.id}: {rows} rows, {held.listed(code_set, revision)} codes"
            if dropped := [code for code in listed if code.dropped]:
                last = [f"{code.code} (last in {code.last.revision.id})" for code in dropped]
                yield f"  dropped, pages kept: {', '.join(last)}"


def as_text(problems: Sequence[Problem], bold: Callable[[str], str]) -> str:
    """Return problems for people, those of one file together."""
    parts = []
    for file, group in groupby(problems, key=lambda problem: problem.file):
        same = list(group)
        count = f"{len(same)} problems" if len(same) > 1 else "1 problem"
        parts += ["", f"{bold(file)}: {count}", *map(str, same)]
    files = len({problem.file for problem in problems})
    if len(problems) > 1:
        parts += ["", f"{len(problems)} problems in {files} {'files' if files > 1 else 'file'}"]
    return "\n".join(parts[1:])


def as_json(problems: Sequence[Problem]) -> str:
    """Return problems as a JSON list of objects with file, line, what and do."""
    listed = [
        {"file": one.file, "line": one.line, "what": one.what, "do": one.do} for one in problems
    ]
    return json.dumps(listed, indent=1, ensure_ascii=False)


def as_github(problems: Sequence[Problem]) -> str:
    """Return problems as annotations that GitHub Actions shows beside the lines."""
    return "\n".join(
        annotation("error", one.file, one.line, f"{one.what} {one.do}") for one in problems
    )


def annotation(level: str, file: str, line: int, text: str) -> str:
    """Return one annotation: `error`, `warning` or `notice`; line 0 stands for the whole file."""
    place = f"{_property(file)}{f',line={line}' if line else ''}"
    return f"::{level} file={place}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
