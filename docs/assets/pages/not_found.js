// The 404 page: goes where the address can only have meant, or says what it was after.

import { ADDRESSES } from "../shared/addresses.js"
import { nearest } from "../shared/nearest.js"
import { link, nearestListed, notHeld, notListed } from "../shared/not_held.js"
import { tried } from "../shared/tried.js"
import { filled } from "../shared/uri.js"

const script = /** @type {HTMLElement} */ (document.querySelector("[data-ec-providers]"))
const place = /** @type {HTMLElement} */ (document.querySelector("[data-ec-missing]"))

/**
 * @typedef {{aliases: string[], name: string, product: string, official: string, held: string, vendor: string}} Provider
 * @type {Record<string, Provider>}
 */
const providers = JSON.parse(script.textContent ?? "{}")
const base = script.dataset.base ?? ""
const { parts, provider, below = [], text } = tried(location.pathname.slice(base.length), providers)

if (provider) {
  const meant = [provider, ...below]
  // Addresses are in lower case, and a provider has one name. One that is as it should be, and leads
  // nowhere, would come back here for ever.
  if (meant.join("/") !== parts.join("/")) {
    const there = meant.map((part) => `${encodeURIComponent(part)}/`).join("")
    location.replace(`${base}/${there}${location.search}${location.hash}`)
  } else if (below.length === 1) {
    sayNotListed(provider, below[0])
  }
} else if (text) {
  find(text)
}

/**
 * Says that a provider has no such code.
 * @param {string} id
 * @param {string} code
 */
function sayNotListed(id, code) {
  const provider = providers[id]
  const unlisted = filled(ADDRESSES.unlisted, { provider: id, code })
  const places = [
    link(`${base}/${unlisted}`, `${provider.name}'s catalog`),
    link(provider.official, `${provider.vendor}'s current page`),
  ]
  say(...notHeld(code, provider, places))
  const title = notListed(code, provider.name)
  document.title = title
  const heading = document.querySelector("h1")
  if (heading) heading.textContent = title
  document.querySelector("[data-ec-elsewhere]")?.remove()
  sayNearest(id, code)
}

/**
 * Names the listed codes beside one that is not, if there are any near it; says nothing where the list does
 * not come.
 * @param {string} id the provider's
 * @param {string} code
 */
async function sayNearest(id, code) {
  const listed = await codesOf(id).catch(() => [])
  const links = nearest(code, listed.map(({ code }) => code)).map((at) => {
    const { code, address } = listed[at]
    return link(`${base}/${filled(ADDRESSES.code, { provider: id, code: address })}`, code)
  })
  if (links.length > 0) place.append(nearestListed(links))
}

/** @param {string} id of a provider, whose codes are returned as printed, with their addresses */
async function codesOf(id) {
  const answer = await fetch(`${base}/${ADDRESSES.searchCodes}`)
  /** @type {{codeSets: import("../search/lookup.js").CodeSet[]}} */
  const { codeSets } = await answer.json()
  return codeSets
    .filter(({ provider }) => provider === id)
    .flatMap(({ codes, addresses }) =>
      codes.split(" ").map((code) => ({ code, address: addresses[code] ?? code.toLowerCase() })),
    )
}

/**
 * Opens what the search opens for a text; where it is not sure, the search.
 * @param {string} text
 */
async function find(text) {
  const search = `${base}/?q=${encodeURIComponent(text)}`
  say("Search for ", link(search, text), ".")
  const { ask, base: root } = await import("../search/ask.js")
  const answer = await ask(text)
  if (!answer || answer.failed) return
  const { enter } = answer
  // A page of its own: not the place where it is said that nobody lists such a code.
  location.replace(enter && !/[?#]/.test(enter) ? new URL(enter, root) : search)
}

/** @param {(Node | string)[]} said */
function say(...said) {
  const paragraph = document.createElement("p")
  paragraph.append(...said)
  place.append(paragraph)
}
