// A text in pieces, each looked at once: words, numbers that may be codes, signs, addresses.

import { isCodeWord } from "./code_words.js"

/**
 * @typedef {object} Token
 * @property {"word" | "number" | "sign" | "address"} kind
 * @property {string} text as it stands
 * @property {number} at where it begins
 * @property {number} end where it ends
 */

const LATIN = "A-Za-z\u00c0-\u058f\u1e00-\u1fff"
const NUMBER = "(?:[A-Za-z]{1,3})?[0-9]+(?:[.]0+)?L?"
// A number that is part of a word, a date, a time, a version, an address or an amount is none.
// 2019-40029 · a1b40029 · 1.40029 · $40029 · 12:40029 · 12/40029 · 1,400
const NOT_BEHIND = `(?<![${LATIN}0-9_.@%$€¥₩]|[0-9][:#]|(?<![0-9]{4}|[^:]/)/|(?<![0-9])[0-9]{1,3},)`
// 40029a · 40029% · 40029-12 · 40029.5 · 40029/12 · 40029,123
const NOT_BEFORE = `(?![${LATIN}0-9_%]|-[0-9]|[.:#][0-9]|[.][A-Za-z_]|/(?=[0-9])(?![0-9]{4,10}(?![0-9/.:-]))|,[0-9]{1,3}(?![0-9]))`

// What fits first from where the last piece ended. A minus may be a dash behind a word.
const PIECES = new RegExp(
  "(https?://[!#-&(-;=?-~]+)" +
    `|((?:(?<![0-9_.@%$€¥₩-]|[0-9][:#]|[0-9][a-z]{1,8})-|(?<!-)${NOT_BEHIND})${NUMBER}${NOT_BEFORE})` +
    `|([${LATIN}0-9_](?:[${LATIN}0-9_]|[.@](?=[${LATIN}0-9_]))*|(?:(?![${LATIN}])[\\p{L}\\p{M}])+)` +
    "|\\S",
  "gu",
)

/** @param {string} text in one line @returns {Token[]} all but white space */
export function tokens(text) {
  /** @type {Token[]} */
  const found = []
  PIECES.lastIndex = 0
  for (let match = PIECES.exec(text); match; match = PIECES.exec(text)) {
    const [piece, address, number, word] = match
    const [at, end] = [match.index, match.index + piece.length]
    if (word !== undefined) found.push(...unglued(piece, at))
    else if (number !== undefined && !isLink(text, at, end)) found.push(...parted(piece, at))
    else found.push({ kind: address ? "address" : number ? "word" : "sign", text: piece, at, end })
  }
  return found
}

/** @param {string} text @param {number} at @param {number} end @returns {boolean} whether a number is a link of a chain: `nio-8080-exec` */
function isLink(text, at, end) {
  return text[at] === "-" && text[end] === "-" && /[A-Za-z]/.test(text[at - 1] ?? "")
}

/** @param {string} text @param {number} at @returns {Token[]} a number; two pieces where its letters are a word for code: `err45009` */
function parted(text, at) {
  const [, word, number] = /^([A-Za-z]{2,3})([0-9]{4,10})$/.exec(text) ?? []
  if (!word || !isCodeWord(word)) return [{ kind: "number", text, at, end: at + text.length }]
  return pieces([["word", word], ["number", number]], at)
}

/** @param {string} text @param {number} at @returns {Token[]} a word; two pieces or three where a code is glued to it: `errcode40029`, `47001data`, `45009_CSDN` */
function unglued(text, at) {
  const [, word, number] = /^([A-Za-z_]+)([0-9]{4,10})$/.exec(text) ?? []
  if (word && isCodeWord(word)) return pieces([["word", word], ["number", number]], at)
  if (word?.endsWith("_") && number.length === 5) return pieces([["word", word.slice(0, -1)], ["sign", "_"], ["number", number]], at)
  // Not a part of something hexadecimal.
  const [, first, rest] = /^([0-9]{5})(_.*|(?![a-f]+$)[A-Za-z]{3}[A-Za-z_]*)$/i.exec(text) ?? []
  if (first) return pieces([["number", first], ["word", rest]], at)
  return pieces([["word", text]], at)
}

/** @param {[kind: Token["kind"], text: string][]} parts @param {number} at @returns {Token[]} */
function pieces(parts, at) {
  let from = at
  return parts.filter(([, text]) => text !== "").map(([kind, text]) => {
    const piece = { kind, text, at: from, end: from + text.length }
    from = piece.end
    return piece
  })
}
