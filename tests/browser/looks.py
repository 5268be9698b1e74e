"""What a reader sees of a page: boxes, colours and pixels, whatever the attributes say."""

from __future__ import annotations

import base64
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas
    from macros.catalog.model import Code

SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8").replace("\nexport ", "\n")

# Where a script says something, or a question narrows what a page shows.
STATES = (
    "kakaotalk/?filter=token",
    "kakaotalk/?filter=nothing+has+this",
    "wechat/?filter=nothing+has+this",
    "kakaotalk/?code=77777",
    "kakaotalk/99999/",
    "compare/?retry=never",
    "compare/?words=token",
    "discrepancies/?kind=grammar",
)
# Which codes have pages that look like no other: by what documents, observations, reviews add.
KINDS: tuple[Callable[[Atlas, Code], object], ...] = (
    lambda _, code: code.listings and code.status == "current",
    lambda _, code: code.status == "dropped",
    lambda _, code: not code.revisions,
    lambda _, code: code.listings and len(code.messages) > 1,
    lambda _, code: code.listings and max(map(len, code.messages)) > 120,
    lambda _, code: code.observed and code.observed.observation.causes,
    lambda _, code: code.observed and code.observed.observation.messages,
    lambda _, code: code.differs,
    lambda _, code: code.twins,
    lambda atlas, code: len(atlas.review_of(code).findings_of(code)) > 1,
    lambda atlas, code: len(atlas.review_of(code).changes_of(code)) > 1,
)


def pages(site: Path, atlas: Atlas) -> list[str]:
    """Return the path of every page that is none of a code, and of a code of each kind there is."""
    codes = [code for catalog in atlas.catalogs.values() for code in catalog.codes]
    of_codes = {code.url.strip("/") for code in codes}
    files = (file.parent.relative_to(site).as_posix() for file in site.rglob("index.html"))
    others = {"" if path == "." else f"{path}/" for path in files if path not in of_codes}
    alike = (next((code.url for code in codes if kind(atlas, code)), None) for kind in KINDS)
    return [*sorted(others), *dict.fromkeys(url.lstrip("/") for url in alike if url), "404.html"]


@contextmanager
def opened(browser: Browser, width: int, **options: Any) -> Iterator[Page]:  # noqa: ANN401 - of Playwright
    """Yield a page of a profile of its own."""
    context = browser.new_context(viewport={"width": width, "height": 844}, **options)
    yield context.new_page()
    context.close()


def look(page: Page, name: str, *arguments: str | float) -> Any:  # noqa: ANN401 - whatever it returns
    """Return what a function of `looks.js` says of a page."""
    return page.evaluate(_call(name), arguments)


def wait(page: Page, name: str, *arguments: str, timeout: float = 3_000) -> None:
    """Wait until a function of `looks.js` says yes.

    Raises:
        TimeoutError: of Playwright, when it does not in so many milliseconds.
    """
    page.wait_for_function(_call(name), arg=arguments, timeout=timeout)


def colours(browser: Browser, png: bytes) -> dict[tuple[int, ...], int]:
    """Return how many pixels of a picture have each colour."""
    page = browser.new_page()
    counts = look(page, "counted", base64.b64encode(png).decode())
    page.close()
    return {tuple(map(int, colour.split())): count for colour, count in counts.items()}


def _call(name: str) -> str:
    return f"given => {{ {SCRIPT}\nreturn {name}(...given) }}"
