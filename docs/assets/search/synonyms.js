// What a text in Chinese, Japanese or Korean means in the English of the messages, by data/synonyms.yml.

import { parts } from "./code_words.js"
import { fold } from "./folding.js"

/**
 * @typedef {{means: string[], said: string[]}} Synonym English words, any of which says it, and what
 *   people write for it, without spaces
 * @typedef {Map<string, {said: string, means: string[]}[]>} Synonyms by the first sign, longer ones first
 */

const SCRIPTS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー"
const WRITTEN_SO = new RegExp(`[${SCRIPTS}]`, "u")
// Korean is written with spaces and without, as people like it.
const SPACES = new RegExp(`(?<=[${SCRIPTS}])\\s+(?=[${SCRIPTS}])`, "gu")
const LATIN = /[A-Za-z0-9_]+/y

/** @param {string} text @returns {boolean} whether something of it is in these scripts */
export function isForeign(text) {
  return WRITTEN_SO.test(text)
}

/** @param {Synonym[]} list @returns {Synonyms} */
export function bySign(list) {
  /** @type {Synonyms} */
  const synonyms = new Map()
  for (const { means, said: all } of list) {
    for (const said of all) synonyms.set(said[0], [...(synonyms.get(said[0]) ?? []), { said, means }])
  }
  for (const begun of synonyms.values()) begun.sort((first, second) => second.said.length - first.said.length)
  return synonyms
}

/**
 * Returns what a text means, in its order: of each thing the words that say it, or their beginnings. Latin
 * words stand for themselves. `known` is how much of its letters that is, from 0 to 1.
 * @param {string} text
 * @param {Synonyms} synonyms
 * @returns {{things: string[][], known: number}}
 */
export function meant(text, synonyms) {
  const folded = fold(text).replace(SPACES, "")
  // Of the same length, whatever the letters.
  const lower = folded.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  /** @type {Map<string, string[]>} */
  const found = new Map()
  let [known, letters] = [0, 0]
  for (let at = 0; at < folded.length; ) {
    LATIN.lastIndex = at
    const [word] = LATIN.exec(folded) ?? []
    const said = word ? undefined : synonyms.get(lower[at])?.find((one) => lower.startsWith(one.said, at))
    if (word) found.set(word.toLowerCase(), forms(word))
    if (said) found.set(said.means.join(" "), said.means)
    const length = (word ?? said?.said)?.length ?? 1
    if (word || said) known += length
    if (word || isForeign(lower[at])) letters += length
    at += length
  }
  return { things: [...found.values()], known: letters > 0 ? known / letters : 0 }
}

/** @param {string} word @returns {string[]} an identifier as it is and as others write it: `appId`, `app_id`, `appid` */
function forms(word) {
  const cut = parts(word).map((part) => part.toLowerCase())
  return [...new Set([word.toLowerCase(), ...(cut.length > 0 ? [cut.join("_"), cut.join("")] : [])])]
}
