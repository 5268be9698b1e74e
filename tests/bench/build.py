"""What the site's build costs, beside a plain Material site of as many pages, in the same run.

Run it as `make bench`. It prints, for both: CPU time per page (start-up subtracted: a site of one
page), peak memory, and KB per code page, raw and gzipped; the ratio of the times; and what the
files for programs add to the build.
"""

from __future__ import annotations

import gzip
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
RUNS = 5
sys.path.insert(0, str(PROJECT))

from macros import atlas as whole  # noqa: E402 - the path has to be known first
from macros.atlas import Atlas  # noqa: E402 - the same
from macros.catalog.model import Code  # noqa: E402, TC001 - the same
from macros.publish import wording  # noqa: E402 - the same
from macros.review.conditions import Conditions  # noqa: E402 - the same
from tests.bench.cost import Cost, run  # noqa: E402 - the same

PLAIN = """\
site_name: Plain
theme:
  name: material
  font: false
  features: [navigation.tabs, search.highlight]
  palette:
    - {scheme: default, toggle: {icon: material/weather-night, name: Dark}}
    - {scheme: slate, toggle: {icon: material/weather-sunny, name: Light}}
plugins: [search]
markdown_extensions: [attr_list, toc]
nav: [{Home: index.md}]
not_in_nav: /*/*.md
"""


def plain_page(code: Code) -> str:
    """Return the page of one code as a person would write it: what our page says, in Markdown."""
    rows = [
        f"| {listing.revision.id} | {wording.escape_markdown(' '.join(row.message.split()))}"
        f" | {row.file}, line {row.line} |"
        for listing in code.listings
        for row in listing.rows
    ]
    lines = [
        f"# {code.code}",
        "",
        wording.escape_markdown(wording.plain(code)),
        "",
        wording.state(code),
        "",
        "## In each revision",
        "",
        "| Revision | What it says | Where |",
        "|---|---|---|",
        *rows,
    ]
    return "\n".join(lines) + "\n"


def write_plain(folder: Path, atlas: Atlas) -> int:
    """Write a plain site with a page for each code of `atlas`; return the number of its pages."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    pages = 1
    for provider, shown in atlas.catalogs.items():
        for code in shown.codes:
            path = folder / "docs" / provider / f"{code.address}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(plain_page(code), encoding="utf-8")
            pages += 1
    return pages


def write_empty_atlas(folder: Path) -> None:
    """Write our project with one provider of one code, whose build is all start-up."""
    for part in ("mkdocs.yml", "docs", "macros", "overrides"):
        (folder / part).symlink_to(PROJECT / part)
    from tests import invented  # noqa: PLC0415 - the path has to be known first

    document = "| Code | Meaning |\n|---|---|\n| 101 | Dock is busy |\n"
    invented.write(folder, document)


def write_without_files(folder: Path) -> None:
    """Write our project without the files for programs."""
    folder.mkdir()
    for part in ("mkdocs.yml", "docs", "overrides", "data"):
        (folder / part).symlink_to(PROJECT / part)
    shutil.copytree(PROJECT / "macros", folder / "macros")
    module = folder / "macros" / "publish" / "site.py"
    text = module.read_text(encoding="utf-8")
    changed = text.replace("yield address, self.api.content(address)", "continue")
    assert changed != text
    module.write_text(changed, encoding="utf-8")


def build(folder: Path, site: Path) -> Cost:
    """Build once; return what it cost."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)]
    return run(command, folder, {"NO_MKDOCS_2_WARNING": "1"})


def sizes(site: Path, providers: list[str]) -> tuple[float, float, float]:
    """Return KB per code page: raw, gzipped, and the largest gzipped."""
    pages = [path for name in providers for path in site.glob(f"{name}/*/index.html")]
    contents = [path.read_bytes() for path in pages if path.parent.name != "changes"]
    zipped = [len(gzip.compress(content)) / 1024 for content in contents]
    raw = statistics.mean(len(content) / 1024 for content in contents)
    return raw, statistics.mean(zipped), max(zipped)


def main() -> None:
    """Build all four sites in turn, several times, and print the table."""
    atlas = whole.load(PROJECT / "data")
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        plain_pages = write_plain(work / "plain", atlas)
        write_plain(work / "plain-empty", Atlas({}, {}, Conditions((), {}, {}, {}, {}, {}, "", {})))
        (work / "atlas-empty").mkdir()
        write_empty_atlas(work / "atlas-empty")
        write_without_files(work / "atlas-without-files")
        folders = {
            "atlas": PROJECT,
            "atlas-without-files": work / "atlas-without-files",
            "plain": work / "plain",
            "atlas-empty": work / "atlas-empty",
            "plain-empty": work / "plain-empty",
        }
        results: dict[str, list[Cost]] = {one: [] for one in folders}
        for run in range(RUNS):
            for one, folder in folders.items():
                print(f"\rrun {run + 1} of {RUNS}: {one:<20}", end="", file=sys.stderr, flush=True)
                results[one].append(build(folder, work / f"site-{one}"))
        print("\r", end="", file=sys.stderr)
        report(atlas, work, plain_pages, results)
        shutil.rmtree(work / "site-atlas")


def report(atlas: Atlas, work: Path, plain_pages: int, results: dict[str, list[Cost]]) -> None:
    """Print the table and the ratio."""
    codes = sum(len(one.codes) for one in atlas.catalogs.values())
    # The empty atlas has a home, a sources, a catalog and a code page that the difference lacks.
    pages = {"atlas": codes + len(atlas.catalogs) - 2, "plain": plain_pages - 1}
    print("| | pages | ms of CPU a page | peak MB | KB a code page | gzipped | largest gzipped |")
    print("|---|---|---|---|---|---|---|")
    times = {}
    for one, number in pages.items():
        seconds = [
            (full.cpu - empty.cpu) / number
            for full, empty in zip(results[one], results[f"{one}-empty"], strict=True)
        ]
        times[one] = statistics.median(seconds)
        memory = statistics.median(result.megabytes for result in results[one])
        raw, zipped, largest = sizes(work / f"site-{one}", list(atlas.catalogs))
        print(
            f"| {one} | {number} | {times[one] * 1000:.2f} | {memory:.0f} | {raw:.1f}"
            f" | {zipped:.2f} | {largest:.2f} |"
        )
    print(f"\nCPU time per page, atlas to plain: {times['atlas'] / times['plain']:.2f}")
    pairs = zip(results["atlas"], results["atlas-without-files"], strict=True)
    ratio = statistics.median(whole.cpu / without.cpu for whole, without in pairs)
    print(f"CPU time of the build, with the files for programs to without them: {ratio:.2f}")


if __name__ == "__main__":
    main()
