"""The files for programs: complete, valid, linked, small, and the same in every build."""

from __future__ import annotations

import csv
import gzip
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft202012Validator

from macros.publish.api import addresses, spreadsheet
from tests import invented, pages
from tests.conftest import SITE_URL, run_mkdocs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.catalog.model import Atlas

KB = 1024


def _json(path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    return json.loads(path.read_text("utf-8"))


@pytest.fixture(scope="module")
def catalog(site: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what `catalog.json` holds."""
    return _json(site / addresses.CATALOG)


def _files(site: Path, atlas: Atlas) -> Iterator[tuple[addresses.Address, Path]]:
    """Yield every file that the addresses stand for, with its address."""
    for one in addresses.ADDRESSES:
        if "{code}" in one.path:
            for shown in atlas.catalogs.values():
                for code in shown.codes:
                    segment = code.code.lower() if "/codes/" in one.path else code.address
                    yield one, site / one.filled(shown.provider.id, segment)
        elif "{provider}" in one.path:
            for provider in atlas.catalogs:
                yield one, site / one.filled(provider, "")
        else:
            yield one, site / one.path


def test_every_address_and_no_other(site: Path, atlas: Atlas) -> None:
    """Each address leads to a file, and no file for programs is without an address."""
    listed = {path for _, path in _files(site, atlas)}
    assert all(path.is_file() for path in listed)
    schemas = {site / addresses.schema(one.shape) for one in addresses.ADDRESSES if one.shape}
    others = {*schemas, site / addresses.NOT_FOUND, site / addresses.ROOT / "schema/not-found.json"}
    found = {path for path in (site / "api").glob("**/*") if path.is_file()}
    found |= {*site.glob("*/*/index.md"), *site.glob("llms*.txt")}
    assert found == listed | others


def test_schemas(site: Path, atlas: Atlas) -> None:
    """Every JSON file is what its schema says, and every field of every schema is described."""
    validators = {}
    for one, path in _files(site, atlas):
        if one.shape is None:
            continue
        if one.shape not in validators:
            schema = _json(site / addresses.schema(one.shape))
            Draft202012Validator.check_schema(schema)
            assert schema["$id"] == f"{SITE_URL}{addresses.schema(one.shape)}"
            checker = Draft202012Validator.FORMAT_CHECKER
            validators[one.shape] = Draft202012Validator(schema, format_checker=checker)
            objects = [one for one in schema["$defs"].values() if one["type"] == "object"]
            for part in [schema, *objects]:
                assert part["description"]
                assert all(field["description"] for field in part["properties"].values())
                assert part.get("required") == list(part["properties"])
        validators[one.shape].validate(_json(path))
    refused = {"error": "not-found"}
    schema = _json(site / "api/v1/schema/not-found.json")
    assert not Draft202012Validator(schema).is_valid(refused)
    Draft202012Validator(schema).validate(_json(site / addresses.NOT_FOUND))


def test_one_code_everywhere(site: Path, atlas: Atlas, catalog: Any) -> None:  # noqa: ANN401
    """A code's file says what the catalog, its provider's file and the file of its code say."""
    assert [one["id"] for one in catalog["providers"]] == list(atlas.catalogs)
    for provider in catalog["providers"]:
        assert _json(site / addresses.provider(provider["id"])) == provider
        codes = atlas.catalogs[provider["id"]].codes
        for code, shown in zip(codes, provider["codes"], strict=True):
            assert shown["code"] == code.code
            assert _json(site / addresses.code(code)) == shown
            alike = _json(site / addresses.alike(code))
            assert shown in alike["entries"]
            assert {one["code"].lower() for one in alike["entries"]} == {alike["key"]}
            rows = [row.message for one in code.listings for row in one.rows]
            assert [one["message"] for one in shown["meanings"]] == rows
            assert shown["status"] == ("dropped" if code.dropped else "current")


def test_known_code(site: Path) -> None:
    """A code with several meanings and one that was dropped, in full."""
    found = _json(site / "api/v1/kakaotalk/3050.json")
    first, second = found["message"].split(" / ")
    assert first == "Opt out spec. (N type) unsupported"
    assert second.startswith("Non-KakaoTalk user\n")
    assert found["retry"] == "never"
    assert [one["line"] for one in found["meanings"]] == sorted(
        one["line"] for one in found["meanings"]
    )
    assert [one["kind"] for one in found["discrepancies"]] == ["duplicate-code", "sign-twin"]
    assert all(one["by"] == "atlas" for one in found["discrepancies"])
    dropped = _json(site / "api/v1/wechat/61501.json")
    assert (dropped["status"], dropped["last_revision"]) == ("dropped", "r1")
    assert dropped["url"] == f"{SITE_URL}wechat/61501/"
    both = _json(site / "api/v1/codes/0.json")["entries"]
    assert [one["name"] for one in both] == ["KakaoTalk 0", "WeChat 0"]


def test_digest(site: Path, tmp_path: Path) -> None:
    """The index tells when anything has changed: a word of ours is enough."""
    invented.link_project(tmp_path)
    digests = {_json(site / addresses.INDEX)["digest"]}
    for about in ("Docks for ships.", "Docks for boats."):
        provider = invented.PROVIDER.replace("Docks for ships that do not exist.", about)
        invented.write(tmp_path, provider=provider)
        run_mkdocs(tmp_path, "build", "--strict")
        index = _json(tmp_path / "site" / addresses.INDEX)
        digests.add(index["digest"])
        assert index["updated"] == "2026-11-22"
    assert len(digests) == 3


def test_sign_twins(site: Path) -> None:
    """Look-alikes quote what the newest revision that lists both says, row by row."""
    found = _json(site / addresses.DISCREPANCIES)["discrepancies"]
    (twins,) = (
        one for one in found if one["kind"] == "sign-twin" and one["codes"] == ["3050", "-3050"]
    )
    assert len(twins["before"]) == len(twins["after"]) == 3
    assert twins["before"][0] == "Opt out spec. (N type) unsupported"


def test_meanings_of_old(site: Path) -> None:
    """What a code meant in an earlier revision has a condition and a verdict of its own."""
    found = _json(site / "api/v1/kakaotalk/3014.json")
    conditions = [one["condition"] for one in found["meanings"]]
    assert len(set(conditions)) == 2
    assert found["condition"] == conditions[-1]
    assert [one["retry"] for one in found["meanings"]] == ["check-first", "after-fix"]


def test_links(site: Path, atlas: Atlas) -> None:
    """Every address of the site in any JSON or Markdown file leads to a file, and to an id."""
    ids = {
        provider: set(pages.by_id(pages.parse((site / provider / "index.html").read_text("utf-8"))))
        for provider in atlas.catalogs
    }
    seen = set()
    for _, path in _files(site, atlas):
        text = path.read_text("utf-8")
        if path.suffix == ".json":
            seen |= {one for one in _texts(json.loads(text)) if one.startswith(SITE_URL)}
        else:
            words = text.replace("(", " ").replace(")", " ").replace("<", " ").replace(">", " ")
            seen |= {one for one in words.split() if one.startswith(SITE_URL)}
    assert len(seen) > 4 * 670
    for link in seen - {SITE_URL}:
        parts = urlsplit(link)
        target = site / unquote(parts.path).lstrip("/")
        assert (target / "index.html" if parts.path.endswith("/") else target).is_file(), link
        if parts.fragment and not parts.path.startswith("/compare/"):
            assert parts.fragment in ids[parts.path.strip("/")], link


def _texts(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for one in data.values():
            yield from _texts(one)
    elif isinstance(data, list):
        for one in data:
            yield from _texts(one)


def test_pages_and_files(site: Path, atlas: Atlas) -> None:
    """Each code's page leads to its JSON and its Markdown, and they lead back."""
    for shown in atlas.catalogs.values():
        for code in shown.codes:
            page = pages.parse((site / code.url / "index.html").read_text("utf-8"))
            links = {
                (one.attrs or {})["type"]: (one.attrs or {})["href"]
                for one in page.query("link[rel~=alternate]")
            }
            assert links["text/markdown"] == "index.md"
            assert links["application/json"] == f"../../{addresses.code(code)}"
            assert f"<{SITE_URL}{code.url}>" in (site / addresses.markdown(code)).read_text("utf-8")


def test_csv(site: Path, catalog: Any) -> None:  # noqa: ANN401 - whatever the file holds
    """Read back, the spreadsheets hold what the JSON holds, a line per code and meaning."""
    everything = []
    for provider in catalog["providers"]:
        expected = [
            {
                **{name: code[name] for name in ("name", "provider", "product", "code_set")},
                **{name: code[name] for name in ("code", "status", "condition", "rpc")},
                **{name: code[name] for name in ("http_status", "retry", "url")},
                **{name: code[name] for name in ("first_revision", "last_revision")},
                **{name: meaning[name] for name in ("revision", "date", "message")},
                **{name: meaning[name] for name in ("file", "line", "source_url")},
                **{f"meaning_{name}": meaning[name] for name in ("condition", "rpc")},
                **{f"meaning_{name}": meaning[name] for name in ("http_status", "retry")},
                "confidence": code["classification"]["confidence"],
                "classified_by": code["classification"]["by"],
                "range": (code["range"] or {}).get("title"),
            }
            for code in provider["codes"]
            for meaning in code["meanings"]
        ]
        path = site / addresses.provider_csv(provider["id"])
        assert _read_back(path) == [
            {name: "" if one[name] is None else str(one[name]) for name in spreadsheet.COLUMNS}
            for one in expected
        ]
        everything += _read_back(path)
    assert _read_back(site / addresses.CATALOG_CSV) == everything


def _read_back(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8")
    assert text.count("\r\n") > 1
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]


def test_sizes(site: Path, atlas: Atlas) -> None:
    """The whole catalog is at most 80 KB gzipped, a code at most 2."""
    assert len(gzip.compress((site / addresses.CATALOG).read_bytes())) <= 80 * KB
    for shown in atlas.catalogs.values():
        for code in shown.codes:
            assert len(gzip.compress((site / addresses.code(code)).read_bytes())) <= 2 * KB


def test_lower_case(site: Path) -> None:
    """Paths are in lower case, as the host makes them."""
    paths = [path.relative_to(site).as_posix() for path in (site / "api").glob("**/*")]
    assert paths == [path.lower() for path in paths]
    assert "api/v1/kakaotalk/e915.json" in paths
    assert "api/v1/codes/e915.json" in paths


def test_same_bytes(site: Path, project: Path, tmp_path: Path) -> None:
    """A build at another time, with other hashes, in another time zone gives the same bytes."""
    run_mkdocs(
        project,
        "build",
        "--strict",
        "--site-dir",
        str(tmp_path),
        SITE_URL=SITE_URL,
        SOURCE_DATE_EPOCH="86400",
        PYTHONHASHSEED="1",
        TZ="Asia/Seoul",
    )
    first, second = _contents(site), _contents(tmp_path)
    assert first.keys() == second.keys()
    assert [str(path) for path in first if first[path] != second[path]] == []
    sitemap = first[Path("sitemap.xml")].decode()
    assert "<lastmod>2026-11-22</lastmod>" in sitemap


def _contents(folder: Path) -> dict[Path, bytes]:
    files = [path for path in folder.glob("**/*") if path.is_file()]
    return {path.relative_to(folder): path.read_bytes() for path in files}


def test_invented(tmp_path: Path) -> None:
    """Without conditions, without an address, and with codes that no path takes, all is there."""
    invented.link_project(tmp_path)
    document = invented.DOCUMENT + "| 7/8 | =cmd() |\n"
    own = '    addresses: {"7/8": seven}\n    ranges:'
    provider = invented.PROVIDER.replace("    ranges:", own)
    invented.write(tmp_path, document, provider=provider, pattern="-?[0-9/]+")
    run_mkdocs(tmp_path, "build", "--strict")
    api = tmp_path / "site/api/v1"
    assert _json(api / "orbit/seven.json")["code"] == "7/8"
    assert _json(api / "codes/seven.json")["entries"][0]["code"] == "7/8"
    assert _json(api / "orbit/101.json")["url"] == "/orbit/101/"
    assert _json(api / "orbit/101.json")["retry"] is None
    assert not (api / "retry").exists()
    assert "'=cmd()" in (api / "orbit.csv").read_text("utf-8")
