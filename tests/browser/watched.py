"""A page that is watched: what the policy refuses, what its console says, what it asks a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Dialog, Page

# What a browser refuses is told to the page before any script of it runs.
LISTEN = """
addEventListener("securitypolicyviolation", (event) => {
  const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event
  console.error("refused:", effectiveDirective, blockedURI, sourceFile, lineNumber, sample)
}, true)
"""
# A browser that draws nothing has no idle time.
IDLE = "() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))"


class Watched:
    """A page, and everything that its console said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        page.add_init_script(LISTEN)
        page.on("console", lambda told: self._hear(told.text))
        page.on("pageerror", lambda error: self._hear(str(error)))
        page.on("dialog", self._answer)

    def _answer(self, asked: Dialog) -> None:
        self._hear(f"asked: {asked.message}")
        asked.dismiss()

    def _hear(self, text: str) -> None:
        # The browser itself reports the status of a missing page.
        if "status of 404" not in text:
            self.said.append(f"{self.page.url}: {text}")

    def rest(self) -> None:
        """Wait until the scripts of the page have nothing left to do."""
        self.page.evaluate(IDLE)
