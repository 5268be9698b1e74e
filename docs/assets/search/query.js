// What a query means: which codes it asks for, of which provider, and which words are left.
// Knows no browser. Takes anything that people have in their clipboard.

import { followsCodeWord, isOfSomethingElse, parts, precedesCodeWord } from "./code_words.js"

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
const MOST_BESIDE = 20
// So many digits are rarely a year or an amount.
const SURELY_A_CODE = 5
const LIKELY_A_CODE = 4
const CODE = /-?(?:[A-Za-z]{1,3})?[0-9]+(?:[.][0-9]+)*/
const ALONE = new RegExp(`^${CODE.source}$`)
const AND = "[\\s,;/|&+、・]|\\b(?:and|or|und|oder|y|e|o|et|ou|en|i|и|или|dan|và)\\b|和|或|及|与|跟|と|및|와|과|이나"
const SEVERAL = new RegExp(`^${CODE.source}(?:(?:${AND})+${CODE.source}){1,${MOST_BESIDE}}$`, "iu")
const NEXT = new RegExp(`["'\\])]*(?:${AND})+["'[(]*(${CODE.source})(?![\\w.:/-]*\\w)`, "iuy")
// A number that is part of a date, a time, an address, a version, an amount or a longer word is none.
// Scripts that are written without spaces put their words right beside a number.
const NUMBER = new RegExp(
  `(?<![A-Za-z\u00c0-\u058f0-9_./@%$€¥-]|[0-9][:#])${CODE.source}(?![A-Za-z\u00c0-\u058f_/%-]|[.,:#]?[0-9])`,
  "gu",
)
// Between a key and its code stand signs, types and small words, but never another number: JSON,
// dumps of many languages, XML, `errcode is 40029`.
const GAP =
  "[\"'`*\\]\\[(){}<>|:=,~!&→;是为為は が이가은는값\\s]|->|-(?=[ \"'>])|[.]{2,3}|;?[sid]:[0-9]+:(?=\")|;?[sid]:(?=[-\"0-9])|string\\([0-9]+\\)|" +
  "\\b(?:is|was|int|integer|string|long|some|optional|decimal|numberint|value|returned|got|we|i|of|no|nr|number|now|equals|es|est|ist)\\b|равен|等于|值|!\\[cdata\\["
const PAIR = new RegExp(
  `(?<![A-Za-z0-9_])(["']?)([A-Za-z_][A-Za-z0-9_]*)((?:${GAP}){1,12}?)` +
    "(-?[A-Za-z]{0,3}[0-9]{1,20})(?:[.]0+(?![0-9.]))?L?(?![A-Za-z0-9_]|[.:/-][0-9])",
  "giu",
)
// Numbers under these keys look like codes and are none of ours.
const OTHER_KEYS = new RegExp(
  `(?:resend_?result|zip|sms|verify|country|postal|status)_?code(?![A-Za-z0-9_])(?:${GAP}|은){0,14}?-?[A-Za-z]{0,3}[0-9]+`,
  "giu",
)
export const HTTP_STATUS = /^[1-5][0-9]{2}$/

/**
 * Folds a query into one line: widths, dashes, quotes, escapes and white space.
 * @param {string} text
 */
export function fold(text) {
  return decoded(text)
    .normalize("NFKC")
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (/** @type {string} */ digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u02d7\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, "-")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/g, '"')
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, " ")
    .replace(/\\u0022|\\x22|&quot;|&#34;/gi, '"')
    .replace(/&#39;|&apos;/gi, "'")
    .replace(/&nbsp;|&#160;|\\[nrt]|<\/?(?:br|b|i|p|td|th|tr|li|em|div|code|span|strong)\b[^<>]*>/gi, " ")
    .replace(/\\+(["'])/g, "$1")
    .replace(/\b(no|nr|num)[.](?=[0-9])/gi, "$1. ")
    .trim()
}

/** @param {string} text which may be a body as it stands in an address @returns {string} */
function decoded(text) {
  if (!/%(?:25)*(?:22|3A|7B)/i.test(text)) return text
  try {
    const once = decodeURIComponent(text.replace(/[+]/g, " "))
    return once === text ? once : decoded(once)
  } catch {
    return text
  }
}

/**
 * Returns the words of a text in lower case, identifiers whole and in their parts.
 * @param {string} text
 */
export function words(text) {
  const found = fold(text).match(/[\p{L}\p{N}_]+/gu) ?? []
  return [...new Set(found.flatMap((word) => [word, ...parts(word)]).map((word) => word.toLowerCase()))]
}

/**
 * Returns the number by which a whole message is found, whatever its case and punctuation: FNV-1a,
 * 32 bits, of its letters and digits. `message_hash` in `macros/search_index.py` does the same.
 * @param {string} message
 */
export function messageHash(message) {
  const found = message.normalize("NFKC").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  let number = 0x811c9dc5
  for (const byte of new TextEncoder().encode(found.join(" "))) {
    number = Math.imul(number ^ byte, 0x01000193) >>> 0
  }
  return number
}

/**
 * Understands a query.
 * @param {string} input
 * @param {Record<string, Provider>} providers by id
 * @returns {Query}
 */
export function understand(input, providers) {
  const text = fold(input)
  const [named, rest] = providerNamed(text, providers)
  const alone = rest
    .replace(/^[^\p{L}\p{N}\p{Sc}-]+|[^\p{L}\p{N}\p{Sc}%]+$/gu, "")
    .replace(/^-\s+(?=[0-9])/, "-")
    .replace(/^(-?[0-9]+)(?:[.]0|[lL])$/, "$1")
  const query = { text, words: words(rest), named, bare: false }
  if (SEVERAL.test(alone)) {
    const all = [...alone.matchAll(new RegExp(CODE, "g"))].map(([code]) => ({ code, provider: named, codeSet: null }))
    const sure = all.every(({ code }) => digits(code) >= SURELY_A_CODE)
    return sure ? { ...query, codes: all, numbers: [] } : { ...query, codes: [], numbers: all }
  }
  if (alone.length <= LONGEST_CODE && ALONE.test(alone)) {
    const joined = named !== null && alone.startsWith("-") && /[\p{L}]-[0-9]/u.test(text)
    const asked = { code: alone, provider: named, codeSet: null, joined }
    return { ...query, codes: [asked], numbers: [], bare: alone === rest && !named }
  }
  const own = text.replace(OTHER_KEYS, " ")
  const left = numbers(own, named)
  const codes = failing(byKey(own, named, providers), providers)
  const certain = codes.filter(({ code, keyed }) => keyed || !HTTP_STATUS.test(code))
  if (certain.length > 0) return { ...query, codes: certain, numbers: left }
  if (codes.length > 0 || !named) return { ...query, codes, numbers: left }
  // With a provider beside it, a number is a code even if nobody lists it.
  const few = left.length === 1 && query.words.length <= 2
  const likely = left.filter(({ code }) => digits(code) >= LIKELY_A_CODE || code.startsWith("-"))
  const behind = likely.find(({ code }) => text.indexOf(code) > text.length - rest.length)
  const beside = few ? left[0] : likely.length === 1 ? likely[0] : behind
  return { ...query, codes: beside ? [beside] : [], numbers: left }
}

/** @param {string} code @returns {number} */
function digits(code) {
  return code.replace(/[^0-9]/g, "").length
}

/**
 * Finds the provider that a query names, and what is left without the name.
 * @param {string} text
 * @param {Record<string, Provider>} providers
 * @returns {[provider: string | null, rest: string]}
 */
function providerNamed(text, providers) {
  const found = Object.entries(providers).flatMap(([id, { names }]) =>
    names.map((name) => ({ id, name, at: placeOf(name, text) })).filter(({ at }) => at >= 0),
  )
  // A longer name tells more than a shorter one within it.
  const best = found.reduce((one, other) => (other.name.length > one.name.length ? other : one), {
    id: "",
    name: "",
    at: -1,
  })
  const others = found.some(({ id, at }) => id !== best.id && (at < best.at || at >= best.at + best.name.length))
  if (best.at < 0 || others || text.toLowerCase().length !== text.length) {
    return [others ? null : best.id || null, text]
  }
  return [best.id, `${text.slice(0, best.at)} ${text.slice(best.at + best.name.length)}`.trim()]
}

/** @param {string} name in lower case @param {string} text @returns {number} where the name stands as a word */
function placeOf(name, text) {
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    const end = at + name.length
    if (isEdge(text[at - 1], text[at]) && isEdge(text[end - 1], text[end])) return at
  }
  return -1
}

/**
 * Tells whether a word ends between two characters: other scripts, numbers and humps end it, too.
 * @param {string | undefined} left
 * @param {string | undefined} right
 */
function isEdge(left = " ", right = " ") {
  const latin = /[A-Za-z\u00c0-\u024f]/
  if (!latin.test(left) || !latin.test(right)) return true
  return /[a-z]/.test(left) && /[A-Z]/.test(right)
}

/**
 * Finds codes under the keys that providers use, and beside words for "code".
 * @param {string} text
 * @param {string | null} named
 * @param {Record<string, Provider>} providers
 * @returns {Asked[]}
 */
function byKey(text, named, providers) {
  /** @type {Asked[]} */
  const strong = []
  // `code` is also what a gateway puts around the answer of a provider.
  /** @type {Asked[]} */
  const outer = []
  /** @type {Asked[]} */
  const weak = []
  for (const match of text.matchAll(PAIR)) {
    const [, keyQuote, key, gap, code] = match
    const end = match.index + match[0].length
    const owners = Object.entries(providers).flatMap(([id, provider]) =>
      provider.keys
        .filter(([name]) => name.toLowerCase() === key.toLowerCase())
        .map(([, codeSet, type]) => ({ id, codeSet, type })),
    )
    const type = /[:=>]\s*["']$/.test(gap) ? "string" : "integer"
    const typed = owners.filter((owner) => owner.type === type)
    const meant = typed.length > 0 ? typed : owners
    const ids = new Set(meant.map(({ id }) => id))
    // `code` is a key of one provider and a word of everybody: without quotes it is the word.
    const tells = ids.size === 1 && (key.toLowerCase() !== "code" || keyQuote)
    if (tells) {
      const sets = new Set(meant.map(({ codeSet }) => codeSet))
      const common = key.toLowerCase() === "code"
      const owner = { provider: meant[0].id, codeSet: sets.size === 1 ? meant[0].codeSet : null }
      const asked = common
        ? { code, ...(named ? { provider: named, codeSet: null } : owner), guessed: true }
        : { code, ...owner, keyed: true }
      const found = common ? outer : strong
      found.push(asked, ...next(text, end, asked))
    } else if (owners.length > 0) {
      const asked = { code, provider: named, codeSet: null }
      weak.push(asked, ...next(text, end, asked))
    }
  }
  const failed = strong.filter((asked) => !isSuccess(asked, providers))
  if (failed.length > 0 || (strong.length > 0 && outer.length === 0)) return strong
  if (outer.length > 0 && !outer.every(({ code }) => HTTP_STATUS.test(code))) return [...strong, ...outer]
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 60), match.index)
    if (isOfSomethingElse(before, text.slice(end, end + 16))) continue
    if (!followsCodeWord(before) && !(digits(match[0]) >= 3 && precedesCodeWord(text.slice(end, end + 24)))) continue
    const asked = { code: match[0], provider: named, codeSet: null }
    weak.push(asked, ...next(text, end, asked))
  }
  return weak.length > 0 ? weak : [...strong, ...outer]
}

/**
 * Returns the codes that follow one: `40029 and 45009`, `40029/45009`.
 * @param {string} text
 * @param {number} end where the first one ends
 * @param {Asked} asked the first one; the others have as many digits
 * @returns {Asked[]}
 */
function next(text, end, asked) {
  const found = []
  NEXT.lastIndex = end
  for (let match = NEXT.exec(text); match && found.length < MOST_BESIDE; match = NEXT.exec(text)) {
    const [, code] = match
    if (code.replace("-", "").length !== asked.code.replace("-", "").length) break
    found.push({ ...asked, code, ifListed: digits(code) < SURELY_A_CODE })
    NEXT.lastIndex = match.index + match[0].length
  }
  return found
}

/** @param {Asked} asked @param {Record<string, Provider>} providers */
function isSuccess({ code, provider }, providers) {
  return code === "0" || Boolean(provider && providers[provider].success.includes(code))
}

/**
 * Leaves out successes where something failed, and what stands twice.
 * @param {Asked[]} asked
 * @param {Record<string, Provider>} providers
 */
function failing(asked, providers) {
  const failed = asked.filter((one) => !isSuccess(one, providers))
  const seen = new Set()
  // An inner success, which is another than 0, says more than the one of the header around it.
  const inner = asked.filter(({ code }) => code !== "0")
  const successes = inner.length > 0 ? [...inner, ...asked.filter(({ code }) => code === "0")] : asked.reverse()
  return (failed.length > 0 ? failed : successes).filter(({ code, provider, codeSet }) => {
    const same = `${code} ${provider} ${codeSet}`
    return !seen.has(same) && seen.add(same)
  })
}

/** @param {string} text @param {string | null} named @returns {Asked[]} */
function numbers(text, named) {
  const found = [...text.matchAll(NUMBER)].filter(({ index, 0: code }) => {
    const end = index + code.length
    return !isOfSomethingElse(text.slice(Math.max(0, index - 24), index), text.slice(end, end + 16))
  })
  return [...new Set(found.map(([code]) => code))].map((code) => ({ code, provider: named, codeSet: null }))
}
