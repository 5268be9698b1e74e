// The box of the home page: takes a paste of any size, wherever it is pasted, and has examples.

import "../shared/frame.js"

import { run } from "../search/box.js"
import { isField, opensSearch } from "../search/keys.js"

const KEPT = "ec:asked" // the text in the box, for who comes back; it never leaves the browser
const LONGEST_KEPT = 100_000 // characters; some browsers refuse more

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-ask]"))
const box = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"))

const { show, fill, given } = run({
  box,
  list: /** @type {HTMLElement} */ (document.querySelector("[data-ec-answers]")),
  said: /** @type {HTMLElement} */ (document.querySelector("[data-ec-said]")),
  look: "card",
  most: 8,
  leave,
})
if (!box.value) fill(history.state?.[KEPT] ?? new URLSearchParams(location.search).get("q") ?? "")
show()

/** @param {string} text */
function ask(text) {
  fill(text)
  box.focus()
  show()
}

/** Empties the box, and the address that filled it. */
function leave() {
  ask("")
  const address = new URL(location.href)
  address.searchParams.delete("q")
  history.replaceState(null, "", address)
}

form.addEventListener("click", (event) => {
  const { ecExample } = /** @type {HTMLElement} */ (event.target).dataset
  if (ecExample) ask(ecExample)
})

document.addEventListener("paste", (event) => {
  const text = event.clipboardData?.getData("text/plain") ?? ""
  if (isField(document.activeElement) || text.trim() === "") return
  event.preventDefault()
  ask(text)
  scrollTo({ top: 0 })
})

addEventListener("keydown", (event) => {
  if (!opensSearch(event) || isField(document.activeElement)) return
  event.preventDefault()
  box.select()
})

addEventListener("pagehide", () => {
  const text = given().length > LONGEST_KEPT ? "" : given()
  history.replaceState(text ? { ...history.state, [KEPT]: text } : null, "")
})

// On a phone the keyboard would hide the page; who comes to a place on it looks at that.
if (matchMedia("(hover: hover)").matches && !location.hash) box.focus({ preventScroll: true })
