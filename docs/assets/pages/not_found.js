// The 404 page: says what the address was after, where it looks like a code's.

import { ADDRESSES } from "../shared/addresses.js"
import { nearest } from "../shared/nearest.js"
import { link, nearestListed, notHeld, notListed } from "../shared/not_held.js"
import { decoded, filled } from "../shared/uri.js"

const script = /** @type {HTMLElement} */ (document.querySelector("[data-ec-providers]"))
const place = /** @type {HTMLElement} */ (document.querySelector("[data-ec-missing]"))

/**
 * @typedef {{aliases: string[], name: string, product: string, official: string, held: string, vendor: string}} Provider
 * @type {Record<string, Provider>}
 */
const providers = JSON.parse(script.textContent ?? "{}")
const base = script.dataset.base ?? ""
const [id, code, ...rest] = location.pathname
  .slice(base.length)
  .split("/")
  .filter(Boolean)
  .map(decoded)
const provider = Object.hasOwn(providers, id ?? "") ? providers[id] : null
const meant = provider ? id : providerOf(id?.toLowerCase() ?? "")

if (meant && (meant !== id || (code ?? "") !== (code ?? "").toLowerCase())) {
  // Addresses are in lower case, and a provider has one name; the host redirects, others do not.
  const path =
    code === undefined
      ? filled(ADDRESSES.catalog, { provider: meant })
      : filled(ADDRESSES.code, { provider: meant, code: code.toLowerCase() })
  const below = rest.map((part) => `${encodeURIComponent(part)}/`).join("")
  location.replace(`${base}/${path}${below}${location.hash}`)
} else if (provider && code && rest.length === 0) {
  const text = document.createElement("p")
  const unlisted = filled(ADDRESSES.unlisted, { provider: id, code })
  const places = [
    link(`${base}/${unlisted}`, `${provider.name}'s catalog`),
    link(provider.official, `${provider.vendor}'s current page`),
  ]
  text.append(...notHeld(code, provider, places))
  place.append(text)
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
 * @param {string} name a provider's id or one of its other names, in lower case
 * @returns {string | undefined} the provider's id
 */
function providerOf(name) {
  return Object.keys(providers).find((id) => id === name || providers[id].aliases.includes(name))
}
