// Which of the codes that have all words of a question is clearly the best, if one is: Enter opens no other.

import { fold, words } from "./folding.js"

/**
 * @typedef {import("./lookup.js").Code} Code
 * @typedef {(word: string) => boolean} Says
 */

const VARIABLE = /\{[a-z][a-z0-9_]*\}/g
// Of more codes, none is clearly the best.
const MOST_ALIKE = 50

/**
 * Returns the place of the code that is clearly the best: the only one that has all words, that says nothing
 * else, that says them in one text, or that says them side by side in their order.
 * @param {number[]} places of the codes that have all words somewhere
 * @param {string[][]} lists for each word of the question, the words that say it
 * @param {Pick<import("./vocabulary.js").Vocabulary, "isCommon">} text
 * @param {Pick<import("./lookup.js").Index, "at">} index
 * @returns {Promise<number | undefined>}
 */
export async function clearlyBest(places, lists, text, index) {
  if (places.length < 2) return places[0]
  if (places.length > MOST_ALIKE) return undefined
  const codes = await index.at(places)
  /** @type {Says[]} */
  const asked = lists.map((list) => (word) => list.includes(word))
  const isCommon = (/** @type {string} */ word) => text.isCommon(word)
  const told = codes.map((code) => textsOf(code).map((one) => piecesOf(one, isCommon)).filter((one) => hasAll(one, asked)))
  const those = (/** @type {(pieces: string[][]) => boolean} */ is) => places.filter((_, at) => told[at].some(is))
  const whole = those((pieces) => isNoMore(pieces, asked))
  if (whole.length > 0) return only(whole)
  const inOrder = asked.length > 1 ? those((pieces) => isInOrder(pieces, asked)) : []
  return only(those(() => true)) ?? only(inOrder)
}

/** @param {number[]} places @returns {number | undefined} the one, where there is but one */
function only(places) {
  return places.length === 1 ? places[0] : undefined
}

/** @param {Code} code @returns {string[]} */
function textsOf({ messages, sent, translations = [] }) {
  return [...messages, ...sent, ...translations.map(([, text]) => text)]
}

/**
 * @param {string} text
 * @param {(word: string) => boolean} isCommon
 * @returns {string[][]} its words in their order, without common ones: each whole, then in its parts
 */
function piecesOf(text, isCommon) {
  const found = fold(text.replace(VARIABLE, " ")).match(/[\p{L}\p{N}_]+/gu) ?? []
  return found.map((one) => words(one)).filter(([whole]) => !isCommon(whole))
}

/** @param {string[][]} pieces @param {Says[]} asked */
function hasAll(pieces, asked) {
  return asked.every((says) => pieces.some((forms) => forms.some(says)))
}

/** @param {string[][]} pieces @param {Says[]} asked @returns {boolean} whether each of its words is asked for */
function isNoMore(pieces, asked) {
  const isAsked = (/** @type {string} */ word) => asked.some((says) => says(word))
  return pieces.every(([whole, ...parts]) => isAsked(whole) || (parts.length > 0 && parts.every(isAsked)))
}

/** @param {string[][]} pieces @param {Says[]} asked @returns {boolean} whether they stand side by side in this order */
function isInOrder(pieces, asked) {
  return pieces.some((_, from) => asked.every((says, more) => pieces[from + more]?.some(says)))
}
