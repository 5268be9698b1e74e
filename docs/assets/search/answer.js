// The answer to a query: understood by query.js, looked up in the index, shown by results.js.

import { fold, words } from "./folding.js"
import { othersIn } from "./others.js"
import { HTTP_STATUS } from "./patterns.js"
import { providerNamed } from "./provider_named.js"
import { understand } from "./query.js"
import { codeResult, doubtfulResult, notListedResult, otherResult, pageResult, providerResult } from "./results.js"

/**
 * @typedef {import("./query.js").Asked} Asked
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./results.js").Result} Result
 *
 * @typedef {object} Answer
 * @property {Result[]} results best first
 * @property {string | null} enter where Enter goes, or null where the query is not yet a code, or may not be ours
 */

const MOST = 50
const MOST_PAGES = 5
// More and longer words than a message has: a large log.
const MOST_TERMS = 24
const LONGEST_TERM = 32
const LONGEST_MESSAGE = 2000
const LONGEST_NUMBER = 10
const LABEL = /^\W*(?:error|err|exception|message|msg|errmsg|errormessage|resultmessage|resultcodename)\b["'\s]*[:=]\s*/i

/**
 * Answers a query.
 * @param {string} input
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<Answer>}
 */
export async function answer(input, index) {
  if (fold(input) === "") return { results: [], enter: null }
  await index.open()
  const query = understand(input, index.providers)
  if (query.bare) return bare(query.codes[0].code, index)
  const said = await saying(input, index)
  if (said.length > 0) {
    const { results, enter } = answered(await shown(said, index, query.words))
    // Of several that say the same, none is the answer.
    return { results, enter: said.length > 1 ? null : enter }
  }
  const names = Object.values(index.providers).flatMap((provider) => provider.names)
  const { others, places, rest } = othersIn(query.text, index.others, names)
  const [named] = providerNamed(rest, index.providers)
  // Who names one of ours, or shows its key, says of a cloud where something runs.
  const meant = named || query.codes.some(({ keyed }) => keyed) ? others : [...others, ...places]
  return meant.length > 0 ? elsewhere(meant, named ? rest : "", index) : held(query, index)
}

/**
 * Answers a text about products that are not here: their own pages, and below them what it asks of a
 * provider that it names besides. Enter opens none of ours for it.
 * @param {import("./others.js").Other[]} others
 * @param {string} rest the text without their marks; empty where it names no provider
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<Answer>}
 */
async function elsewhere(others, rest, index) {
  const pages = others.map((other) => otherResult(other, index.providers))
  const below = rest ? (await held(understand(rest, index.providers), index)).results : []
  return answered([...pages, ...below])
}

/**
 * Answers a query about the providers that are here.
 * @param {Query} query
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<Answer>}
 */
async function held(query, index) {
  const listed = query.numbers.flatMap((asked) => index.exact(asked).map((place) => ({ place, doubt: asked.doubt })))
  const known = query.codes.some((asked) => whole(asked, index).length > 0)
  const status = query.codes.every(({ code, keyed }) => !keyed && HTTP_STATUS.test(code))
  // An HTTP status stands beside a word for code, too; a number that is listed says more.
  if (query.codes.length > 0 && (known || !status || listed.length === 0)) {
    const results = (await Promise.all(query.codes.map((asked) => asOne(asked, index)))).flat()
    if (results.length > 0) return answered(unique(results))
  }
  const { codes, pages, certain } = await search(query, index)
  const numbers = await shown(listed.map(({ place }) => place), index, [], listed.map(({ doubt }) => doubt))
  // A message that has all the words has the number, too; one that stands first is a code.
  const some = numbers.length > 0 ? numbers : codes
  const first = query.numbers.length > 0 && query.text.startsWith(query.numbers[0].code)
  const results = unique(
    certain && !first ? [...codes, ...numbers, ...pages] : [...some, ...pages, ...(certain ? codes : [])],
  )
  const page = codes.length === 0 && !/\p{N}/u.test(query.text)
  return certain || listed.length > 0 || page ? answered(results) : { results, enter: null }
}

/**
 * Answers a code that stands alone: it, its twin in the other sign, and the codes it begins.
 * @param {string} code
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<Answer>}
 */
async function bare(code, index) {
  const lower = code.toLowerCase()
  const twin = lower.startsWith("-") ? lower.slice(1) : `-${lower}`
  /** @type {number[][]} */
  const [found, twins, begun, signed] = [[], [], [], []]
  for (const place of index.near(lower)) {
    const listed = index.lower[place]
    if (listed === lower) found.push(place)
    else if (listed === twin) twins.push(place)
    else if (listed.startsWith(lower)) begun.push(place)
    else if (listed.startsWith(`-${lower}`)) signed.push(place)
  }
  const places = [...new Set([...found, ...twins, ...begun, ...signed])].slice(0, MOST)
  const results = await shown(places, index, [])
  if (found.length > 0) return answered(results)
  // Whoever has typed a beginning, a date or a version has not asked for a code yet.
  const beginning = begun.length > 0 || signed.length > 0
  if (beginning || !couldBeCode(code, index)) return { results, enter: null }
  return answered([notListedResult(code, null, index.providers), ...results])
}

/**
 * Answers a code that is asked for as a whole: it, or that it is not listed.
 * @param {Asked} asked
 * @param {import("./lookup.js").Index} index
 */
async function asOne(asked, index) {
  const found = whole(asked, index)
  if (found.length > 0) return shown(found, index, [], found.map(() => asked.doubt))
  if (asked.ifListed || !couldBeCode(asked.code, index)) return []
  return [notListedResult(asked.code, asked.provider, index.providers)]
}

/**
 * Returns the places of a code; where the provider is but a guess, of any provider that lists it.
 * @param {Asked} asked
 * @param {import("./lookup.js").Index} index
 */
function whole(asked, index) {
  const found = index.exact(asked)
  if (found.length > 0) return found
  // `wechat-40029`: a dash that joins, no minus.
  if (asked.joined) return index.exact({ ...asked, code: asked.code.slice(1) })
  return asked.guessed ? index.exact({ ...asked, provider: null }) : []
}

/**
 * Tells whether somebody could list such a code: a version, a date or a phone number is none.
 * @param {string} code
 * @param {import("./lookup.js").Index} index
 */
function couldBeCode(code, index) {
  const [letters] = /[a-z]*(?=[0-9])/.exec(code.toLowerCase().replace("-", "")) ?? [""]
  if (code.includes(".") || code.replace(/[^0-9]/g, "").length > LONGEST_NUMBER) return false
  return letters === "" || index.lower.some((listed) => listed.startsWith(letters) && /^[a-z]+[0-9]/.test(listed))
}

/**
 * Returns the places of the codes whose whole message a text is, with a label before it or not.
 * @param {string} text
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<number[]>}
 */
async function saying(text, index) {
  if (text.length > LONGEST_MESSAGE) return []
  const unlabelled = text.replace(LABEL, "")
  if (unlabelled !== text) return saying(unlabelled, index)
  const places = await index.saying(text)
  const codes = await index.at(places)
  const wanted = words(text).join(" ")
  const have = (/** @type {"messages" | "sent"} */ kind) =>
    places.filter((_, at) => codes[at][kind].some((message) => words(message).join(" ") === wanted))
  return [...new Set([...have("messages"), ...have("sent")])]
}

/**
 * Finds words in messages, then in the names of conditions, then in hand-written pages.
 * @param {Query} query
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<{codes: Result[], pages: Result[], certain: boolean}>}
 */
async function search(query, index) {
  const [text, written] = await Promise.all([index.text(), index.pages()])
  const terms = query.words
    .filter((word) => word.length <= LONGEST_TERM && !text.isCommon(word))
    .slice(0, MOST_TERMS)
  const numbersAlone = terms.every((term) => /^\p{N}+$/u.test(term))
  const provider = query.named ? [providerResult(query.named, index.providers[query.named])] : []
  if (terms.length === 0) return { codes: [], pages: provider, certain: false }
  const { named, others } = inPages(query.text, terms, written)
  const pages = [...others, ...provider]
  const isAsked = (/** @type {number} */ place) =>
    !query.named || index.codeSetAt(place).provider === query.named
  const { places, marks, all } = text.find(terms)
  const own = places.map(Number).filter(isAsked)
  const alike = await index.alike(terms, query.text)
  const meant = alike.places.filter(isAsked)
  // Some of the words are a poor answer beside a condition or a page that has them all.
  const better = meant.length + named.length + others.length > 0
  const found = [...new Set([...(all || !better ? own : []), ...meant])].slice(0, MOST)
  if (found.length === 0) return { codes: [], pages: [...named, ...pages], certain: false }
  // A page that is called like the query is what was meant.
  const codes = [...named, ...(await shown(found, index, marks))]
  return { codes, pages, certain: (all || alike.named) && !numbersAlone }
}

/**
 * @param {number[]} places
 * @param {import("./lookup.js").Index} index
 * @param {string[]} terms words to mark
 * @param {(string | undefined)[]} doubts of each place, the key that its provider does not use
 */
async function shown(places, index, terms, doubts = []) {
  const codes = await index.at(places)
  return codes.map((code, at) => {
    const provider = index.providers[code.provider]
    const doubt = doubts[at]
    return doubt ? doubtfulResult(code, provider, doubt) : codeResult(code, provider, terms)
  })
}

/** @param {Result[]} results @returns {Answer} */
function answered(results) {
  const [first] = results
  const enter = first?.enter === undefined ? (first?.location ?? null) : first.enter
  return { results: results.slice(0, MOST), enter }
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
