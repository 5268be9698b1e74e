// What an address that leads nowhere is after: which provider, which code.

import { decoded } from "./uri.js"

/**
 * @typedef {object} Tried
 * @property {string[]} parts of the address, as they stand in it
 * @property {string} [provider] the id of a provider that is named
 * @property {string[]} [below] what is meant of the provider's: nothing, a code, or a page
 * @property {string} [text] for the search, where a code is named and no provider
 */

// Words that say that a code follows, and what people put around one.
const SAYS = /^(?:(?:err|error|result|ret|return|status)[-_]?)?(?:codes?|err|error|errors|index|no)$/i
const BEFORE = /^(?:(?:err|error|result|ret|return|status)[-_]?)?(?:code|err|error|no)[-_=: ](?=.)/i
const BEHIND = /\.(?:html?|json|md|php)$/i
// `40029`, `-3016`, `E915`, `SYS.1.2`.
const CODE = /^[+-]?[a-z]{0,4}[.-]?\d{1,9}(?:\.\d{1,3}){0,2}$/i

/**
 * @param {string} path below the root of the site
 * @param {Record<string, {aliases: string[]}>} providers by id
 * @returns {Tried}
 */
export function tried(path, providers) {
  const parts = path.split("/").map(decoded).filter((part) => part.trim() !== "")
  const ids = parts.map((part) => providerOf(part.toLowerCase(), providers))
  const place = ids.findIndex((id) => id !== undefined)
  const others = parts.filter((_, at) => at !== place).map(plain)
  const names = others.filter((part) => !SAYS.test(part))
  const codes = names.filter((part) => CODE.test(part))
  if (place < 0) {
    const text = parts.map((part) => part.replace(BEHIND, "")).join(" ")
    return names.length === 1 && codes.length === 1 ? { parts, text } : { parts }
  }
  const provider = ids[place]
  if (names.length < 2) return { parts, provider, below: names.map((name) => name.toLowerCase()) }
  if (place === 0) return { parts, provider, below: [parts[1].toLowerCase(), ...parts.slice(2)] }
  return codes.length === 1 ? { parts, provider, below: [codes[0].toLowerCase()] } : { parts }
}

/** @param {string} part of an address @returns {string} it without what people put around a code */
function plain(part) {
  const inside = part.trim().replace(BEFORE, "").replace(BEHIND, "")
  return inside === part ? part : plain(inside)
}

/**
 * @param {string} name in lower case
 * @param {Record<string, {aliases: string[]}>} providers
 * @returns {string | undefined} the id of the provider that has it for its id or another name
 */
function providerOf(name, providers) {
  return Object.keys(providers).find((id) => id === name || providers[id].aliases.includes(name))
}
