"""All pages: are they valid, and fit for everybody, and what does the host say beside them?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests import host, observatory
from tests.bench.audited.row import Row
from tests.browser import axe, chromium, looks, pictures
from tests.site.test_html import faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.audited.row import Audited

PROJECT = Path(__file__).resolve().parents[3]
WIDTHS, SCHEMES = (390, 1440), ("light", "dark")
GRADE = "A+"


def rows(audited: Audited) -> Iterator[Row]:
    """Yield what is wrong with pages as HTML, for assistive technology, and with the headers."""
    files = sorted(audited.site.rglob("*.html"))
    wrong = len(faults(PROJECT, *files))
    yield Row(f"Invalid HTML, all {len(files)} pages", f"{wrong}", "0", wrong == 0)
    broken = _broken(audited)
    views = f"{len(pictures.PAGES)} types of page, two widths, two schemes"
    yield Row(f"every rule of axe, {views}", f"{broken}", "0", broken == 0)
    sent = host.rules(audited.site).headers_of("/")
    scores = observatory.scores({name.lower(): value for name, value in sent})
    grade = observatory.grade(scores)
    value = f"{100 + sum(scores.values())}, {grade}"
    yield Row("Criteria of Mozilla's HTTP Observatory", value, GRADE, grade == GRADE)


def _broken(audited: Audited) -> int:
    """Count the rules that pages break."""
    count = 0
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright, audited.chromium)
        for width in WIDTHS:
            for scheme in SCHEMES:
                for path in pictures.PAGES.values():
                    options = {"color_scheme": scheme, "bypass_csp": True}
                    with looks.opened(browser, width, **options) as page:
                        page.goto(f"{audited.address}{path}")
                        looks.wait(page, "settled")
                        count += len(axe.found(page))
        browser.close()
    return count
