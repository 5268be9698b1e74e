// Which codes a query asks for: those that may be opened, those that nobody here lists, and guesses.

import { claim, foreignKey, isKeyForCodes, isSaidToBeCode, OPENS, ownersOf, size } from "./evidence.js"
import { digits } from "./numbers.js"
import { HTTP_STATUS } from "./query.js"

/**
 * @typedef {import("./evidence.js").Claim} Claim
 * @typedef {import("./evidence.js").Owner} Owner
 * @typedef {import("./lookup.js").Index} Index
 * @typedef {import("./numbers.js").Found} Found
 *
 * A claim, and the place of the code; nobody lists it where that is missing.
 * @typedef {Claim & {at: number, place?: number}} Judged
 *
 * @typedef {object} Judgement
 * @property {Judged[]} opened what may be opened, in the order of the text
 * @property {Judged[]} unlisted codes that nobody lists, or not who is meant
 * @property {Judged[]} guesses listed codes for which too little speaks
 */

// So many digits are rarely a year or an amount.
const SURELY_A_CODE = 5
const KNOWN_WORD = 2

/**
 * Judges all numbers of a text.
 * @param {import("./query.js").Query} query
 * @param {Index} index
 * @param {ReadonlySet<number>} said places of codes whose messages stand in the text
 * @returns {Judgement}
 */
export function judge({ numbers, around }, index, said) {
  const { providers } = index
  const all = numbers.flatMap((found) => claimsOf(found, around, index).map((one) => ({ ...one, at: found.at })))
  for (const one of all) {
    if (one.place === undefined || !said.has(one.place)) continue
    one.weight += KNOWN_WORD
    one.why = one.why ? `${one.why}, with its message` : "found with its message"
  }
  const isSuccess = (/** @type {Judged} */ { code, provider }) =>
    code === "0" || Boolean(provider && providers[provider].success.includes(code))
  const failures = strongest(all.filter((one) => !isSuccess(one)))
  const successes = mostTelling(strongest(all.filter(isSuccess)))
  const counts = failures.some(({ place, weight, rank }) => rank > 0 || (place !== undefined && weight >= 2))
  const kept = counts ? failures : [...successes, ...failures]
  const opened = kept.filter(({ place, weight }) => place !== undefined && weight >= OPENS)
  // Beside a code that is listed, a year or a port is no code.
  const isCode = (/** @type {Judged} */ { code, rank }) => opened.length === 0 || rank > 0 || digits(code) >= SURELY_A_CODE
  const unlisted = withoutStatus(kept.filter((one) => one.place === undefined && isCode(one)), opened.length > 0)
  return {
    opened: opened.toSorted(inOrder),
    unlisted: unlisted.toSorted(inOrder),
    guesses: kept.filter(({ place, weight }) => place !== undefined && weight < OPENS).toSorted(inOrder),
  }
}

/**
 * Returns the successes that say most: in `{"code":0,"data":{"resultCode":"1000"}}` that is the 1000.
 * @param {Judged[]} successes
 */
function mostTelling(successes) {
  const others = successes.filter(({ code, weight }) => code !== "0" && weight >= OPENS)
  return others.length > 0 ? others : successes
}

/** @param {Judged} first @param {Judged} second */
function inOrder(first, second) {
  return first.at - second.at || second.weight - first.weight
}

/**
 * Returns each code once, as what most speaks for it.
 * @param {Judged[]} all
 */
function strongest(all) {
  /** @type {Map<string, Judged>} */
  const best = new Map()
  for (const one of all) {
    const key = one.place === undefined ? `${one.code} ${one.provider}` : String(one.place)
    const known = best.get(key)
    if (!known || known.weight < one.weight) best.set(key, { ...one, at: Math.min(one.at, known?.at ?? one.at) })
  }
  return [...best.values()]
}

/** @param {Judged[]} unlisted @param {boolean} others @returns {Judged[]} without what may be an HTTP status, unless that is all */
function withoutStatus(unlisted, others) {
  const certain = unlisted.filter(({ code, rank }) => rank > 2 || !HTTP_STATUS.test(code))
  return certain.length > 0 || others ? certain : unlisted
}

/**
 * @param {Found} found
 * @param {import("./evidence.js").Around} around
 * @param {Index} index
 * @returns {(Claim & {place?: number})[]}
 */
function claimsOf(found, around, index) {
  const owners = ownersOf(found, index.providers, around.keys)
  const own = owners.filter(({ weight }) => weight > OPENS)
  const places = (/** @type {string} */ code) => placesOf(code, own.length > 0 ? own : owners, own.length > 0, around, index)
  // `wechat-40029`: a dash that joins, no minus.
  const isDash = found.joined && places(found.code).length === 0
  const code = isDash ? found.code.slice(1) : found.code
  const claims = places(code).map((place) => {
    const { provider, codeSet } = index.codeSetAt(place)
    return { ...claim({ ...found, code }, provider, codeSet, around, owners, index.providers), place }
  })
  const meant = own.length > 0 ? own.map(({ provider }) => provider) : []
  const isMeant = claims.some(({ provider, weight }) => weight >= OPENS && (meant.length === 0 || meant.includes(provider ?? "")))
  return isMeant ? claims : [...claims, ...unlistedClaim({ ...found, code }, owners, around, index, claims.length > 0)]
}

/**
 * @param {string} code
 * @param {Owner[]} owners
 * @param {boolean} alone whether nobody else can be meant
 * @param {import("./evidence.js").Around} around
 * @param {Index} index
 */
function placesOf(code, owners, alone, around, index) {
  const provider = around.named
  const ofOwners = owners.flatMap(({ provider: id, codeSet }) => index.exact({ code, provider: id, codeSet }))
  if (alone) return ofOwners
  if (provider) return index.exact({ code, provider, codeSet: null })
  const others = index.exact({ code, provider: null, codeSet: null })
    .filter((place) => !owners.some(({ provider: id }) => id === index.codeSetAt(place).provider))
  return [...ofOwners, ...others]
}

/**
 * @param {Found} found
 * @param {Owner[]} owners
 * @param {import("./evidence.js").Around} around
 * @param {Index} index
 * @param {boolean} listed whether somebody lists it
 * @returns {Claim[]}
 */
function unlistedClaim(found, owners, around, index, listed) {
  const { code } = found
  if (!index.couldList(code) || (found.listed && digits(code) < SURELY_A_CODE)) return []
  const none = { code, codeSet: null, rank: 0 }
  const [owner] = owners.toSorted((first, second) => second.weight - first.weight)
  if (owner && (owner.weight > OPENS || (owner.weight > 1 && !listed && index.couldList(code, owner.provider)))) {
    const why = `found under \`${found.key}\``
    return [{ ...none, provider: owner.provider, weight: owner.weight, rank: owner.weight, why }]
  }
  const word = isSaidToBeCode(found)
  const foreign = foreignKey(found)
  if (around.named && !foreign && (around.alone || around.only || word || size(code) > 0)) {
    return [{ ...none, provider: around.named, weight: OPENS, why: "the text names {provider}" }]
  }
  if (listed) return []
  const may = foreign === null ? word || digits(code) >= SURELY_A_CODE : isKeyForCodes(foreign)
  return may ? [{ ...none, provider: null, weight: 1, why: "" }] : []
}
