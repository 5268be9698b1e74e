// The numbers of a text that may be codes, each with what stands around it: in JSON in all its broken
// forms, dumps of many languages, XML, key = value, and sentences.

import { isFiller, isOfAnotherKind, isOfSomethingElse } from "./code_words.js"
import { tokens } from "./tokens.js"

/**
 * How a number is tied to the word before it: as the value of a key in quotes, brackets or a tag; of a
 * word and a sign, as in `code = 7`; or only by standing behind it.
 * @typedef {"key" | "sign" | "said"} Tie
 *
 * @typedef {import("./tokens.js").Token} Token
 *
 * @typedef {object} Found
 * @property {string} code as it would be printed, with its sign
 * @property {number} at where it stands in the text
 * @property {string} key the word before it, or nothing
 * @property {Tie} tie
 * @property {string} label the same, where no other word stands before it
 * @property {string} parent the key of the object that it stands in, or nothing
 * @property {boolean} quoted whether it is a text, not a number, to whoever wrote the body
 * @property {string} behind the word right behind it, or nothing
 * @property {boolean} first whether no word stands before it
 * @property {boolean} joined whether its minus may be a dash: `WeChat-40029`
 * @property {boolean} listed whether it follows another number as in `40029 and 45009`
 */

// So many numbers are a log that nobody means as a query.
const MOST_NUMBERS = 500
const MOST_SIGNS = 14
const QUOTE = /^["'`]$/
const GLUE = /^["'`*[\](){<>|:=~!→#&_-]$/
const BETWEEN_CODES = /^["'`*[\]()<>|,/&+、→-]$/
const AND = /^(?:and|or|und|oder|y|e|o|ou|to|dan|và|и|или|和|或|或者|及|与|跟|と|および|와|과|이나|변|变|变成|变成了|變成)$/

/**
 * @param {string} text in one line
 * @returns {{numbers: Found[], keys: Set<string>}} the numbers, and every key of a body, in lower case
 */
export function numbersIn(text) {
  const pieces = tokens(text)
  /** @type {Found[]} */
  const numbers = []
  /** @type {Set<string>} */
  const keys = new Set()
  /** @type {string[]} for each object that is open, the nearest key around what stands in it */
  const open = []
  let begun = false
  for (const [place, piece] of pieces.entries()) {
    if (piece.kind === "sign") {
      if ("{([".includes(piece.text)) open.push(keyBefore(pieces, place).key || (open.at(-1) ?? ""))
      else if ("})]".includes(piece.text)) open.pop()
    } else if (piece.kind === "word") {
      if (isKey(pieces, place)) keys.add(piece.text.toLowerCase())
      begun = true
    } else if (piece.kind === "number") {
      const found = around(pieces, place, text, open, numbers, !begun)
      if (found) numbers.push(found)
      begun = true
    } else begun = true
  }
  // In a log, what failed stands last.
  return { numbers: numbers.slice(-MOST_NUMBERS), keys }
}

/**
 * @param {Token[]} pieces
 * @param {number} place of a number
 * @param {string} text
 * @param {string[]} open
 * @param {Found[]} before the numbers before it
 * @param {boolean} first
 * @returns {Found | undefined} nothing where it is an amount, a line, a port
 */
function around(pieces, place, text, open, before, first) {
  const { text: printed, at, end } = pieces[place]
  if (isLength(pieces, place)) return undefined
  if (isOfSomethingElse(text.slice(Math.max(0, at - 24), at), text.slice(end, end + 16))) return undefined
  const code = printed.replace(/[.]0+$|L$/, "")
  const { key, tie, label, after } = keyBefore(pieces, place)
  if (isOfAnotherKind(key)) return undefined
  const joined = printed.startsWith("-") && /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at))
  const own = { code, at, quoted: QUOTE.test(text[at - 1] ?? ""), behind: wordBehind(pieces, place), first, joined }
  const one = before.at(-1)
  // 40029 and 45009: what is said of the one is said of the other.
  if (after !== undefined && one && pieces[after].at === one.at && digits(one.code) === digits(code)) {
    return { ...one, code, at, joined, listed: true }
  }
  return { ...own, key, tie, label, parent: open.at(-1) ?? "", listed: false }
}

/**
 * Goes back from a number, or from what opens an object, to the word that it belongs to.
 * @param {Token[]} pieces
 * @param {number} place
 * @returns {{key: string, tie: Tie, label: string, after?: number}} `after` is the number that it follows in a list
 */
function keyBefore(pieces, place) {
  const none = /** @type {const} */ ({ key: "", tie: "said", label: "" })
  // Whether a sign ties them; whether only what stands between codes does; whether a list ends between.
  let [signed, apart, listed] = [false, true, false]
  for (let at = place - 1; at >= 0 && place - at <= MOST_SIGNS; at--) {
    const { kind, text } = pieces[at]
    const next = pieces[at + 1]?.text ?? ""
    if (kind === "address") return none
    if (kind === "number") {
      if (isLength(pieces, at)) continue
      return apart ? { ...none, after: at } : none
    }
    if (kind === "word") {
      if (AND.test(text) && apart) listed = true
      else if (isFiller(text, next)) apart = false
      else if (listed) return none
      else {
        const tie = !signed ? "said" : isInQuotes(pieces, at) ? "key" : "sign"
        return { key: text, tie, label: pieces[at - 1]?.kind === "word" ? "" : text }
      }
      continue
    }
    if (/^[:=>;]$/.test(text)) signed = true
    if (/^[,/&+、]$/.test(text)) listed = true
    if (!BETWEEN_CODES.test(text)) apart = false
    const php = text === ";" && /^[sid]$/.test(next) && pieces[at + 2]?.text === ":"
    const short = text === "." && isFiller(pieces[at - 1]?.text ?? "", "")
    if (!GLUE.test(text) && !php && !short && !(apart && listed)) return none
  }
  return none
}

/** @param {Token[]} pieces @param {number} at of a number @returns {boolean} whether it says how long a text is: `s:5:` or `string(5)` */
function isLength(pieces, at) {
  const [before, behind] = [pieces[at - 1]?.text, pieces[at + 1]?.text]
  return (before === "(" && behind === ")" && pieces[at - 2]?.text === "string") || (before === ":" && behind === ":" && /^[sid]$/.test(pieces[at - 2]?.text ?? ""))
}

/** @param {Token[]} pieces @param {number} at of a word */
function isInQuotes(pieces, at) {
  const [before, behind] = [pieces[at - 1]?.text ?? "", pieces[at + 1]?.text ?? ""]
  return QUOTE.test(before) && QUOTE.test(behind) || (before === "[" && behind === "]") || (before === "<" && behind === ">")
}

/** @param {Token[]} pieces @param {number} at of a word @returns {boolean} whether it is a key of a body */
function isKey(pieces, at) {
  if (!isInQuotes(pieces, at)) return false
  return pieces[at - 1].text === "<" || /^[:=;]$/.test(pieces[at + 2]?.text ?? "") || (pieces[at + 2]?.text === "]" && /^[=]$/.test(pieces[at + 3]?.text ?? ""))
}

/** @param {Token[]} pieces @param {number} place */
function wordBehind(pieces, place) {
  for (let at = place + 1; at <= place + 4 && at < pieces.length; at++) {
    const { kind, text } = pieces[at]
    if (kind === "word") return text
    if (kind !== "sign" || !/^["'`)\]:,-]$/.test(text)) return ""
  }
  return ""
}

/** @param {string} word @returns {boolean} whether it stands between two of a list */
export function isAnd(word) {
  return AND.test(word)
}

/** @param {string} code @returns {number} */
export function digits(code) {
  return code.replace(/[^0-9]/g, "").length
}
