"""The files for programs: complete, valid, linked, small, and of one mind."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from macros import addresses
from macros import atlas as whole
from macros.publish.api import spreadsheet
from macros.publish.api.files import Files
from macros.publish.api.interface import ENDPOINTS, endpoints, schema_address
from macros.publish.entry import entry_of
from macros.publish.html import changes as changes_html
from macros.publish.html import code as code_html
from macros.publish.html.environment import links_from
from macros.publish.packs import Packs, key_of
from macros.publish.site import Site
from tests import invented, pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.publish.api.interface import Endpoint

BASE = "https://atlas.example/"


@pytest.fixture(scope="module")
def files(golden: Atlas) -> dict[str, str]:
    """Return the files of the invented providers."""
    return dict(Files(golden, BASE))


def _paths(atlas: Atlas) -> Iterator[tuple[Endpoint, str]]:
    """Yield the address of every file that the endpoints stand for, with its endpoint."""
    for endpoint in endpoints(atlas):
        if "{code}" in endpoint.address.template:
            for code in atlas.codes:
                yield endpoint, endpoint.address(provider=code.provider.id, code=code.address)
        elif "{pack}" in endpoint.address.template:
            for name in Packs.of(atlas).names:
                yield endpoint, endpoint.address(pack=name)
        elif "{provider}" in endpoint.address.template:
            for provider in atlas.catalogs:
                yield endpoint, endpoint.address(provider=provider)
        else:
            yield endpoint, endpoint.address()


def test_every_address_and_no_other(files: dict[str, str], golden: Atlas) -> None:
    """Each endpoint leads to a file, and no file for programs is without one."""
    listed = {path for _, path in _paths(golden)}
    schemas = {schema_address(endpoint.shape) for endpoint in ENDPOINTS if endpoint.shape}
    others = {addresses.API_NOT_FOUND(), addresses.API_SCHEMA(shape="not-found")}
    assert set(files) == listed | schemas | others


def test_schemas(files: dict[str, str], golden: Atlas) -> None:
    """Every JSON file is what its schema says; every field says what it is, with an example."""
    validators = {}
    for endpoint, path in _paths(golden):
        if endpoint.shape is None:
            continue
        if endpoint.shape not in validators:
            schema = json.loads(files[schema_address(endpoint.shape)])
            Draft202012Validator.check_schema(schema)
            assert schema["$id"] == f"{BASE}{schema_address(endpoint.shape)}"
            checker = Draft202012Validator.FORMAT_CHECKER
            validators[endpoint.shape] = Draft202012Validator(schema, format_checker=checker)
            objects = [part for part in schema["$defs"].values() if part["type"] == "object"]
            for part in [schema, *objects]:
                assert part["description"]
                assert part.get("required") == list(part["properties"])
                for name, field in part["properties"].items():
                    assert field["description"].endswith("."), name
                    assert len(field["examples"]) == 1, name
                    is_nullable = {"type": "null"} in field.get("anyOf", [])
                    assert ("null" in field["description"]) >= is_nullable, name
        validators[endpoint.shape].validate(json.loads(files[path]))
    schema = json.loads(files[addresses.API_SCHEMA(shape="not-found")])
    assert not Draft202012Validator(schema).is_valid({"error": "not-found"})
    Draft202012Validator(schema).validate(json.loads(files[addresses.API_NOT_FOUND()]))


def test_examples_are_right(files: dict[str, str]) -> None:
    """The example of each field is a value that its schema takes, where it is whole."""
    schema = json.loads(files[addresses.API_SCHEMA(shape="catalog")])
    for part in schema["$defs"].values():
        for field in part.get("properties", {}).values():
            Draft202012Validator({**field, "$defs": schema["$defs"]}).validate(field["examples"][0])


def test_one_code_everywhere(files: dict[str, str], golden: Atlas) -> None:
    """A code's file says what the catalog, its provider's file and its pack say."""
    packs = Packs.of(golden)
    everything = json.loads(files[addresses.API_CATALOG()])
    assert [one["id"] for one in everything["providers"]] == list(golden.catalogs)
    for provider in everything["providers"]:
        path = addresses.API_PROVIDER(provider=provider["id"])
        assert json.loads(files[path]) == provider
        codes = golden.catalogs[provider["id"]].codes
        for code, shown in zip(codes, provider["codes"], strict=True):
            assert (shown["code"], shown["code_set"]) == code.place[::-1]
            assert json.loads(files[code.json_url]) == shown
            pack = json.loads(files[addresses.API_PACK(pack=packs.name_for(code.code))])
            assert shown in pack["codes"][key_of(code.code)]
            rows = [row.message for listing in code.listings for row in listing.rows]
            assert [one["message"] for one in shown["meanings"]] == rows
            assert shown["status"] == code.status


def test_retry_tables(files: dict[str, str], golden: Atlas) -> None:
    """A program finds condition, rpc code and verdict of every code of a provider."""
    for provider_id, catalog in golden.catalogs.items():
        table = json.loads(files[addresses.API_RETRY(provider=provider_id)])
        assert table["provider"] == provider_id
        assert list(table["codes"]) == [code.anchor for code in catalog.codes]
        for code in catalog.codes:
            condition = golden.condition_of(code)
            verdict = golden.conditions.verdict(code)
            assert table["codes"][code.anchor] == {
                "condition": condition.id,
                "rpc": condition.rpc,
                "retry": {"108": "never"}.get(code.anchor, condition.retry),
                "wait": verdict.wait,
                "wait_seconds": {"seconds": 1}.get(verdict.wait or ""),
                "acts": verdict.acts,
                "code_set": code.code_set.id,
                "reports": "delivery" if code.code_set.id == "mail" else "request",
                "confidence": golden.conditions.entry(code).confidence,
                "disputed": code.anchor in {"105", "108"},
                "reviewed": True,
            }


def test_discrepancies(files: dict[str, str], golden: Atlas) -> None:
    """All findings stand there in their order, numbers with both signs once for a document."""
    told = json.loads(files[addresses.API_DISCREPANCIES()])["discrepancies"]
    findings = [one for review in golden.reviews.values() for one in review.findings]
    assert [(one["kind"], one["codes"]) for one in told] == [
        (one.rule.name, [code.code for code in one.codes]) for one in findings
    ]
    index = json.loads(files[addresses.API_INDEX()])
    assert index["counts"]["discrepancies"] == len(findings)
    twins = [one["revisions"] for one in told if one["kind"] == "sign-twin"]
    assert twins == [["2023-01-01"], ["2021-01-01"], ["2022-01-01"]]
    (noted,) = [one for one in told if one["kind"] == "noted" and one["harm"] == "misleads"]
    assert noted == {
        "provider": "orbit",
        "code_set": "api",
        "codes": ["105", "102"],
        "kind": "noted",
        "title": "Sentence that is *turned* around",
        "harm": "misleads",
        "revisions": ["2022-01-01", "2023-01-01"],
        "before": ["The ship is longer than the dock", "Wait 15 minutes"],
        "after": ["The dock is shorter than the ship", None],
        "note": "It is the dock that is too short; 102 says <how long> to wait.",
        "why": "The next page speaks of the dock.",
        "sources": ["https://orbit.example/errors/next"],
        "by": "atlas",
    }


def test_twins_of_a_code(files: dict[str, str]) -> None:
    """A code's file names its own pair, and says of it what is known."""
    told = {
        code: [
            (one["codes"], one["revisions"], one["note"])
            for one in json.loads(files[f"api/v1/orbit/{code}.json"])["discrepancies"]
            if one["kind"] == "sign-twin"
        ]
        for code in ("-201", "201", "301")
    }
    pair = (
        ["201", "-201"],
        ["2021-01-01", "2023-01-01"],
        "Two codes with different conditions.",
    )
    assert told == {"-201": [pair], "201": [pair], "301": []}


def test_moves(tmp_path: Path) -> None:
    """A text that moved stands at both codes and among the changes, in the providers' words."""
    said = "The harbour master refused the name of the ship"
    documents = (f"| 101 | {said} |\n", f"| 102 | {said}s |\n", f"| 102 | {said}s |\n")
    atlas = invented.atlas(tmp_path, *(invented.TABLE + one for one in documents))
    made = Files(atlas, BASE)
    move = {
        "provider": "orbit",
        "code_set": "api",
        "codes": ["101", "102"],
        "revisions": ["2021-01-01", "2022-01-01"],
        "before": said,
        "after": f"{said}s",
        "only_in": [],
        "by": "atlas",
    }
    assert json.loads(made[addresses.API_CHANGES()])["moves"] == [move]
    went = (
        "What it said in 2021-01-01 seems to have moved to {}, which has nearly the same words in"
        f" 2022-01-01: “{said}s” (compared by program)"
    )
    came = (
        "Its text seems to have come from {}, which had nearly the same words in 2021-01-01:"
        f" “{said}” (compared by program)"
    )
    for code, other, sentence in (("101", "102", went), ("102", "101", came)):
        assert json.loads(made[f"api/v1/orbit/{code}.json"])["moves"] == [move]
        link = f"[Orbit {other}]({BASE}orbit/{other}/index.md)"
        assert f"\n- {sentence.format(link)}\n" in made[f"orbit/{code}/index.md"]
        shown = atlas.code_at(f"orbit/{code}/")
        assert shown
        page = pages.parse(code_html.page(entry_of(atlas, shown)))
        notes = [" ".join(pages.text(one).split()) for one in page.query("p.ec-note")]
        assert notes == [sentence.format(other)]
    changes = changes_html.page(atlas.reviews["orbit"], links_from("orbit/changes/"))
    notes = [
        " ".join(pages.text(one).split()) for one in pages.parse(changes).query("td > p.ec-note")
    ]
    assert [one[:40] for one in notes] == [
        "What it said in 2021-01-01 seems to have",
        "Its text seems to have come from 101, wh",
    ]


def test_digest(golden: Atlas) -> None:
    """The index tells when anything has changed: a word of ours is enough."""
    digests = {json.loads(Files(golden, BASE)[addresses.API_INDEX()])["digest"]}
    orbit = golden.catalogs["orbit"]
    for about in ("Docks for ships.", "Docks for boats.", "Docks for boats."):
        provider = orbit.provider.model_copy(update={"about": about})
        catalogs = {**golden.catalogs, "orbit": replace(orbit, provider=provider)}
        changed = Files(replace(golden, catalogs=catalogs), BASE)
        digests.add(json.loads(changed[addresses.API_INDEX()])["digest"])
    assert len(digests) == 3


def test_csv(files: dict[str, str]) -> None:
    """Read back, the spreadsheets hold what the JSON holds, a line per code and meaning."""
    everything = []
    for provider in json.loads(files[addresses.API_CATALOG()])["providers"]:
        expected = [
            {
                **{name: code[name] for name in ("name", "provider", "product", "code_set")},
                **{name: code[name] for name in ("code", "status", "condition", "rpc")},
                **{name: code[name] for name in ("http_status", "retry", "url")},
                **{name: code[name] for name in ("first_revision", "last_revision")},
                **{name: meaning[name] for name in ("revision", "date", "message")},
                **{name: meaning[name] for name in ("file", "line", "source_url")},
                **{f"meaning_{name}": meaning[name] for name in ("condition", "rpc")},
                **{f"meaning_{name}": meaning[name] for name in ("http_status", "retry", "wait")},
                **{name: code[name] for name in ("wait", "advice", "acts", "for_user", "reports")},
                "confidence": code["classification"]["confidence"],
                "classified_by": code["classification"]["by"],
                "range": (code["range"] or {}).get("title"),
                "disputed": "true" if code["disputed"] else None,
                "reviewed": "true" if code["reviewed"] else "false",
                "observed_meaning": (code["observation"] or {}).get("says")
                and (code["observation"]["says"]["text"]),
            }
            for code in provider["codes"]
            for meaning in code["meanings"] or [_none_of(code)]
        ]
        rows = _read_back(files[addresses.API_PROVIDER_CSV(provider=provider["id"])])
        assert rows == [
            {name: "" if one[name] is None else str(one[name]) for name in spreadsheet.COLUMNS}
            for one in expected
        ]
        everything += rows
    assert _read_back(files[addresses.API_CATALOG_CSV()]) == everything


def _none_of(code: dict[str, Any]) -> dict[str, Any]:
    """Return what stands in the place of a meaning where no document lists a code."""
    names = ("revision", "date", "file", "line", "condition", "rpc", "http_status", "retry", "wait")
    kept = {name: code[name] for name in ("message", "source_url")}
    return dict.fromkeys(names) | kept


def _read_back(text: str) -> list[dict[str, str]]:
    assert text.count("\r\n") > 1
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]


def test_lower_case(files: dict[str, str]) -> None:
    """Paths are in lower case, as the host makes them."""
    assert [path for path in files if path != path.lower()] == []
    assert "api/v1/orbit/e9.json" in files


def test_without_an_address(tmp_path: Path) -> None:
    """Without an address, and with codes that no path takes, all is there, from the site's root."""
    document = invented.DOCUMENT + "| 7/8 | =cmd() |\n"
    own = '    addresses: {"7/8": seven}\n    ranges:'
    provider = invented.PROVIDER.replace("    ranges:", own)
    data = invented.write(tmp_path, document, provider=provider, pattern="-?[0-9/]+")
    site = Site(whole.load(data), data)
    files: dict[str, Any] = dict(site.files())
    assert json.loads(files["api/v1/orbit/seven.json"])["code"] == "7/8"
    assert json.loads(files["api/v1/orbit/101.json"])["url"] == "/orbit/101/"
    assert b"'=cmd()" in files["api/v1/orbit.csv"]
    assert not {"opensearch.xml", "feed.xml", "orbit/feed.xml"} & set(files)


def test_limits_and_fields(tmp_path: Path) -> None:
    """A code has its limits and fields, and its provider all fields with their codes."""
    document = (
        f"{invented.TABLE}| 101 | For tugs, shipName cannot exceed 1,300 bytes |\n"
        "| -101 | No ShipName, flags must be between 1.5 and 2 |\n| 102 | Busy |\n"
    )
    made = Files(invented.atlas(tmp_path, document), BASE)
    code = json.loads(made["api/v1/orbit/101.json"])
    (limit,) = code["limits"]
    message = limit.pop("message")
    assert message[limit.pop("start") : limit.pop("end")] == "cannot exceed 1,300 bytes"
    assert limit == {
        "bound": "at-most",
        "minimum": None,
        "maximum": 1300,
        "unit": "bytes",
        "of": "shipName",
        "field": "shipName",
        "applies": "For tugs",
        "by": "atlas",
    }
    page = f"{BASE}orbit/limits/#field:shipName"
    named = {"name": "shipName", "printed": ["shipName", "ShipName"], "url": page}
    assert code["fields"] == [named]
    (between,) = json.loads(made["api/v1/orbit/-101.json"])["limits"]
    assert (between["bound"], between["minimum"], between["maximum"]) == ("between", 1.5, 2)
    assert json.loads(made["api/v1/orbit/102.json"])["limits"] == []
    codes = [
        {"code_set": "api", "code": one, "url": f"{BASE}orbit/{one}/"} for one in ("101", "-101")
    ]
    assert json.loads(made["api/v1/orbit.json"])["fields"] == [{**named, "codes": codes}]
