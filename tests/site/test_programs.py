"""The page for programs: what it shows is true, and its examples run."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from macros.publish.api.interface import ENDPOINTS
from tests import pages, simulated
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


# what the API answers, in turn -> what the client returns, how often it renewed, how long it waited
ANSWERS: dict[str, tuple[list[str], tuple[str, str, int | None], int, list[int]]] = {
    "all is well": (["0"], ("0", "no-need", None), 0, []),
    "too fast": (["45011", "0"], ("0", "no-need", None), 0, [60]),
    "too fast again": (["45011"] * 2, ("45011", "later-with-backoff", 120), 0, [60]),
    "busy for a while": (["9001010"] * 3 + ["0"], ("0", "no-need", None), 0, [1, 2, 4]),
    "always busy": (["9001010"] * 6, ("9001010", "later-with-backoff", 32), 0, [1, 2, 4, 8, 16]),
    "the day's quota": (["45009"], ("45009", "check-first", 86400), 0, []),
    "the month's quota": (["45028"], ("45028", "after-fix", None), 0, []),
    "the token expired": (["42001", "0"], ("0", "no-need", None), 1, []),
    "the new one is no good": (["42001"] * 2, ("42001", "after-reauthentication", None), 1, []),
    "a login is over": (["42002"], ("42002", "after-reauthentication", None), 0, []),
    "a mistake of ours": (["40003"], ("40003", "after-fix", None), 0, []),
    "perhaps busy": (["-1"], ("-1", "check-first", None), 0, []),
    "not listed": (["12345"], ("12345", "check-first", None), 0, []),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_retry_in_a_client(client: dict[str, Any], case: str) -> None:
    """The client on the page sends again when the table says so, and no more often than allowed."""
    answers, outcome, renewals, pauses = ANSWERS[case]
    waiting, renewed = list(answers), []
    found = client["call"](
        lambda: waiting.pop(0), lambda: renewed.append(True), client["verdicts"]("wechat")
    )
    assert found == outcome
    assert waiting == []
    assert len(renewed) == renewals
    assert client["pauses"] == pauses


PLAIN = {"reports": "request", "disputed": False, "confidence": None, "acts": "caller"}
LATER = {"retry": "later-with-backoff", "wait_seconds": 1, **PLAIN}
RENEW = {"retry": "after-reauthentication", "wait_seconds": None, **PLAIN}
# row of an invented table -> what is left to do, how often it was sent
ROWS: dict[str, tuple[dict[str, Any] | None, tuple[str, int | None], int]] = {
    "a word of a later version": ({**LATER, "retry": "ask-a-person"}, ("check-first", 1), 1),
    "a doubt of a later version": ({**LATER, "confidence": "lowest"}, ("check-first", 1), 1),
    "reports of a later version": ({**LATER, "reports": "callback"}, ("check-first", 1), 1),
    "a delivery result": ({**LATER, "reports": "delivery"}, ("check-first", 1), 1),
    "a new token for a delivery": ({**RENEW, "reports": "delivery"}, ("check-first", None), 1),
    "disputed": ({**LATER, "disputed": True}, ("check-first", 1), 1),
    "a disputed fix": ({**LATER, "retry": "after-fix", "disputed": True}, ("after-fix", 1), 1),
    "no wait": ({**LATER, "wait_seconds": 0}, ("later-with-backoff", None), 1),
    "a wait that is none": ({**LATER, "wait_seconds": float("nan")}, ("later-with-backoff", 0), 1),
    "a day": ({**LATER, "wait_seconds": 86400}, ("later-with-backoff", 86400), 1),
    "a minute": ({**LATER, "wait_seconds": 60}, ("later-with-backoff", 120), 2),
    "a user's login": ({**RENEW, "acts": "end user"}, ("after-reauthentication", None), 1),
    "a token in doubt": ({**RENEW, "confidence": "low"}, ("after-reauthentication", None), 2),
    "an empty row": ({}, ("check-first", None), 1),
    "no row": (None, ("check-first", None), 1),
}


@pytest.mark.parametrize("case", ROWS)
def test_rows_of_any_version(client: dict[str, Any], case: str) -> None:
    """What a client does not know it does not act on; nothing in a row makes it fail."""
    row, (todo, wait), times = ROWS[case]
    waiting = ["7"] * 9
    code, left, pause = client["call"](waiting.pop, lambda: None, {"7": row, "8": LATER})
    assert (code, left, 9 - len(waiting)) == ("7", todo, times)
    assert pause == wait or pause != pause  # noqa: PLR0124 - what is no number is handed back


def test_two_codes_in_turn(client: dict[str, Any]) -> None:
    """Each code has a wait of its own, whatever came before it."""
    answers = ["7", "7", "8", "7", "0"]
    table = {"7": LATER, "8": {**LATER, "wait_seconds": 5}, "0": {"retry": "no-need"}}
    assert client["call"](lambda: answers.pop(0), lambda: None, table) == ("0", "no-need", None)
    assert client["pauses"] == [1, 2, 5, 4]


def test_every_code_of_every_table(client: dict[str, Any], site: Path) -> None:
    """Against an API that always fails alike no code is sent twice that could act twice."""
    tables = sorted(site.glob("api/v1/retry/*.json"))
    assert len(tables) == 3
    for path in tables:
        table = client["verdicts"](path.stem)
        assert len(table) > 100
        for code in table:
            client["pauses"].clear()
            sent: list[str] = []
            renewed: list[bool] = []

            def send(code: str = code, sent: list[str] = sent) -> str:
                sent.append(code)
                return code

            client["call"](send, lambda: renewed.append(True), table)  # noqa: B023 - called at once
            simulated.judge(table[code], len(sent), len(renewed), client["pauses"])


def test_successes(client: dict[str, Any]) -> None:
    """A success that no document lists is no reason to check or to send again."""
    assert client["verdicts"]("fresns")["0"]["retry"] == "no-need"
    assert client["verdicts"]("kakaotalk")["1000"]["retry"] == "no-need"


def test_verdicts_are_told(manual: Node, site: Path) -> None:
    """The page says of every verdict in the tables what a client does."""
    told = {pages.text(one) for one in manual.query("tbody th code")}
    tables = [json.loads(path.read_text("utf-8")) for path in site.glob("api/v1/retry/*.json")]
    entries = [entry for table in tables for entry in table["codes"].values()]
    assert {entry["retry"] for entry in entries} <= told
    named = {entry["wait"] for entry in entries if entry["wait"]}
    assert {wait for wait in named if not wait[0].isdigit()} <= told


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
    """Tell whether lists and objects stand there, up to a "…" for what is left out or open."""
    if isinstance(part, dict) and isinstance(whole, dict):
        shown = {name: value for name, value in part.items() if name != "…"}
        return (len(shown) == len(whole)) != ("…" in part) and all(
            name in whole and _is_part(value, whole[name]) for name, value in shown.items()
        )
    if isinstance(part, list) and isinstance(whole, list):
        items = [one for one in part if one != "…"]
        return (len(items) == len(whole)) != ("…" in part) and all(map(_is_part, items, whole))
    return part in (whole, "…")


def test_look_up_in_python(site: Path, address: str) -> None:
    """The example in Python says what a code means, and when nobody lists it."""
    names: dict[str, Any] = {}
    exec(pages.example(site, "look_up.py", address), names)  # noqa: S102 - the example as a person would run it
    assert names["look_up"]("kakaotalk", "E915").startswith("KakaoTalk E915: ")
    said = names["look_up"]("wechat", "40029")
    advice = (
        "Send the user through authorization again, once: each code works once, and for minutes"
        " only."
    )
    assert said == f"WeChat 40029: Invalid OAuth code\n{advice}\n{SITE_URL}wechat/40029/"
    assert " (unsure)\n" in names["look_up"]("wechat", "40001")
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


@pytest.mark.skipif(not shutil.which("jq"), reason="there is no jq on this machine")
def test_look_up_in_a_shell(site: Path, address: str) -> None:
    """The example in a shell prints one provider's entry, and what the others say."""
    command = ["bash", "-euc", pages.example(site, "look_up.sh", address)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    entry, end = json.JSONDecoder().raw_decode(printed)
    assert entry == json.loads((site / "api/v1/kakaotalk/-3016.json").read_text("utf-8"))
    assert [line.partition(":")[0] for line in printed[end:].split("\n") if line] == [
        *("KakaoTalk 0", "WeChat 0")
    ]
