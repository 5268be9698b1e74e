// The page of conditions: shows those with every word and the chosen verdict, and remembers which.

import { fold, left, remember, restore, words } from "../shared/filters.js"

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-compare]"))
const said = /** @type {HTMLElement} */ (document.querySelector("[data-ec-left]"))
const nothing = /** @type {HTMLElement} */ (document.querySelector("[data-ec-nothing]"))
const text = /** @type {HTMLInputElement} */ (form.querySelector("input"))
const retry = /** @type {HTMLSelectElement} */ (form.querySelector("select"))

const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ec-compare tbody tr")])
const conditions = rows.map((row) => ({
  row,
  text: fold(`${row.dataset.words} ${row.textContent}`),
  rest: [...row.querySelectorAll("details")].map((one) => ({ one, text: fold(one.textContent ?? "") })),
}))
const tables = [...document.querySelectorAll(".ec-compare")]

function apply() {
  const wanted = words(text.value)
  let count = 0
  for (const { row, text, rest } of conditions) {
    row.hidden = !(["", row.dataset.retry].includes(retry.value) && wanted.every((word) => text.includes(word)))
    if (row.hidden) continue
    count += 1
    for (const { one, text } of rest) one.open = wanted.some((word) => text.includes(word))
  }
  for (const table of tables) {
    const empty = !table.querySelector("tbody tr:not([hidden])")
    table.toggleAttribute("hidden", empty)
    table.previousElementSibling?.toggleAttribute("hidden", empty)
  }
  said.textContent = left(count, conditions.length, "conditions")
  nothing.hidden = count > 0
}

restore(form)
form.addEventListener("input", () => {
  apply()
  remember(form)
})
form.addEventListener("submit", (event) => event.preventDefault())
apply()
