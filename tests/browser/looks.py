"""What a reader sees of a page: boxes, colours and pixels, whatever the attributes say."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas
    from macros.catalog.model import Code

# Where the search is drawn by a script, or a question narrows what a page shows.
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
# Which codes have pages that look alike no other: what a document, an observation or a review adds.
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


def opened(browser: Browser, width: int, **options: Any) -> Iterator[Page]:  # noqa: ANN401 - of Playwright
    """Yield a page of a profile of its own, and close both."""
    context = browser.new_context(viewport={"width": width, "height": 844}, **options)
    yield context.new_page()
    context.close()


# Whether an element is seen: it has a box, in the page, that nothing makes invisible.
SEEN = """function seen(one) {
    const box = one.getBoundingClientRect()
    return box.width > 0 && box.height > 0 && box.bottom + scrollY > 0 && box.right > 0
        && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
}"""
NAMED = "const named = (one) => one.outerHTML.replace(/\\s+/g, ' ').slice(0, 100)"

HIDDEN = f"""() => {{ {SEEN}; {NAMED}
    return [...document.querySelectorAll("[hidden], [hidden] *")].filter(seen).map(named)
}}"""

# What the theme's checkboxes do needs no script: the drawer and its parts.
CONTROLS = f"""() => {{ {SEEN}; {NAMED}
    const works = (one) => /^__(drawer|toc|nav.*)$/.test(one.htmlFor ?? one.id)
    const all = "button, input, select, textarea, label[for], [role=button], [contenteditable], form, a:not([href])"
    return [...document.querySelectorAll(all)].filter((one) => seen(one) && !works(one)).map(named)
}}"""

# The text of a page that is light on white paper, by the contrast that WCAG 2 asks for.
PALE = f"""() => {{ {SEEN}; {NAMED}
    const light = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    function contrast(one) {{
        const [r, g, b, alpha = 1] = getComputedStyle(one).color.match(/[\\d.]+/g).map(Number)
        const [red, green, blue] = [r, g, b].map((value) => light((value * alpha + 255 * (1 - alpha)) / 255))
        return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }}
    const said = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    return [...document.body.querySelectorAll("*")]
        .filter((one) => !one.closest("svg, script, style, noscript") && said(one) && seen(one) && contrast(one) < 4.5)
        .map((one) => `${{contrast(one).toFixed(1)}} ${{named(one)}}`)
}}"""

# Cells in which a sentence has a word a line.
NARROW = f"""() => {{ {SEEN}; {NAMED}
    return [...document.querySelectorAll("td, th, dd, li")]
        .filter((one) => seen(one) && one.innerText.trim().length > 30 && one.getBoundingClientRect().width < 100)
        .map((one) => `${{one.getBoundingClientRect().width}} ${{named(one)}}`)
}}"""

# What is folded, and stays so.
FOLDED = f"""() => {{ {NAMED}
    return [...document.querySelectorAll("details:not([open]) > :not(summary)")]
        .filter((one) => !one.checkVisibility() || one.getBoundingClientRect().height === 0).map(named)
}}"""

# Whether the first line of what the address names is seen: nothing that sticks lies upon it.
CLEAR = """id => {
    const target = document.getElementById(id)
    if (!target?.matches(":target")) return false
    const whole = document.createRange()
    // An anchor without text stands in what it is an anchor of.
    whole.selectNodeContents(target.textContent.trim() ? target : target.parentElement)
    const line = [...whole.getClientRects()].find((box) => box.width > 1 && box.height > 1)
    if (!line || line.top < 0 || line.bottom > innerHeight) return false
    const sticks = (one) => ["sticky", "fixed"].includes(getComputedStyle(one).position)
    return [0.1, 0.5, 0.9].every((part) => {
        const hit = document.elementFromPoint(line.left + 2, line.top + part * line.height)
        for (let one = hit; one && !one.contains(target); one = one.parentElement) if (sticks(one)) return false
        return hit !== null
    })
}"""

# The anchors of a page, kind by kind: what stands before the colon, else the kind of element.
ANCHORS = f"""() => {{ {SEEN}
    const kinds = {{}}
    for (const one of document.querySelectorAll(".md-content [id]")) {{
        if (one.matches("form, form *, label, input, select, output, [id^=__]") || one.closest("svg")) continue
        if (!seen(one) && !one.matches(".ec-kept")) continue
        const kind = /^[a-z-]+(?=:)/.exec(one.id)?.[0] ?? one.localName
        ;(kinds[kind] ??= []).push(one.id)
    }}
    return kinds
}}"""

PIXELS = """async png => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d")
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, image.width, image.height)
    const counts = {}
    for (let at = 0; at < data.length; at += 4) {
        const colour = data.slice(at, at + 3).join(" ")
        counts[colour] = (counts[colour] ?? 0) + 1
    }
    return counts
}"""


def colours(browser: Browser, png: bytes) -> dict[tuple[int, ...], int]:
    """Return how many pixels of a picture have each colour."""
    page = browser.new_page()
    counts = page.evaluate(PIXELS, base64.b64encode(png).decode())
    page.close()
    return {tuple(map(int, re.split(" ", colour))): count for colour, count in counts.items()}
