// Copies a report for a provider as Markdown, which the page holds.

import { copy } from "../shared/copy.js"

const bar = /** @type {HTMLElement} */ (document.querySelector("[data-ec-report]"))
const said = /** @type {HTMLElement} */ (bar.querySelector("[data-ec-copied]"))
const source = /** @type {HTMLElement} */ (document.querySelector("[data-ec-markdown]"))

bar.querySelector("[data-copy]")?.addEventListener("click", async () => {
  const done = await copy(source.textContent ?? "")
  said.textContent = done ? "Copied the report." : "This browser does not copy: open the Markdown."
})
