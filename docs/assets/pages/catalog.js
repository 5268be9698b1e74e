// A provider's catalog page: the filter, the addressed row, and codes that nobody lists.

import { narrow } from "../shared/narrow.js"
import { link, notHeld } from "../shared/not_held.js"
import { Cut, numbered, spanOf } from "../shared/parts.js"
import { decoded } from "../shared/uri.js"

/** So far a listed code can be from one that is not, and still tell something of it. */
const NEAR = 100

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-filter]"))
const filter = /** @type {HTMLInputElement} */ (form.querySelector("input"))
const clear = /** @type {HTMLElement} */ (document.querySelector("[data-ec-clear]"))
const notice = /** @type {HTMLElement} */ (document.querySelector("[data-ec-notice]"))
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ec-table tbody tr")])

// Of a catalog in parts, this page is one.
const inParts = /** @type {HTMLElement | null} */ (document.querySelector("[data-ec-parts]"))
const cut = inParts && new Cut(inParts.dataset)

// A heading is shown while one of the tables up to the next heading of its level is.
const tables = [...document.querySelectorAll(".ec-table")]
const headings = [...document.querySelectorAll(".md-content h2[id], .md-content h3[id], .md-content h4[id]")]
const parts = headings.map((heading, index) => {
  const next = headings.slice(index + 1).find((other) => other.tagName <= heading.tagName)
  const own = tables.filter(
    (table) => follows(heading, table) && !(next && follows(next, table)),
  )
  // The contents stand twice: beside the page, and in the drawer of narrow screens.
  const links = document.querySelectorAll(`.md-nav a[href="#${CSS.escape(heading.id)}"]`)
  const entries = [...links].map((entry) => entry.closest("li"))
  return { heading: /** @type {HTMLElement} */ (heading), own, entries }
})

// How a response carries the codes of a section stands below its heading, and goes with it.
const responses = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ec-response"))].map(
  (response) => ({ response, above: parts.findLast(({ heading }) => follows(heading, response)) }),
)
const contents = document.querySelectorAll(".md-nav--secondary")

/** @param {Element} first @param {Element} second */
function follows(first, second) {
  return first.compareDocumentPosition(second) === Node.DOCUMENT_POSITION_FOLLOWING
}

/**
 * Hides headings without rows and what stands with them, and offers to show all again.
 * @param {import("../shared/narrow.js").Wish} wish
 */
function showParts({ words, choices }) {
  const active = words.length > 0 || choices.length > 0
  for (const { heading, own, entries } of parts) {
    const empty = active && own.every((table) => table.hasAttribute("hidden"))
    heading.hidden = empty
    for (const entry of entries) entry?.toggleAttribute("hidden", empty)
  }
  const nothing = tables.every((table) => table.hasAttribute("hidden"))
  for (const { response, above } of responses) response.hidden = above ? above.heading.hidden : nothing
  for (const list of contents) list.toggleAttribute("hidden", nothing)
  clear.hidden = !active
}

/**
 * Returns what the filter reads of a row: its code and its messages.
 * @param {HTMLElement} row
 */
function searched(row) {
  return [...row.querySelectorAll(".ec-code, .ec-message")].map(({ textContent }) => textContent).join(" ")
}

/** Brings the first row that is left into sight, below the filter. */
function showFirst() {
  const first = document.querySelector(".ec-table tbody tr:not([hidden])")
  const bar = form.getBoundingClientRect()
  if (first && first.getBoundingClientRect().top < bar.bottom) first.scrollIntoView()
}

/**
 * Returns the anchor of a code as people write it: letters in any case.
 * @param {string} code
 * @returns {string | undefined}
 */
function anchorOf(code) {
  const wanted = code.toLowerCase()
  return rows.find(({ id }) => id.toLowerCase() === wanted)?.id
}

/**
 * Returns the anchor of the narrowest range that a code stands in which no row lists by itself.
 * @param {string} code
 * @returns {string | undefined}
 */
function rangeOf(code) {
  const spans = rows.flatMap(({ id, dataset: { first, last } }) =>
    first !== undefined && last !== undefined ? [/** @type {import("../shared/parts.js").Span} */ ([first, last, id])] : [],
  )
  return spanOf(code, spans)
}

/** @param {string} code */
function sayNotHeld(code) {
  const { official = "", vendor } = notice.dataset
  const place = link(official, `${vendor}'s current page`)
  notice.replaceChildren(...notHeld(code, notice.dataset, [place]))
  const near = neighbours(code)
  if (near.length > 0) {
    const list = document.createElement("p")
    list.append("Nearest listed: ")
    near.forEach((id, index) => {
      const neighbour = link(`#${encodeURIComponent(id)}`, id)
      neighbour.className = "ec-code"
      list.append(index > 0 ? ", " : "", neighbour)
    })
    notice.append(list)
  }
  notice.hidden = false
}

/**
 * Returns the listed codes that a code would stand between, as far as they are near.
 * @param {string} code
 * @returns {string[]}
 */
function neighbours(code) {
  const own = numbered(code)
  if (!own) return []
  const alike = rows.flatMap(({ id }) => {
    const other = numbered(id)
    const away = other?.kind === own.kind ? other.number - own.number : Infinity
    return Math.abs(away) <= NEAR ? [{ id, away }] : []
  })
  const before = alike.filter(({ away }) => away < 0).at(-1)
  const after = alike.find(({ away }) => away > 0)
  return [before, after].flatMap((row) => (row ? [row.id] : []))
}

/** Goes to the row that the address names, or says that there is none. */
function follow() {
  notice.hidden = true
  const asked = new URLSearchParams(location.search).get("code")?.trim()
  const hash = decoded(location.hash.slice(1))
  const code = hash || asked
  if (!code || (hash && document.getElementById(hash)?.matches(":not(.ec-table tr)"))) return
  const anchor = anchorOf(code) ?? rangeOf(code)
  if (anchor === undefined) {
    const away = cut?.elsewhere(code, !hash)
    if (away) location.replace(away)
    else sayNotHeld(code)
    return
  }
  if (rows.some(({ id, hidden }) => id === anchor && hidden)) reset()
  if (asked && !hash) history.replaceState(history.state, "", location.pathname)
  if (anchor !== hash) location.replace(`#${encodeURIComponent(anchor)}`)
  else document.getElementById(anchor)?.scrollIntoView()
}

const { reset } = narrow(form, {
  rows,
  tables,
  noun: "codes",
  text: searched,
  narrowed: showParts,
  changed() {
    notice.hidden = true
    showFirst()
  },
})
clear.addEventListener("click", () => {
  notice.hidden = true
  reset()
  showFirst()
  filter.focus()
})
addEventListener("hashchange", follow)
follow()
