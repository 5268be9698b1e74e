// The search dialog of the header: Enter goes to the answer to what stands in the box, never to an
// older one that is still on the screen. Also names the dialog, and has the count announced.

import { ask, base } from "./ask.js"

document.querySelector("[data-md-component=search]")?.setAttribute("aria-label", "Search")
document.querySelector(".md-search-result__meta")?.setAttribute("role", "status")

const box = /** @type {HTMLInputElement | null} */ (
  document.querySelector("[data-md-component=search-query]")
)

addEventListener(
  "keydown",
  async (event) => {
    if (event.key !== "Enter" || event.isComposing || !box || event.target !== box) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const text = box.value
    const { enter } = await ask(text)
    if (enter !== null && box.value === text) location.assign(new URL(enter, base))
  },
  { capture: true },
)
