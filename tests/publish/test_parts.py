"""A catalog too large for one page: each code on one of several, at addresses that stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import addresses
from macros import atlas as whole
from macros.publish import contents, pages, parts, published
from macros.publish.bare import Bare
from macros.publish.html import catalog as catalog_html
from macros.publish.parts import Limits
from macros.publish.site import Site
from tests import invented
from tests.pages import parse, text

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.publish.parts import Cut

PATTERN = "-?[A-Za-z0-9_.]+"
UNTITLED = invented.PROVIDER.split("    ranges:")[0] + "revisions:\n"


def _atlas(folder: Path, codes: list[str], provider: str = UNTITLED) -> Atlas:
    document = invented.TABLE + "".join(f"| {code} | Dock {code} is busy |\n" for code in codes)
    data = invented.write(folder, document, provider=provider, pattern=PATTERN)
    return whole.load(data)


def _catalog(folder: Path, *codes: str | range) -> Catalog:
    printed = [
        one for some in codes for one in ([some] if isinstance(some, str) else map(str, some))
    ]
    return _atlas(folder, printed).catalogs["orbit"]


def _site(atlas: Atlas, data: Path, limits: Limits) -> Site:
    site = Site(atlas, data, "https://atlas.example/")
    site.limits = limits
    return site


def _rows(cut: Cut) -> dict[str, list[str]]:
    """Return the codes with their rows on each page, by its name."""
    return {name: [code.code for code in part.rows] for name, part in cut.named.items()}


def _sizes(cut: Cut) -> dict[str, int]:
    return {name: len(rows) for name, rows in _rows(cut).items()}


def test_small_catalogs_are_one_page(tmp_path: Path, atlas: Atlas) -> None:
    """As many rows as fit are one page, and so is each real provider; one row more makes parts."""
    for catalog in atlas.catalogs.values():
        assert list(parts.cut(catalog).named) == [parts.ROOT]
    catalog = _catalog(tmp_path, range(100, 130))
    assert _sizes(parts.cut(catalog, Limits(rows=30))) == {"": 30}
    assert _sizes(parts.cut(catalog, Limits(rows=29))) == {
        "": 0,
        "100-109": 10,
        "110-119": 10,
        "120-129": 10,
    }


def test_bytes(tmp_path: Path) -> None:
    """A catalog of few rows is cut where these are long."""
    catalog = _catalog(tmp_path, range(100, 130))
    assert _sizes(parts.cut(catalog, Limits(bytes=100_000))) == {"": 30}
    cut = parts.cut(catalog, Limits(bytes=70_000))
    assert list(cut.named) == ["", "100-109", "110-119", "120-129"]


def test_names(tmp_path: Path) -> None:
    """Parts are named by letters, length and digits, whatever the sign and the case."""
    codes = (*("E900", "e910", "E920"), range(1000, 1004), range(5000, 5012), *("-5001", "77", "0"))
    cut = parts.cut(_catalog(tmp_path, *codes, "auth_a", "auth_b", "auth_c"), Limits(rows=13))
    assert _rows(cut) == {
        "": [],
        "0-9": ["0"],
        "00-99": ["77"],
        "1000-1999": ["1000", "1001", "1002", "1003"],
        "5000-5999": ["5000", "5001", "-5001", *(str(code) for code in range(5002, 5012))],
        "a~": ["auth_a", "auth_b", "auth_c"],
        "e~": ["E900", "e910", "E920"],
    }
    titles = {part.name: part.title for part in cut.named.values() if part.name}
    assert titles == {
        "0-9": "0 … 9",
        "00-99": "10 … 99",
        "1000-1999": "1000 … 1999",
        "5000-5999": "5000 … 5999",
        "a~": "a…",
        "e~": "E…",
    }


def test_padded_numbers(tmp_path: Path) -> None:
    """A number that is padded with zeros stands with those of its length, and the title says so."""
    cut = parts.cut(_catalog(tmp_path, "001", "120", "5"), Limits(rows=2))
    assert _rows(cut) == {"": [], "000-999": ["001", "120"], "0-9": ["5"]}
    assert cut.named["000-999"].title == "000 … 999"


def test_title_without_a_sign(tmp_path: Path) -> None:
    """The title of a part is what its codes have in common, and that is no minus."""
    cut = parts.cut(_catalog(tmp_path, "-F1", "F2", "-G1", "G2"), Limits(rows=2))
    assert {part.name: part.title for part in cut.root.parts} == {"f~": "F…", "g~": "G…"}


def test_a_published_part_of_all_codes(tmp_path: Path) -> None:
    """A published part has its page, even where it has all codes of the page above."""
    cut = parts.cut(_catalog(tmp_path, range(100, 130)), Limits(rows=20), ["100-199"])
    assert _sizes(cut) == {"": 0, "100-199": 0, "100-109": 10, "110-119": 10, "120-129": 10}
    assert [part.name for part in cut.root.below] == ["100-109", "110-119", "120-129"]


def test_few_codes_make_no_part(tmp_path: Path) -> None:
    """A handful of codes beside many stay on the overview above, and nothing is on two pages."""
    catalog = _catalog(tmp_path, "0", "-1", "E9", range(1000, 1100), "2000", range(3000, 3100))
    cut = parts.cut(catalog, Limits(rows=120))
    assert _rows(cut)[""] == ["0", "-1", "2000", "E9"]
    assert _sizes(cut) == {"": 4, "1000-1999": 100, "3000-3999": 100}


def test_every_page_keeps_the_limits(tmp_path: Path) -> None:
    """However codes are spread, no page has more rows than it may, and each code has one."""
    catalog = _catalog(
        tmp_path, range(1, 700, 3), *(f"A{n}_x" for n in range(90)), range(10_000, 10_400)
    )
    for rows in (1, 2, 7, 60, 120, 500):
        cut = parts.cut(catalog, Limits(rows=rows))
        assert max(_sizes(cut).values()) <= rows
        placed = [code for part in cut.named.values() for code in part.rows]
        assert sorted(code.anchor for code in placed) == sorted(
            code.anchor for code in catalog.codes
        )


CODES = st.lists(
    st.from_regex(r"-?[A-Ca-c_]{0,2}[0-9]{0,4}", fullmatch=True).filter(
        lambda one: one.strip("-_.")
    ),
    min_size=1,
    max_size=60,
    unique_by=str.lower,
)


def _finest(code: str, names: set[str]) -> str:
    """Return the part of a code by the names alone, as the scripts of the pages find it."""
    plain = code.lower().removeprefix("-")
    letters, digits = re.findall(r"(.*?)([0-9]*)$", plain)[0]
    size = len(digits)
    common = [digits[:same] for same in range(size, -1, -1) if digits]
    wanted = [f"{letters}{one:0<{size}}-{letters}{one:9<{size}}" for one in common]
    wanted += [f"{letters[:same]}~" for same in range(len(letters), 0, -1)]
    return next((name for name in wanted if name in names), "")


@given(codes=CODES, more=CODES, rows=st.integers(1, 30))
def test_parts_stay(
    tmp_path_factory: pytest.TempPathFactory, codes: list[str], more: list[str], rows: int
) -> None:
    """Whatever codes are added, each published part stays, and its name tells its codes."""
    known = {code.lower() for code in codes}
    later = codes + [code for code in more if code.lower() not in known]
    before = _catalog(tmp_path_factory.mktemp("a"), *codes)
    cut = parts.cut(before, Limits(rows=rows))
    after = _catalog(tmp_path_factory.mktemp("b"), *later)
    grown = parts.cut(after, Limits(rows=rows), cut.named.keys() - {""})
    assert set(cut.named) <= set(grown.named)
    for one in (cut, grown):
        assert {anchor: _finest(anchor, set(one.named)) for anchor in one.of} == one.of
    wide = parts.cut(after, Limits(), grown.named.keys() - {""})
    assert set(grown.named) == set(wide.named)


def test_published_parts(tmp_path: Path) -> None:
    """The list of published addresses keeps a part that the limits no longer ask for."""
    data = invented.write(
        tmp_path, invented.TABLE + "".join(f"| {n} | a |\n" for n in range(100, 130))
    )
    docs = tmp_path / "docs"
    docs.mkdir()
    part = addresses.PART(provider="orbit", part="110-119")
    assert part == "orbit/part/110-119/"
    assert part not in published.promised(whole.load(data), docs)
    assert part in published.promised(whole.load(data), docs, (), Limits(rows=20))
    (data / "published.txt").write_text(f"/{part}\n", encoding="utf-8")
    assert "110-119" in Site(whole.load(data), data).cut["orbit"].named
    problems = [str(one) for one in published.problems(whole.load(data), data, docs)]
    assert not [one for one in problems if part in one]


def test_weights_are_not_too_small(atlas: Atlas, golden: Atlas) -> None:
    """What rows are counted as is at least what they take, and not several times as much."""
    for one in (atlas, golden):
        for catalog in one.catalogs.values():
            counted = sum(parts.weights(catalog.codes).values())
            listed = [
                list(contents.groups(catalog, code_set)) for code_set in catalog.provider.code_sets
            ]
            made = [
                catalog_html.table(one, catalog, groups, lambda to: f"../../{to.partition('/')[2]}")
                for groups in listed
            ]
            taken = len("".join(made).encode())
            assert taken <= counted <= 5 * taken


RANGES = """\
    ranges:
      - {first: "100", last: "114", title: Docks, group: Port, titled_by: atlas}
      - {first: "115", last: "129", title: Ships, group: Port, titled_by: atlas}
  - id: mail
    title: Mail states
    response:
      example: '{"state": "E101"}'
      code: [state]
      message: []
      type: string
      success: []
      success_means: it is sent.
revisions:
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a site with a catalog in parts: two code sets, ranges that go over the parts."""
    folder = tmp_path_factory.mktemp("parts")
    table = "        - code_set: api\n          columns: [Code, Meaning]"
    second = (
        "        - code_set: mail\n          columns: [State, Meaning]\n          code: State\n"
        '          message: Meaning\n          pattern: "E[0-9]+"\n'
    )
    assert table in invented.REVISION
    api = [*range(100, 130), -101]
    document = (
        invented.TABLE
        + "".join(f"| {code} | Dock {code} is busy |\n" for code in api)
        + "\n| State | Meaning |\n|---|---|\n"
        + "".join(f"| E{code} | Mail {code} is late |\n" for code in range(101, 106))
    )
    data = invented.write(
        folder,
        document,
        provider=invented.PROVIDER.split("    ranges:")[0] + RANGES,
        revision=invented.REVISION + second,
    )
    return _site(whole.load(data), data, Limits(rows=20))


def test_pages_of_parts(site: Site) -> None:
    """The overview is the catalog page; each part has the headings of what stands on it."""
    made = {page.path: page.text for page in site.pages() if "/part/" in page.path}
    assert list(made) == [
        *(
            "orbit/part/100-109.md",
            "orbit/part/110-119.md",
            "orbit/part/120-129.md",
            "orbit/part/e~.md",
        ),
    ]
    heads = [(one.anchor, one.title) for one in site.contents["orbit/part/110-119/"]]
    assert heads == [
        ("set:api", "Error codes"),
        ("group:api:110", "Port"),
        ("range:api:110", "Docks"),
        ("range:api:115", "Ships"),
    ]
    page = parse(str(dict(Bare(site).files())["orbit/part/110-119/index.html"]))
    shown = [str((one.attrs or {})["id"]) for one in page.query("h2[id], h3[id], h4[id]")]
    assert shown == [anchor for anchor, _ in heads]
    assert made["orbit/part/e~.md"].startswith(
        '---\ntitle: "Orbit Docks: E…"\ndescription: "E…: 36 error codes, what each means'
    )
    heads = [(one.anchor, one.title) for one in site.contents["orbit/"]]
    assert heads == [
        ("set:api", "Error codes"),
        ("set:mail", "Mail states"),
        ("ec:codes", "Every code"),
    ]


def test_overview(site: Site) -> None:
    """The overview has every anchor that the whole page had, each with a link to where it leads."""
    made = dict(Bare(site).files())
    overview = parse(str(made["orbit/index.html"]))
    ids = [(one.attrs or {})["id"] for one in overview.query("[id]")]
    assert len(ids) == len(set(ids))
    assert {code.anchor for code in site.atlas.codes} <= set(ids)
    assert {"set:api", "set:mail", "group:api:100", "range:api:100", "range:api:115"} <= set(ids)
    for code in site.atlas.codes:
        (link,) = overview.query(f'[id="{code.anchor}"]')
        page, _, fragment = str((link.attrs or {})["href"]).partition("#")
        assert fragment == code.anchor
        rows = parse(str(made[f"orbit/{page}index.html"])).query(f'tr[id="{code.anchor}"]')
        assert [text(row).split()[0] for row in rows] == [f"{code.code}#"]
    sections = [" ".join(text(one).split()) for one in overview.query(".ec-sections li")]
    assert sections == [
        "Port Docks 100\u2013114 110 … 119 16 codes",
        "Ships 115\u2013129 120 … 129 15 codes",
        "Other codes 5 codes",
    ]


def test_an_address_that_was_cut_off(site: Site) -> None:
    """What is left of a part's address without the part leads to the overview."""
    assert "/orbit/part/ https://atlas.example/orbit/ 301\n" in dict(site.files())["_redirects"]


def test_ranges_that_are_listed_as_one(tmp_path: Path) -> None:
    """A range stands with its first code, and the scripts are told which codes it has."""
    atlas = _atlas(
        tmp_path, [*map(str, range(2000, 2020)), *map(str, range(3000, 3020)), "2500 ~ 3100"]
    )
    site = _site(atlas, tmp_path / "data", Limits(rows=30))
    assert site.cut["orbit"].of["2500-3100"] == "2000-2999"
    page = str(dict(Bare(site).files())["orbit/part/3000-3999/index.html"])
    (said,) = parse(page).query("[data-ec-parts]")
    assert (said.attrs or {})["data-spans"] == '[["2500", "3100", "2500-3100"]]'


def test_neighbouring_parts(site: Site) -> None:
    """A part leads to the part before it and to the one behind it, and back to the overview."""
    made = dict(Bare(site).files())
    around = {}
    for name in ("100-109", "110-119", "e~"):
        page = parse(str(made[f"orbit/part/{name}/index.html"]))
        links = page.query('.ec-path a, a[rel="prev"], a[rel="next"]')
        around[name] = [(one.attrs or {})["href"] for one in links]
    assert around == {
        "100-109": ["../../", "../110-119/"],
        "110-119": ["../../", "../100-109/", "../120-129/"],
        "e~": ["../../", "../120-129/"],
    }


def test_links_of_rows_stay_on_the_page(site: Site) -> None:
    """The mark beside a code is a link to its row on the same part, and its page is as ever."""
    page = parse(str(dict(Bare(site).files())["orbit/part/100-109/index.html"]))
    (row,) = page.query('tr[id="-101"]')
    assert [(one.attrs or {})["href"] for one in row.query("a")] == ["../../-101/", "#-101"]


@pytest.mark.parametrize(("size", "together"), [(120_000, 1), (90_000, 10), (70_000, 0)])
def test_list_of_all_codes(tmp_path: Path, size: int, together: int) -> None:
    """Where links to all codes have no room, there is one for ten; at last there is none."""
    atlas = _atlas(tmp_path, [str(code) for code in range(1000, 1800)])
    site = _site(atlas, tmp_path / "data", Limits(rows=100, bytes=size))
    assert site.cut["orbit"].root.together == together
    overview = str(dict(Bare(site).files())["orbit/index.html"])
    assert len(overview.encode()) < size
    page = parse(overview)
    assert len(page.query(".ec-every [id]")) == (800 if together else 0)
    assert len(page.query(".ec-every a")) == (800 // together if together else 0)
    assert len(page.query(".ec-parts a")) == len(site.cut["orbit"].pages)
    if together > 1:
        (link,) = [one for one in page.query(".ec-every a") if "1017" in text(one)]
        assert str((link.attrs or {})["href"]).endswith("#1010")


def test_sections_without_room(tmp_path: Path) -> None:
    """Where as many sections as codes have no room, the overview leaves them out, not the codes."""
    ranges = "".join(
        f'      - {{first: "{n}", last: "{n}", title: A, titled_by: atlas}}\n'
        for n in range(1000, 1200)
    )
    titled = UNTITLED.replace("revisions:\n", f"    ranges:\n{ranges}revisions:\n")
    atlas = _atlas(tmp_path, [str(code) for code in range(1000, 1200)], titled)
    cut = parts.cut(atlas.catalogs["orbit"], Limits(rows=100, bytes=100_000))
    assert (cut.root.sections, cut.root.together) == (False, 1)
    assert "catalog_sections" not in pages.part_text(atlas.catalogs["orbit"], cut.root)
    assert "catalog_sections" in pages.part_text(
        atlas.catalogs["orbit"], parts.cut(atlas.catalogs["orbit"], Limits(rows=100)).root
    )
