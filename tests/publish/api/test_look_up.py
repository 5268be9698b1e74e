"""The examples of the manual, against a simulated API: with few codes, and with many."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
import urllib.error
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from macros import atlas as whole
from macros.publish import packs
from macros.publish.html.environment import TEMPLATES
from macros.publish.site import Site
from macros.sources.settings import Settings
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable

NODE = Path(sys.executable).parent / "node"
SHELL = all(shutil.which(tool) for tool in ("bash", "curl", "jq", "sha256sum"))
MOST = {"few": 5000, "many": 3}
# Names that objects in JavaScript have of themselves, signs of addresses, letters beyond ASCII.
ODD = {"constructor": "ctor", "E9": "e9", "7/8": "seven", "é": "acute", "%2e": "percent", "-7": ""}
LISTED = ["0", "101", "-101", *ODD]
ALL = """
async function all(codes) {
  const found = []
  for (const code of codes) found.push(await lookUp(code))
  return found
}
"""
RANGE = re.compile("    ranges:\n.*\n")
UNLISTED = ["12345", "__proto__", "toString", "É", "..", "a b", "e9 ", "", "-0"]


@pytest.fixture(scope="module", params=MOST)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a site of two invented providers, one with odd codes."""
    folder = tmp_path_factory.mktemp("api")
    rows = "".join(f"| {code} | Of {code} |\n" for code in ODD)
    lines = "".join(f'      "{code}": {own}\n' for code, own in ODD.items() if own)
    odd = RANGE.sub(f"    addresses:\n{lines}", invented.PROVIDER)
    odd = odd.replace("orbital", "odd-port").replace("Orbit", "Odd")
    invented.write(folder)
    document = f"{invented.TABLE}| 0 | Fine |\n{rows}"
    data = invented.write(folder, document, ident="odd", provider=odd, pattern="[^ |]+")
    settings = Settings(single_files=MOST[request.param])
    _publish(folder, Site(whole.load(data, settings=settings), data))
    return folder


def _publish(folder: Path, site: Site) -> None:
    shutil.rmtree(folder / "api", ignore_errors=True)
    for path, content in site.api.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")


@pytest.fixture
def address(folder: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the API, without a slash."""
    return serve(folder)


def _example(name: str, address: str) -> str:
    text = (TEMPLATES / "examples" / name).read_text("utf-8")
    assert text.count("https://atlas.example") == 1
    return text.replace("https://atlas.example", address)


def _python(address: str) -> dict[str, Any]:
    """Return the names of the example in Python, and under "asked" what it loads."""
    names: dict[str, Any] = {"asked": []}
    exec(_example("look_up.py", address), names)  # noqa: S102 - the example as a person would run it
    load = names["load"]
    names["load"] = lambda path: names["asked"].append(path) or load(path)
    return names


def test_python(address: str) -> None:
    """Each code is found by its provider and its printed form, and no other code instead."""
    names = _python(address)
    assert names["look_up"]("orbit", "101").splitlines()[0] == "Orbit 101: Dock is busy"
    assert names["look_up"]("orbit", "-101").splitlines()[0] == "Orbit -101: Dock is closed"
    assert [one["name"] for one in names["entries"]("0")] == ["Odd 0", "Orbit 0"]
    for code in ODD:
        assert names["look_up"]("odd", code).splitlines()[0] == f"Odd {code}: Of {code}"
        assert names["look_up"]("orbit", code) == f"orbit {code}: not in the atlas"
    assert names["look_up"]("odd", "CONSTRUCTOR").startswith("Odd constructor: ")
    for code in UNLISTED:
        assert names["entries"](code) == []


def test_one_request(address: str) -> None:
    """When the rule is known, a look-up is one request, whether or not the code is listed."""
    names = _python(address)
    names["entries"]("101")
    assert names["asked"][0] == "index.json"
    names["asked"].clear()
    for code in (*LISTED, *UNLISTED):
        names["entries"](code)
    assert len(names["asked"]) == len(LISTED) + len(UNLISTED)
    assert "index.json" not in names["asked"]


@pytest.mark.skipif(not SHELL, reason="a tool that the example calls is not on this machine")
def test_shell(address: str) -> None:
    """The functions in a shell print all entries with a code, and nothing where nobody lists it."""
    functions = _example("look_up.sh", address).partition("\nlook_up -3016")[0]
    calls = "".join(f"look_up {shlex.quote(code)}\n" for code in (*LISTED, *UNLISTED))
    printed = _shell(functions + "\n" + calls).stdout
    found = [_names(one) for one in _values(printed)]
    names = _python(address)
    assert found == [_names(names["entries"](code)) for code in (*LISTED, *UNLISTED)]
    assert found[len(LISTED) :] == [[]] * len(UNLISTED)


@pytest.mark.skipif(not NODE.exists(), reason="Node is not in this environment")
def test_javascript(address: str, tmp_path: Path) -> None:
    """The function in JavaScript finds what the one in Python finds."""
    codes = [*LISTED, *UNLISTED]
    found = json.loads(_node(tmp_path, address, f"all({json.dumps(codes)})"))
    names = _python(address)
    assert [_names(one) for one in found] == [_names(names["entries"](code)) for code in codes]


def test_whole_tables(address: str, tmp_path: Path) -> None:
    """The clients of the retry tables and of the spreadsheet load the same, few codes or many."""
    client: dict[str, Any] = {}
    exec(_example("retry.py", address), client)  # noqa: S102 - as a person would run it
    table = client["verdicts"]("odd")
    # A code that has an address of its own goes by it in the tables.
    assert set(table) == {"0", *(own or code for code, own in ODD.items())}
    assert table["seven"]["retry"] == "later-with-backoff"
    assert client["call"](lambda: "0", lambda: None, table) == ("0", "no-need", None)
    sheet: dict[str, Any] = {}
    exec(_example("table.py", address), sheet)  # noqa: S102 - as a person would run it
    listed = {row["code"] for row in sheet["table"]() if row["provider"] == "odd"}
    assert listed == {"0", *ODD}
    if NODE.exists():
        loaded = "[...(await verdicts('odd'))].map(([code, { retry }]) => [code, retry])"
        found = dict(json.loads(_node(tmp_path, address, loaded, name="retry.mjs")))
        assert found == {code: verdict["retry"] for code, verdict in table.items()}


@pytest.fixture(params=["longer", "shorter"])
def changing(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> tuple[Path, Callable[[], None]]:
    """Return the folder of a site, and what publishes it anew with other names of packs."""
    data = invented.write(tmp_path / "data of it")
    site = tmp_path / "site"

    def publish(most: float) -> None:
        monkeypatch.setattr(packs, "MOST", most)
        _publish(site, Site(whole.load(data), data))

    most = {"longer": (128, 0.1), "shorter": (0.1, 128)}[request.param]
    publish(most[0])  # for less than one code a pack, three codes are many
    return site, lambda: publish(most[1])


def test_other_names(
    changing: tuple[Path, Callable[[], None]], serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """A client that knows an older rule finds a code all the same, and never says it is none."""
    site, publish = changing
    address = serve(site)
    names = _python(address)
    assert names["look_up"]("orbit", "101").startswith("Orbit 101: ")
    before = names["rule"]["digits"]
    kept = f"digits={before}\n"
    publish()
    names["asked"].clear()
    assert names["look_up"]("orbit", "101").startswith("Orbit 101: ")
    assert names["look_up"]("orbit", "12345") == "orbit 12345: not in the atlas"
    assert names["rule"]["digits"] != before
    assert [path.partition("/")[0] for path in names["asked"]] == [
        *("codes", "index.json", "codes", "codes")
    ]
    if NODE.exists():
        publish_again = "(await lookUp('101')).map((one) => one.name)"
        assert json.loads(_node(tmp_path, address, publish_again, digits=before)) == ["Orbit 101"]
    if SHELL:
        functions = _example("look_up.sh", address).partition("\nlook_up -3016")[0]
        failed = _shell(f"{functions}\n{kept}look_up 101", check=False)
        assert (failed.returncode != 0, failed.stdout) == (True, "")
        assert "404" in failed.stderr


def test_out_of_order(serve: Callable[[Path], str], tmp_path: Path) -> None:
    """Where the atlas does not answer as it should, no client says that a code is not listed."""
    address = serve(tmp_path)
    with pytest.raises(urllib.error.HTTPError):
        _python(address)["look_up"]("orbit", "101")
    if NODE.exists():
        asked = "lookUp('101').catch((error) => error.message)"
        assert json.loads(_node(tmp_path, address, f"await {asked}")) == "The atlas answered 404."


def _names(entries: list[dict[str, Any]]) -> list[str]:
    return [entry["name"] for entry in entries]


def _shell(script: str, *, check: bool = True) -> subprocess.CompletedProcess[str]:
    command = ["bash", "-uc", script]
    return subprocess.run(command, check=check, capture_output=True, text=True)


def _values(text: str) -> list[Any]:
    """Return the values of JSON that stand one behind the other."""
    values, place, decoder = [], 0, json.JSONDecoder()
    while place < len(text):
        value, place = decoder.raw_decode(text, place)
        values.append(value)
        place += len(text[place:]) - len(text[place:].lstrip())
    return values


def _node(folder: Path, address: str, call: str, digits: int = 0, name: str = "look_up.mjs") -> str:
    """Return what Node prints of a call, as JSON; `digits` is what the client knows before."""
    example = _example(name, address)
    assert name != "look_up.mjs" or "let digits = 0 " in example
    text = example.replace("let digits = 0 ", f"let digits = {digits} ")
    file = folder / "client.mjs"
    file.write_text(f"{text}{ALL}console.log(JSON.stringify(await {call}))\n", encoding="utf-8")
    command = [str(NODE), str(file)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
