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

// Light or dark: the system's, until somebody chooses the other. Each page begins in it (partials/javascripts/palette.html).
/** @type {NodeListOf<HTMLElement>} */
const choices = document.querySelectorAll("[data-ec-scheme]")
/** @type {NodeListOf<HTMLMetaElement>} */
const bars = document.querySelectorAll("meta[name=theme-color]")
const system = matchMedia("(prefers-color-scheme: dark)")
const ofSystem = () => (system.matches ? "slate" : "default")
const kept = `${/** @type {any} */ (globalThis).__md_scope.pathname}.__scheme`
let shown = document.body.dataset.mdColorScheme ?? ""
let follows = shown === ofSystem()

/** @param {string} scheme */
function show(scheme) {
  shown = scheme
  document.body.dataset.mdColorScheme = scheme
  document.documentElement.style.colorScheme = scheme === "slate" ? "dark" : "light"
  arrange()
}

/** Shows the button that leads to the other scheme, and gives what is around the page the colour of its paper. */
function arrange() {
  for (const button of choices) button.hidden = button.dataset.ecScheme !== shown
  for (const [index, scheme] of ["default", "slate"].entries()) {
    bars[index].media = follows ? `(prefers-color-scheme: ${index ? "dark" : "light"})` : scheme === shown ? "all" : "not all"
  }
}

/** Keeps a scheme that is not the system's; who comes back to that goes on to follow it. */
function choose() {
  const scheme = shown === "slate" ? "default" : "slate"
  follows = scheme === ofSystem()
  try {
    if (follows) localStorage.removeItem(kept)
    else localStorage.setItem(kept, JSON.stringify(scheme))
  } catch {
    // A browser that keeps nothing has this page in the scheme, and the next one in the system's.
  }
  show(scheme)
  for (const button of choices) if (!button.hidden) button.focus()
}

for (const button of choices) button.addEventListener("click", choose)
system.addEventListener("change", () => {
  if (follows) show(ofSystem())
})
arrange()
