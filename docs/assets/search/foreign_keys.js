// Numbers under keys that no provider here uses: what such a body says is no evidence for a code of ours.

import { isCodeWord, parts } from "./code_words.js"
import { IN_ERROR, NUMBERS, UNDER_KEY } from "./patterns.js"

// So far before a number, its key can begin.
const LONGEST_KEY = 80
// So far before a key, the object that has it can begin.
const LONGEST_OBJECT = 400
const COMMON_KEY = "code"
// Words for a code that are rather a key, in whatever case.
const KEYS = new Set(["retcode", "returncode", "resultstatus"])

/**
 * Returns the numbers that stand under such keys and nowhere else, each with its key.
 * @param {string} text in one line
 * @param {Record<string, import("./query.js").Provider>} providers
 * @returns {Map<string, string>}
 */
export function underForeignKeys(text, providers) {
  const own = new Set(Object.values(providers).flatMap(({ keys }) => keys.map(([key]) => key.toLowerCase())))
  /** @type {Map<string, string | null>} */
  const found = new Map()
  for (const { index, 0: code } of text.matchAll(NUMBERS)) {
    if (found.get(code) === null) continue
    const before = text.slice(Math.max(0, index - LONGEST_KEY), index)
    found.set(code, foreignKey(before, text.slice(0, index), own))
  }
  return new Map([...found].flatMap(([code, key]) => (key === null ? [] : [[code, key]])))
}

/**
 * @param {string} before the text before a number, from where its key can begin
 * @param {string} all the text before the number
 * @param {Set<string>} own the keys of providers, in lower case
 * @returns {string | null} its key, if nobody here uses that
 */
function foreignKey(before, all, own) {
  const match = UNDER_KEY.exec(before)
  if (!match) return null
  const { quoted, bare, tag } = /** @type {Record<string, string>} */ (match.groups)
  const key = quoted ?? tag ?? bare
  const path = key.toLowerCase().split(".")
  const last = path[path.length - 1]
  if (last === COMMON_KEY && own.has(last)) {
    if (path.length > 1) return key
    // The code of an error within a body is not the code of the body.
    const start = all.length - before.length + match.index
    const object = all.slice(Math.max(0, start - LONGEST_OBJECT), start)
    return IN_ERROR.test(object) ? `error.${key}` : null
  }
  if (bare && !isKey(bare)) return null
  // wx_errcode
  const tail = parts(key).at(-1)?.toLowerCase() ?? last
  return own.has(last) || (tail !== COMMON_KEY && own.has(tail)) ? null : key
}

/**
 * Tells whether a word without quotes is rather a key than words for a code: retCode, not errorCode.
 * @param {string} word
 */
function isKey(word) {
  if (word.includes(".") || KEYS.has(word.toLowerCase())) return true
  return !parts(word).every(isCodeWord) && !/(?:exception|error)$/i.test(word)
}
