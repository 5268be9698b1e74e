// The box of the home page: takes a paste of any size, shows the answers below, follows on Enter.

import { ask, base } from "../search/ask.js"

const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-ec-ask]"))
const box = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"))
const list = /** @type {HTMLElement} */ (document.querySelector("[data-ec-answers]"))
const said = /** @type {HTMLElement} */ (document.querySelector("[data-ec-said]"))
const MOST = 8

/** @type {string | undefined} the text that the list answers, or is about to */
let asked

async function show() {
  const text = box.value
  // A paste can come as several events; a list that is drawn anew would lose the focus.
  if (text === asked) return
  asked = text
  const { items } = await ask(text)
  if (text !== asked) return
  const results = items.slice(0, MOST).map(([{ location, title, text: below }]) => {
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = new URL(location, base).href
    // The worker escapes whatever comes from a document or from the query.
    link.innerHTML = `<strong>${title}</strong> <span>${below}</span>`
    item.append(link)
    return item
  })
  list.replaceChildren(...results)
  const more = items.length > MOST ? `, the first ${MOST} below` : ""
  said.textContent = text.trim() === "" ? "" : `${items.length || "No"} result${items.length === 1 ? "" : "s"}${more}`
}

async function follow() {
  const text = box.value
  const { enter } = await ask(text)
  if (enter !== null && box.value === text) location.assign(new URL(enter, base))
}

box.addEventListener("input", show)
box.addEventListener("keydown", (event) => {
  const links = /** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("a"))
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault()
    follow()
  } else if (event.key === "ArrowDown" && links.length > 0) {
    event.preventDefault()
    links[0].focus()
  } else if (event.key === "Escape") {
    box.value = ""
    show()
  }
})
list.addEventListener("keydown", (event) => {
  const links = [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll("a"))]
  const place = links.indexOf(/** @type {HTMLElement} */ (document.activeElement))
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp" && event.key !== "Escape") return
  event.preventDefault()
  const next = event.key === "Escape" ? -1 : place + (event.key === "ArrowDown" ? 1 : -1)
  if (next < 0) box.focus()
  else links[Math.min(next, links.length - 1)].focus()
})
form.addEventListener("submit", (event) => {
  event.preventDefault()
  follow()
})
form.addEventListener("click", (event) => {
  const example = /** @type {HTMLElement} */ (event.target).closest("[data-ec-example]")
  if (!example) return
  box.value = example.textContent ?? ""
  box.focus()
  show()
})
if (box.value) show()
