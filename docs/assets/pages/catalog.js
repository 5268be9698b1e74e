// A provider's catalog page: the filter, the addressed row, and codes that nobody lists.

import { contents, entriesOf } from "../shared/contents.js"
import { narrow } from "../shared/narrow.js"
import { link, notHeld } from "../shared/not_held.js"
import { Cut, numbered, spanOf } from "../shared/parts.js"
import { terms } from "../shared/text.js"
import { decoded } from "../shared/uri.js"
import { linkOf, openWholeRows } from "../shared/whole_row.js"

/** So far a listed code can be from one that is not, and still tell something of it. */
const NEAR = 100

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-filter]"))
const filter = /** @type {HTMLInputElement} */ (form.querySelector("input"))
const clear = /** @type {HTMLElement} */ (document.querySelector("[data-ec-clear]"))
const notice = /** @type {HTMLElement} */ (document.querySelector("[data-ec-notice]"))
const more = /** @type {HTMLElement} */ (document.querySelector("[data-ec-more]"))
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ec-catalog tbody tr[id]")])

// Of a catalog in parts, this page is one.
const inParts = /** @type {HTMLElement | null} */ (document.querySelector("[data-ec-parts]"))
const cut = inParts && new Cut(inParts.dataset)

// A heading is shown while some row is up to the next heading of its level; most stand in a table.
const tables = [...document.querySelectorAll(".ec-catalog")]
const groups = [...document.querySelectorAll(".ec-catalog tbody:not(.ec-group)")]
const headings = [...document.querySelectorAll(".md-content :is(h2, h3, h4)[id]")]
const parts = headings.map((heading, index) => {
  const next = headings.slice(index + 1).find((other) => other.tagName <= heading.tagName)
  const own = groups.filter((group) => follows(heading, group) && !(next && follows(next, group)))
  const place = /** @type {HTMLElement} */ (heading.closest("tbody") ?? heading)
  return { heading, place, own, entries: entriesOf(heading) }
})

// How a response carries the codes of a section stands below its heading, and goes with it.
const responses = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ec-response"))].map(
  (response) => ({ response, above: parts.findLast(({ heading }) => follows(heading, response)) }),
)

// The texts of rows in several languages, where there are some.
const texts = /** @type {HTMLElement[]} */ (
  document.querySelector("#ec\\:language") ? [...document.querySelectorAll(".ec-catalog td > [dir]")] : []
)

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
  for (const { place, own, entries } of parts) {
    const empty = active && own.every((group) => group.hasAttribute("hidden"))
    place.hidden = empty
    for (const entry of entries) entry.hidden = empty
  }
  for (const table of tables) {
    table.toggleAttribute("hidden", groups.every((group) => group.hasAttribute("hidden") || !table.contains(group)))
  }
  const nothing = tables.every((table) => table.hasAttribute("hidden"))
  for (const { response, above } of responses) response.hidden = above ? above.place.hidden : nothing
  for (const list of contents) list.hidden = nothing
  clear.hidden = !active
  // A choice that narrows the page is seen.
  if (choices.length > 0) unfold(true)
  showLanguage(choices.find(([field]) => field === "language")?.[1])
}

/**
 * Shows the texts in one language, or in all.
 * @param {string | undefined} language
 */
function showLanguage(language) {
  for (const text of texts) text.hidden = language !== undefined && (text.lang || "en") !== language
}

/** @param {boolean} open whether the choices are seen where there is little room */
function unfold(open) {
  more.setAttribute("aria-expanded", String(open))
}

/**
 * Returns what a choice can find a row by.
 * @param {HTMLElement} row
 * @param {string} field
 */
function valuesOf({ dataset }, field) {
  return dataset[field]?.split(" ") ?? []
}

/** Opens the row that is meant: the one with just this code, or the only one that is left. */
function openMeant() {
  finish()
  const shown = rows.filter(({ hidden }) => !hidden)
  const [word, ...others] = terms(filter.value)
  const exact = others.length > 0 ? [] : shown.filter((row) => terms(linkOf(row)?.textContent ?? "")[0] === word)
  const meant = exact.length === 1 ? exact : shown
  const target = meant.length === 1 ? linkOf(meant[0]) : null
  if (target) location.assign(target.href)
}

/**
 * Returns what the filter reads of a row: its code and its texts, in whichever language.
 * @param {HTMLElement} row
 */
function searched(row) {
  return [...row.querySelectorAll(".ec-code, .ec-message, .ec-other")].map(({ textContent }) => textContent).join(" ")
}

/** Brings the first row that is left into sight, below the filter. */
function showFirst() {
  const first = rows.find(({ hidden }) => !hidden)
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
  finish()
  const asked = new URLSearchParams(location.search).get("code")?.trim()
  const hash = decoded(location.hash.slice(1))
  const code = hash || asked
  if (!code || (hash && document.getElementById(hash)?.matches(":not(.ec-catalog tr)"))) return
  const anchor = anchorOf(code) ?? rangeOf(code)
  if (anchor === undefined) {
    const away = cut?.elsewhere(code, !hash)
    if (away) location.replace(away)
    else sayNotHeld(code)
    return
  }
  if (rows.some(({ id, hidden }) => id === anchor && hidden)) {
    reset()
    finish()
  }
  if (asked && !hash) history.replaceState(history.state, "", location.pathname)
  if (anchor !== hash) location.replace(`#${encodeURIComponent(anchor)}`)
  else document.getElementById(anchor)?.scrollIntoView()
}

const { reset, finish } = narrow(form, {
  rows,
  tables: groups,
  noun: "codes",
  text: searched,
  values: valuesOf,
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
more.addEventListener("click", () => unfold(more.getAttribute("aria-expanded") !== "true"))
form.addEventListener("submit", openMeant)
tables.forEach(openWholeRows)
addEventListener("hashchange", follow)
follow()
