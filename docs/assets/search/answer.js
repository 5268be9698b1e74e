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
// More and longer words than a message has: a large log.
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
  const some = numbers.length > 0 ? numbers : codes
  const results = unique(certain ? [...codes, ...numbers, ...pages] : [...some, ...pages])
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
  const lower = code.toLowerCase()
  const twin = lower.startsWith("-") ? lower.slice(1) : `-${lower}`
  const found = index.filter((one) => one === lower, MOST)
  const twins = index.filter((one) => one === twin, MOST)
  const begun = index.filter((one) => one.startsWith(lower), MOST)
  const signed = index.filter((one) => one.startsWith(`-${lower}`), MOST)
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
 * Finds words in messages, then in hand-written pages.
 * @param {Query} query
 * @param {import("./index.js").Index} index
 * @returns {Promise<{codes: Result[], pages: Result[], certain: boolean}>}
 */
async function search(query, index) {
  const [text, written] = await Promise.all([index.text(), index.pages()])
  const terms = query.words
    .filter((word) => word.length <= LONGEST_TERM && !text.isCommon(word))
    .slice(0, MOST_TERMS)
  const provider = query.named ? [providerResult(query.named, index.providers[query.named])] : []
  if (terms.length === 0) return { codes: [], pages: provider, certain: false }
  const { named, others } = inPages(query.text, terms, written)
  const pages = [...others, ...provider]
  const { places, marks, all } = text.find(terms)
  const asked = places
    .map(Number)
    .filter((place) => !query.named || index.codeSetAt(place).provider === query.named)
  if (asked.length === 0 || (!all && named.length + others.length > 0)) {
    return { codes: [], pages: [...named, ...pages], certain: false }
  }
  // A page that is called like the query is what was meant.
  const codes = [...named, ...(await shown(asked.slice(0, MOST), index, marks))]
  return { codes, pages, certain: all }
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
