// Copies from a code's page: what a ticket has to say, the address, the code, or a report of a
// mistake; a link to the project's tracker gets the page's address into its report.

import { copy } from "../shared/copy.js"

const SHOWN = 2000 // milliseconds for which a button says that it has copied

const bar = /** @type {HTMLElement} */ (document.querySelector("[data-ec-copy]"))
const said = /** @type {HTMLElement} */ (bar.querySelector("[data-ec-copied]"))
const canonical = /** @type {HTMLLinkElement | null} */ (
  document.querySelector("link[rel=canonical]")
)

// Only a site that knows its own address has a canonical link.
const address = canonical?.href ?? location.origin + location.pathname
const { code = "", plain = "", says = "", report = "" } = bar.dataset
const stop = /[.!?\u2026\u3002\uff01\uff1f]$/.test(plain) ? "" : "."

/** @type {Record<string, string>} */
const texts = {
  code,
  link: address,
  ticket: `${plain}${stop} ${says} ${address}`,
  report: `${report}\nPage: ${address}`,
}

/**
 * Returns what is pasted where a text can have links: the name of the code is one.
 * @param {string} name of what is copied
 */
function rich(name) {
  if (name !== "ticket") return undefined
  const link = Object.assign(document.createElement("a"), { href: address, textContent: plain })
  const all = document.createElement("span")
  all.append(link, `${stop} ${says}`)
  return all.outerHTML
}

/**
 * Says on a button for a while that it has copied.
 * @param {HTMLElement} button
 */
function confirm(button) {
  const label = button.dataset.label ?? button.textContent ?? ""
  button.dataset.label = label
  button.textContent = "Copied"
  setTimeout(() => (button.textContent = label), SHOWN)
}

bar.closest("article")?.addEventListener("click", async (event) => {
  const button = /** @type {HTMLElement | null} */ (
    /** @type {HTMLElement} */ (event.target).closest("[data-copy]")
  )
  if (!button) return
  const name = button.dataset.copy ?? ""
  const done = await copy(texts[name], rich(name))
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
