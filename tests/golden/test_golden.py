"""Two invented providers, whole: everything that the site says of them, as golden files.

Between them they have three dated revisions and two undated ones, two code sets with a clash, codes
that were dropped and came back, several rows, every kind of change, notes, conditions and findings.
`make golden` writes `expected/` anew; read the difference.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros import addresses, atlas
from macros.publish.html.environment import links_from
from macros.publish.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
# The pages that macros make a part of, with the arguments of the macro.
PARTS: dict[str, tuple[str, tuple[object, ...]]] = {
    "home_page": (addresses.HOME(), ()),
    "all_changes_page": (addresses.ALL_CHANGES(), ()),
    "open_work_page": (addresses.OPEN_WORK(), ()),
    "how_sure_page": (addresses.HOW_SURE(), ()),
    "sources_page": (addresses.SOURCES(), ()),
    "discrepancies_page": (addresses.DISCREPANCIES(), ()),
    "compare_page": (addresses.COMPARE(), ()),
    "same_number_page": (addresses.SAME_NUMBER(), ()),
    "responses_page": (addresses.RESPONSES(), ()),
    "bodies": (addresses.PROGRAMS(), ()),
    "verdicts": (addresses.PROGRAMS(), ()),
    "single_files": (addresses.PROGRAMS(), ()),
    "versions": (addresses.PROGRAMS(), ()),
    "catalog_page": ("orbit/", ("orbit",)),
    "code_set": ("orbit/", ("orbit", "api")),
    "code_table": ("orbit/", ("orbit", "api")),
    "catalog_end": ("orbit/", ("orbit",)),
    "changes_page": ("orbit/changes/", ("orbit",)),
    "limits_page": ("orbit/limits/", ("orbit",)),
    "report_page": ("orbit/report/", ("orbit",)),
}
# The schemas and the table of addresses are said by the classes, and held by `v1.txt`; pictures are
# no texts.
NOT_HERE = ("api/v1/schema/", "sources/", "assets/", "favicon.ico")
STILL_HERE = ("api/v1/schema/retry-table.json",)


@pytest.fixture(scope="module")
def site() -> Site:
    """Return the site of the invented providers."""
    data = HERE / "data"
    return Site(atlas.load(data), data, "https://atlas.example/", "https://code.example/atlas/")


def _content(site: Site) -> Iterator[tuple[str, str]]:
    """Yield everything that is made, by a path below `expected/`."""
    files = dict(site.files())
    build = json.loads(files[addresses.SEARCH_CODES()])["build"]
    for path, content in files.items():
        if path in STILL_HERE or not path.startswith(NOT_HERE):
            text = content if isinstance(content, str) else content.decode()
            yield path.replace(f"search/{build}/", "search/build/"), text
    for page in site.pages():
        if page.path.count("/") == 1 and page.path.endswith(
            ("/index.md", "/changes.md", "/limits.md", "/report.md")
        ):
            yield f"pages/{page.path}", page.text
    for code in site.atlas.codes:
        yield f"{code.url}body.html", site.code_page(code)
        yield f"{code.url}head.html", site.code_head(code)
    for name, (here, arguments) in PARTS.items():
        yield f"parts/{name}.html", site.parts[name](*arguments, links_from(here))
    harbour = links_from(addresses.CHANGES(provider="harbour"))
    yield "parts/changes_page_undated.html", site.parts["changes_page"]("harbour", harbour)
    yield "parts/not_found.html", site.not_found("/atlas/")


def test_golden(site: Site, pytestconfig: pytest.Config) -> None:
    """What is published of the invented providers is what the golden files hold, all of it."""
    made = dict(_content(site))
    if pytestconfig.getoption("--update-golden"):
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, content in made.items():
            file = EXPECTED / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode())
    held = {
        file.relative_to(EXPECTED).as_posix(): file.read_bytes().decode()
        for file in EXPECTED.rglob("*")
        if file.is_file()
    }
    assert sorted(made) == sorted(held)
    for path, content in made.items():
        assert content == held[path], path


def test_every_part_is_here(site: Site) -> None:
    """Each macro that pages can call has a golden file, but for those that show other files.

    Those of a catalog that is too large for one page are tested with one.
    """
    assert set(site.parts) - set(PARTS) == {
        *("programs_page", "example", "how_far_costs", "how_far_look_ups"),
        *("catalog_part", "catalog_sections", "part_table", "catalog_part_end"),
    }


def test_the_same_again(site: Site) -> None:
    """Made twice, the content is the same: nothing depends on the clock or on chance."""
    again = Site(atlas.load(HERE / "data"), HERE / "data", site.url, "https://code.example/atlas/")
    assert dict(_content(again)) == dict(_content(site))
