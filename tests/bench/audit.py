"""The site as its visitors get it, measured and held against limits.

Run it as `make audit`. It builds the site, serves it compressed as the host does (`tests/host.py`),
and prints a table; `ONLY="visit"` measures a part, `RUNS=1` measures once what is else the median
of five, and `WRITE=1` keeps the table for the page "Audit". A part is a module of `audited/` with
`rows`, which yields a `Row` for each thing; another one is added to `PARTS`.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT))

from macros import atlas as whole  # noqa: E402 - the path has to be known first
from tests import host  # noqa: E402 - the same
from tests.bench.audited import lighthouse, pages, sites, visit  # noqa: E402 - the same
from tests.bench.audited.row import Audited, Row  # noqa: E402 - the same
from tests.browser import chromium  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PARTS: dict[str, Callable[[Audited], Iterator[Row]]] = {
    "pages": pages.rows,
    "visit": visit.rows,
    "lighthouse": lighthouse.rows,
}
PAGE = PROJECT / "docs/contributing/audit.md"
HEAD = """\
---
title: Audit
description: What visitors of the site get, measured and held against limits.
hide: [navigation, toc]
search: {exclude: true}
---

# The site as its visitors get it

`make audit` prints this table, and `make audit WRITE=1` writes this page. Lighthouse's scores are
performance, accessibility, best practices and search engines; in brackets are those of a stock
Material site with the same on its pages, measured once in the same run. What else varies is the
median of """


def main() -> int:
    """Measure, and print the table; say by the exit status whether all limits hold."""
    parser = argparse.ArgumentParser(prog="make audit")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure")
    parser.add_argument("--runs", type=int, default=5, help="how often what varies is measured")
    parser.add_argument("--write", action="store_true", help="keep the table for the docs")
    given = parser.parse_args()
    browser = chromium.find()
    if not browser:
        print(chromium.ADVICE)
        return 1
    table = []
    with tempfile.TemporaryDirectory() as folder:
        audited = _audited(
            Path(folder), browser, given.runs, has_stock="lighthouse" in (given.parts or PARTS)
        )
        for name in given.parts or PARTS:
            for row in PARTS[name](audited):
                table.append(row)
                print(line(row), flush=True)
    if given.write:
        PAGE.write_text(page(table, browser, given.runs), encoding="utf-8")
        print(f"\nWritten into {PAGE.relative_to(PROJECT)}.")
    return 0 if all(row.holds for row in table) else 1


def _audited(work: Path, browser: str, runs: int, *, has_stock: bool) -> Audited:
    """Build and serve what is looked at."""
    site = work / "site"
    sites.ours(site)
    atlas = whole.load(PROJECT / "data")
    catalogs = {
        f"{ident}/": (site / ident / "index.html").stat().st_size for ident in atlas.catalogs
    }
    largest = max(catalogs, key=lambda address: catalogs[address])
    audited = Audited(site, _served(site), "", largest, browser, runs)
    if not has_stock:
        return audited
    stock = work / "stock"
    sites.stock(atlas, audited.pages, site, work / "stock-project", stock)
    return Audited(site, audited.address, _served(stock), largest, browser, runs)


def _served(site: Path) -> str:
    sites.compress(site)
    _, address = host.start(site, sites.URL)
    return f"{address}/"


def line(row: Row) -> str:
    """Return a row as it is printed."""
    return f"{'holds' if row.holds else 'FAILS'}  {row.name}: {row.value} (limit {row.limit})"


def page(table: list[Row], browser: str, runs: int) -> str:
    """Return the page of the docs, in Markdown."""
    told = subprocess.run([browser, "--version"], check=True, capture_output=True, text=True)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"
    rows = [
        f"| {row.name} | {row.value} | {row.limit} | {'yes' if row.holds else '**no**'} |"
        for row in table
    ]
    day = datetime.now(tz=UTC).date().isoformat()
    head = f"{HEAD}{runs}.\n\nOn {machine}, {told.stdout.strip()}, {day}:\n"
    return "\n".join([head, "| what | measured | limit | holds |", "|---|---|---|---|", *rows, ""])


if __name__ == "__main__":
    sys.exit(main())
