"""`prune`: observations.yml without what documents have overtaken: catalog -> what goes.

A newer document lists a code that was only observed, or says by now what a later page said. What
the atlas said of it counts no more, and a person would have to remove it line by line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import check, edits
from macros.maintain.intake import Planned, uneditable
from macros.publish import pages
from macros.sources import observations
from macros.texts import counted, series

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalog.catalog import Catalog

_Path = tuple[str | int, ...]


def plan(data: Path, docs: Path, provider: str) -> Planned:
    """Edit a copy of `data/` so that a provider's observations have nothing that is overtaken.

    Raises:
        ProblemsError: when there is no such provider, or something is wrong with the data.
    """
    catalogs = catalog.load(data, pages.written(docs))
    if provider not in catalogs:
        what = f'there is no provider "{provider}".'
        do = f"The providers are {series(list(catalogs))}."
        raise ProblemsError([Problem(data.name, 0, what, do)])
    held = catalogs[provider]
    gone = paths(held)
    if not gone:
        return Planned((f"Nothing that was observed of {provider} is overtaken.",))
    path = data / provider / observations.FILE
    name = f"{data.name}/{provider}/{observations.FILE}"
    text = path.read_text(encoding="utf-8")
    try:
        text = edits.without(text, gone)
        sources = [*_unused(text, path.read_text(encoding="utf-8"))]
        text = edits.without(text, [("sources", place) for place, _ in sources])
    except edits.EditError as error:
        raise uneditable(name, error) from None
    path.write_text(text, encoding="utf-8")
    result = check.check(data, docs, publish=True)
    lines = [f"{name}: without what the documents have overtaken."]
    by_why: dict[str, list[str]] = {}
    for one in held.overtaken:
        by_why.setdefault(one.why, []).append(one.code)
    for why, codes in by_why.items():
        lines.append(f"  {why} {', '.join(dict.fromkeys(codes))}")
    if sources:
        names = ", ".join(ident for _, ident in sources)
        lines.append(
            f"  {counted(len(sources), 'source', 'sources')} on which nothing rests: {names}"
        )
    return Planned(tuple(lines), (), result.problems)


def paths(held: Catalog) -> list[_Path]:
    """Return the ways to what goes in observations.yml; to the code where nothing else counts."""
    kept = {(code.code_set.id, code.code) for code in held.codes if code.observed}
    ways = (
        one.path if (str(one.path[1]), one.code) in kept else one.path[:3] for one in held.overtaken
    )
    return list(dict.fromkeys(ways))


def _unused(text: str, before: str) -> Iterator[tuple[int, str]]:
    """Yield place and id of the sources on which something rested before, and nothing does now."""
    now, was = edits.values(text) or {}, edits.values(before) or {}
    rests, rested = ({*_sources(one.get("codes"))} for one in (now, was))
    for place, source in enumerate(now.get("sources") or ()):
        if source["id"] in rested - rests:
            yield place, source["id"]


def _sources(said: Any) -> Iterator[str]:  # noqa: ANN401 - whatever the file holds
    """Yield the ids of all sources that something rests on."""
    if isinstance(said, dict):
        for key, value in said.items():
            yield from value if key == "sources" else _sources(value)
    elif isinstance(said, list):
        for value in said:
            yield from _sources(value)
