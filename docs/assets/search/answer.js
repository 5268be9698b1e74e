// The answer to a query: understood by query.js, looked up in the files of the index.
// Knows no browser but `fetch`, which is handed in.

import { fold, HTTP_STATUS, understand, words } from "./query.js"

/**
 * @typedef {[provider: string, codeSet: string, code: string, address: string, messages: string[], dropped: string]} Code
 * @typedef {import("./query.js").Provider & {name: string, product: string, held: string}} Provider
 * @typedef {{providers: Record<string, Provider>, codes: Code[]}} Codes
 * @typedef {Codes & {byCode: Map<string, Code[]>, byMessage: Map<string, Code[]>}} Index
 * @typedef {{location: string, title: string, text: string}} Page a hand-written page or a part of it
 *
 * A result; `title` and `text` are HTML.
 * @typedef {{location: string, title: string, text: string}} Result
 *
 * @typedef {object} Answer
 * @property {Result[]} results best first
 * @property {string | null} enter where Enter goes, or null where the query is not yet a code
 */

const MOST = 50
// More and longer words than a message has; lunr would take minutes over a large log.
const MOST_TERMS = 24
const LONGEST_TERM = 32

export class Answerer {
  /**
   * @param {(file: string) => Promise<any>} load returns the content of a file of the index
   * @param {() => Promise<any>} lunr returns the library
   */
  constructor(load, lunr) {
    this.load = load
    this.lunr = lunr
    /** @type {Index | undefined} */
    this.index = undefined
    /** @type {any} lunr's index of the words */
    this.text = undefined
  }

  /** @param {string} input @returns {Promise<Answer>} */
  async answer(input) {
    if (fold(input) === "") return { results: [], enter: null }
    const index = await this.codes()
    const query = understand(input, index.providers)
    const said = index.byMessage.get(key(query.text)) ?? []
    if (said.length > 0) return answered(said.map((code) => shown(code, index, query.words)))
    if (query.bare) return this.bare(query.codes[0].code, index)
    const listed = query.numbers.flatMap((asked) => exact(asked, index))
    const known = query.codes.some((asked) => exact(asked, index).length > 0)
    const status = query.codes.every(({ code }) => HTTP_STATUS.test(code))
    // An HTTP status stands beside a word for code, too; a number that is listed says more.
    if (query.codes.length > 0 && (known || !status || listed.length === 0)) {
      return answered(unique(query.codes.flatMap((asked) => asOne(asked, index))))
    }
    const { found, certain } = await this.search(query, index)
    const results = unique([...listed.map((code) => shown(code, index, [])), ...found])
    return certain || listed.length > 0 ? answered(results) : { results, enter: null }
  }

  /** @returns {Promise<Index>} the index, with its codes by printed form and by whole message */
  async codes() {
    this.index ??= indexed(await this.load("codes.json"))
    return this.index
  }

  /**
   * Answers a code that stands alone: it, its twin in the other sign, and the codes it begins.
   * @param {string} code
   * @param {Index} index
   * @returns {Answer}
   */
  bare(code, index) {
    const asked = { code, provider: null, codeSet: null }
    const found = exact(asked, index)
    const twin = code.startsWith("-") ? code.slice(1) : `-${code}`
    const twins = exact({ ...asked, code: twin }, index)
    const lower = code.toLowerCase()
    const begun = index.codes.filter(([, , one]) => one.toLowerCase().startsWith(lower))
    const signed = index.codes.filter(([, , one]) => one.toLowerCase().startsWith(`-${lower}`))
    const codes = [...new Set([...found, ...twins, ...begun, ...signed])].slice(0, MOST)
    const results = codes.map((one) => shown(one, index, []))
    if (found.length > 0) return answered(results)
    if (begun.length > 0 || signed.length > twins.length) return { results, enter: null }
    return answered([...notListed(asked, index), ...results])
  }

  /**
   * Finds words: all of them in a message, else with one wrong letter, else, as no certain answer,
   * some of them; then in hand-written pages.
   * @param {import("./query.js").Query} query
   * @param {Index} index
   * @returns {Promise<{found: Result[], certain: boolean}>}
   */
  async search(query, index) {
    const lunr = await this.lunr()
    const terms = query.words
      .filter((word) => word.length <= LONGEST_TERM && lunr.stopWordFilter(word))
      .slice(0, MOST_TERMS)
    const asked = query.named
    const providers = Object.entries(index.providers)
      .filter(([id]) => id === asked)
      .map(([id, one]) => ({ location: `${id}/`, title: escaped(one.product), text: "" }))
    if (terms.length === 0) return { found: providers, certain: true }
    const serialized = await this.load("words.json")
    this.text ??= lunr.Index.load(serialized)
    /** @type {{docs: Page[]}} */
    const { docs } = await this.load("search_index.json")
    const pages = inPages(query.text, terms, docs)
    const { REQUIRED, OPTIONAL } = lunr.Query.presence
    const { TRAILING } = lunr.Query.wildcard
    /** @type {((term: string, last: boolean) => {stem?: boolean, wildcard?: number, editDistance?: number, presence?: number})[]} */
    const ways = [
      () => ({}),
      (_, last) => (last ? { wildcard: TRAILING } : {}),
      () => ({ wildcard: TRAILING, stem: true }),
      (term) => (term.length >= 5 ? { editDistance: 1 } : {}),
      () => ({ presence: OPTIONAL }),
    ]
    for (const way of ways) {
      const matches = this.text.query((/** @type {any} */ one) => {
        terms.forEach((term, place) => {
          const { stem, ...how } = way(term, place === terms.length - 1)
          one.term(stem ? stemOf(term) : term, { presence: REQUIRED, ...how })
        })
      })
      /** @type {Code[]} */
      const codes = matches
        .map((/** @type {{ref: string}} */ { ref }) => index.codes[Number(ref)])
        .filter((/** @type {Code} */ [id]) => !asked || id === asked)
      /** @type {string[]} */
      const marked = matches.flatMap((/** @type {any} */ { matchData }) => Object.keys(matchData.metadata))
      const results = codes.slice(0, MOST).map((code) => shown(code, index, [...terms, ...marked]))
      const certain = way !== ways.at(-1)
      if (pages.length > 0 && !certain) break
      if (results.length > 0) {
        // A page that is called like the query is what was meant.
        const named = pages.filter((page) => page.named)
        return { found: [...named, ...results, ...pages, ...providers], certain }
      }
    }
    return { found: [...pages, ...providers], certain: true }
  }
}

/** @param {Codes} codes @returns {Index} */
function indexed({ providers, codes }) {
  /** @type {Map<string, Code[]>} */
  const byCode = new Map()
  /** @type {Map<string, Code[]>} */
  const byMessage = new Map()
  /** @param {Map<string, Code[]>} map @param {string} name @param {Code} code */
  const add = (map, name, code) => void (map.get(name)?.push(code) ?? map.set(name, [code]))
  for (const code of codes) {
    add(byCode, code[2].toLowerCase(), code)
    for (const message of new Set(code[4].map(key))) add(byMessage, message, code)
  }
  return { providers, codes, byCode, byMessage }
}

/** @param {string} term @returns {string} the part that its other forms begin with, too */
function stemOf(term) {
  const cut = term.replace(/(?:ings?|ed|e?s|e|y|ies)$/, "")
  return cut.length >= 3 ? cut : term
}

/** @param {string} text a message, so that equal ones are equal */
function key(text) {
  return fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]+/gu, " ")
    .trim()
    .replace(/\s+/g, " ")
}

/** @param {Result[]} results @returns {Answer} */
function answered(results) {
  return { results: results.slice(0, MOST), enter: results[0]?.location ?? null }
}

/** @param {Result[]} results */
function unique(results) {
  const seen = new Set()
  return results.filter(({ location }) => !seen.has(location) && seen.add(location))
}

/**
 * Returns the codes that are printed so, letters in any case.
 * @param {import("./query.js").Asked} asked
 * @param {Index} index
 */
function exact({ code, provider, codeSet }, index) {
  const listed = index.byCode.get(code.toLowerCase()) ?? []
  const same = listed.filter(([id]) => !provider || id === provider)
  const inSet = same.filter(([, set]) => set === codeSet)
  return inSet.length > 0 ? inSet : same
}

/**
 * Answers a code that is asked for as a whole: it and its twin, or that it is not listed.
 * @param {import("./query.js").Asked} asked
 * @param {Index} index
 */
function asOne(asked, index) {
  const found = exact(asked, index)
  return found.length > 0 ? found.map((code) => shown(code, index, [])) : notListed(asked, index)
}

/**
 * @param {import("./query.js").Asked} asked
 * @param {Index} index
 * @returns {Result[]}
 */
function notListed({ code, provider }, index) {
  const title = `${escaped(code)} is not in the revisions the atlas holds`
  if (!provider) return [{ location: "./", title, text: "No provider here lists it." }]
  const { product, held } = index.providers[provider]
  const text = escaped(`${product}: ${held}. Its page of today may list more.`)
  return [{ location: `${provider}/?code=${encodeURIComponent(code)}`, title, text }]
}

/**
 * @param {Code} code
 * @param {Index} index
 * @param {string[]} terms words to mark
 * @returns {Result}
 */
function shown([provider, codeSet, code, address, messages, dropped], index, terms) {
  const { name } = index.providers[provider]
  const mark = dropped ? ` <em>dropped, last seen in ${escaped(dropped)}</em>` : ""
  return {
    location: `${provider}/${address}/`,
    title: `<span class="ec-code" data-ec-set="${escaped(codeSet)}">${escaped(code)}</span> ${escaped(name)}`,
    text: messages.map((message) => marked(message, terms)).join(" / ") + mark,
  }
}

/** @param {string} text @param {string[]} terms @param {Page[]} pages @returns {(Result & {named: boolean})[]} */
function inPages(text, terms, pages) {
  const wanted = key(text)
  return pages
    .filter(({ title, text: body }) => {
      const all = ` ${words(plain(`${title} ${body}`)).join(" ")}`
      return terms.every((term) => all.includes(` ${term}`))
    })
    .map(({ location, title }) => {
      const name = plain(title)
      return { location, title: marked(name, terms), text: "", named: key(name) === wanted }
    })
    .slice(0, 5)
}

/** @param {string} html */
function plain(html) {
  return html.replace(/<[^>]*>/g, "")
}

/** @param {string} text @param {string[]} terms @returns {string} HTML with the words marked */
function marked(text, terms) {
  const known = new Set(terms)
  return text
    .split(/([\p{L}\p{N}_]+)/u)
    .map((piece, place) =>
      place % 2 === 1 && words(piece).some((word) => known.has(word) || terms.some((term) => term.length > 2 && word.startsWith(term)))
        ? `<mark>${escaped(piece)}</mark>`
        : escaped(piece),
    )
    .join("")
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
