"""What sites of 1,000, 10,000 and 100,000 codes cost, beside plain Material sites of as many pages.

Run it as `make scale`; `make scale SIZES="1000 10000"` measures less, and `WRITE=1` keeps the
figures for the page "How far it goes". Projects of invented codes (`scale_data.py`) are built as
the site is, by `mkdocs build` with an address, one after the other, as is the real one; the plain
sites have the same texts (`build.py`). CPU time is that of user and system, memory the most at one
time, both of all processes of a build. Nothing is subtracted for the start; but the first build,
which compiles modules and templates for all that follow, is not measured. The real site is built
as `make build` does, with its links checked; in the others, hand-written pages link to real codes.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from os import cpu_count
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT))

from macros import atlas as whole  # noqa: E402 - the path has to be known first
from macros.publish.html import how_far  # noqa: E402 - the same
from tests.bench import build, scale_data  # noqa: E402 - the same
from tests.bench.cost import Cost, run  # noqa: E402 - the same
from tests.bench.look_ups import look_ups  # noqa: E402 - the same

SIZES = (1_000, 10_000, 100_000)
PLAIN_UP_TO = 10_000
SETTINGS = {
    "URL": "https://atlas.example",
    "SITE_URL": "",
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONDONTWRITEBYTECODE": "",
}


def tell(text: str) -> None:
    """Say what is being done: one line on a terminal, which the next one replaces, else lines."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text} …" if text else "\r\033[K", end="", file=sys.stderr, flush=True)
    elif text:
        print(f"{text} …", file=sys.stderr, flush=True)


def built(folder: Path, site: Path, *options: str) -> dict[str, Any]:
    """Build a project; return what that cost, and what came of it."""
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--site-dir",
        str(site),
        *options,
    ]
    cost: Cost = run(command, folder, SETTINGS)
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return {
        "cpu": round(cost.cpu, 2),
        "megabytes": round(cost.megabytes),
        "files": len(sizes),
        "bytes": sum(sizes),
    }


def pages_alone(folder: Path, site: Path) -> float:
    """Return the seconds of CPU that the pages of codes take of a project's build."""
    command = [sys.executable, str(PROJECT / "tests/bench/pages.py"), str(site)]
    environment = {**os.environ, **SETTINGS}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return float(done.stdout.split()[-1])


def measure(size: int, work: Path) -> dict[str, Any]:
    """Return all figures of one size."""
    shown = f"{size:,} codes"
    project, site = work / "project", work / "site"
    tell(f"{shown}: writing the project")
    scale_data.write(project, size)
    tell(f"{shown}: building the atlas")
    result = {
        "codes": size,
        "providers": len(scale_data.sizes(size)),
        "atlas": built(project, site),
        "plain": None,
    }
    tell(f"{shown}: looking up")
    result["lookUps"] = look_ups(site)
    if size <= PLAIN_UP_TO:
        tell(f"{shown}: writing the plain site")
        pages = build.write_plain(work / "plain", whole.load(project / "data"))
        tell(f"{shown}: building the plain site, {pages:,} pages")
        result["plain"] = built(work / "plain", work / "site-plain")
        tell(f"{shown}: making the pages of codes")
        result["pages"] = pages_alone(project, work / "site-pages")
    tell(f"{shown}: clearing up")
    for folder in work.iterdir():
        shutil.rmtree(folder)
    return result


def machine() -> str:
    """Return what it was measured on."""
    return f"{cpu_count()} cores, {platform.system()} {platform.machine()}"


def main() -> None:
    """Measure all sizes, and print the tables."""
    parser = argparse.ArgumentParser(prog="make scale")
    parser.add_argument("sizes", nargs="*", type=int, help="numbers of codes", default=SIZES)
    parser.add_argument("--write", action="store_true", help="keep the figures for the docs")
    given = parser.parse_args()
    real = len(whole.load(PROJECT / "data").codes)
    with tempfile.TemporaryDirectory() as name:
        tell(f"building the real site, {real} codes")
        site = Path(name) / "real"
        built(PROJECT, site)
        own = {"codes": real, "atlas": built(PROJECT, site, "--strict")}
        shutil.rmtree(site)
        sizes = [measure(size, Path(name)) for size in given.sizes]
    tell("")
    figures = {
        "machine": machine(),
        "python": platform.python_version(),
        "date": datetime.now(tz=UTC).date().isoformat(),
        "real": own,
        "sizes": sizes,
    }
    report(figures)
    if given.write:
        text = json.dumps(figures, indent=2) + "\n"
        how_far.FIGURES.write_text(text, encoding="utf-8")
        print(f"\nWritten into {how_far.FIGURES.relative_to(PROJECT)}.")


def report(figures: dict[str, Any]) -> None:
    """Print figures as the page shows them."""
    read = how_far.Figures.model_validate(figures)
    print(f"{read.machine}, Python {read.python}, {read.date}\n")
    for heads, rows in (how_far.costs(read), how_far.look_ups(read)):
        widths = [max(map(len, column)) + 2 for column in zip(heads, *rows, strict=True)]
        for row in (heads, *rows):
            print("".join(map(str.rjust, row, widths)))
        print()
    for aim in how_far.aims(read):
        print(f"{'holds' if aim.holds else 'FAILS'}: {aim.says}: {aim.measured}")


if __name__ == "__main__":
    main()
