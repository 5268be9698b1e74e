// The page of discrepancies: shows the rows of one provider, kind or document, and remembers which.

import { left, remember, restore } from "../shared/filters.js"

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-narrow]"))
const said = /** @type {HTMLElement} */ (document.querySelector("[data-ec-left]"))
const nothing = /** @type {HTMLElement} */ (document.querySelector("[data-ec-nothing]"))
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("tr[data-kind]")])

/** @param {HTMLElement} row */
function isAsked(row) {
  const { provider, kind, documents = "" } = row.dataset
  const wanted = new FormData(form)
  return (
    [provider, ""].includes(String(wanted.get("provider"))) &&
    [kind, ""].includes(String(wanted.get("kind"))) &&
    ["", ...documents.split(" ")].includes(String(wanted.get("document")))
  )
}

function apply() {
  for (const row of rows) row.hidden = !isAsked(row)
  const count = rows.filter((row) => !row.hidden).length
  said.textContent = left(count, rows.length, "findings")
  nothing.hidden = count > 0
}

restore(form)
form.addEventListener("change", () => {
  apply()
  remember(form)
})
form.addEventListener("submit", (event) => event.preventDefault())
apply()
