// A provider's catalog page: the filter, the addressed row, and codes that nobody lists.

import { fold, left, remember, restore, words } from "../shared/filters.js"

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-filter]"))
const fields = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ (
  [...form.elements].filter((one) => one.matches("input, select"))
)
const filter = /** @type {HTMLInputElement} */ (form.querySelector("input"))
const said = /** @type {HTMLElement} */ (document.querySelector("[data-ec-left]"))
const clear = /** @type {HTMLElement} */ (document.querySelector("[data-ec-clear]"))
const nothing = /** @type {HTMLElement} */ (document.querySelector("[data-ec-nothing]"))
const notice = /** @type {HTMLElement} */ (document.querySelector("[data-ec-notice]"))

const rows = [...document.querySelectorAll(".ec-table tbody tr")].map((row) => ({
  row: /** @type {HTMLElement} */ (row),
  text: fold(row.textContent ?? ""),
}))

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
  const entries = [...links].map((link) => link.closest("li"))
  return { heading: /** @type {HTMLElement} */ (heading), own, entries }
})

/** @param {Element} first @param {Element} second */
function follows(first, second) {
  return first.compareDocumentPosition(second) === Node.DOCUMENT_POSITION_FOLLOWING
}

/** Shows the rows that have every word of the filter and what is chosen, and says how many. */
function apply() {
  const wanted = words(filter.value)
  const asked = new FormData(form)
  const choices = ["condition", "retry"].filter((name) => asked.get(name))
  const active = wanted.length > 0 || choices.length > 0
  let count = 0
  for (const { row, text } of rows) {
    const shown =
      wanted.every((word) => text.includes(word)) &&
      choices.every((name) => row.dataset[name] === asked.get(name))
    if (row.hidden === shown) row.hidden = !shown
    if (shown) count += 1
  }
  for (const table of tables) {
    const shown = table.querySelector("tbody tr:not([hidden])")
    table.toggleAttribute("hidden", !shown)
  }
  for (const { heading, own, entries } of parts) {
    const empty = active && own.every((table) => table.hasAttribute("hidden"))
    heading.hidden = empty
    for (const entry of entries) entry?.toggleAttribute("hidden", empty)
  }
  said.textContent = left(count, rows.length, "codes")
  clear.hidden = !active
  nothing.hidden = count > 0
}

/** Brings the first row that is left into sight, below the filter. */
function showFirst() {
  const first = document.querySelector(".ec-table tbody tr:not([hidden])")
  const bar = form.getBoundingClientRect()
  if (first && first.getBoundingClientRect().top < bar.bottom) first.scrollIntoView()
}

/** Takes the filter and the choices back. */
function reset() {
  for (const field of fields) field.value = ""
  apply()
  remember(form)
}

/**
 * Returns the anchor of a code as people write it: letters in any case.
 * @param {string} code
 * @returns {string | undefined}
 */
function anchorOf(code) {
  const wanted = code.toLowerCase()
  return rows.find(({ row }) => row.id.toLowerCase() === wanted)?.row.id
}

/** @param {string} code */
function sayNotHeld(code) {
  const { held, product, official = "", vendor } = notice.dataset
  const name = document.createElement("strong")
  name.className = "ec-code"
  name.textContent = code
  const link = document.createElement("a")
  link.href = official
  link.textContent = `${vendor}'s current page`
  notice.replaceChildren(
    name,
    ` is not in the revisions the atlas holds of ${product} (${held}). Look at `,
    link,
    ": it may list more.",
  )
  const near = neighbours(code)
  if (near.length > 0) {
    const list = document.createElement("p")
    list.append("Listed around that place, and not the same: ")
    near.forEach(({ row }, place) => {
      const other = document.createElement("a")
      other.href = `#${encodeURIComponent(row.id)}`
      other.className = "ec-code"
      other.textContent = row.id
      list.append(place > 0 ? ", " : "", other)
    })
    notice.append(list)
  }
  notice.hidden = false
}

/**
 * Returns the rows that a code would stand between, of the same section where it has one.
 * @param {string} code
 */
function neighbours(code) {
  const [, sign, letters, digits] = /^(-?)([A-Za-z]*)([0-9]{1,15})$/.exec(code) ?? []
  if (digits === undefined) return []
  const alike = rows
    .map((entry) => ({ ...entry, parts: /^(-?)([A-Za-z]*)([0-9]+)$/.exec(entry.row.id) }))
    .filter(({ parts }) => parts?.[1] === sign && parts?.[2].toUpperCase() === letters.toUpperCase())
    .map((entry) => ({ ...entry, away: Number(entry.parts?.[3]) - Number(digits) }))
  const before = alike.filter(({ away }) => away < 0).at(-1)
  const after = alike.find(({ away }) => away > 0)
  return [before, after].filter((one) => one !== undefined)
}

/** Goes to the row that the address names, or says that there is none. */
function follow() {
  notice.hidden = true
  const asked = new URLSearchParams(location.search).get("code")?.trim()
  let hash = ""
  try {
    hash = decodeURIComponent(location.hash.slice(1))
  } catch {
    hash = location.hash.slice(1)
  }
  const code = hash || asked
  if (!code || (hash && document.getElementById(hash)?.matches(":not(.ec-table tr)"))) return
  const anchor = anchorOf(code)
  if (anchor === undefined) {
    sayNotHeld(code)
    return
  }
  if (rows.some(({ row }) => row.id === anchor && row.hidden)) {
    reset()
  }
  if (asked && !hash) history.replaceState(history.state, "", location.pathname)
  if (anchor !== hash) location.replace(`#${encodeURIComponent(anchor)}`)
  else document.getElementById(anchor)?.scrollIntoView()
}

restore(form)
for (const field of fields) {
  field.addEventListener("input", () => {
    notice.hidden = true
    apply()
    remember(form)
    showFirst()
  })
}
clear.addEventListener("click", () => {
  notice.hidden = true
  reset()
  showFirst()
  filter.focus()
})
form.addEventListener("submit", (event) => event.preventDefault())
addEventListener("hashchange", follow)
apply()
follow()
