// Which codes a text asks for by what stands around them: keys of providers, words for "code".

import { followsCodeWord, isOfSomethingElse, precedesCodeWord } from "./code_words.js"
import { HTTP_STATUS, NEXT, NUMBERS, PAIRS } from "./patterns.js"

/**
 * @typedef {import("./query.js").Asked} Asked
 * @typedef {Record<string, import("./query.js").Provider>} Providers
 *
 * A code with what speaks for it: a key that only one provider uses, such a key that is also
 * everybody's word (`code`), or a word for "code".
 * @typedef {{asked: Asked, by: "own key" | "common key" | "word"}} Evidence
 */

const MOST_BESIDE = 20
// So many digits are rarely a year or an amount.
const SURELY_A_CODE = 5
const COMMON_KEY = "code"

/**
 * Returns the codes under keys and beside words: the failures, else the successes.
 * @param {string} text
 * @param {string | null} named the provider that the query names
 * @param {Providers} providers
 * @returns {Asked[]}
 */
export function codesWithEvidence(text, named, providers) {
  const codes = strongest(text, named, providers)
  const failures = codes.filter((asked) => !isSuccess(asked, providers))
  return withoutRepeats(failures.length > 0 ? failures : innermostFirst(codes))
}

/**
 * Returns the numbers that may be codes.
 * @param {string} text
 * @param {string | null} named
 * @returns {Asked[]}
 */
export function numbers(text, named) {
  const found = [...text.matchAll(NUMBERS)].filter(({ index, 0: code }) => {
    const end = index + code.length
    return !isOfSomethingElse(text.slice(Math.max(0, index - 24), index), text.slice(end, end + 16))
  })
  return [...new Set(found.map(([code]) => code))].map((code) => ({ code, provider: named, codeSet: null }))
}

/** @param {string} code @returns {number} */
export function digits(code) {
  return code.replace(/[^0-9]/g, "").length
}

/** @param {string} code @returns {boolean} */
export function isSurelyACode(code) {
  return digits(code) >= SURELY_A_CODE
}

/**
 * Returns the codes with the strongest evidence.
 * @param {string} text
 * @param {string | null} named
 * @param {Providers} providers
 * @returns {Asked[]}
 */
function strongest(text, named, providers) {
  const keyed = underKeys(text, named, providers)
  const own = by("own key", keyed)
  const common = by("common key", keyed)
  // A failure under a provider's own key is what was asked for, and so is a success with nothing else.
  if (own.some((asked) => !isSuccess(asked, providers))) return own
  if (own.length > 0 && common.length === 0) return own
  // `code` is also what a gateway puts around the answer of a provider: an HTTP status says little.
  if (common.some(({ code }) => !HTTP_STATUS.test(code))) return [...own, ...common]
  const beside = by("word", [...keyed, ...besideWords(text, named)])
  return beside.length > 0 ? beside : [...own, ...common]
}

/** @param {Evidence["by"]} kind @param {Evidence[]} evidence */
function by(kind, evidence) {
  return evidence.filter((piece) => piece.by === kind).map(({ asked }) => asked)
}

/**
 * Finds codes under the keys that providers use.
 * @param {string} text
 * @param {string | null} named
 * @param {Providers} providers
 * @returns {Evidence[]}
 */
function underKeys(text, named, providers) {
  return [...text.matchAll(PAIRS)].flatMap((match) => {
    const { quote, key, gap, code } = /** @type {Record<string, string>} */ (match.groups)
    const type = /[:=>]\s*["']$/.test(gap) ? "string" : "integer"
    const owners = ownersOf(key, type, providers)
    if (owners.length === 0) return []
    const codeSets = new Set(owners.map(({ codeSet }) => codeSet))
    const owner = { provider: owners[0].provider, codeSet: codeSets.size === 1 ? owners[0].codeSet : null }
    const unknown = { provider: named, codeSet: null }
    const isCommon = key.toLowerCase() === COMMON_KEY
    const ofOneProvider = owners.every(({ provider }) => provider === owner.provider)
    // Without quotes, `code` is the word.
    if (!ofOneProvider || (isCommon && !quote)) return withNext("word", { code, ...unknown }, match)
    if (!isCommon) return withNext("own key", { code, ...owner, keyed: true }, match)
    return withNext("common key", { code, ...(named ? unknown : owner), guessed: true }, match)
  })
}

/**
 * Returns whose key it is: for values of this type, if anybody's is.
 * @param {string} key
 * @param {"integer" | "string"} type
 * @param {Providers} providers
 */
function ownersOf(key, type, providers) {
  const owners = Object.entries(providers).flatMap(([provider, { keys }]) =>
    keys
      .filter(([name]) => name.toLowerCase() === key.toLowerCase())
      .map(([, codeSet, typed]) => ({ provider, codeSet, typed })),
  )
  const ofType = owners.filter(({ typed }) => typed === type)
  return ofType.length > 0 ? ofType : owners
}

/**
 * Finds codes beside words for "code".
 * @param {string} text
 * @param {string | null} named
 * @returns {Evidence[]}
 */
function besideWords(text, named) {
  return [...text.matchAll(NUMBERS)].flatMap((match) => {
    const [code] = match
    const end = match.index + code.length
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    if (isOfSomethingElse(before, text.slice(end, end + 16))) return []
    const precedes = digits(code) >= 3 && precedesCodeWord(text.slice(end, end + 24))
    if (!precedes && !followsCodeWord(before)) return []
    return withNext("word", { code, provider: named, codeSet: null }, match)
  })
}

/**
 * Returns a code and those that follow it, with as many digits: `40029 and 45009`, `40029/45009`.
 * @param {Evidence["by"]} kind
 * @param {Asked} asked
 * @param {RegExpExecArray} match where it stands
 * @returns {Evidence[]}
 */
function withNext(kind, asked, { index, input, 0: text }) {
  const codes = [asked]
  NEXT.lastIndex = index + text.length
  while (codes.length <= MOST_BESIDE) {
    const code = NEXT.exec(input)?.groups?.code
    if (!code || code.replace("-", "").length !== asked.code.replace("-", "").length) break
    codes.push({ ...asked, code, ifListed: !isSurelyACode(code) })
  }
  return codes.map((code) => ({ asked: code, by: kind }))
}

/** @param {Asked} asked @param {Providers} providers */
function isSuccess({ code, provider }, providers) {
  return code === "0" || Boolean(provider && providers[provider].success.includes(code))
}

/**
 * Puts the success that says most first. In `{"code":0,"data":{"resultCode":"1000"}}` that is the
 * 1000; where all are 0, the last: it stands in the innermost header.
 * @param {Asked[]} successes
 */
function innermostFirst(successes) {
  const others = successes.filter(({ code }) => code !== "0")
  const zeros = successes.filter(({ code }) => code === "0")
  return others.length > 0 ? [...others, ...zeros] : zeros.toReversed()
}

/** @param {Asked[]} codes */
function withoutRepeats(codes) {
  const seen = new Set()
  return codes.filter(({ code, provider, codeSet }) => {
    const same = `${code} ${provider} ${codeSet}`
    return !seen.has(same) && seen.add(same)
  })
}
