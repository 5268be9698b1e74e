// What answers look like in a list: a card each on a page, a line each in the dialog; and what to do next.

import { canonical } from "../shared/uri.js"
import { base } from "./ask.js"
import { drawn } from "./drawn.js"

/**
 * @typedef {import("./results.js").Result} Result
 * @typedef {import("./results.js").Next} Next
 */

/**
 * Returns the item of a result.
 * @param {Result} result
 * @param {"card" | "line"} look
 */
export function item({ location, title, text, aside, verdict, ticket, next }, look) {
  const link = document.createElement("a")
  link.href = new URL(location, base).href
  const says = part("span", "ec-answer__says", drawn(text))
  says.dir = "auto"
  link.append(part("strong", "", drawn(title)), " ", says)
  if (verdict) link.append(" ", part("span", "ec-answer__do", ...advised(verdict)))
  if (aside) link.append(" ", part("span", "ec-answer__aside", drawn(aside)))
  const item = document.createElement("li")
  item.className = `ec-answer ec-answer--${look}`
  if (!ticket) item.classList.add("ec-answer--other")
  item.append(link)
  if (ticket && look === "card") {
    const { plain, says } = ticket
    const copy = button("Copy for ticket", { plain, says, address: canonical(location, base) })
    copy.setAttribute("aria-label", `Copy for ticket: ${plain}`)
    item.append(copy)
  }
  if (next) item.append(sentence(next))
  return item
}

/** @param {import("./lookup.js").Verdict} verdict its condition is HTML */
function advised({ retry, advice, condition }) {
  return [part("b", `ec-do ec-do--${retry}`, advice), " ", part("span", "", drawn(condition))]
}

/**
 * @param {string} name
 * @param {string} className
 * @param {...(Node | string)} inside
 */
function part(name, className, ...inside) {
  const element = document.createElement(name)
  if (className) element.className = className
  element.append(...inside)
  return element
}

/**
 * Returns a button.
 * @param {string} label
 * @param {Record<string, string>} data what it is for
 */
export function button(label, data) {
  const one = document.createElement("button")
  one.type = "button"
  one.className = "ec-button"
  one.textContent = label
  Object.assign(one.dataset, data)
  return one
}

/**
 * Returns a sentence with links.
 * @param {Next} next
 */
export function sentence(next) {
  const says = document.createElement("p")
  says.className = "ec-answer__next"
  for (const piece of next) {
    if (typeof piece === "string") says.append(piece)
    else says.append(Object.assign(document.createElement("a"), { href: new URL(piece[0], base).href, textContent: piece[1] }))
  }
  return says
}

/**
 * Returns an item that is no answer: what to do where there is none, or where there are more.
 * @param {...Node} parts
 */
export function row(...parts) {
  const item = document.createElement("li")
  item.className = "ec-answer ec-answer--row"
  item.append(...parts)
  return item
}
