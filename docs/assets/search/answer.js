// The answer to a query: understood by query.js, looked up in the index, shown by results.js.

import { fold, HTTP_STATUS, understand, words } from "./query.js"
import { codeResult, notListedResult, pageResult, plain, providerResult } from "./results.js"

/**
 * @typedef {import("./query.js").Asked} Asked
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./results.js").Result} Result
 *
 * @typedef {object} Answer
 * @property {Result[]} results best first
 * @property {string | null} enter where Enter goes, or null where the query is not yet a code
 */

const MOST = 50
const MOST_PAGES = 5
// More and longer words than a message has; lunr would take minutes over a large log.
const MOST_TERMS = 24
const LONGEST_TERM = 32
const LONGEST_MESSAGE = 2000

/**
 * Answers a query.
 * @param {string} input
 * @param {import("./index.js").Index} index
 * @returns {Promise<Answer>}
 */
export async function answer(input, index) {
  if (fold(input) === "") return { results: [], enter: null }
  await index.open()
  const query = understand(input, index.providers)
  if (query.bare) return bare(query.codes[0].code, index)
  const said = input.length <= LONGEST_MESSAGE ? await saying(input, index) : []
  if (said.length > 0) return answered(await shown(said, index, query.words))
  const listed = query.numbers.flatMap((asked) => index.exact(asked))
  const known = query.codes.some((asked) => index.exact(asked).length > 0)
  const status = query.codes.every(({ code }) => HTTP_STATUS.test(code))
  // An HTTP status stands beside a word for code, too; a number that is listed says more.
  if (query.codes.length > 0 && (known || !status || listed.length === 0)) {
    const results = await Promise.all(query.codes.map((asked) => asOne(asked, index)))
    return answered(unique(results.flat()))
  }
  const { codes, pages, certain } = await search(query, index)
  const numbers = await shown(listed, index, [])
  // A message that has all the words has the number, too.
  const results = unique(certain ? [...codes, ...numbers, ...pages] : [...numbers, ...codes, ...pages])
  const page = codes.length === 0 && !/\p{N}/u.test(query.text)
  return certain || listed.length > 0 || page ? answered(results) : { results, enter: null }
}

/**
 * Answers a code that stands alone: it, its twin in the other sign, and the codes it begins.
 * @param {string} code
 * @param {import("./index.js").Index} index
 * @returns {Promise<Answer>}
 */
async function bare(code, index) {
  const asked = { code, provider: null, codeSet: null }
  const found = index.exact(asked)
  const twins = index.exact({ ...asked, code: code.startsWith("-") ? code.slice(1) : `-${code}` })
  const begun = index.begun(code.toLowerCase(), MOST)
  const signed = index.begun(`-${code.toLowerCase()}`, MOST)
  const places = [...new Set([...found, ...twins, ...begun, ...signed])].slice(0, MOST)
  const results = await shown(places, index, [])
  if (found.length > 0) return answered(results)
  // Whoever has typed a beginning, a date or a version has not asked for a code yet.
  const beginning = begun.length > 0 || signed.length > twins.length
  if (beginning || code.includes(".")) return { results, enter: null }
  return answered([notListedResult(code, null, index.providers), ...results])
}

/**
 * Answers a code that is asked for as a whole: it, or that it is not listed.
 * @param {Asked} asked
 * @param {import("./index.js").Index} index
 */
async function asOne(asked, index) {
  const found = index.exact(asked)
  if (found.length > 0) return shown(found, index, [])
  return asked.ifListed ? [] : [notListedResult(asked.code, asked.provider, index.providers)]
}

/**
 * Returns the places of the codes whose whole message a text is.
 * @param {string} text
 * @param {import("./index.js").Index} index
 */
async function saying(text, index) {
  const places = await index.saying(text)
  const codes = await index.at(places)
  const wanted = words(text).join(" ")
  return places.filter((_, at) => codes[at].messages.some((message) => words(message).join(" ") === wanted))
}

/**
 * Finds words: all of them in a message, else their beginnings, else with one wrong letter, else,
 * as no certain answer, some of them; then in hand-written pages.
 * @param {Query} query
 * @param {import("./index.js").Index} index
 * @returns {Promise<{codes: Result[], pages: Result[], certain: boolean}>}
 */
async function search(query, index) {
  const lunr = await index.lunr()
  const terms = query.words
    .filter((word) => word.length <= LONGEST_TERM && lunr.stopWordFilter(word))
    .slice(0, MOST_TERMS)
  const provider = query.named ? [providerResult(query.named, index.providers[query.named])] : []
  if (terms.length === 0) return { codes: [], pages: provider, certain: false }
  const [text, written] = await Promise.all([index.text(), index.pages()])
  const { named, others } = inPages(query.text, terms, written)
  const pages = [...others, ...provider]
  const { REQUIRED, OPTIONAL } = lunr.Query.presence
  const { TRAILING } = lunr.Query.wildcard
  /** @type {((term: string, last: boolean) => {stem?: boolean, wildcard?: number, editDistance?: number, presence?: number})[]} */
  const ways = [
    () => ({}),
    (_, last) => (last ? { wildcard: TRAILING } : {}),
    () => ({ wildcard: TRAILING, stem: true }),
    (term) => (term.length >= 5 && !/\p{N}/u.test(term) ? { editDistance: 1 } : {}),
    () => ({ presence: OPTIONAL }),
  ]
  for (const way of ways) {
    const matches = text.query((/** @type {any} */ one) => {
      terms.forEach((term, at) => {
        const { stem, ...how } = way(term, at === terms.length - 1)
        one.term(stem ? stemOf(term) : term, { presence: REQUIRED, ...how })
      })
    })
    /** @type {number[]} */
    const places = matches
      .map((/** @type {{ref: string}} */ { ref }) => Number(ref))
      .filter((/** @type {number} */ place) => !query.named || index.codeSetAt(place).provider === query.named)
    /** @type {string[]} */
    const marked = matches.flatMap((/** @type {any} */ { matchData }) => Object.keys(matchData.metadata))
    const certain = way !== ways.at(-1)
    if (!certain && named.length + others.length > 0) break
    if (places.length > 0) {
      const codes = await shown(places.slice(0, MOST), index, [...terms, ...marked])
      // A page that is called like the query is what was meant.
      return { codes: [...named, ...codes], pages, certain }
    }
  }
  return { codes: [], pages: [...named, ...pages], certain: false }
}

/**
 * @param {number[]} places
 * @param {import("./index.js").Index} index
 * @param {string[]} terms words to mark
 */
async function shown(places, index, terms) {
  const codes = await index.at(places)
  return codes.map((code) => codeResult(code, index.providers[code.provider], terms))
}

/** @param {Result[]} results @returns {Answer} */
function answered(results) {
  return { results: results.slice(0, MOST), enter: results[0]?.enter ?? results[0]?.location ?? null }
}

/** @param {Result[]} results */
function unique(results) {
  const seen = new Set()
  return results.filter(({ location }) => !seen.has(location) && seen.add(location))
}

/** @param {string} term @returns {string} the part that its other forms begin with, too */
function stemOf(term) {
  const cut = term.replace(/(?:ings?|ed|e?s|e|y|ies)$/, "")
  return cut.length >= 3 ? cut : term
}

/**
 * Returns the pages with words that begin so: those that are called like the query, and others.
 * @param {string} text
 * @param {string[]} terms
 * @param {import("./index.js").Page[]} pages
 */
function inPages(text, terms, pages) {
  const wanted = words(text).join(" ")
  const found = pages.filter(({ title, text: body }) => {
    const all = ` ${words(plain(`${title} ${body}`)).join(" ")}`
    return terms.every((term) => all.includes(` ${term}`))
  })
  const isNamed = (/** @type {{title: string}} */ { title }) => words(plain(title)).join(" ") === wanted
  return {
    named: found.filter(isNamed).map((page) => pageResult(page, terms)),
    others: found.filter((page) => !isNamed(page)).slice(0, MOST_PAGES).map((page) => pageResult(page, terms)),
  }
}
