"""The search beside stock Material's and Pagefind's: the same codes and queries, one Chromium.

Run it as `make bench-search`. For 670 real codes and for 10,000 and 100,000 invented ones it
prints a Markdown table: the share of right answers to Enter by kind of query; bytes from opening
to the first answer; time from opening to ready; cold time from the first query to its answer;
time per keystroke. Bodies are sent gzipped, as the host sends them. Then, in the sites' own
boxes, the longest task of the main thread from the first key to the shown result.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import platform
import random
import re
import shutil
import statistics
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pagefind.index import PagefindIndex
from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT))

from macros import atlas as whole  # noqa: E402 - the same
from macros.publish import search_index, wording  # noqa: E402 - the same
from tests.bench import build, synthetic  # noqa: E402 - the same
from tests.browser import chromium  # noqa: E402 - the same

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas
    from macros.catalog.model import Code

CONTENDERS = ("atlas", "stock", "pagefind")
SIZES = (10_000, 100_000)
# For the real codes and each of the sizes: queries of each kind, and codes and messages that are
# typed key by key. At 100,000 codes the others take minutes for some.
EFFORT = ((200, 12, 4), (100, 12, 4), (10, 3, 1))
COLD_RUNS = 3
MESSAGE_LENGTH = 60


class Server(ThreadingHTTPServer):
    """Serves one folder with gzip, and counts the bytes of the bodies that it sends."""

    sent = 0
    request_queue_size = 64

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        """The address of the folder, with a slash."""
        return f"http://127.0.0.1:{self.server_port}/"


@cache
def _packed(path: Path, changed: int) -> bytes:
    """Return a file gzipped, as a host keeps it; packed once for all runs."""
    del changed
    return gzip.compress(path.read_bytes(), mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """Answers with gzipped bodies; Pagefind's own files are packed already."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        server = self.server
        assert isinstance(server, Server)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.name == "contenders.js":
            path = Path(__file__).parent / "contenders.js"
        if not path.exists():
            self.send_error(404)
            return
        body = _packed(path, path.stat().st_mtime_ns)
        server.sent += len(body)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - its signature
        """Keep the table clean."""


@dataclass
class Queries:
    """What is asked of each contender, by kind: the text, and the pages that are right."""

    kinds: dict[str, list[tuple[str, set[str]]]]
    typed: dict[str, list[str]]


# What people paste, kind by kind: where Enter goes, nothing or a list where it should go nowhere.
PASTES = PROJECT / "tests" / "search" / "pastes.json"
OUTCOMES = ("right", "not listed", "wrong", "nothing")


@dataclass
class Measured:
    """What one contender showed at one size; times in milliseconds."""

    right: dict[str, float] = field(default_factory=dict)
    kilobytes: float = 0
    ready: float = 0
    cold: float = 0
    keys: dict[str, list[float]] = field(default_factory=dict)
    longest_task: float | None = None
    pastes: dict[str, dict[str, int]] = field(default_factory=dict)


def queries(atlas: Atlas, asked: int, typed: list[int]) -> Queries:
    """Return the queries about a sample of codes, the same in every run.

    Args:
        atlas: all codes.
        asked: how many queries of each kind.
        typed: how many codes and messages to type key by key.
    """
    codes = [code for one in atlas.catalogs.values() for code in one.documented]
    by_code: dict[str, set[str]] = {}
    by_message: dict[str, set[str]] = {}
    for code in codes:
        by_code.setdefault(code.code, set()).add(code.url)
    for code in atlas.codes:
        for text in (*code.meanings, *code.sent):
            by_message.setdefault(_plain(text), set()).add(code.url)
    choose = random.Random(len(codes))  # noqa: S311 - the same queries in every run
    sample = choose.sample(codes, min(asked, len(codes)))
    bare = codes if len(codes) < 1000 else sample
    kinds = {
        "bare codes": [(code.code, by_code[code.code]) for code in bare],
        "with provider": [(code.name, _same(code, by_code)) for code in sample],
        "pasted": [
            (_pasted(code, place), _same(code, by_code)) for place, code in enumerate(sample)
        ],
        # Where several codes have one message, none is the answer.
        "messages": [
            (code.messages[0], by_message[_plain(code.messages[0])])
            for code in sample
            if len(by_message[_plain(code.messages[0])]) == 1
        ],
    }
    keys = {
        "code": [code.code for code in sample[: typed[0]]],
        "message": [code.messages[0][:MESSAGE_LENGTH] for code in sample[: typed[1]]],
    }
    return Queries(kinds, keys)


def _plain(message: str) -> str:
    return " ".join(search_index.plain_words(message))


def _same(code: Code, by_code: dict[str, set[str]]) -> set[str]:
    return {url for url in by_code[code.code] if url.startswith(f"{code.provider.id}/")}


def _pasted(code: Code, place: int) -> str:
    """Return one of three things that people paste, in turn."""
    response = code.code_set.response
    key = response.code[0].split(".")[-1]
    value = f'"{code.code}"' if response.type == "string" else code.code
    before, _, behind = json.dumps(json.loads(response.example or "{}")).rpartition(f'"{key}": ')
    body = f'{before}"{key}": {re.sub("^[^,}]+", value, behind)}'
    line = f"2026-11-22 12:30:11.123 [4711] ERROR HTTP/1.1 200 {body} 0.25s"
    return (body, line, f"{key}={value}, msg=failed")[place % 3]


def write_sites(work: Path, atlas: Atlas) -> dict[str, Path]:
    """Build our site and the plain one with Pagefind's index in it; return their folders."""
    build.write_plain(work / "plain", atlas)
    build.build(PROJECT, work / "site-atlas")
    build.build(work / "plain", work / "site-plain")
    _run(_index_folder(work / "site-plain", work / "site-plain"))
    return {
        "atlas": work / "site-atlas",
        "stock": work / "site-plain",
        "pagefind": work / "site-plain",
    }


def _run(work: Coroutine[Any, Any, None]) -> None:
    """Run to the end in a thread of its own: Playwright holds the loop of this one."""
    with ThreadPoolExecutor() as pool:
        pool.submit(asyncio.run, work).result()


async def _index_folder(pages: Path, site: Path) -> None:
    shutil.rmtree(site / "pagefind", ignore_errors=True)
    async with PagefindIndex(config={"output_path": str(site / "pagefind")}) as index:
        await index.add_directory(str(pages))


def write_big(work: Path, sites: dict[str, Path], atlas: Atlas) -> None:
    """Put the indexes of another atlas into the built sites, without building its pages."""
    for path, content in search_index.files(atlas):
        file = sites["atlas"] / path
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(content, encoding="utf-8")
    stock = sites["stock"] / "search" / "search_index.json"
    index = json.loads(stock.read_text("utf-8"))
    index["docs"] = synthetic.stock_documents(atlas)
    stock.write_text(json.dumps(index), encoding="utf-8")
    pages = work / f"pages-{len(index['docs'])}"
    for code in (code for one in atlas.catalogs.values() for code in one.codes):
        page = pages / code.url / "index.html"
        page.parent.mkdir(parents=True)
        said = f"<h1>{code.code}</h1><p>{wording.plain(code)}</p><p>{wording.state(code)}</p>"
        page.write_text(f'<html lang="en"><title>{code.code}</title><body>{said}', encoding="utf-8")
    _run(_index_folder(pages, sites["pagefind"]))


OPEN = """async (name) => {
    const begin = performance.now()
    const contenders = await import("/contenders.js")
    window.ask = await contenders[name]()
    window.timed = contenders.timed
    return performance.now() - begin
}"""
ASK = "texts => timed(ask, texts)"


def measure(
    browser: Browser,
    name: str,
    folder: Path,
    asked: Queries,
    invented: dict[str, dict[str, Any]] | None = None,
) -> Measured:
    """Ask one contender everything, the invented pastes where there are any."""
    result = Measured()
    ready, cold, kilobytes = [], [], []
    first = asked.kinds["bare codes"][0][0]
    for run in range(1 + COLD_RUNS):
        server = Server(folder)
        page = _open(browser, server)
        server.sent = 0
        opened = page.evaluate(OPEN, name)
        answered = page.evaluate(ASK, [first])[0]["ms"]
        if run:  # the first one has the server pack its files
            ready.append(opened)
            cold.append(answered)
            kilobytes.append(server.sent / 1024)
        page.context.close()
        server.shutdown()
        server.server_close()
    result.ready, result.cold = statistics.median(ready), statistics.median(cold)
    result.kilobytes = statistics.median(kilobytes)
    server = Server(folder)
    page = _open(browser, server)
    page.evaluate(OPEN, name)
    for kind, pairs in asked.kinds.items():
        answers = page.evaluate(ASK, [text for text, _ in pairs])
        right = sum(
            _page_of(answer["enter"]) in pages
            for answer, (_, pages) in zip(answers, pairs, strict=True)
        )
        result.right[kind] = right / len(pairs)
    for kind, texts in asked.typed.items():
        begun = [text[: end + 1] for text in texts for end in range(len(text))]
        result.keys[kind] = [answer["ms"] for answer in page.evaluate(ASK, begun)]
    if invented:
        result.pastes = {kind: _outcomes(page, pastes) for kind, pastes in invented.items()}
    page.context.close()
    if name != "pagefind":
        result.longest_task = longest_task(browser, server, first)
    server.shutdown()
    server.server_close()
    return result


def _outcomes(page: Page, pastes: dict[str, Any]) -> dict[str, int]:
    """Return how many pastes of one kind ended how."""
    answers = page.evaluate(ASK, list(pastes))
    counts = dict.fromkeys(OUTCOMES, 0)
    for answer, wanted in zip(answers, pastes.values(), strict=True):
        counts[_outcome(answer["enter"], wanted)] += 1
    return counts


def _outcome(enter: str | None, wanted: str | list[str] | None) -> str:
    """Return how a paste ended: where nothing is to be opened, opening a code is wrong."""
    code = re.fullmatch(r"/?([a-z]+/[^/?#]+)/?(?:#.*)?", enter or "")
    if not isinstance(wanted, str):
        return "wrong" if code else "right"
    if enter and enter.strip("/") == wanted.strip("/"):
        return "not listed" if "?code=" in wanted or "#" in wanted else "right"
    return "wrong" if code else "nothing"


def _open(browser: Browser, server: Server) -> Page:
    """Open an empty page of the site: nothing of the theme runs beside what is measured."""
    page = browser.new_context().new_page()
    page.set_default_timeout(0)
    page.route("**/empty.html", lambda route: route.fulfill(content_type="text/html", body=""))
    page.goto(f"{server.address}empty.html")
    return page


def _page_of(location: str | None) -> str:
    return (location or "").lstrip("/").partition("#")[0]


WATCH_TASKS = """() => {
    window.longest = 0
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    }).observe({ type: "longtask" })
}"""
IDLE = "() => new Promise(done => requestIdleCallback(() => requestAnimationFrame(done)))"


def longest_task(browser: Browser, server: Server, code: str) -> float:
    """Type a code into the site's own box; return the longest task until results show."""
    page = browser.new_context().new_page()
    page.set_default_timeout(0)
    page.goto(server.address)
    page.wait_for_load_state("networkidle")
    page.locator(".md-search__input, [data-ec-ask] textarea").click()
    page.evaluate(IDLE)
    page.evaluate(WATCH_TASKS)
    page.keyboard.type(code)
    page.locator(".md-search-result__list li, [data-ec-answers] li").first.wait_for()
    page.evaluate(IDLE)
    longest: float = page.evaluate("longest")
    page.context.close()
    return longest


def report(size: int, measured: dict[str, Measured]) -> None:
    """Print the rows of one size."""
    for name, one in measured.items():
        right = " | ".join(f"{share:.0%}" for share in one.right.values())
        keys = " | ".join(
            f"{statistics.median(times):.1f} / {statistics.quantiles(times, n=20)[-1]:.1f}"
            for times in one.keys.values()
        )
        print(
            f"| {size:,} | {name} | {right} | {one.kilobytes:,.0f} | {one.ready:,.0f}"
            f" | {one.cold:,.0f} | {keys} |",
            flush=True,
        )


def report_tasks(size: int, measured: dict[str, Measured]) -> str:
    """Return the longest task of each contender that has a dialog, in a line."""
    tasks = [
        f"{name} {f'{one.longest_task:.0f}' if one.longest_task else 'under 50'}"
        for name, one in measured.items()
        if one.longest_task is not None
    ]
    return f"Longest task, in ms, {size:,} codes: {', '.join(tasks)}"


def report_pastes(measured: dict[str, Measured]) -> None:
    """Print how the invented pastes of each kind ended with each contender."""
    print(f"\n| pastes | search | {' | '.join(OUTCOMES)} |\n|" + "---|" * (2 + len(OUTCOMES)))
    for kind in next(iter(measured.values())).pastes:
        for name, one in measured.items():
            counts = " | ".join(str(one.pastes[kind][outcome]) for outcome in OUTCOMES)
            print(f"| {kind} | {name} | {counts} |", flush=True)


def main() -> None:
    """Measure all sizes and print the table."""
    path = chromium.find()
    if not path:
        raise SystemExit(chromium.ADVICE)
    real = whole.load(PROJECT / "data")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        work = Path(name)
        sites = write_sites(work, real)
        browser = chromium.launch(playwright, path)
        print(
            f"{os.cpu_count()} cores, {platform.system()} {platform.machine()},"
            f" Chromium {browser.version}\n\n"
            "| codes | search | bare | with provider | pasted | messages | KB to first answer"
            " | ms to ready | ms to first answer | ms a key, code | ms a key, message"
            " |\n|" + "---|" * 11
        )
        tasks: list[str] = []
        count = sum(len(one.documented) for one in real.catalogs.values())
        for size, (questions, *typed) in zip((count, *SIZES), EFFORT, strict=True):
            atlas = real
            if size != count:
                atlas = synthetic.atlas(real, size)
                write_big(work, sites, atlas)
            asked = queries(atlas, questions, typed)
            invented = json.loads(PASTES.read_text("utf-8")) if size == count else None
            measured = {
                one: measure(browser, one, sites[one], asked, invented) for one in CONTENDERS
            }
            report(size, measured)
            tasks.append(report_tasks(size, measured))
            if invented:
                report_pastes(measured)
        print("", *tasks, sep="\n")
        browser.close()


if __name__ == "__main__":
    main()
