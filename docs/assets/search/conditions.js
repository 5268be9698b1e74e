// What people call the conditions that codes stand for: their titles, and other names.

import { words } from "./folding.js"

/**
 * A condition; `title` and `names` are in words, as in a query, `called` as they are written.
 * @typedef {object} Condition
 * @property {string} title
 * @property {string[]} names other than that
 * @property {string[]} called these as they are written
 * @property {string[]} words of all of it
 * @property {number[]} places of its codes
 *
 * Places by what their condition is called; no place is in two of them.
 * @typedef {object} Alike
 * @property {number[]} titled whose title has all words, the whole title first
 * @property {Map<number, string>} called of which other names have them, the whole name first; with the
 *   name that has all of them, empty where several have
 * @property {boolean} named whether some title or name is the whole text
 */

/**
 * @param {{names: string[], places: number[]}[]} content of the file, titles first among the names
 * @returns {Condition[]}
 */
export function conditionsOf(content) {
  return content.map(({ names, places }) => {
    const [title, ...others] = names.map((name) => words(name).join(" "))
    return { title, names: others, called: names.slice(1), words: words(names.join(" ")), places }
  })
}

/**
 * Finds the codes whose condition is called so, or so begun.
 * @param {Condition[]} conditions
 * @param {string[]} terms in lower case, without common words
 * @param {string} text the whole query
 * @returns {Alike}
 */
export function alike(conditions, terms, text) {
  const wanted = words(text).join(" ")
  const found = conditions.filter(({ words }) => hasAll(words, terms))
  const isTitled = (/** @type {Condition} */ { title }) => hasAll(title.split(" "), terms)
  const whole = found.filter(({ title }) => title === wanted)
  const titled = new Set([...whole, ...found.filter(isTitled)].flatMap(({ places }) => places))
  const others = found.filter((one) => !isTitled(one))
  const first = others.filter(({ names }) => names.includes(wanted))
  /** @type {Map<number, string>} */
  const called = new Map()
  for (const { names, called: written, places } of [...first, ...others]) {
    const exact = names.indexOf(wanted)
    const name = written[exact >= 0 ? exact : names.findIndex((one) => hasAll(one.split(" "), terms))] ?? ""
    for (const place of places) if (!titled.has(place) && !called.has(place)) called.set(place, name)
  }
  return { titled: [...titled], called, named: whole.length + first.length > 0 }
}

/** @param {string[]} words @param {string[]} terms */
function hasAll(words, terms) {
  return terms.every((term) => words.some((word) => word.startsWith(term)))
}
