// What a query means: which codes it asks for, of which provider, and which words are left.
// Knows no browser. Takes anything that people have in their clipboard.

import { codesWithEvidence, digits, isSurelyACode, numbers } from "./evidence.js"
import { fold, words } from "./folding.js"
import { underForeignKeys } from "./foreign_keys.js"
import { ALONE, CODES, HTTP_STATUS, OTHER_KEYS, SEVERAL } from "./patterns.js"
import { providerNamed } from "./provider_named.js"

/**
 * What the index says of a provider.
 * @typedef {object} Provider
 * @property {string[]} names id, name, product, vendor and aliases, in lower case
 * @property {[key: string, codeSet: string, type: "integer" | "string"][]} keys where its codes stand
 * @property {string[]} success codes that are no errors
 *
 * A code that a query asks for.
 * @typedef {object} Asked
 * @property {string} code as it would be printed, with its sign
 * @property {string | null} provider its id, where the query tells
 * @property {string | null} codeSet its id, where the query tells
 * @property {boolean} [ifListed] whether it counts only when it is listed
 * @property {boolean} [keyed] whether it stands under a key that only a provider uses
 * @property {boolean} [guessed] whether the provider is no more than likely
 * @property {boolean} [joined] whether its minus may be a dash behind the provider's name
 * @property {string} [doubt] the key that it stands under, where no provider here uses that
 *
 * @typedef {object} Query
 * @property {string} text the query in one line, signs and widths folded
 * @property {Asked[]} codes codes that are asked for by a key, a word, a provider, or alone
 * @property {Asked[]} numbers what may be codes, and counts only when it is listed
 * @property {boolean} bare whether a code stands alone, and may be the beginning of one
 * @property {string | null} named the provider that the query names
 * @property {string[]} words the other words, in lower case, identifiers in their parts
 */

const LONGEST_CODE = 64
const LIKELY_A_CODE = 4

/**
 * Understands a query, by the first of these that says something:
 *
 * 1. It is several codes and nothing else, but for a provider: all of them are asked for.
 * 2. It is one code: that is asked for, and may be the beginning of another.
 * 3. Codes stand under keys or beside words for "code": these are asked for.
 * 4. A provider is named: a number beside it is a code even if nobody lists it.
 *
 * Else it asks for no code. Its words and numbers may still find something. What stands under keys of
 * somebody else comes last, and with that doubt, unless a provider is named.
 * @param {string} input
 * @param {Record<string, Provider>} providers by id
 * @returns {Query}
 */
export function understand(input, providers) {
  const text = fold(input)
  const [named, rest] = providerNamed(text, providers)
  const query = { text, words: words(rest), named, bare: false }
  const alone = withoutSigns(rest)
  // 1.
  if (SEVERAL.test(alone)) return { ...query, ...several(alone, named) }
  // 2.
  if (alone.length <= LONGEST_CODE && ALONE.test(alone)) {
    // A letter can stand before the minus only where the name was.
    const joined = alone.startsWith("-") && /[\p{L}]-[0-9]/u.test(text)
    const asked = { code: alone, provider: named, codeSet: null, joined }
    return { ...query, codes: [asked], numbers: [], bare: alone === rest && !named }
  }
  const own = text.replace(OTHER_KEYS, " ")
  const doubts = named ? new Map() : underForeignKeys(own, providers)
  const left = certainFirst(numbers(own, named), doubts)
  // 3.
  const codes = certainFirst(ratherThanStatus(codesWithEvidence(own, named, providers)), doubts)
  if (codes.length > 0 || !named) return { ...query, codes, numbers: left }
  // 4.
  const meant = besideProvider(left, query.words.length, (code) => text.indexOf(code) > text.length - rest.length)
  return { ...query, codes: meant ? [meant] : [], numbers: left }
}

/** @param {string} text @returns {string} what may be codes alone, as they would be printed */
function withoutSigns(text) {
  return text
    .replace(/^[^\p{L}\p{N}\p{Sc}-]+|[^\p{L}\p{N}\p{Sc}%]+$/gu, "")
    .replace(/^-\s+(?=[0-9])/, "-")
    .replace(/^(-?[0-9]+)(?:[.]0|[lL])$/, "$1")
}

/**
 * Returns several codes: all are asked for if no year or amount can be among them.
 * @param {string} text
 * @param {string | null} named
 */
function several(text, named) {
  const codes = [...text.matchAll(CODES)].map(([code]) => ({ code, provider: named, codeSet: null }))
  return codes.every(({ code }) => isSurelyACode(code)) ? { codes, numbers: [] } : { codes: [], numbers: codes }
}

/**
 * @param {Asked[]} codes
 * @param {Map<string, string>} doubts keys of somebody else, by code
 * @returns {Asked[]} those without doubt, then the others; whose these may be is open
 */
function certainFirst(codes, doubts) {
  const isCertain = (/** @type {Asked} */ { code, keyed }) => keyed || !doubts.has(code)
  const doubtful = codes.filter((asked) => !isCertain(asked))
  return [
    ...codes.filter(isCertain),
    ...doubtful.map((asked) => ({ ...asked, provider: null, codeSet: null, doubt: doubts.get(asked.code) })),
  ]
}

/** @param {Asked[]} codes @returns {Asked[]} without what may be an HTTP status, unless that is all */
function ratherThanStatus(codes) {
  const certain = codes.filter(({ code, keyed }) => keyed || !HTTP_STATUS.test(code))
  return certain.length > 0 ? certain : codes
}

/**
 * Returns the number that is most likely a code of the provider that is named.
 * @param {Asked[]} left all numbers
 * @param {number} words how many words the query has beside the provider's name
 * @param {(code: string) => boolean} isBehind whether a number stands behind the name
 * @returns {Asked | undefined}
 */
function besideProvider(left, words, isBehind) {
  if (left.length === 1 && words <= 2) return left[0]
  const likely = left.filter(({ code }) => digits(code) >= LIKELY_A_CODE || code.startsWith("-"))
  return likely.length === 1 ? likely[0] : likely.find(({ code }) => isBehind(code))
}
