"""The page for programs: what it shows is true, and its examples run."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from macros.publish.api.interface import ENDPOINTS
from tests import pages
from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node


@pytest.fixture(scope="module")
def manual(site: Path) -> Node:
    """Return the page for programs."""
    return pages.parse((site / "programs/index.html").read_text("utf-8"))


@pytest.fixture
def client(site: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return the names of the client in Python, whose pauses are written down, not waited."""
    names: dict[str, Any] = {"pauses": []}
    exec(pages.example(site, "retry.py", address), names)  # noqa: S102 - the example as a person would run it
    monkeypatch.setattr("time.sleep", names["pauses"].append)
    return names


# what the API answers, in turn -> the last one, how often it logged in, how long it waited
ANSWERS: dict[str, tuple[list[str], str, int, list[int]]] = {
    "all is well": (["0", "0"], "0", 0, []),
    "too fast": (["45009", "45009", "0"], "0", 0, [2, 4]),
    "the token expired": (["42001", "0"], "0", 1, []),
    "the new token is no good": (["42001", "42001", "0"], "42001", 1, []),
    "a mistake of ours": (["40003", "0"], "40003", 0, []),
    "not listed": (["12345", "0"], "12345", 0, []),
    "always busy": (["-1"] * 9, "-1", 0, [2, 4, 8, 16]),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_retry_in_a_client(client: dict[str, Any], case: str) -> None:
    """The client on the page sends again when the table says so, and no more often than allowed."""
    answers, last, logins, pauses = ANSWERS[case]
    waiting, logged_in = list(answers), []
    found = client["call"](
        lambda: waiting.pop(0), lambda: logged_in.append(True), client["verdicts"]("wechat")
    )
    assert found == last
    assert len(logged_in) == logins
    assert client["pauses"] == pauses


def test_successes(client: dict[str, Any]) -> None:
    """A success that no document lists is no reason to check or to send again."""
    assert client["verdicts"]("fresns")["0"] == "no-need"
    assert client["verdicts"]("kakaotalk")["1000"] == "no-need"


def test_verdicts_are_told(manual: Node, site: Path) -> None:
    """The page says of every verdict in the tables what a client does."""
    told = {pages.text(one) for one in manual.query("tbody th code")}
    tables = [json.loads(path.read_text("utf-8")) for path in site.glob("api/v1/retry/*.json")]
    assert {entry["retry"] for table in tables for entry in table["codes"].values()} <= told


def test_addresses(manual: Node, site: Path) -> None:
    """Every address stands on the page, with a part of the file that is there."""
    told = [pages.text(one) for one in manual.query("details summary code")]
    assert told == [f"/{endpoint.address.template}" for endpoint in ENDPOINTS]
    shown = manual.query("[data-excerpt]")
    assert len(shown) == len(told)
    for one in shown:
        path = site / ((one.attrs or {})["data-excerpt"] or "")
        content, excerpt = path.read_text("utf-8"), pages.text(one)
        if path.suffix == ".json":
            assert _is_part(json.loads(excerpt), json.loads(content)), path
        else:
            assert content.replace("\r\n", "\n").startswith(excerpt), path


def _is_part(part: object, whole: object) -> bool:
    """Tell whether lists and objects stand in the file, up to a "…" for what is left out."""
    if isinstance(part, dict) and isinstance(whole, dict):
        shown = {name: value for name, value in part.items() if name != "…"}
        return (len(shown) == len(whole)) != ("…" in part) and all(
            name in whole and _is_part(value, whole[name]) for name, value in shown.items()
        )
    if isinstance(part, list) and isinstance(whole, list):
        items = [one for one in part if one != "…"]
        return (len(items) == len(whole)) != ("…" in part) and all(map(_is_part, items, whole))
    return part == whole


def test_look_up_in_python(site: Path, address: str) -> None:
    """The example in Python says what a code means, and when nobody lists it."""
    names: dict[str, Any] = {}
    exec(pages.example(site, "look_up.py", address), names)  # noqa: S102 - the example as a person would run it
    assert names["look_up"]("kakaotalk", "E915").startswith("KakaoTalk E915: ")
    said = names["look_up"]("wechat", "40029")
    told = "WeChat 40029: Invalid OAuth code (retry: after-reauthentication) "
    assert said == f"{told}{SITE_URL}wechat/40029/"
    assert names["look_up"]("wechat", "12345") == "wechat 12345: not in the atlas"
    assert names["look_up"]("wechat", "4 2/../x") == "wechat 4 2/../x: not in the atlas"


def test_table(site: Path, address: str) -> None:
    """The example that reads the CSV gives codes as they are printed."""
    names: dict[str, Any] = {}
    exec(pages.example(site, "table.py", address), names)  # noqa: S102 - as a person would run it
    rows = names["table"]()
    assert {"-3016", "3016", "E915", "0"} <= {row["code"] for row in rows}
    found = json.loads((site / "api/v1/kakaotalk/3050.json").read_text("utf-8"))
    shown = [row for row in rows if row["name"] == "KakaoTalk 3050"]
    assert [row["message"] for row in shown] == [one["message"] for one in found["meanings"]]
    assert [row["meaning_retry"] for row in shown] == [one["retry"] for one in found["meanings"]]


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl on this machine")
def test_look_up_in_a_shell(site: Path, address: str) -> None:
    """The example in a shell prints the files."""
    command = ["bash", "-euc", pages.example(site, "look_up.sh", address)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    files = [site / f"api/v1/{name}.json" for name in ("kakaotalk/-3016", "codes/0")]
    assert printed == "".join(path.read_text("utf-8") for path in files)
