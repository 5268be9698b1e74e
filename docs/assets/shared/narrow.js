// A form that narrows the rows of a page: a text field by its words, a select by what it chooses.
// The fields stand in the address, so that the view can be linked.

import { behindFrame, inFrames } from "./frames.js"
import { comparable, left, terms } from "./text.js"

/**
 * A field of the form, in it or with its id.
 * @typedef {HTMLInputElement | HTMLSelectElement} Field
 *
 * What a form asks for.
 * @typedef {{words: string[], choices: [field: string, value: string][]}} Wish
 *
 * What a row is found by: its text, comparable, and its values for a select.
 * @typedef {{text: string, values: (field: string) => (string | undefined)[]}} Entry
 * @typedef {Entry & {row: HTMLElement, size: number, shown: boolean}} Drawn
 *
 * @typedef {object} Options
 * @property {HTMLElement[]} rows
 * @property {string} noun what the rows are, as they are counted
 * @property {(row: HTMLElement) => string} text what the words are looked for in
 * @property {(row: HTMLElement, field: string) => (string | undefined)[]} [values] what a select
 *   can choose a row by; the data attribute of the field's name, if nothing else is said
 * @property {(row: HTMLElement, wish: Wish) => boolean} [also] what else a row has to be, to be shown
 * @property {Element[]} [tables] are hidden while all their rows are
 * @property {(wish: Wish) => void} [narrowed] follows with what else the page shows
 * @property {() => void} [changed] comes after a change by hand, when all is shown
 */

/**
 * Narrows the rows by the address, and from now on by the form.
 * @param {HTMLFormElement} form
 * @param {Options} options
 * @returns {{reset: () => void, apply: () => void, finish: () => void}} which empties all fields; which looks at the
 *   rows again; which does at once what is still to be done
 */
export function narrow(form, options) {
  const { rows, noun, text, also = () => true, tables = [], narrowed, changed } = options
  const { values = (row, field) => [row.dataset[field]] } = options
  const fields = fieldsOf(form)
  const said = /** @type {HTMLElement} */ (document.querySelector("[data-ec-left]"))
  const nothing = /** @type {HTMLElement} */ (document.querySelector("[data-ec-nothing]"))
  const entries = rows.map((row) => ({
    row,
    size: row.getElementsByTagName("*").length,
    shown: true,
    text: comparable(text(row)),
    values: (/** @type {string} */ field) => values(row, field),
  }))
  const inTables = tables.map((table) => ({ table, own: entries.filter(({ row }) => table.contains(row)) }))
  const drawing = inFrames((/** @type {Drawn} */ { row }) => (row.hidden = false))

  /** @param {boolean} all whether all rows are shown at once, or a screen after the other */
  function look(all) {
    const wish = wishOf(fields)
    for (const entry of entries) {
      entry.shown = fits(entry, wish) && also(entry.row, wish)
      // Setting what is set already would cost a thousand rows their layout.
      if (!entry.shown && !entry.row.hidden) entry.row.hidden = true
    }
    for (const { table, own } of inTables) table.toggleAttribute("hidden", !own.some(({ shown }) => shown))
    drawing.start(entries.filter(({ row, shown }) => shown && row.hidden), all)
    const count = entries.filter(({ shown }) => shown).length
    said.textContent = left(count, rows.length, noun)
    nothing.hidden = count > 0
    narrowed?.(wish)
  }

  const apply = () => look(true)

  /** Applies and remembers what the fields say now. */
  function follow() {
    look(false)
    history.replaceState(history.state, "", queryOf(fields) || location.pathname)
  }

  const typed = behindFrame(() => {
    follow()
    changed?.()
  })

  restore(fields, location.search)
  for (const field of fields) {
    field.addEventListener("input", typed.ask)
  }
  form.addEventListener("submit", (event) => event.preventDefault())
  apply()
  return {
    apply,
    finish() {
      typed.finish()
      drawing.finish()
    },
    reset() {
      for (const field of fields) field.value = ""
      follow()
    },
  }
}

/** @param {HTMLFormElement} form @returns {Field[]} */
function fieldsOf(form) {
  return /** @type {Field[]} */ ([...form.elements]).filter(({ name }) => name)
}

/**
 * Returns what the fields ask for.
 * @param {Field[]} fields
 * @returns {Wish}
 */
export function wishOf(fields) {
  return {
    words: fields.filter((field) => !isSelect(field)).flatMap(({ value }) => terms(value)),
    choices: fields.flatMap((field) => (isSelect(field) && field.value ? [[field.name, field.value]] : [])),
  }
}

/**
 * Tells whether an entry has every word and every choice.
 * @param {Entry} entry
 * @param {Wish} wish
 */
export function fits({ text, values }, { words, choices }) {
  return (
    words.every((word) => text.includes(word)) && choices.every(([field, value]) => values(field).includes(value))
  )
}

/**
 * Sets each field to what an address asks for; a choice that is not offered is none, and what somebody
 * types already, before the script has come, stays.
 * @param {Field[]} fields
 * @param {string} search the address from its question mark on
 */
export function restore(fields, search) {
  const asked = new URLSearchParams(search)
  for (const field of fields) {
    if (field === globalThis.document?.activeElement && field.value) continue
    const value = asked.get(field.name) ?? ""
    const offered = !isSelect(field) || [...field.options].some((option) => option.value === value)
    field.value = offered ? value : ""
  }
}

/**
 * Returns the address of a view from its question mark on; empty where nothing is asked for.
 * @param {Field[]} fields
 */
export function queryOf(fields) {
  const asked = fields.map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value)
  const query = new URLSearchParams(asked).toString()
  return query && `?${query}`
}

/** @param {Field} field @returns {field is HTMLSelectElement} */
function isSelect(field) {
  return "options" in field
}
