// The answer to a query: understood by query.js, weighed by judge.js, looked up in the index, shown by
// results.js.

import { MOST, search, shown } from "./by_words.js"
import { isCodeWord } from "./code_words.js"
import { fold } from "./folding.js"
import { judge } from "./judge.js"
import { othersIn } from "./others.js"
import { phrasesIn, TELLING } from "./phrases.js"
import { providerNamed } from "./provider_named.js"
import { understand } from "./query.js"
import { codeResult, foreignResult, guessResult, notListedResult, nothingFound, otherResult } from "./results.js"

// What stands where a code does, in a form that no provider here has.
// AADSTS50011: The redirect URI does not match ⇒ AADSTS50011
// Error [P2002] unique constraint ⇒ P2002
// use SHA256, SHA256 mismatch, HTTP404, 40029 ⇒ nothing
const FOREIGN =
  /^(?:[^\p{L}\p{N}]|(?:[Ee]rr(?:or|code)?|ERR(?:OR)?|[Cc]ode|CODE|[Ee]xception)(?!\p{L}))*(?<code>(?!(?:SHA|AES|RSA|ISO|RFC|HTTP|CVE)[-_]?[0-9])(?<word>[A-Z]{1,12})[-_]?[0-9]{3,10})(?![\p{L}\p{N}_-])/u

/**
 * @typedef {import("./judge.js").Judged} Judged
 * @typedef {import("./phrases.js").Phrase} Phrase
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./results.js").Result} Result
 *
 * @typedef {object} Answer
 * @property {Result[]} results best first
 * @property {string | null} enter where Enter goes, or null where the query is not yet a code, or may not be ours
 * @property {import("./results.js").Next} [next] what to do where nothing was found
 */

/**
 * Answers a query, by the first of these that says something:
 *
 * 1. It is one code: that, and the codes that it begins.
 * 2. It bears the mark of a product that is not here, and is no whole message of ours: that product.
 * 3. It has codes for which enough speaks: these, and Enter opens the one that is plainly meant.
 * 4. It has messages: their codes.
 * 5. It has numbers that may be codes: that nobody lists them, or whose they may be.
 * 6. It begins with a code in a form that is not ours, or has words: that nobody lists it; codes and pages
 *    that have the words.
 * @param {string} input
 * @param {import("./lookup.js").Index} index
 * @param {string} [here] the provider on whose page it is asked: of answers that are as good, its come first
 * @returns {Promise<Answer>}
 */
export async function answer(input, index, here = "") {
  const text = fold(input)
  if (text === "") return { results: [], enter: null }
  await index.open()
  const given = await answerTo(input, index, Object.hasOwn(index.providers, here) ? here : null)
  return given.results.length > 0 ? given : { ...given, next: nothingFound(text, index.providers) }
}

/**
 * @param {string} input that says something
 * @param {import("./lookup.js").Index} index that is open
 * @param {string | null} here
 * @returns {Promise<Answer>}
 */
async function answerTo(input, index, here) {
  const query = understand(input, index.providers, here)
  if (query.bare && query.alone) return bare(query.alone, index)
  // A code in a form that no other has: `SYS.1.2`.
  if (index.exact({ code: query.text, provider: null, codeSet: null }).length > 0) return bare(query.text, index)
  const phrases = await phrasesIn(query.text, index)
  const judged = judgedBeside(phrases, query, index)
  if (!phrases.some(({ whole }) => whole)) {
    const names = Object.values(index.providers).flatMap((provider) => provider.names)
    const { others, places, rest } = othersIn(query.text, index.others, names)
    const [named] = providerNamed(rest, index.providers)
    // Who names one of ours, or shows its key, says of a cloud where something runs.
    const ours = named || judged.opened.some(({ rank }) => rank > 2)
    const meant = ours ? others : [...others, ...places]
    if (meant.length > 0) return elsewhere(meant, named ? rest : "", index, here)
  }
  return held(query, phrases, judged, index)
}

/**
 * Judges the numbers of a query, beside the messages that stand in it.
 * @param {Phrase[]} phrases
 * @param {Query} query
 * @param {import("./lookup.js").Index} index
 */
function judgedBeside(phrases, query, index) {
  return judge(query, index, new Set(phrases.map(({ place }) => place)))
}

/**
 * Answers a text about products that are not here: their own pages, and below them what it asks of a
 * provider that it names besides. Enter opens none of ours for it.
 * @param {import("./others.js").Other[]} others
 * @param {string} rest the text without their marks; empty where it names no provider
 * @param {import("./lookup.js").Index} index
 * @param {string | null} here
 * @returns {Promise<Answer>}
 */
async function elsewhere(others, rest, index, here) {
  const pages = others.map((other) => otherResult(other, index.providers))
  if (!rest) return answered(pages)
  const query = understand(rest, index.providers, here)
  const phrases = await phrasesIn(query.text, index)
  const below = await held(query, phrases, judgedBeside(phrases, query, index), index)
  return answered([...pages, ...below.results])
}

/**
 * Answers a query about the providers that are here.
 * @param {Query} query
 * @param {Phrase[]} phrases
 * @param {import("./judge.js").Judgement} judged
 * @param {import("./lookup.js").Index} index
 * @returns {Promise<Answer>}
 */
async function held(query, phrases, { opened, unlisted, guesses }, index) {
  const certain = unlisted.filter(({ provider }) => provider !== null)
  if (opened.length > 0 || certain.length > 0) {
    // Beside words, not keys, other numbers that are as telling may be meant as well.
    const isKeyed = [...opened, ...certain].some(({ rank }) => rank > 0)
    const likely = guesses.filter(({ weight, rank }) => weight > 1 && (!isKeyed || rank > 0))
    const others = [...(isKeyed ? certain : unlisted.filter(({ code }) => isLong(code))), ...likely]
    const inOrder = [...new Set([...opened, ...certain, ...others])].toSorted((first, second) => first.at - second.at)
    const meant = plainlyMeant([...opened, ...certain])
    const results = unique(await resultsOf(meant ? [meant, ...inOrder] : inOrder, index)).slice(0, MOST)
    return { results, enter: meant ? results[0].location : null }
  }
  const best = saidBy(phrases, query, index)
  if (best.length > 0) {
    const places = index.ofFirst(query.here, best.map(({ place }) => place)).slice(0, MOST)
    const results = await shown(places, index, query.words)
    const meant = best.length === 1 && (best[0].alone || best[0].fixed >= TELLING)
    return { results, enter: meant ? results[0].location : null }
  }
  const doubtful = await resultsOf(guesses, index, true)
  if (unlisted.length > 0) {
    const results = unique([...(await resultsOf(unlisted, index)), ...doubtful])
    const isOne = doubtful.length === 0 && new Set(unlisted.map(({ code }) => code)).size === 1
    return isOne ? answered(results) : { results, enter: null }
  }
  const { codes, pages, all, clear } = await search(query, index)
  const isPage = codes.length === 0 && doubtful.length === 0 && !/\p{N}/u.test(query.text)
  const first = all ? [...codes, ...doubtful] : doubtful.length > 0 ? doubtful : codes
  const foreign = foreignCode(query.text, index)
  const results = unique([...foreign, ...first, ...pages])
  return clear && (all || isPage) ? answered(results) : { results, enter: null }
}

/**
 * Says of a code that begins a text that nobody lists it: what has its words is about another.
 * @param {string} text
 * @param {import("./lookup.js").Index} index
 * @returns {Result[]}
 */
function foreignCode(text, index) {
  const { code, word } = FOREIGN.exec(text)?.groups ?? {}
  return code && !isCodeWord(word) && !index.lower.includes(code.toLowerCase()) ? [foreignResult(code, index)] : []
}

/**
 * Returns the code that is plainly meant: the only one, or the only one under the best of keys.
 * @param {Judged[]} asked
 * @returns {Judged | undefined}
 */
function plainlyMeant(asked) {
  const rank = Math.max(...asked.map((one) => one.rank))
  const best = asked.filter((one) => one.rank === rank)
  // Of a key that several use, nobody knows whose it is.
  const whose = rank > 0 ? best.map(({ code, provider }) => `${code} ${provider}`) : best.map(({ code }) => code)
  return new Set(whose).size === 1 ? best[0] : undefined
}

/** @param {string} code */
function isLong(code) {
  return code.replace(/[^0-9]/g, "").length > 4
}

/**
 * Returns the messages of a text that are an answer: those of the provider that it names, if there are any.
 * @param {Phrase[]} phrases
 * @param {Query} query
 * @param {import("./lookup.js").Index} index
 */
function saidBy(phrases, query, index) {
  const whole = phrases.filter((phrase) => phrase.whole)
  const alone = phrases.filter((phrase) => phrase.alone)
  const best = whole.length > 0 ? whole : alone.length > 0 ? alone : phrases
  const named = best.filter(({ place }) => index.codeSetAt(place).provider === query.named)
  return named.length > 0 ? named : best
}

/**
 * @param {Judged[]} asked
 * @param {import("./lookup.js").Index} index
 * @param {boolean} [doubtful]
 * @returns {Promise<Result[]>}
 */
async function resultsOf(asked, index, doubtful = false) {
  const listed = asked.filter(({ place }) => place !== undefined)
  const codes = await index.at(listed.map(({ place }) => /** @type {number} */ (place)))
  return asked.map((one) => {
    const code = codes[listed.indexOf(one)]
    if (!code) return notListedResult(one.code, one.provider, index)
    const provider = index.providers[code.provider]
    return doubtful ? guessResult(code, provider, one.why) : codeResult(code, provider, [], one.why)
  })
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
  if (beginning || !index.couldList(code)) return { results, enter: null }
  return answered([notListedResult(code, null, index), ...results])
}

/** @param {Result[]} results @returns {Answer} */
function answered(results) {
  const [first] = results
  const enter = first?.enter === undefined ? (first?.location ?? null) : null
  return { results: results.slice(0, MOST), enter }
}

/** @param {Result[]} results */
function unique(results) {
  const seen = new Set()
  return results.filter(({ location }) => !seen.has(location) && seen.add(location))
}
