"""What axe finds wrong with a page for people who cannot see, hear or point well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.conftest import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = PROJECT / "node_modules/axe-core/axe.min.js"
# The rules of WCAG 2.2 at level AA, and what axe calls good practice.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def found(page: Page) -> list[str]:
    """Return the rules that a page breaks, each with the first element that does."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    only = {"runOnly": {"type": "tag", "values": list(TAGS)}}
    result: dict[str, Any] = page.evaluate("only => axe.run(document, only)", only)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in result["violations"]]
