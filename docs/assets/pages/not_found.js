// The 404 page: goes where the address can only have meant, or says what it was after.

import { ask, base as root } from "../search/ask.js"
import { ADDRESSES } from "../shared/addresses.js"
import { nearest } from "../shared/nearest.js"
import { link, listedElsewhere, nearestListed, notHeld, notListed } from "../shared/not_held.js"
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
const path = location.pathname.slice(base.length)
// Who opens this very page was after nothing.
const { parts, provider, below = [], text } = tried(path === "/404.html" ? "" : path, providers)

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
  const home = document.createElement("p")
  home.append(link(`${base}/`, "Look up another code"))
  place.append(home)
  sayListed(id, code, home)
}

/**
 * Names the listed codes beside one that is not, if there are any near it, and the others who list that one; says
 * nothing where the list does not come.
 * @param {string} id the provider's
 * @param {string} code
 * @param {HTMLElement} next what stands behind that
 */
async function sayListed(id, code, next) {
  const all = await listed().catch(() => [])
  const own = all.filter(({ provider }) => provider === id)
  const near = nearest(code, own.map(({ code }) => code)).map((at) => linkTo(own[at], own[at].code))
  const same = all.filter((one) => one.provider !== id && one.code.toLowerCase() === code.toLowerCase())
  if (near.length > 0) next.before(nearestListed(near))
  if (same.length > 0) next.before(listedElsewhere(same.map((one) => linkTo(one, `${providers[one.provider].name} ${one.code}`))))
}

/** @typedef {{provider: string, code: string, address: string}} Listed */

/** @param {Listed} listed @param {string} text */
function linkTo({ provider, address }, text) {
  return link(`${base}/${filled(ADDRESSES.code, { provider, code: address })}`, text)
}

/** @returns {Promise<Listed[]>} all codes as printed, with their addresses */
async function listed() {
  const answer = await fetch(`${base}/${ADDRESSES.searchCodes}`)
  /** @type {{codeSets: import("../search/lookup.js").CodeSet[]}} */
  const { codeSets } = await answer.json()
  return codeSets.flatMap(({ provider, codes, addresses }) =>
    codes.split(" ").map((code) => ({ provider, code, address: addresses[code] ?? code.toLowerCase() })),
  )
}

/**
 * Opens what the search opens for a text; where it is not sure, the search.
 * @param {string} text
 */
async function find(text) {
  const search = `${base}/?q=${encodeURIComponent(text)}`
  say("Search for ", link(search, text), ".")
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
