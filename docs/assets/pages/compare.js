// The page of conditions: shows those with every word and the chosen verdict.

import { narrow } from "../shared/narrow.js"
import { comparable } from "../shared/text.js"

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-compare]"))
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ec-compare tbody tr")])
const tables = [...document.querySelectorAll(".ec-compare")]
const folded = rows.flatMap((row) =>
  [...row.querySelectorAll("details")].map((rest) => ({ row, rest, text: comparable(rest.textContent) })),
)

narrow(form, {
  rows,
  tables,
  noun: "conditions",
  text: (row) => `${row.dataset.words} ${row.textContent}`,
  narrowed({ words }) {
    for (const { row, rest, text } of folded) {
      if (!row.hidden) rest.open = words.some((word) => text.includes(word))
    }
    for (const table of tables) {
      table.previousElementSibling?.toggleAttribute("hidden", table.hasAttribute("hidden"))
    }
  },
})
