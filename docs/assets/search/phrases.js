// The messages that stand in a text: whole, with what varies filled in, with a tail or not.

import { plainWords } from "./folding.js"
import { saysCode } from "./code_words.js"

/**
 * @typedef {import("./lookup.js").Index} Index
 *
 * A message that stands in a text.
 * @typedef {object} Phrase
 * @property {number} place of the code that says it or is sent with it
 * @property {number} from its first word in the text
 * @property {number} to behind its last one
 * @property {number} fixed how many of its words never vary, as English counts words
 * @property {boolean} alone whether nothing but labels and a tail stands around it
 * @property {boolean} whole whether nothing at all does
 */

const MOST_WORDS = 120
const MOST_CODES = 60
const LONGEST_BEGINNING = 3
// So many words can stand for what varies.
const MOST_VARYING = 12
// So many words say a message even in the middle of a sentence.
export const TELLING = 4
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u
const VARIABLE = /\{[a-z][a-z0-9_]*\}/

// What APIs append to their messages begins with one of these, or with a sign.
const TAILS = new Set(
  `rid hint hints req reqid request requestid traceid trace logid log view see more details detail could ipv6 from
  http https at url`.split(/\s+/),
)
// With these, whatever stands before it, it is what an API sent.
const SURE_TAILS = new Set(["rid", "hint", "hints"])
// What stands before a message says no more than that one comes.
const LABELS = new Set(
  `message msg errmsg errormessage resultmessage result resultcodename failed failure api description desc text reason
  says said got returned the response wechat wx java lang runtimeexception uncaught fatal info warn debug
  提示 报 接口 微信 返回`.split(/\s+/),
)

/**
 * Finds the messages in a text, those with most words first.
 * @param {string} text in one line
 * @param {Index} index
 * @returns {Promise<Phrase[]>}
 */
export async function phrasesIn(text, index) {
  const folded = text.normalize("NFKC").toLowerCase()
  const found = plainWords(folded).slice(0, MOST_WORDS)
  const words = found.map(({ word }) => word)
  const borders = bordersOf(found, folded)
  /** @type {Map<number, Set<number>>} where the message of a code can begin, by place */
  const begun = new Map()
  const looked = words.flatMap((_, at) =>
    Array.from({ length: Math.min(LONGEST_BEGINNING, words.length - at) }, async (_, more) => {
      for (const place of await index.beginning(words.slice(at, at + more + 1))) {
        begun.set(place, (begun.get(place) ?? new Set()).add(at))
      }
    }),
  )
  await Promise.all(looked)
  const places = [...begun.keys()].slice(0, MOST_CODES)
  const codes = await index.at(places)
  const phrases = places.flatMap((place, number) => {
    const { messages, sent, translations = [] } = codes[number]
    const patterns = [...messages, ...sent, ...translations.map(([, text]) => text)].map(patternOf)
    const starts = /** @type {Set<number>} */ (begun.get(place))
    return [...starts].flatMap((from) => patterns.flatMap((pattern) => matched(pattern, words, from, borders, place)))
  })
  return longest(phrases)
}

/**
 * A message as it is compared: its words between what varies, and whether something varies around them.
 * @typedef {{runs: string[][], opens: boolean, ends: boolean}} Pattern
 */

/** @param {string} message @returns {Pattern} */
function patternOf(message) {
  const runs = message.split(VARIABLE).map((run) => plainWords(run).map(({ word }) => word))
  return { runs: runs.filter((run) => run.length > 0), opens: runs[0].length === 0, ends: runs[runs.length - 1].length === 0 }
}

/**
 * @param {Pattern} pattern
 * @param {string[]} words
 * @param {number} at where its first words that never vary stand
 * @param {boolean[]} borders whether a part of the text ends before each word
 * @param {number} place
 * @returns {Phrase[]}
 */
function matched({ runs, opens, ends }, words, at, borders, place) {
  let to = at
  for (const [number, run] of runs.entries()) {
    const last = number === 0 ? to : Math.min(to + MOST_VARYING, words.length)
    while (to <= last && !run.every((word, more) => words[to + more] === word)) to++
    if (to > last) return []
    to += run.length
  }
  const isEnd = (/** @type {number} */ place) => place >= words.length || borders[place] || TAILS.has(words[place])
  let from = at
  if (opens) while (from > 0 && !borders[from]) from--
  if (ends) while (!isEnd(to)) to++
  if (at - from > MOST_VARYING) return []
  const fixed = runs.flat().reduce((sum, word) => sum + wordsIn(word), 0)
  const whole = from === 0 && to === words.length && runs.length === 1 && !opens && !ends
  const tailed = TAILS.has(words[to]) || words.slice(to).every(isLabel)
  // "Your cart is empty" is said by many, "{field} is empty" or not.
  const isTelling = fixed > 2 || (runs.length === 1 && !opens && !ends)
  const labelled = words.slice(0, from).every(isLabel) && (to === words.length || (fixed > 1 && tailed))
  const alone = isTelling && (labelled || (fixed > 1 && SURE_TAILS.has(words[to])))
  const bounded = borders[from] && isEnd(to)
  return fixed >= TELLING || alone || (bounded && fixed > 1) ? [{ place, from, to, fixed, alone, whole }] : []
}

/** @param {string} word @returns {number} how many words it is: Chinese and Japanese have no spaces, and two signs a word */
function wordsIn(word) {
  return UNSPACED.test(word) ? Math.max(1, Math.floor(word.length / 2)) : 1
}

/** @param {string} word @returns {boolean} whether it says nothing of its own beside a message */
function isLabel(word) {
  return LABELS.has(word) || saysCode(word) || /^[0-9]+$/.test(word)
}

/** @param {{word: string, at: number, end: number}[]} found @param {string} text @returns {boolean[]} */
function bordersOf(found, text) {
  return found.map(({ word, at }, number) => {
    const before = found[number - 1]
    if (!before) return true
    return /[^\s_'`"-]/.test(text.slice(before.end, at)) || isLatin(word) !== isLatin(before.word)
  })
}

/** @param {string} word */
function isLatin(word) {
  return word.charCodeAt(0) < 0x590
}

/** @param {Phrase[]} phrases @returns {Phrase[]} those that are no part of a longer one, each code once */
function longest(phrases) {
  const sorted = phrases.toSorted((first, second) => second.fixed - first.fixed || first.to - first.from - (second.to - second.from))
  /** @type {Phrase[]} */
  const kept = []
  for (const phrase of sorted) {
    if (kept.some(({ place }) => place === phrase.place)) continue
    const over = kept.some(({ from, to, fixed }) => from < phrase.to && phrase.from < to && fixed > phrase.fixed)
    if (!over) kept.push(phrase)
  }
  return kept
}
