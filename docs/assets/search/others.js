// Texts about products that the atlas does not hold: known by names, hosts, and keys of bodies.

import { ADDRESSES, TOKENS } from "./patterns.js"
import { isEdge } from "./provider_named.js"

/**
 * What the index says of a product that is not here. `beside` is the provider whose sister it is.
 * @typedef {object} Other
 * @property {string} name
 * @property {string} page the official page of its codes
 * @property {string | null} beside
 * @property {string[]} words in lower case; a space stands for any or none
 * @property {string[]} hosts
 * @property {string[]} keys
 *
 * @typedef {{at: number, end: number}} Span of a text
 */

const LONGEST_NAME = 64

/**
 * Finds the products whose marks a text bears, in the order of the text, and what is left without the marks.
 * @param {string} text in one line
 * @param {Other[]} others
 * @param {string[]} names all names of the providers that are here
 * @returns {{others: Other[], rest: string}}
 */
export function othersIn(text, others, names) {
  const plain = text.replace(ADDRESSES, blank).replace(TOKENS, blank)
  const found = others
    .flatMap((other) => marksOf(other, text, plain, names).map((span) => ({ other, ...span })))
    .toSorted((first, second) => first.at - second.at)
  let rest = text
  for (const { at, end } of found) rest = rest.slice(0, at) + blank(rest.slice(at, end)) + rest.slice(end)
  return { others: [...new Set(found.map(({ other }) => other))], rest }
}

/** @param {string} text @returns {string} as much nothing, so that places stay */
function blank(text) {
  return " ".repeat(text.length)
}

/**
 * @param {Other} other
 * @param {string} text
 * @param {string} plain the text without addresses
 * @param {string[]} names
 * @returns {Span[]} where its marks stand
 */
function marksOf({ words, hosts, keys }, text, plain, names) {
  const named = spans(words.map((word) => word.replace(/[ -]/g, "[\\s_-]*")), plain, (any) => any).filter(
    ({ at, end }) =>
      isEdge(plain[at - 1], plain[at]) && isEdge(plain[end - 1], plain[end]) && !cutsName(plain, at, end, names),
  )
  const dotted = hosts.map((host) => host.replaceAll(".", "[.]"))
  return [
    ...named,
    // Hosts below it count; an e-mail address is no call.
    ...spans(dotted, text, (any) => `(?<![\\w.@-])(?:[\\w-]+[.])*${any}(?![\\w-]|[.]\\w)`),
    // "corpid": · corpid= · 'corpid' => · <corpid>
    ...spans(keys, text, (any) => `(?<![A-Za-z0-9_])${any}(?=["'\\]]{0,2}\\s*[=:]|>)`),
  ]
}

/**
 * @param {string[]} marks patterns
 * @param {string} text
 * @param {(any: string) => string} within what stands around one of the marks
 * @returns {Span[]}
 */
function spans(marks, text, within) {
  if (marks.length === 0) return []
  // The longest first: where two begin alike, it is the one that is meant.
  const any = marks.toSorted((first, second) => second.length - first.length).join("|")
  const matches = text.matchAll(new RegExp(within(`(?:${any})`), "giu"))
  return [...matches].map(({ index, 0: mark }) => ({ at: index, end: index + mark.length }))
}

/**
 * Tells whether a mark ends within a name of ours that begins in it: 国企微信 has no 企微.
 * @param {string} text
 * @param {number} at
 * @param {number} end
 * @param {string[]} names
 */
function cutsName(text, at, end, names) {
  const begun = text.slice(at, end + LONGEST_NAME).toLowerCase()
  const ends = names
    .map((name) => ({ from: begun.indexOf(name), name }))
    .filter(({ from }) => from >= 0 && from < end - at)
    .map(({ from, name }) => from + name.length)
  return ends.length > 0 && ends.every((last) => last > end - at)
}
