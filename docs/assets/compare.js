// The page of conditions: shows those with every word and the chosen verdict, and remembers which.

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-compare]"))
const left = /** @type {HTMLElement} */ (document.querySelector("[data-ec-left]"))
const nothing = /** @type {HTMLElement} */ (document.querySelector("[data-ec-nothing]"))
const words = /** @type {HTMLInputElement} */ (form.querySelector("input"))
const retry = /** @type {HTMLSelectElement} */ (form.querySelector("select"))

const conditions = [...document.querySelectorAll(".ec-condition")].map((element) => {
  const condition = /** @type {HTMLElement} */ (element)
  const { words: synonyms = "", retry: verdict = "" } = condition.dataset
  return { condition, verdict, text: `${synonyms} ${condition.textContent}`.toLowerCase() }
})
const headings = [...document.querySelectorAll("h2[id^='family:']")]

function apply() {
  const wanted = words.value.toLowerCase().split(/[\s"'`,;()[\]{}]+/).filter(Boolean)
  let count = 0
  for (const { condition, verdict, text } of conditions) {
    const shown = ["", verdict].includes(retry.value) && wanted.every((word) => text.includes(word))
    condition.hidden = !shown
    if (shown) count += 1
  }
  for (const heading of headings) {
    let next = heading.nextElementSibling
    let empty = true
    while (next && next.tagName !== "H2") {
      if (next.matches(".ec-condition:not([hidden])")) empty = false
      next = next.nextElementSibling
    }
    heading.toggleAttribute("hidden", empty)
  }
  const all = `${conditions.length} conditions`
  left.textContent = count === conditions.length ? all : `${count} of ${all}`
  nothing.hidden = count > 0
}

function remember() {
  const chosen = [["words", words.value.trim()], ["retry", retry.value]].filter(([, value]) => value)
  const search = new URLSearchParams(chosen).toString()
  history.replaceState(history.state, "", search ? `?${search}` : location.pathname)
}

const asked = new URLSearchParams(location.search)
words.value = asked.get("words") ?? ""
const verdict = asked.get("retry") ?? ""
if ([...retry.options].some(({ value }) => value === verdict)) retry.value = verdict
form.addEventListener("input", () => {
  apply()
  remember()
})
form.addEventListener("submit", (event) => event.preventDefault())
apply()
