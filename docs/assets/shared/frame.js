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
/** @type {NodeListOf<HTMLElement>} */
const fields = document.querySelectorAll("[data-md-component=palette] input")
const switches = [...fields].map((field, index) => {
  const label = /** @type {HTMLElement} */ (field.nextElementSibling)
  field.hidden = true
  return asButton(label, label.title, fields[(index + 1) % fields.length])
})
for (const [index, button] of switches.entries()) {
  // The theme would answer the key, too.
  button.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.stopPropagation()
  })
  button.addEventListener("click", () => {
    const next = switches[(index + 1) % switches.length]
    button.hidden = true
    next.hidden = false
    next.focus()
  })
}
