"""Pages without scripts: nothing that does nothing, and nothing that is missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser import looks

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from macros.atlas import Atlas


@pytest.mark.parametrize("width", [390, 1440])
def test_no_dead_control(
    browser: Browser, address: str, site: Path, atlas: Atlas, width: int
) -> None:
    """No button, field, choice or label is shown that a script alone would bring to life."""
    dead = []
    with looks.opened(browser, width, java_script_enabled=False) as page:
        for path in looks.pages(site, atlas):
            page.goto(f"{address}/{path}")
            dead += [f"{path}: {one}" for one in looks.look(page, "controls")]
    assert dead == []


def test_controls_are_seen(browser: Browser, address: str) -> None:
    """With scripts the same look finds them: a test that sees nothing proves nothing."""
    with looks.opened(browser, 1440) as page:
        for path, name in {
            "kakaotalk/": "ec:condition",
            "": "ec:ask",
            "compare/": "ec:words",
        }.items():
            page.goto(f"{address}/{path}")
            assert [one for one in looks.look(page, "controls") if f'id="{name}"' in one]


def test_facts_in_one_line(browser: Browser, address: str) -> None:
    """What a script would fill or offer leaves no point without a fact behind."""
    with looks.opened(browser, 1440, java_script_enabled=False) as page:
        page.goto(f"{address}/kakaotalk/")
        said = page.locator(".ec-facts > span:visible").all_inner_texts()
        assert said
        assert "" not in [one.strip() for one in said]
