"""The real documents: what the atlas holds is what they say.

Numbers stand in `expected/`, a file for each provider, which `make golden` writes anew: a revision
that is taken in changes that file, and a person reads the difference. No number of a document
stands in a test of the code.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from macros.publish import wording
from macros.sources.reader_options import TextLinesOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.readers.rows import Row
    from macros.review.model import Review
    from macros.sources.provider import Revision

PROJECT = Path(__file__).resolve().parent.parent.parent
EXPECTED = Path(__file__).parent / "expected"
FIRST = 5  # documents that the atlas began with; no change of the readers takes one out
PROVIDERS = sorted(path.parent.name for path in (PROJECT / "data").glob("*/provider.yml"))


def _facts(atlas: Atlas, provider: str) -> dict[str, Any]:
    """Return the numbers of one provider that a person reviews."""
    catalog, review = atlas.catalogs[provider], atlas.reviews[provider]
    listed, sets = catalog.documented, catalog.provider.code_sets
    conditions = Counter(atlas.condition_of(code).id for code in catalog.codes)
    verdicts = Counter(atlas.conditions.verdict(code).retry for code in catalog.codes)
    return {
        "codes": {one.id: sum(code.code_set is one for code in listed) for one in sets},
        "observed": _observed(catalog),
        "new": len(catalog.new),
        "dropped": [code.code for code in catalog.codes if code.dropped],
        "several rows": [code.code for code in listed if code.listings and len(code.last.rows) > 1],
        "revisions": {one.id: _revision(catalog, one) for one in catalog.provider.revisions},
        "changes": _changes(review),
        "findings": dict(Counter(finding.rule.name for finding in review.findings)),
        "limits": [
            f"{code.anchor}: {wording.limit(one.limit)}"
            for code in catalog.codes
            for one in review.limits_of(code)
        ],
        "fields": {one.name: [code.anchor for code in one.codes] for one in review.fields},
        "sign twins": [pair.unsigned.code for pair in review.twins],
        "verdicts": dict(sorted(verdicts.items())),
        "not reviewed": [change.code.anchor for change in review.unreviewed],
        "conditions": dict(sorted(conditions.items())),
    }


def _observed(catalog: Catalog) -> dict[str, Any]:
    known = [code.observed.observation for code in catalog.codes if code.observed]
    statements = [statement for one in known for _, statement in one.statements]
    return {
        "sources": Counter(one.kind for one in catalog.observations.content.sources),
        "codes": [code.anchor for code in catalog.observed],
        "messages": sum(len(one.messages) for one in known),
        "codes with causes": sum(bool(one.causes) for one in known),
        "causes": sum(len(one.causes) for one in known),
        "differs": [code.anchor for code in catalog.disputed],
        "not sure": sum(bool(statement.doubt) for statement in statements),
    }


def _revision(catalog: Catalog, revision: Revision) -> dict[str, Any]:
    sets = catalog.provider.code_sets
    return {
        "sha256": revision.sha256,
        "rows": {one.id: sum(len(code.rows(revision)) for code in catalog.of(one)) for one in sets},
        "codes": {one.id: catalog.listed(one, revision) for one in sets},
    }


def _changes(review: Review) -> dict[str, dict[str, int]]:
    steps = pairwise(review.catalog.provider.revisions)
    return {
        f"{before.id} -> {after.id}": dict(
            Counter(change.kind.value for change in review.changes if change.after is after)
        )
        for before, after in steps
    }


@pytest.mark.parametrize("provider", PROVIDERS)
def test_numbers(atlas: Atlas, provider: str, pytestconfig: pytest.Config) -> None:
    """What the documents hold, what changed and what was found is what a person has reviewed."""
    path = EXPECTED / f"{provider}.json"
    facts = _facts(atlas, provider)
    if pytestconfig.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        text = json.dumps(facts, indent=1, ensure_ascii=False)
        path.write_text(f"{text}\n", encoding="utf-8")
    assert path.is_file(), "Run `make golden`, and read what it writes."
    assert facts == json.loads(path.read_text("utf-8"))


def test_every_provider_is_expected(pytestconfig: pytest.Config) -> None:
    """No provider is without its expectation, and none is expected that is not there."""
    written = {path.stem: path for path in EXPECTED.glob("*.json")}
    if pytestconfig.getoption("--update-golden"):
        for gone in written.keys() - PROVIDERS:
            written[gone].unlink()
        return  # `test_numbers` writes the others, now or before
    assert sorted(written) == PROVIDERS, "Run `make golden`, and read the difference."


def _documents(atlas: Atlas) -> Iterator[tuple[Revision, Path, list[Row]]]:
    """Yield each revision with its document and the rows that were read, in their order."""
    for provider, catalog in atlas.catalogs.items():
        for revision in catalog.provider.revisions:
            rows = [row for code in catalog.codes for row in code.rows(revision)]
            path = PROJECT / "data" / provider / revision.file
            yield revision, path, sorted(rows, key=lambda row: row.line)


def test_verbatim(atlas: Atlas) -> None:
    """Each document is the one that was taken in, to the byte."""
    for revision, path, _ in _documents(atlas):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == revision.sha256, path


def _independently(revision: Revision, text: str) -> list[tuple[str, str]]:
    """Read a document by means that the readers do not use."""
    options = revision.reader
    if isinstance(options, TextLinesOptions):
        gap = " " if options.separator == "space" else ""
        return re.findall(rf"^({options.pattern}){gap}(.+)$", text, re.MULTILINE)
    return [*_cells(text), *_html_rows(text)]


_CODE = r"-?[0-9]+|[A-Z][0-9]+"


def _cells(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip(" |").split("|")]
        if re.fullmatch(_CODE, cells[-2] if len(cells) > 1 else ""):
            yield cells[-2], re.sub(r"\\([\[\]])", r"\1", " ".join(cells[-1].split()))


def _html_rows(text: str) -> Iterator[tuple[str, str]]:
    rows = re.findall(r"<tr>\s*<td>(.*?)</td>\s*<td>(.*?)</td>\s*</tr>", text, re.DOTALL)
    for code, message in rows:
        lines = (" ".join(html.unescape(line).split()) for line in message.split("<br>"))
        if re.fullmatch(_CODE, code.strip()):
            yield code.strip(), "\n".join(line for line in lines if line)


def test_messages(atlas: Atlas) -> None:
    """Read by other means, a document has the same codes and messages in the same order.

    These know lines, and tables whose last columns are code and message.
    """
    compared = 0
    for revision, path, rows in _documents(atlas):
        if _is_plain(revision):
            read = _independently(revision, path.read_text("utf-8"))
            assert [(row.code, row.message) for row in rows] == read, path
            compared += 1
    assert compared >= FIRST


def _is_plain(revision: Revision) -> bool:
    """Tell whether a document is of a kind that can be read here by other means."""
    options = revision.reader
    if isinstance(options, TextLinesOptions):
        return not options.in_columns
    if options.format not in {"markdown", "html_table"} or options.headings_of_others:
        return False
    return all(
        [*table.codes, *table.messages] == table.columns[-2:] for table in options.column_tables
    )


def test_lines(atlas: Atlas) -> None:
    """The line that a row cites is the line on which its code is printed."""
    for _, path, rows in _documents(atlas):
        lines = path.read_text(encoding="utf-8").split("\n")
        for row in rows:
            assert row.file == path.relative_to(PROJECT).as_posix()
            assert row.code in lines[row.line - 1]
