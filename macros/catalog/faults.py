"""What does not go together in what is written of a provider and what its documents list."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from macros import codes
from macros.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.catalog.catalog import Catalog
    from macros.sources.compared import Compared
    from macros.sources.observations import Observations
    from macros.sources.provider import Provider
    from macros.sources.yaml_file import Written


def of_record(recorded: Written[Compared] | None, provider: Provider) -> Iterator[Problem]:
    """Yield that the last comparison was with a revision that there is not."""
    known = [revision.id for revision in provider.revisions]
    if recorded and recorded.content.revision not in known:
        what = f'there is no revision "{recorded.content.revision}".'
        do = "Run `watch --record` again, or remove the file."
        yield recorded.problem(what, do, "revision")


def of_code_sets(written: Written[Provider]) -> Iterator[Problem]:
    """Yield a problem for each code set of a reader that provider.yml does not describe."""
    known = [code_set.id for code_set in written.content.code_sets]
    for index, revision in enumerate(written.content.revisions):
        for document in revision.documents:
            for code_set in document.described.reader.code_sets:
                if code_set not in known:
                    what = f'there is no code set "{code_set}".'
                    do = f"The code sets are {', '.join(known)}."
                    path = ("revisions", index, *document.path, "reader")
                    yield written.problem(what, do, *path)


def of_observations(written: Written[Observations], provider: Provider) -> Iterator[Problem]:
    """Yield a problem for each code set and order of codes that is wrong."""
    known = [code_set.id for code_set in provider.code_sets]
    for code_set, listed in written.content.codes.items():
        if code_set not in known:
            what = f'there is no code set "{code_set}".'
            yield written.problem(what, f"The code sets are {', '.join(known)}.", "codes", code_set)
        for before, after in pairwise(listed):
            if codes.order(after) < codes.order(before):
                what = f'"{after}" is not in its place, in the order of codes.'
                do = f'Move it before "{before}".'
                yield written.problem(what, do, "codes", code_set, after)


def of_capitals(
    written: Written[Observations], listed: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """Yield a problem for each observed code that documents print in other capitals.

    Args:
        written: the observations.
        listed: the codes that documents list, each with its code set.
    """
    printed = {(code_set, code.casefold()): code for code_set, code in listed}
    for code_set, codes_ in written.content.codes.items():
        for code in codes_:
            other = printed.get((code_set, code.casefold()))
            if other and (code_set, code) not in listed:
                what = f'"{code}" is printed "{other}" in the documents.'
                do = "Write it so, in its place."
                yield written.problem(what, do, "codes", code_set, code)


def of_ranges(catalog: Catalog, written: Written[Provider]) -> Iterator[Problem]:
    """Yield a problem for each code set, range and address without a code."""
    for set_index, code_set in enumerate(catalog.provider.code_sets):
        held = catalog.of(code_set)
        if not held:
            what = f'no document lists a code of the code set "{code_set.id}".'
            do = "Remove it, or mend the readers' options."
            yield written.problem(what, do, "code_sets", set_index, "id")
        used = {id(code.range) for code in held}
        for index, code_range in enumerate(code_set.ranges):
            if id(code_range) not in used:
                what = f'no code stands in the range "{code_range.title}" ({code_range.span}).'
                do = "Mend its ends or remove it."
                yield written.problem(what, do, "code_sets", set_index, "ranges", index)
        unused = set(code_set.addresses) - {code.code for code in held}
        for printed in sorted(unused):
            what = f'no document lists the code "{printed}".'
            do = "Remove its address, or mend its spelling."
            yield written.problem(what, do, "code_sets", set_index, "addresses", printed)


def of_successes(catalog: Catalog) -> Iterator[Problem]:
    """Hold the documents' own success columns against the code sets' lists of successes."""
    for code in catalog.codes:
        for row in (row for listing in code.listings for row in listing.all_rows):
            if row.success is not None and row.success is not code.success:
                says = "a success" if row.success else "no success"
                what = f'this line says that "{code.code}" is {says}; provider.yml says otherwise.'
                do = f'Mend `success` in the response of the code set "{code.code_set.id}".'
                yield Problem(row.file, row.line, what, do)


def of_aliases(descriptions: dict[str, Written[Provider]], reserved: set[str]) -> Iterator[Problem]:
    """Yield a problem for each alias that means something else already."""
    owners = dict.fromkeys([*descriptions, *reserved], "")
    for provider_id, written in descriptions.items():
        for index, alias in enumerate(written.content.aliases):
            if owners.setdefault(alias, provider_id) != provider_id:
                what = f'the alias "{alias}" already means something else.'
                yield written.problem(what, "Remove it.", "aliases", index)
