// Texts in one form: a query in one line, its words, and the number of a whole message.

import { parts } from "./code_words.js"

/**
 * Folds a query into one line: widths, dashes, quotes, escapes and white space.
 * @param {string} text
 */
export function fold(text) {
  return readable(text)
    // What PHP and Python make of texts in other scripts.
    .replace(/\\u([0-9a-f]{4})/gi, (_, /** @type {string} */ unit) => String.fromCharCode(parseInt(unit, 16)))
    .normalize("NFKC")
    // eslint-disable-next-line no-control-regex -- colours of a terminal begin with one
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (/** @type {string} */ digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u02d7\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, "-")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/g, '"')
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/\p{Cf}+/gu, "")
    .replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, " ")
    .replace(/\\x22|&quot;|&#34;/gi, '"')
    .replace(/&#39;|&apos;/gi, "'")
    .replace(/&nbsp;|&#160;|\\[nrt]|<\/?(?:br|b|i|p|td|th|tr|li|em|div|code|span|strong)\b[^<>]*>/gi, " ")
    .replace(/(?<!\\)\\+(["'])/g, "$1")
    .replace(/\b(no|nr|num)[.](?=[0-9])/gi, "$1. ")
    .trim()
}

/** @param {string} text which may be a body as it stands in an address @param {number} [times] how often it may be encoded @returns {string} */
function readable(text, times = 3) {
  if (times === 0 || !/%(?:22|3A|3D|7B|25(?:22|25|3A|3D|7B))/i.test(text)) return text
  try {
    return readable(decodeURIComponent(text.replace(/[+]/g, " ")), times - 1)
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
 * Returns the words of a message as they are compared, whatever its case and punctuation, with where each
 * stands. `plain_words` in `macros/publish/search_index.py` does the same.
 * @param {string} text
 * @returns {{word: string, at: number, end: number}[]}
 */
export function plainWords(text) {
  const folded = text.normalize("NFKC").toLowerCase()
  return [...folded.matchAll(/(?:(?![^\0-\u058f])[\p{L}\p{N}])+|(?:(?![\0-\u058f])[\p{L}\p{N}])+/gu)].map(
    ({ index, 0: word }) => ({ word, at: index, end: index + word.length }),
  )
}

/**
 * Returns each two signs that stand together in Chinese, Japanese or Korean, a plus before them. `pairs` in
 * `macros/publish/search_index.py` does the same.
 * @param {string} text
 * @returns {string[]}
 */
export function pairs(text) {
  const runs = text.normalize("NFKC").match(/[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]+/g) ?? []
  return [...new Set(runs.flatMap((run) => Array.from(run.slice(1), (sign, at) => `+${run[at]}${sign}`)))]
}

/**
 * Returns FNV-1a, 32 bits, of some words; `words_hash` in `macros/publish/search_index.py` does the same.
 * @param {string[]} words
 */
export function wordsHash(words) {
  let number = 0x811c9dc5
  for (const byte of new TextEncoder().encode(words.join(" "))) {
    number = Math.imul(number ^ byte, 0x01000193) >>> 0
  }
  return number
}
