"""Addresses: one place for all, relative links that lead there, names that nobody may take."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import addresses

PRINTED = st.from_regex(r"[A-Za-z0-9._-]{1,8}", fullmatch=True)


def test_fields_are_filled_in() -> None:
    """An address with fields is filled; one that is missing is an error, not a hole."""
    assert addresses.CODE(provider="orbit", code="-101") == "orbit/-101/"
    assert addresses.ROW(provider="orbit", anchor="E9") == "orbit/#E9"
    assert addresses.STEP.anchor(provider="orbit", before="r1", after="r2") == "from:r1:r2"
    assert addresses.HOME() == ""
    with pytest.raises(KeyError):
        addresses.CODE(provider="orbit")


@given(PRINTED)
def test_segments(printed: str) -> None:
    """A segment is in lower case, and fit unless it is reserved or hides the file."""
    segment = addresses.segment(printed)
    assert segment == printed.lower()
    unfit = segment in addresses.RESERVED_CODES or segment[0] == "." or segment[-1] == "."
    assert bool(addresses.segment_fault(segment)) == unfit


@pytest.mark.parametrize(
    "printed",
    ["Index", "README", "changes", "Limits", "Report", "feed.xml", "..", "a/b", "a b", ""],
)
def test_unfit_segments(printed: str) -> None:
    """Reserved names and characters that do not belong into a path are told."""
    assert addresses.segment_fault(addresses.segment(printed))


def test_reserved_names() -> None:
    """Every first segment and every name of a provider's pages is reserved, and no more."""
    assert set(addresses.RESERVED_CODES) == set(
        "index index.html readme changes limits report part feed.xml".split()
    )
    assert set(addresses.RESERVED_PROVIDERS) == set(
        "404 _headers _redirects api assets catalog changes codes compare conditions contributing"
        " discrepancies favicon feed how-sure images index javascripts licences llms llms-full"
        " manifest markdown offline openapi opensearch pasting programs retry robots"
        " schema search sitemap sources stylesheets".split()
    )


RELATIVE = {
    ("wechat/", "wechat/40029/"): "../",
    ("wechat/#40029", "wechat/"): "#40029",
    ("wechat/#40029", "wechat/40029/"): "../#40029",
    ("kakaotalk/3016/", "wechat/40029/"): "../../kakaotalk/3016/",
    ("wechat/40030/", "wechat/40029/"): "../40030/",
    ("wechat/40029/", "wechat/"): "40029/",
    ("wechat/40029/index.md", "wechat/40029/"): "index.md",
    ("wechat/40029/", "wechat/40029/"): "./",
    ("api/v1/index.json", "compare/"): "../api/v1/index.json",
    ("", "wechat/40029/"): "../../",
    ("", ""): "./",
    ("sources/", ""): "sources/",
    ("discrepancies/?kind=x", "wechat/changes/"): "../../discrepancies/?kind=x",
    ("wechat/?code=1", "wechat/"): "./?code=1",
    ("api/v1/codes/3.json#/codes/7~18", "wechat/7/"): "../../api/v1/codes/3.json#/codes/7~18",
}


@pytest.mark.parametrize("pair", RELATIVE)
def test_relative(pair: tuple[str, str]) -> None:
    """A link on a page is the shortest way to the address."""
    target, here = pair
    assert addresses.relative(target, here) == RELATIVE[pair]


PATHS = st.lists(st.sampled_from(["a", "b", "c.json"]), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(
    PATHS, st.sampled_from(["", "x", "index.md"]), st.sampled_from(["", "#a:b", "?q=1#a"]), PATHS
)
def test_relative_leads_there(target: str, file: str, rest: str, here: str) -> None:
    """Whatever the page, a browser makes the address of the link again."""
    link = addresses.relative(f"{target}{file}{rest}", here)
    assert urljoin(f"https://a.example/{here}", link) == f"https://a.example/{target}{file}{rest}"


def test_script() -> None:
    """Scripts of pages get the same addresses, with names in camelCase."""
    lines = addresses.script().splitlines()
    assert lines[:2] == [
        "// Written by `make schema` from macros/addresses.py.",
        "export const ADDRESSES = {",
    ]
    assert '  code: "{provider}/{code}/",' in lines
    assert '  searchPages: "search/search_index.json",' in lines
    assert '  home: "./",' in lines


def test_of_a_provider() -> None:
    """Every page and file that each provider has one of is promised, anchors and questions not."""
    assert {address.template for address in addresses.OF_A_PROVIDER} == {
        *("{provider}/", "{provider}/changes/", "{provider}/limits/", "{provider}/feed.xml"),
        *("{provider}/report/", "{provider}/report/index.md"),
        *("api/v1/{provider}.json", "api/v1/{provider}.csv", "api/v1/retry/{provider}.json"),
    }


def test_files_of_which_there_is_one() -> None:
    """A page in Markdown can link to each file that is no page and that there is one of."""
    assert {"feed.xml", "api/v1/index.json", "llms.txt", "search/codes.json"} <= set(
        addresses.FILES
    )
    assert not [path for path in addresses.FILES if "{" in path or path.endswith("/") or not path]
    # These come from MkDocs, not from the atlas.
    assert not {"search/lunr.js", "search/search_index.json"} & set(addresses.FILES)
