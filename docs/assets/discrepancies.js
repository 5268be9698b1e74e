// The page of discrepancies: shows the rows of one provider, kind or document, and remembers which.

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-narrow]"))
const left = /** @type {HTMLElement} */ (document.querySelector("[data-ec-left]"))
const nothing = /** @type {HTMLElement} */ (document.querySelector("[data-ec-nothing]"))
const rows = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("tr[data-kind]")])
const choices = [...form.querySelectorAll("select")]

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
  const all = `${rows.length} findings`
  left.textContent = count === rows.length ? all : `${count} of ${all}`
  nothing.hidden = count > 0
}

function remember() {
  const chosen = choices.filter(({ value }) => value).map(({ name, value }) => [name, value])
  const search = new URLSearchParams(chosen).toString()
  history.replaceState(history.state, "", search ? `?${search}` : location.pathname)
}

const asked = new URLSearchParams(location.search)
for (const choice of choices) {
  const value = asked.get(choice.name) ?? ""
  if ([...choice.options].some((option) => option.value === value)) choice.value = value
}
form.addEventListener("change", () => {
  apply()
  remember()
})
form.addEventListener("submit", (event) => event.preventDefault())
apply()
