// The page of conditions: shows those with every word and the chosen verdict. At first, those that several
// providers have; whoever asks for words looks through all, and what the address names is always shown.

import { entriesOf } from "../shared/contents.js"
import { inFrames } from "../shared/frames.js"
import { narrow } from "../shared/narrow.js"
import { comparable } from "../shared/text.js"
import { decoded } from "../shared/uri.js"

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-compare]"))
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ec-compare tbody tr[id]")])
const families = [...document.querySelectorAll(".ec-compare h2")].map((heading) => {
  const place = /** @type {HTMLElement} */ (heading.closest("tbody"))
  const own = /** @type {HTMLElement} */ (place.nextElementSibling)
  return { heading, place, own, entries: entriesOf(heading) }
})
const folded = rows.flatMap((row) =>
  [...row.querySelectorAll("details")].map((rest) => ({
    row,
    rest,
    size: rest.getElementsByTagName("*").length,
    text: comparable(rest.textContent),
    open: rest.open,
  })),
)
const folding = inFrames((/** @type {typeof folded[0]} */ { rest, open }) => (rest.open = open))

/**
 * Tells whether the address names a row, or its family.
 * @param {HTMLElement} row
 */
function isNamed(row) {
  const named = decoded(location.hash.slice(1))
  if (!named) return false
  return row.id === named || families.some(({ heading, own }) => heading.id === named && own.contains(row))
}

const { apply } = narrow(form, {
  rows,
  tables: families.map(({ own }) => own),
  noun: "conditions",
  text: (row) => `${row.dataset.words} ${row.textContent}`,
  values: (row, field) => (field === "show" ? ["all"] : [row.dataset[field]]),
  also(row, { words, choices }) {
    const all = words.length > 0 || choices.some(([field]) => field === "show")
    return all || row.dataset.shared !== undefined || isNamed(row)
  },
  narrowed({ words }) {
    for (const fold of folded) fold.open = words.some((word) => fold.text.includes(word))
    const changed = folded.filter(({ rest, open }) => rest.open !== open)
    // What is in sight comes first.
    folding.start([...changed.filter(({ row }) => !row.hidden), ...changed.filter(({ row }) => row.hidden)])
    for (const { place, own, entries } of families) {
      for (const one of [place, ...entries]) one.hidden = own.hidden
    }
  },
})

/** Brings what the address names into sight: rows above it may have come or gone. */
function follow() {
  document.getElementById(decoded(location.hash.slice(1)))?.scrollIntoView()
}

addEventListener("hashchange", () => {
  apply()
  follow()
})
follow()

// From then on the page keeps its height; what is in sight stays where it is, or is brought back.
const anchors = CSS.supports("overflow-anchor: auto")
inFrames((/** @type {{row: HTMLElement, size: number}} */ { row }) => {
  row.classList.add("ec-laid")
  if (row === rows.at(-1) && !anchors) follow()
}).start(rows.map((row) => ({ row, size: row.getElementsByTagName("*").length })))
