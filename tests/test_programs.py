"""The page for programs: what it shows is true, and its examples run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests import pages
from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from justhtml.dom import Node


@pytest.fixture(scope="module")
def manual(site: Path) -> Node:
    """Return the page for programs."""
    return pages.parse((site / "programs/index.html").read_text("utf-8"))


@pytest.fixture(scope="module")
def example(manual: Node, site: Path) -> Callable[[str], str]:
    """Return a function that returns an example of the page, with the built site as its atlas."""

    def text(name: str) -> str:
        (shown,) = manual.query(f'[data-example="{name}"]')
        assert SITE_URL.rstrip("/") in pages.text(shown)
        return pages.text(shown).replace(SITE_URL.rstrip("/"), site.as_uri())

    return text


@pytest.fixture
def client(example: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return the names of the client in Python, whose pauses are written down, not waited."""
    names: dict[str, Any] = {"pauses": []}
    exec(example("retry.py"), names)  # noqa: S102 - the example as a person would run it
    monkeypatch.setattr("time.sleep", names["pauses"].append)
    return names


# what the API answers, in turn -> the last one, how often it logged in, how long it waited
ANSWERS: dict[str, tuple[list[str], str, int, list[int]]] = {
    "all is well": (["0", "0"], "0", 0, []),
    "too fast": (["45009", "45009", "0"], "0", 0, [2, 4]),
    "the token expired": (["42001", "0"], "0", 1, []),
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


def test_verdicts_are_told(manual: Node, site: Path) -> None:
    """The page says of every verdict in the tables what a client does."""
    told = {pages.text(one) for one in manual.query("tbody th code")}
    tables = [json.loads(path.read_text("utf-8")) for path in site.glob("api/v1/retry/*.json")]
    assert {entry["retry"] for table in tables for entry in table["codes"].values()} <= told
