"""A visit in a browser: requests and bytes of the first page, what moves, how soon a key shows."""

from __future__ import annotations

import statistics
from contextlib import contextmanager
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench.audited.row import CODE, COMPARE, MISTAKES, Row
from tests.browser import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.bench.audited.row import Audited

SCREENS = {"phone": (390, 844), "desktop": (1440, 900)}
SLOWED = 6  # times, as Chromium slows its processor
MOST_REQUESTS, MOST_BYTES, MOST_MS = 6, 80 * 1024, 200
# From all rows to a few, to none, and back; a number; one key after the other.
KEYS = [*"tokenx", *["Backspace"] * 6, *"40", *["Backspace"] * 2]

OBSERVE = """
    globalThis.shown = []
    globalThis.moved = 0
    new PerformanceObserver((list) => {
        for (const { interactionId, duration } of list.getEntries()) if (interactionId) shown.push(duration)
    }).observe({ type: "event", durationThreshold: 16, buffered: true })
    new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) moved += value
    }).observe({ type: "layout-shift", buffered: true })
"""  # noqa: E501 - JavaScript
DRAWN = """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""  # noqa: E501


def rows(audited: Audited) -> Iterator[Row]:
    """Yield what a first visit takes, then for each page what moves and how soon a key shows."""
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright, audited.chromium)
        yield from _first(browser, audited)
        for device, (width, height) in SCREENS.items():
            for path in audited.pages:
                with _opened(browser, width, height) as page:
                    moved = _moved(page, f"{audited.address}{path}")
                yield Row(f"Layout shift, {device}, /{path}", f"{moved:.3f}", "0.00", moved < 0.005)
        for device, (width, height) in SCREENS.items():
            for path in (audited.largest, COMPARE, MISTAKES):
                found = []
                for _ in range(audited.runs):
                    with _opened(browser, width, height) as page:
                        found.append(_worst_key(page, f"{audited.address}{path}"))
                worst = statistics.median(found)
                name = f"Worst key in the filter, {SLOWED} times slowed, {device}, /{path}"
                yield Row(name, f"{worst:.0f} ms", f"under {MOST_MS} ms", worst < MOST_MS)
        browser.close()


@contextmanager
def _opened(browser: Browser, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": height})
    context.add_init_script(OBSERVE)
    yield context.new_page()
    context.close()


def _first(browser: Browser, audited: Audited) -> Iterator[Row]:
    """Yield what a browser with an empty cache fetches for the page of a code."""
    fetched: list[str] = []
    with _opened(browser, *SCREENS["desktop"]) as page:
        page.on("request", lambda request: fetched.append(request.url))
        page.goto(f"{audited.address}{CODE}")
        page.wait_for_load_state("networkidle")
        icon = page.locator("link[rel=icon]").evaluate("(link) => link.href")
    paths = [url.removeprefix(audited.address) for url in dict.fromkeys([*fetched, icon])]
    files = [f"{path}index.html" if path.endswith("/") else path for path in paths]
    size = sum((audited.site / f"{file}.br").stat().st_size for file in files)
    index = sum(file.startswith("search/") for file in files)
    name = f"First visit to /{CODE}"
    most = f"at most {MOST_REQUESTS}"
    yield Row(f"{name}: requests", f"{len(files)}", most, len(files) <= MOST_REQUESTS)
    most = f"at most {MOST_BYTES / 1024:.0f} KB"
    yield Row(f"{name}: Brotli", f"{size / 1024:.1f} KB", most, size <= MOST_BYTES)
    yield Row(f"{name}: files of the index", f"{index}", "0", index == 0)


def _moved(page: Page, address: str) -> float:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    moved: float = page.evaluate("moved")
    return moved


def _worst_key(page: Page, address: str) -> float:
    """Return the longest time in milliseconds from a key to the picture that shows what it did."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    box = page.locator("main [type=search]:visible").first
    box.evaluate("(box) => box.focus({ preventScroll: true })")
    slowed = page.context.new_cdp_session(page)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    page.evaluate(DRAWN)
    page.evaluate("shown.length = 0")
    for key in KEYS:
        page.keyboard.press(key)
        page.evaluate(DRAWN)
    slowed.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.evaluate(DRAWN)
    worst: float = page.evaluate("Math.max(16, ...shown)")
    return worst
