// Copies an entry from a code's page: the code, its address, a line for a ticket, or a report of a
// mistake; a link to the project's tracker gets the page's address into its report.

import { copy } from "../shared/copy.js"

const bar = /** @type {HTMLElement} */ (document.querySelector("[data-ec-copy]"))
const said = /** @type {HTMLElement} */ (bar.querySelector("[data-ec-copied]"))
const canonical = /** @type {HTMLLinkElement | null} */ (
  document.querySelector("link[rel=canonical]")
)

// Only a site that knows its own address has a canonical link.
const address = canonical?.href ?? location.origin + location.pathname
const { code = "", plain = "", markdown = "", report = "" } = bar.dataset

/** @type {Record<string, string>} */
const texts = {
  code,
  link: address,
  markdown: `[${markdown}](${address})`,
  plain: `${plain} ${address}`,
  report: `${report}\nPage: ${address}`,
}

bar.closest("article")?.addEventListener("click", async (event) => {
  const button = /** @type {HTMLElement | null} */ (
    /** @type {HTMLElement} */ (event.target).closest("[data-copy]")
  )
  if (!button) return
  const text = texts[button.dataset.copy ?? ""]
  const done = await copy(text)
  said.textContent = done ? `Copied: ${text}` : `Copy this: ${text}`
})

const shown = document.querySelector("[data-ec-address]")
if (shown) shown.textContent = address

const tracker = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-ec-report]"))
if (tracker) {
  const url = new URL(tracker.href)
  url.searchParams.set("body", texts.report)
  tracker.href = url.href
}
