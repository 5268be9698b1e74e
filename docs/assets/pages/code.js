// Copies from a code's page: what a ticket has to say, the address, the code, or a report of a
// mistake; a link to the project's tracker gets the page's address into its report.

import { copy } from "../shared/copy.js"
import { confirm, written } from "../shared/ticket.js"

const bar = /** @type {HTMLElement} */ (document.querySelector("[data-ec-copy]"))
const said = /** @type {HTMLElement} */ (bar.querySelector("[data-ec-copied]"))
const canonical = /** @type {HTMLLinkElement | null} */ (
  document.querySelector("link[rel=canonical]")
)

// Only a site that knows its own address has a canonical link.
const address = canonical?.href ?? location.origin + location.pathname
const { code = "", plain = "", says = "", report = "" } = bar.dataset
const ticket = written({ plain, says }, address)

/** @type {Record<string, string>} */
const texts = {
  code,
  link: address,
  ticket: ticket.text,
  report: `${report}\nPage: ${address}`,
}

bar.closest("article")?.addEventListener("click", async (event) => {
  const button = /** @type {HTMLElement | null} */ (
    /** @type {HTMLElement} */ (event.target).closest("[data-copy]")
  )
  if (!button) return
  const name = button.dataset.copy ?? ""
  const done = await copy(texts[name], name === "ticket" ? ticket.html : undefined)
  // What could not be copied is shown, so that it can be marked by hand.
  said.classList.toggle("ec-failed", !done)
  said.textContent = done ? `Copied: ${texts[name]}` : `Copy this: ${texts[name]}`
  if (done) confirm(button)
})

const shown = document.querySelector("[data-ec-address]")
if (shown) shown.textContent = address

const tracker = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-ec-report]"))
if (tracker) {
  const url = new URL(tracker.href)
  url.searchParams.set("body", texts.report)
  tracker.href = url.href
}
