// What speaks for a number of a text being a certain code, weighed. What reaches OPENS may be opened;
// what does not is shown as a guess.

import { isCodeWord, isNamedError, parts, saysCode, saysCodeBehind } from "./code_words.js"
import { digits } from "./numbers.js"

/**
 * @typedef {import("./numbers.js").Found} Found
 * @typedef {import("./query.js").Provider} Provider
 * @typedef {import("./query.js").ProviderKey} ProviderKey
 *
 * What a whole text says of whose its numbers are.
 * @typedef {object} Around
 * @property {string | null} named the provider that it names
 * @property {boolean} alone whether it is a provider's name and a number, and nothing else
 * @property {boolean} only whether it has hardly more than the name and one number
 * @property {Set<string>} keys all keys of bodies, in lower case
 * @property {Set<string>} spoken the providers in whose language it is
 * @property {boolean} troubled whether it speaks of an error, and no word says which number is its code
 *
 * A number as a code of one provider, or of nobody yet.
 * @typedef {object} Claim
 * @property {string} code
 * @property {string | null} provider
 * @property {string | null} codeSet
 * @property {number} weight
 * @property {number} rank of the key that it stands under: 0 where there is none
 * @property {string} why in words
 */

/** From this weight on, a code may be opened. */
export const OPENS = 3

// How much each piece of evidence weighs. A key that only one provider uses is enough by itself.
const KEY = { own: 4, common: 3, doubtful: 1 }
const NAME = 2
const ALONE = 3
const WORD = 1
const LANGUAGE = 1

// Keys that many APIs use: they say little without others of the same body.
const COMMON_KEYS = new Set(["code", "resultcode", "ret", "status", "statuscode", "result"])
// order_id, userId, total_fee
const THINGS = new Set("id ids fee num count total time amount price seq uid userid appid openid msgid orderid".split(" "))
const ERROR_OBJECTS = new Set(["error", "errors", "err", "exception", "fault"])

/** @param {string} code @returns {number} how rarely such a number is something else */
export function size(code) {
  if (digits(code) >= 5) return 2
  return digits(code) >= 4 || /^[A-Z][0-9]{3}$/i.test(code) ? 1 : 0
}

/** @param {Provider} provider @returns {boolean} whether its codes stand under a key that many APIs use, and no other */
function isOneOfMany({ keys }) {
  return keys.every(({ key, parents }) => COMMON_KEYS.has(key.toLowerCase()) && parents.length === 0)
}

/**
 * Weighs a number for one provider.
 * @param {Found} found
 * @param {string} provider
 * @param {string | null} codeSet
 * @param {Around} around
 * @param {Owner[]} owners
 * @param {Record<string, Provider>} providers
 * @returns {Claim}
 */
export function claim(found, provider, codeSet, around, owners, providers) {
  const { code } = found
  const owner = owners.find((one) => one.provider === provider)
  const foreign = !owner && foreignKey(found) !== null
  const reasons = []
  // Of such a provider, "code 30003" says no more than of anybody.
  let weight = Math.min(size(code), isOneOfMany(providers[provider]) ? 1 : 2)
  if (owner) {
    weight += owner.weight
    reasons.push(`found under \`${found.key}\`${owner.weight < OPENS ? ", which many APIs use" : ""}`)
  } else if (foreign) {
    reasons.push(`{provider} has no code under \`${foreignKey(found)}\``)
  } else {
    if (saysCode(found.key)) reasons.push(`found after “${found.key}”`)
    else if (saysCodeBehind(found.behind)) reasons.push(`found before “${found.behind}”`)
    else if (found.first && found.behind) reasons.push("found at the start")
    else if (around.troubled && size(code) > 1) reasons.push("the text speaks of an error")
    weight += reasons.length * WORD
    if (around.spoken.has(provider) && (reasons.length > 0 || around.troubled)) {
      weight += LANGUAGE
      reasons.push("in a text in {provider}'s language")
    }
  }
  // A name beside it makes nobody's id a code.
  const isNamed = around.named === provider && (!foreign || isKeyForCodes(foreignKey(found) ?? ""))
  if (isNamed) {
    weight += around.only ? ALONE : NAME
    reasons.push("the text names {provider}")
  }
  if (around.alone) return { code, provider, codeSet, weight: weight + ALONE, rank: 0, why: "" }
  return { code, provider, codeSet, weight, rank: owner?.weight ?? 0, why: reasons.join(", ") }
}

/** @param {Found} found @returns {boolean} whether a word beside it says that it is a code */
export function isSaidToBeCode({ key, behind }) {
  return saysCode(key) || saysCodeBehind(behind)
}

/**
 * A provider that uses the key of a number, and how much that says.
 * @typedef {{provider: string, codeSet: string | null, weight: number}} Owner
 */

/**
 * Returns whose key a number stands under.
 * @param {Found} found
 * @param {Record<string, Provider>} providers
 * @param {Set<string>} keys of the text
 * @returns {Owner[]}
 */
export function ownersOf(found, providers, keys) {
  const { key, tie, parent, quoted } = found
  const path = key.toLowerCase().split(".")
  const name = path[path.length - 1]
  const within = path.length > 1 ? path[path.length - 2] : parent.toLowerCase()
  const names = [name, lastPart(key)].filter((one) => one !== "")
  const type = quoted ? "string" : "integer"
  return Object.entries(providers).flatMap(([provider, known]) => {
    const fitting = known.keys.filter((one) => fits(one, names, within))
    if (fitting.length === 0) return []
    const typed = fitting.filter((one) => one.type === type)
    const codeSets = new Set((typed.length > 0 ? typed : fitting).map(({ codeSet }) => codeSet))
    const codeSet = codeSets.size === 1 ? fitting.find((one) => codeSets.has(one.codeSet))?.codeSet ?? null : null
    const common = COMMON_KEYS.has(name)
    // `error code: 7` has the word.
    if (name === "code" && tie !== "key" && (tie === "said" || found.label !== "code")) return []
    if (common && ERROR_OBJECTS.has(within) && !fitting.some(({ parents }) => parents.includes(within))) return []
    if (!common) return [{ provider, codeSet, weight: KEY.own }]
    const weight = weightOfCommon(name, within, typed, known, keys)
    return [{ provider, codeSet, weight: path.length > 1 && weight < KEY.own ? KEY.doubtful : weight }]
  })
}

/** @param {ProviderKey} own @param {string[]} names @param {string} within */
function fits({ key, parents, only }, names, within) {
  if (only && !parents.includes(within)) return false
  const lower = key.toLowerCase()
  return names[0] === lower || (names.includes(lower) && !COMMON_KEYS.has(lower))
}

/**
 * Returns how much a key says that many APIs use.
 * @param {string} name
 * @param {string} within the key of the object that it stands in
 * @param {ProviderKey[]} typed the keys of the provider that are called so, of this type
 * @param {Provider} provider
 * @param {Set<string>} keys of the text
 */
function weightOfCommon(name, within, typed, provider, keys) {
  if (typed.some(({ parents }) => parents.includes(within))) return KEY.own
  const others = [...keys].filter((key) => key !== name)
  // A body of a provider that has no key of its own is known by all of its keys together.
  const isOwn = isOneOfMany(provider)
    ? provider.beside.every((key) => keys.has(key))
    : provider.beside.some((key) => keys.has(key))
  return others.length === 0 || isOwn ? KEY.common : KEY.doubtful
}

/** @param {string} key @returns {string} `errcode` of `wx_errcode` */
function lastPart(key) {
  return parts(key).at(-1)?.toLowerCase() ?? ""
}

/**
 * Returns the key of a body that a number stands under, if it is no word for "code".
 * @param {Found} found
 * @returns {string | null}
 */
export function foreignKey({ key, tie, parent }) {
  if (key === "") return null
  if (tie === "key") return ERROR_OBJECTS.has(parent) ? `${parent}.${key}` : key
  if (!/^[\w.]+$/.test(key)) return null
  if (isNamedError(key) || THINGS.has(lastPart(key) || key.toLowerCase())) return key
  if (tie === "said") return null
  if (key.includes(".")) return key
  if (/(?:exception|error)$/i.test(key)) return null
  return !parts(key).every(isCodeWord) || /^(?:retcode|returncode|resultstatus)$/i.test(key) ? key : null
}

/** @param {string} key @returns {boolean} whether codes may stand under it, by its words */
export function isKeyForCodes(key) {
  const pieces = parts(key)
  return pieces.length > 0 ? isCodeWord(pieces[pieces.length - 1]) : /code|err/i.test(key)
}
