// What words find: codes by their messages and their conditions, and hand-written pages.

import { clearlyBest } from "./best.js"
import { words } from "./folding.js"
import { providerNamed } from "./provider_named.js"
import { codeResult, pageResult, providerResult } from "./results.js"

/**
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./results.js").Result} Result
 */

export const MOST = 50
const MOST_PAGES = 5
// More and longer words than a message has: a large log.
const MOST_TERMS = 24
const LONGEST_TERM = 32

/**
 * What words find; `all` tells whether it has all of them, `clear` whether the first is clearly the best.
 * @typedef {{codes: Result[], pages: Result[], all: boolean, clear: boolean}} Found
 */

/**
 * Finds words in messages, then in the titles of conditions, then in their other names, then in hand-written
 * pages.
 * @param {Query} query
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<Found>}
 */
export async function search(query, index) {
  const { named: asked, here } = query
  const [, question] = providerNamed(query.text, index.providers)
  const told = await index.inItsLanguage(question, asked, here)
  const said = await index.meaning(question, asked, here)
  const foreign = [...new Set([...told.places, ...said.places])].slice(0, MOST)
  if (foreign.length > 0) {
    const { certain } = told.places.length > 0 ? told : said
    const codes = await shown(foreign, index, [...told.marks, ...said.marks])
    return { codes, pages: [], all: certain, clear: certain }
  }
  const [text, written] = await Promise.all([index.text(), index.pages()])
  const terms = query.words
    .filter((word) => word.length <= LONGEST_TERM && !text.isCommon(word))
    .slice(0, MOST_TERMS)
  // A provider's page answers its name alone.
  const enter = terms.length === 0 ? undefined : null
  const provider = asked ? [{ ...providerResult(asked, index.providers[asked]), enter }] : []
  if (terms.length === 0) return { codes: [], pages: provider, all: false, clear: true }
  const { named, others } = inPages(query.text, terms, written)
  const pages = [...others, ...provider]
  const { places, marks, best, all } = await inCodes(terms, question, text, named.length + others.length > 0, query, index)
  if (places.length === 0) {
    return { codes: [], pages: [...named, ...pages], all: false, clear: named.length === 1 || named.length + pages.length === 1 }
  }
  // A page that is called like the query is what was meant.
  const codes = [...named, ...(await shown(places.slice(0, MOST), index, marks.terms, marks.called))]
  return { codes, pages, all, clear: named.length > 0 ? named.length === 1 : best }
}

/**
 * @param {string[]} terms
 * @param {string} question the text without a provider's name
 * @param {import("./vocabulary.js").Vocabulary} text
 * @param {boolean} paged whether a page has all of them
 * @param {Query} query
 * @param {import("./lookup.js").Index} index
 */
async function inCodes(terms, question, text, paged, { named, here }, index) {
  const isAsked = (/** @type {number} */ place) => !named || index.codeSetAt(place).provider === named
  const found = text.find(terms)
  const own = found.places.map(Number).filter(isAsked)
  const alike = await index.alike(terms, question)
  const titled = alike.titled.filter(isAsked)
  const called = [...alike.called.keys()].filter(isAsked)
  // Some of the words are a poor answer beside a condition or a page that has them all.
  const said = found.all || (titled.length + called.length === 0 && !paged) ? own : []
  const best = found.all ? await clearlyBest(own, found.lists, text, index) : undefined
  const equals = [said, titled, called].flatMap((places) => index.ofFirst(here, places))
  const places = [...new Set([...(best === undefined ? [] : [best]), ...equals])]
  const isNamed = alike.named && places.length === 1
  return {
    places,
    marks: { terms: found.marks, called: alike.called },
    best: best !== undefined || isNamed,
    all: (found.all || alike.named) && !terms.every((term) => /^\p{N}+$/u.test(term)),
  }
}

/**
 * @param {number[]} places
 * @param {import("./lookup.js").Index} index
 * @param {string[]} terms words to mark
 * @param {Map<number, string>} [called] the name of the condition that was asked for, by place
 */
export async function shown(places, index, terms, called = new Map()) {
  const codes = await index.at(places)
  return codes.map((code, at) => codeResult(code, index.providers[code.provider], terms, "", called.get(places[at])))
}

/**
 * Returns the pages with words that begin so: those that are called like the query, and others.
 * @param {string} text
 * @param {string[]} terms
 * @param {import("./lookup.js").Page[]} pages
 */
function inPages(text, terms, pages) {
  const wanted = words(text).join(" ")
  const found = pages.filter((page) =>
    terms.every((term) => page.words.some((word) => word.startsWith(term))),
  )
  const named = found.filter(({ name }) => name === wanted)
  const others = found.filter(({ name }) => name !== wanted).slice(0, MOST_PAGES)
  return {
    named: named.map((page) => pageResult(page, terms)),
    others: others.map((page) => pageResult(page, terms)),
  }
}
