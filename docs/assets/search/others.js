// Texts about products that the atlas does not hold: known by names, hosts, and keys of bodies.

import { isEdge } from "./provider_named.js"

/**
 * What the index says of a product that is not here. `beside` is the provider whose sister it is.
 * @typedef {object} Other
 * @property {string} name
 * @property {string} page the official page of its codes
 * @property {string | null} beside
 * @property {string[]} words in lower case; a space stands for any or none
 * @property {string[]} places names that also say where something runs
 * @property {string[]} hosts
 * @property {string[]} keys
 *
 * @typedef {{at: number, end: number}} Span of a text
 * @typedef {Span & {other: Other, by: "name" | "key" | "place"}} Mark
 */

const LONGEST_NAME = 64

// Addresses: their words say where something was read or runs.
// see https://a.com/slack#1 and "http://b.c" or maven.a.cn ⇒ https://a.com/slack#1, http://b.c, maven.a.cn
// me@mail.a.io ⇒ mail.a.io
// com.stripe.net.Api ⇒ nothing
export const ADDRESSES =
  /https?:\/\/[!#-&(-;=?-~]+|(?<![a-z0-9.-])(?:[a-z0-9-]+[.])+(?:com|cn|net|org|io|dev|kr|co|cc)(?![a-z0-9-]|[.][a-z0-9])/giu

// Tokens, in which any three letters stand side by side somewhere.
// access_token=77_aFcM9xxxxxxxxxxxxxxxxxxx ⇒ 77_aFcM9xxxxxxxxxxxxxxxxxxx
// alipay_trade_query_response ⇒ nothing
export const TOKENS = /(?<![\w-])(?=[A-Za-z_-]{0,24}[0-9])[\w-]{24,}/g

/**
 * Finds the products whose marks a text bears, in the order of the text, those that it may only run on, and
 * what is left without the marks.
 * @param {string} text in one line
 * @param {Other[]} others
 * @param {string[]} names all names of the providers that are here
 * @returns {{others: Other[], places: Other[], rest: string}}
 */
export function othersIn(text, others, names) {
  const plain = text.replace(ADDRESSES, blank).replace(TOKENS, blank)
  const found = others
    .flatMap((other) => marksOf(other, text, plain, names))
    .toSorted((first, second) => first.at - second.at)
  const named = found.filter(({ by }) => by === "name")
  // The same keys can stand in bodies of several: a name or a host says more.
  const meant = named.length > 0 ? named : found.filter(({ by }) => by === "key")
  // 阿里云短信 says no 阿里云.
  const isWithin = (/** @type {Mark} */ { other, at, end }) =>
    meant.some((mark) => mark.other === other || (mark.at <= at && mark.end >= end))
  const places = found.filter((mark) => mark.by === "place" && !isWithin(mark))
  return { others: products(meant), places: products(places), rest: without(found, text) }
}

/** @param {Mark[]} marks @returns {Other[]} each once */
function products(marks) {
  return [...new Set(marks.map(({ other }) => other))]
}

/** @param {Span[]} marks in the order of the text @param {string} text @returns {string} */
function without(marks, text) {
  let [rest, from] = ["", 0]
  for (const { at, end } of marks) {
    const start = Math.max(at, from)
    rest += text.slice(from, start) + blank(text.slice(start, end))
    from = Math.max(end, from)
  }
  return rest + text.slice(from)
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
 * @returns {Mark[]}
 */
function marksOf(other, text, plain, names) {
  const dotted = other.hosts.map((host) => host.replaceAll(".", "[.]"))
  /** @type {[by: Mark["by"], spans: Span[]][]} */
  const kinds = [
    ["name", whole(other.words, plain, names)],
    // Hosts below it count; an e-mail address is no call.
    ["name", spans(dotted, text, (any) => `(?<![\\w.@-])(?:[\\w-]+[.])*${any}(?![\\w-]|[.]\\w)`)],
    // "corpid": · corpid= · 'corpid' => · <corpid>
    ["key", spans(other.keys, text, (any) => `(?<![A-Za-z0-9_])${any}(?=["'\\]]{0,2}\\s*[=:]|>)`)],
    ["place", whole(other.places, plain, names)],
  ]
  return kinds.flatMap(([by, found]) => found.map((span) => ({ other, by, ...span })))
}

/** @param {string[]} words @param {string} text @param {string[]} names of ours @returns {Span[]} */
function whole(words, text, names) {
  // Each by itself: a longer one that is no whole word hides none within it.
  const found = words.flatMap((word) => spans([word.replace(/[ -]/g, "[\\s_/.\\\\-]*")], text, (any) => any))
  return found.filter(
    ({ at, end }) =>
      isEdge(text[at - 1], text[at]) && isEdge(text[end - 1], text[end]) && !cutsName(text, at, end, names),
  )
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
