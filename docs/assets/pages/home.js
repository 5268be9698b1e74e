// The box of the home page: takes a paste of any size, and has examples.

import { run } from "../search/box.js"

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-ask]"))
const box = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"))
const { show } = run({
  box,
  list: /** @type {HTMLElement} */ (document.querySelector("[data-ec-answers]")),
  said: /** @type {HTMLElement} */ (document.querySelector("[data-ec-said]")),
  most: 8,
  leave: () => (document.activeElement === box ? ask("") : box.focus()),
})

/** @param {string} text */
function ask(text) {
  box.value = text
  show()
}

form.addEventListener("click", (event) => {
  const example = /** @type {HTMLElement} */ (event.target).closest("[data-ec-example]")
  if (!example) return
  box.focus()
  ask(example.textContent ?? "")
})
