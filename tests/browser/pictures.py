"""Small pictures of every type of page, to see what a change does to the look.

A picture is the first screen, at a fifth of its width, a phone's at a third. Two pictures are alike
when no patch of 4 by 4 pixels differs by more than a shade: how a browser smooths letters is not
seen, a moved line is.
`make look` draws those in `tests/browser/pictures` anew.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests import host
from tests.browser import chromium, looks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

FOLDER = Path(__file__).with_suffix("")
# What the pictures depend on, beside the site.
MACHINE = FOLDER / "machine.json"
HEIGHT = 844
WIDTHS = (390, 1024, 1440)
SCHEMES = ("light", "dark")

PAGES = {
    "home": "",
    "catalog": "kakaotalk/",
    "catalog-narrowed": "kakaotalk/?filter=token",
    "code": "wechat/45009/",
    "code-changed": "kakaotalk/3014/",
    "code-meanings": "kakaotalk/3050/",
    "code-disputed": "fresns/37404/",
    "code-observed": "wechat/40199/",
    "code-dropped": "kakaotalk/1001/",
    "changes": "kakaotalk/changes/",
    "all-changes": "changes/",
    "limits": "wechat/limits/",
    "report": "kakaotalk/report/",
    "compare": "compare/",
    "same-number": "compare/same-number/",
    "responses": "compare/responses/",
    "discrepancies": "discrepancies/",
    "sources": "sources/",
    "how-sure": "how-sure/",
    "api": "programs/",
    "open-work": "contributing/open-work/",
    "not-found": "wechat/99999/",
}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of which page, how wide the screen is, in which scheme."""

    page: str
    width: int
    scheme: str

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.page}-{self.width}-{self.scheme}.png"


SHOTS = tuple(Shot(page, width, scheme) for page in PAGES for width in WIDTHS for scheme in SCHEMES)


def machine(browser: Browser) -> dict[str, str]:
    """Return what decides how letters look here: the browser, and the widths of some words."""
    page = browser.new_page()
    page.set_content("<p style='font: 16px system-ui'>")
    widths = looks.look(page, "fonts")
    page.close()
    return {"browser": browser.version.partition(".")[0], "fonts": widths}


def draw(browser: Browser, address: str) -> Iterator[tuple[Shot, bytes]]:
    """Yield every picture as PNG."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            context = browser.new_context(
                viewport={"width": width, "height": HEIGHT},
                color_scheme="light" if scheme == "light" else "dark",
                reduced_motion="reduce",
            )
            page, board = context.new_page(), context.new_page()
            for name, path in PAGES.items():
                page.goto(f"{address}/{path}")
                looks.wait(page, "settled")
                screen = page.screenshot(caret="hide")
                yield Shot(name, width, scheme), reduced(board, screen, 3 if width < 600 else 5)
            context.close()


def difference(board: Page, kept: bytes, drawn: bytes) -> int:
    """Return how many patches of two pictures differ; more than there are where their sizes do."""
    count: int = looks.look(board, "patches", _base64(kept), _base64(drawn))
    return count


def reduced(board: Page, png: bytes, times: int) -> bytes:
    """Return a picture so many times smaller."""
    return base64.b64decode(looks.look(board, "reduced", _base64(png), times))


def _base64(png: bytes) -> str:
    return base64.b64encode(png).decode()


def main(site: Path) -> int:
    """Draw all pictures of a site that was built, and remove those of pages that are no more."""
    FOLDER.mkdir(exist_ok=True)
    server, address = host.start(site)
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright, chromium.find())
        board = browser.new_page()
        drawn = anew = 0
        for shot, png in draw(browser, address):
            file = FOLDER / shot.name
            drawn += 1
            if not file.exists() or difference(board, file.read_bytes(), png):
                file.write_bytes(png)
                anew += 1
        MACHINE.write_text(json.dumps(machine(browser), indent=1) + "\n", encoding="utf-8")
        browser.close()
    server.shutdown()
    names = {shot.name for shot in SHOTS}
    for file in FOLDER.glob("*.png"):
        if file.name not in names:
            file.unlink()
    print(f"{drawn} pictures, {anew} of them anew: {FOLDER}")  # noqa: T201 - this is a program
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
