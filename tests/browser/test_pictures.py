"""The look: each type of page, wide and on a phone, light and dark, is as it was last looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.browser import looks, pictures

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def test_every_page(browser: Browser, address: str) -> None:
    """A change that is seen is drawn anew by `make look`, and so somebody looks at it."""
    kept, here = json.loads(pictures.MACHINE.read_text("utf-8")), pictures.machine(browser)
    if here != kept:
        pytest.skip(f"the pictures are of a machine with {kept}, this one has {here}")
    board = browser.new_page()
    changed = {}
    for shot, png in pictures.draw(browser, address):
        count = pictures.difference(board, (pictures.FOLDER / shot.name).read_bytes(), png)
        if count:
            changed[shot.name] = count
    board.close()
    assert changed == {}, "Look at these pages; if they are as they should be, run `make look`."


@pytest.mark.parametrize(
    ("style", "differs"),
    [
        ("", False),
        ("color: #222", False),
        ("margin-top: 24px", True),
        ("font-weight: 700; font-size: 20px", True),
        ("background: #fff3c4", True),
        ("display: none", True),
    ],
)
def test_what_is_seen(page: Page, style: str, *, differs: bool) -> None:
    """A paragraph that moved, grew, went or changed its ground is seen; another black is not."""
    body = "<p style='font: 16px system-ui; {}'>The code is not listed in this document.</p>"
    taken = []
    for one in ("", style):
        page.set_content(body.format(one) + "<p>And one below.</p>")
        taken.append(pictures.reduced(page, page.screenshot(), 4))
    assert bool(pictures.difference(page, *taken)) is differs
    assert looks.look(page, "fonts").count(" ") == 1
