"""What axe finds wrong with a page for people who cannot see, hear or point well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.conftest import PROJECT

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCRIPT = PROJECT / "node_modules/axe-core/axe.min.js"
# Every rule that it has, those of level AAA and those on trial, too, but for one on trial, which
# takes a short message in large letters for a heading.
RUN = """() => axe.run(document, {
    rules: Object.fromEntries(
        axe.getRules().map(({ ruleId }) => [ruleId, { enabled: ruleId !== "p-as-heading" }]),
    ),
})"""


def found(page: Page) -> list[str]:
    """Return the rules that a page breaks, each with the first element that does."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate(RUN)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in result["violations"]]
