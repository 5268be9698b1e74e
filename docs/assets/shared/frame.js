// What frames every page: the menu of narrow screens and the choice of the scheme, for keys and screen readers.
// The theme's styles open the menu while the checkbox `__drawer` is checked.

import { asButton } from "./as_button.js"

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(selector)

/** @type {HTMLInputElement} */
const toggle = find("#__drawer")
/** @type {HTMLElement} */
const menu = find(".md-sidebar--primary")
const opener = asButton(find(".md-header__button[for=__drawer]"), "Menu", toggle)
const closer = closeButton()

function closeButton() {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "ec-close"
  button.textContent = "×"
  button.setAttribute("aria-label", "Close the menu")
  button.addEventListener("click", close)
  menu.querySelector("nav")?.prepend(button)
  return button
}

function close() {
  if (toggle.checked) toggle.click()
}

function follow() {
  opener.setAttribute("aria-expanded", String(toggle.checked))
  if (toggle.checked) closer.focus()
  // Who went on to something else stays there.
  else if (menu.contains(document.activeElement)) opener.focus()
}

toggle.addEventListener("change", follow)
follow()

addEventListener("keydown", ({ key }) => {
  if (key === "Escape") close()
})
menu.addEventListener("focusout", ({ relatedTarget }) => {
  if (relatedTarget instanceof Node && !menu.contains(relatedTarget) && relatedTarget !== opener) close()
})
menu.addEventListener("click", ({ target }) => {
  if (/** @type {Element} */ (target).closest("a[href^='#']")) close()
})

// One button, which says what it does, in the place of two fields of which one is always chosen.
/** @type {NodeListOf<HTMLInputElement>} */
const found = document.querySelectorAll("[data-md-component=palette] input")
const fields = [...found]
const switches = fields.map((field, index) => {
  const label = /** @type {HTMLElement} */ (field.nextElementSibling)
  field.hidden = true
  const button = asButton(label, label.title, fields[(index + 1) % fields.length])
  // The theme would answer the key, too.
  button.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.stopPropagation()
  })
  return button
})
/** @param {HTMLElement} field */
const isOfSystem = (field) => matchMedia(field.dataset.mdColorMedia ?? "all").matches
const kept = `${/** @type {any} */ (globalThis).__md_scope.pathname}.__palette`
let chosen = shown()
let follows = true

/** @returns {number} which of the fields has the scheme that the page is in */
function shown() {
  return fields.findIndex((field) => field.dataset.mdColorScheme === document.body.dataset.mdColorScheme)
}

/** Shows the button of the scheme, and forgets a scheme that is the system's: pages go on to follow that. */
function arrange() {
  chosen = shown()
  follows = isOfSystem(fields[chosen])
  for (const [index, button] of switches.entries()) button.hidden = index !== chosen
  try {
    if (follows) localStorage.removeItem(kept)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

for (const field of fields) field.addEventListener("change", arrange)
for (const button of switches) button.addEventListener("click", () => switches[chosen].focus())
// The theme goes back to the scheme in which the page came, whatever was chosen since.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  const wanted = follows ? fields.findIndex(isOfSystem) : chosen
  fields[wanted].checked = true
  fields[wanted].dispatchEvent(new Event("change"))
})
arrange()
