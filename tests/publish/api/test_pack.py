"""The files of codes, when these are few and when they are many: complete, and linked."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from macros import addresses
from macros.publish import packs
from macros.publish.api.interface import ENDPOINTS, schema_address
from macros.publish.api.pack import Pack
from macros.publish.packs import Packs
from macros.publish.site import Site
from macros.sources.settings import Settings
from tests import pages
from tests.conftest import PROJECT

if TYPE_CHECKING:
    from macros.atlas import Atlas

BASE = "https://atlas.example/"
MOST = {"few": 5000, "many": 3}


@pytest.fixture(scope="module", params=MOST)
def site(golden: Atlas, request: pytest.FixtureRequest) -> Site:
    """Return the site of the invented providers, with files of single codes and without."""
    atlas = replace(golden, settings=Settings(single_files=MOST[request.param]))
    return Site(atlas, PROJECT / "tests/golden/data", BASE)


def _is_single(path: str) -> bool:
    """Tell whether a path is that of a file that one code has."""
    return re.fullmatch(r"api/v1/(orbit|harbour)/.+|(orbit|harbour)/.+/index\.md", path) is not None


def test_every_code_once(site: Site) -> None:
    """Each code stands in the pack of its name and in no other, as its provider's file says it."""
    names = Packs.of(site.atlas).names
    found = []
    for name in names:
        pack = json.loads(site.api[addresses.API_PACK(pack=name)])
        assert pack["pack"] == name
        for key, entries in pack["codes"].items():
            assert Packs.of(site.atlas).name_for(key) == name
            assert {packs.key_of(entry["code"]) for entry in entries} == {key}
            found += entries
    told = [json.loads(site.api[f"api/v1/{ident}.json"])["codes"] for ident in site.atlas.catalogs]
    expected = [json.dumps(code) for codes in told for code in codes]
    assert sorted(map(json.dumps, found)) == sorted(expected)
    # Codes of two lists and of two providers stand together.
    shared = json.loads(site.api[addresses.API_PACK(pack=Packs.of(site.atlas).name_for("101"))])
    assert [entry["url"] for entry in shared["codes"]["101"]] == [
        f"{BASE}{code.url}" for code in site.atlas.codes if code.code == "101"
    ]


def test_markdown(site: Site) -> None:
    """A pack of Markdown has the same pages, each behind the anchor that links to it name."""
    texts = {
        name: site.api[addresses.MARKDOWN_PACK(pack=name)] for name in Packs.of(site.atlas).names
    }
    for code in site.atlas.codes:
        name = Packs.of(site.atlas).name_for(code.code)
        anchor = f'<a id="{code.provider.id}/{code.address}"></a>\n\n'
        (page,) = [text.split(anchor)[1] for text in texts.values() if anchor in text]
        assert anchor in texts[name]
        assert page.startswith(f"# {code.provider.name} ")
        if Packs.of(site.atlas).single:
            assert page.startswith(site.api[code.markdown_url])


def test_single_files(site: Site) -> None:
    """Up to the limit each code has both files, above it no code has any; all else is there."""
    single = {path for path in site.api if _is_single(path)} - {
        addresses.REPORT_MARKDOWN(provider=ident) for ident in site.atlas.catalogs
    }
    wanted = {path for code in site.atlas.codes for path in (code.json_url, code.markdown_url)}
    few = len(site.atlas.codes) <= site.atlas.settings.single_files
    assert single == (wanted if few else set())


def test_links(site: Site) -> None:
    """Whatever pages and files say of a code's JSON and Markdown leads to that code."""
    for code in site.atlas.codes:
        head = pages.parse(site.code_head(code))
        links = [str((one.attrs or {})["href"]) for one in head.query("link[type]")]
        body = pages.parse(site.code_page(code))
        shown = {pages.text(one): str((one.attrs or {}).get("href")) for one in body.query("a")}
        assert links == [shown["Markdown"], shown["JSON"]]
        markdown, json_file = (urljoin(f"{BASE}{code.url}", link) for link in links)
        path, _, pointer = json_file.removeprefix(BASE).partition("#")
        content = json.loads(site.api[path])
        entries = content["codes"][pointer.removeprefix("/codes/")] if pointer else [content]
        (told,) = [one for one in entries if one["url"] == f"{BASE}{code.url}"]
        assert told["markdown_url"] == markdown
        path, _, anchor = markdown.removeprefix(BASE).partition("#")
        text = site.api[path].partition(f'<a id="{anchor}"></a>')[2] if anchor else site.api[path]
        own, _, _ = text.partition("<a id=")
        assert own.lstrip().startswith(f"# {code.provider.name} ")
        assert f"- Page: <{BASE}{code.url}>\n- JSON: <{json_file}>\n" in own


def test_no_link_to_nowhere(site: Site) -> None:
    """No file for programs names a file of the site that is not there."""
    made = {path.removesuffix("index.html") for path, _ in site.files()}
    for path, content in site.api.items():
        if path.startswith("api/v1/schema/") or path == addresses.API_OPENAPI():
            continue
        for link in re.findall(rf"{BASE}([^\s\"<>()`#?\\]*\.(?:json|md))", content):
            assert link in made or "{" in link, (path, link)


def test_described(site: Site) -> None:
    """Index, OpenAPI and the answer to what is not there tell the rule, and no address too many."""
    rule = Packs.of(site.atlas)
    index = json.loads(site.api[addresses.API_INDEX()])
    assert index["packs"] == {"hash": "sha-256", "digits": 1, "single_files": rule.single}
    paths = {one["path"] for one in index["addresses"]}
    assert ("/api/v1/{provider}/{code}.json" in paths) == rule.single
    assert ("/{provider}/{code}/index.md" in paths) == rule.single
    assert {"/api/v1/codes/{pack}.json", "/api/v1/markdown/{pack}.md"} <= paths
    assert len(paths) == len(ENDPOINTS) - (0 if rule.single else 2)
    description = json.loads(site.api[addresses.API_OPENAPI()])
    OpenAPIV31SpecValidator(description).validate()
    assert set(description["paths"]) == {path for path in paths if path.startswith("/api/")}
    (name,) = description["paths"]["/api/v1/codes/{pack}.json"]["get"]["parameters"]
    assert name["schema"]["pattern"] == "^[0-9a-f]{1}$"
    missing = json.loads(site.api[addresses.API_NOT_FOUND()])
    assert missing["single_files"] == rule.single
    assert ("Single codes have no files" in missing["message"]) != rule.single
    assert ("api/v1/{provider}/{code}.json" in site.api[addresses.LLMS()]) == rule.single
    assert f"`{BASE}api/v1/codes/{{pack}}.json`" in site.api[addresses.LLMS()]


def test_schema(site: Site) -> None:
    """Every pack, be it empty, is what its schema says."""
    schema = json.loads(site.api[schema_address(Pack)])
    checked = [
        json.loads(site.api[addresses.API_PACK(pack=name)]) for name in Packs.of(site.atlas).names
    ]
    assert any(pack["codes"] == {} for pack in checked)
    for pack in checked:
        Draft202012Validator(schema).validate(pack)


def test_manual(site: Site) -> None:
    """The page for programs shows every address that is there, and says which are not."""
    page = pages.parse(site.parts["programs_page"](lambda target: target))
    shown = {pages.text(one) for one in page.query("summary code")}
    assert ("/api/v1/{provider}/{code}.json" in shown) == Packs.of(site.atlas).single
    assert "/api/v1/codes/{pack}.json" in shown
    said = site.parts["single_files"](lambda target: target)
    assert ("at most 5,000 codes" in said, "more than 3 codes" in said) == (
        (True, False) if Packs.of(site.atlas).single else (False, True)
    )


def test_the_limit_tells_apart(golden: Atlas) -> None:
    """The digest of the index changes with the files, so that a client sees that they went."""
    digests = {
        json.loads(
            Site(replace(golden, settings=Settings(single_files=most)), PROJECT, BASE).api[
                addresses.API_INDEX()
            ]
        )["digest"]
        for most in MOST.values()
    }
    assert len(digests) == 2
