// What is copied for a ticket: the same line from an answer of the search and from a code's page.

const SHOWN = 2000 // milliseconds for which a button says that it has copied

/**
 * `plain` names a code and its message, `says` what it means and what to do.
 * @typedef {{plain: string, says: string}} Ticket
 */

/**
 * Returns the line, and its HTML for where a text can have links: the name of the code is one.
 * @param {Ticket} ticket
 * @param {string} address of the code's page
 */
export function written({ plain, says }, address) {
  const stop = /[.!?\u2026\u3002\uff01\uff1f]$/.test(plain) ? "" : "."
  const link = Object.assign(document.createElement("a"), { href: address, textContent: plain })
  const all = document.createElement("span")
  all.append(link, `${stop} ${says}`)
  return { text: `${plain}${stop} ${says} ${address}`, html: all.outerHTML }
}

/**
 * Says on a button for a while that it has copied.
 * @param {HTMLElement} button
 */
export function confirm(button) {
  const label = button.dataset.label ?? button.textContent ?? ""
  button.dataset.label = label
  button.textContent = "Copied"
  setTimeout(() => (button.textContent = label), SHOWN)
}
