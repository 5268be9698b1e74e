"""The page for programs in a browser: its example in JavaScript, and the phone."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from tests import pages, simulated
from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page


def test_look_up(
    site: Path, address: str, page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """The example in JavaScript works on a page of another site."""
    example = pages.example(site, "look_up.mjs", address)
    (tmp_path / "index.html").write_text("<title>Elsewhere</title>", encoding="utf-8")
    (tmp_path / "look_up.mjs").write_text(example, encoding="utf-8")
    page.goto(f"{serve(tmp_path)}/")
    ask = "async (code) => (await import('/look_up.mjs')).lookUp(code)"
    assert [one["name"] for one in page.evaluate(ask, "0")] == ["KakaoTalk 0", "WeChat 0"]
    (found,) = page.evaluate(ask, "E915")
    assert found["advice"].startswith("Look up the result")
    assert (found["todo"], found["wait"], found["unsure"]) == ("check-first", None, False)
    assert found["url"] == f"{SITE_URL}kakaotalk/e915/"
    assert page.evaluate(ask, "12345") == []


RUN = """async () => {
  const { verdicts, call } = await import("/retry.mjs")
  const runs = []
  for (const provider of ["fresns", "kakaotalk", "wechat"]) {
    const table = await verdicts(provider)
    for (const [code, verdict] of table) {
      const pauses = []
      let sent = 0
      let renewed = 0
      const found = await call(
        async () => { sent += 1; return code }, async () => { renewed += 1 }, table,
        async (seconds) => { pauses.push(seconds) })
      runs.push({ provider, code, verdict, sent, renewed, pauses, found })
    }
  }
  return runs
}"""


def test_every_code_of_every_table(
    site: Path, address: str, page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """The client in JavaScript sends nothing twice that could act twice, as the one in Python."""
    (tmp_path / "index.html").write_text("<title>Elsewhere</title>", encoding="utf-8")
    example = pages.example(site, "retry.mjs", address)
    (tmp_path / "retry.mjs").write_text(example, encoding="utf-8")
    page.goto(f"{serve(tmp_path)}/")
    runs = page.evaluate(RUN)
    assert len(runs) > 700
    names: dict[str, Any] = {}
    exec(pages.example(site, "retry.py", address), names)  # noqa: S102 - as a person would run it
    names["time"] = SimpleNamespace(sleep=lambda _: None)
    tables: dict[str, Any] = {}
    for run in runs:
        simulated.judge(run["verdict"], run["sent"], run["renewed"], run["pauses"])
        provider, code = run["provider"], run["code"]
        table = tables.setdefault(provider, names["verdicts"](provider))
        found = names["call"](lambda code=code: code, lambda: None, table)
        assert tuple(run["found"].values()) == found, run


@pytest.mark.parametrize("width", [320, 390])
def test_phone(browser: Browser, address: str, width: int) -> None:
    """On a phone nothing scrolls sideways, with every example open."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/programs/")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
