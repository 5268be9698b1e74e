// The files of the index, which macros/publish/search_index.py writes: each is fetched when it is needed
// first. Knows no browser but the two functions that are handed in. All files but the first are of the
// build that it names: a place in one of another build is another code.

import { ADDRESSES } from "../shared/addresses.js"
import { filled } from "../shared/uri.js"
import { alike, conditionsOf } from "./conditions.js"
import { fold, pairs, words, wordsHash } from "./folding.js"
import { bySign, isForeign, meant } from "./synonyms.js"
import { Vocabulary } from "./vocabulary.js"

/**
 * @typedef {import("./query.js").Provider & {name: string, product: string, held: string, official: string}} Provider
 * @typedef {{provider: string, id: string, codes: string, addresses: Record<string, string>}} CodeSet
 * @typedef {[tag: string, text: string][]} Translations what a code says in other languages
 * @typedef {[messages: string[], note: string, verdict: number, sent?: string[], translations?: Translations]} Said
 *   what a code means, what to know if it is not current, what to do, and what the API was seen to send with it
 * @typedef {{retry: string, advice: string, condition: string}} Verdict what to do, and what the code stands for
 * @typedef {{provider: string, codeSet: string, code: string, address: string, messages: string[], note: string, verdict: Verdict, sent: string[], translations?: Translations}} Code
 *   `{name}` in what was sent stands for what varies
 *
 * What a question finds, the words to mark in it, and whether the first place alone says all of it.
 * @typedef {{places: number[], marks: string[], certain: boolean}} Meant
 *
 * A hand-written page or a part of it; `name` is its title and `words` all its words, as in a query.
 * @typedef {{location: string, title: string, name: string, words: string[]}} Page
 */

const LONGEST_NUMBER = 10
// Who asks for more does not ask, but pastes.
const MOST_THINGS = 24
const MOST_ALIKE = 50
const MOST_OF_A_TEXT = 0.7
const HALF_OF_A_TEXT = 0.5
// Two signs are a word in Chinese; so many are more than one.
const TELLING_PAIRS = 3
// A longer text says much that was not asked for.
const WORDS_A_THING = 4
/** @type {Meant} */
const NOTHING = { places: [], marks: [], certain: false }
// What search_index.py writes now. Scripts that are older than the files know that they cannot read them.
const FORMAT = 2

/** A file is not there, or not for these scripts: the site has been published anew. */
export class Gone extends Error {
  name = "Gone"
}

export class Index {
  /**
   * @param {(address: string) => Promise<any>} load returns the content of a file of the index, undefined
   *   where there is none
   * @param {(address: string) => Promise<any>} lunr returns the library
   */
  constructor(load, lunr) {
    this.load = load
    this.lunr = lunr
    this.build = ""
    /** @type {Record<string, Provider>} */
    this.providers = {}
    /** @type {{provider: string, codeSet: string, addresses: Record<string, string>, first: number}[]} */
    this.codeSets = []
    /** @type {string[]} all codes as printed, by place */
    this.codes = []
    /** @type {string[]} the same in lower case */
    this.lower = []
    /** @type {Map<string, number[]> | undefined} the places of a code in lower case */
    this.places = undefined
    /** @type {Map<string, number[]> | undefined} places by the first two signs after the minus */
    this.starts = undefined
    /** @type {Vocabulary | undefined} */
    this.words = undefined
    /** @type {import("./conditions.js").Condition[] | undefined} */
    this.conditions = undefined
    /** @type {import("./synonyms.js").Synonyms | undefined} */
    this.synonyms = undefined
    /** @type {Page[] | undefined} */
    this.written = undefined
    /** @type {import("./others.js").Other[]} what is not here */
    this.others = []
    /** @type {Verdict[]} */
    this.verdicts = []
  }

  /**
   * Reads a file of the index.
   * @param {string} template of its address
   * @param {Record<string, number>} values what is in it beside the build
   */
  async read(template, values = {}) {
    const address = filled(template, { build: this.build, ...values })
    const content = await this.load(address)
    if (content === undefined) throw new Gone(address)
    return content
  }

  /** Reads which codes there are; all other functions need that. */
  async open() {
    if (this.codes.length > 0) return
    const { format, build, providers, codesAFile, messageFiles, codeSets, others = [], advice, verdicts } =
      await this.read(ADDRESSES.searchCodes)
    if (format !== FORMAT) throw new Gone(`format ${format}`)
    if (this.codes.length > 0) return
    this.build = build
    this.providers = providers
    this.others = others
    this.verdicts = verdicts.map((/** @type {[place: number, condition: string]} */ [place, condition]) => {
      const [retry, says] = advice[place]
      return { retry, advice: says, condition }
    })
    this.codesAFile = codesAFile
    this.messageFiles = messageFiles
    for (const { provider, id, codes, addresses } of /** @type {CodeSet[]} */ (codeSets)) {
      if (codes === "") continue
      this.codeSets.push({ provider, codeSet: id, addresses, first: this.codes.length })
      const lower = codes.toLowerCase()
      const printed = codes.split(" ")
      this.codes = this.codes.concat(printed)
      this.lower = this.lower.concat(lower === codes ? printed : lower.split(" "))
    }
  }

  /** @param {number} place */
  codeSetAt(place) {
    return this.codeSets.findLast(({ first }) => first <= place) ?? this.codeSets[0]
  }

  /**
   * @param {string | null} provider
   * @param {number[]} places
   * @returns {number[]} the same, those of this provider first
   */
  ofFirst(provider, places) {
    if (!provider) return places
    const isOf = (/** @type {number} */ place) => this.codeSetAt(place).provider === provider
    return [...places.filter(isOf), ...places.filter((place) => !isOf(place))]
  }

  /**
   * Returns the places of the codes that are printed so, letters in any case.
   * @param {{code: string, provider: string | null, codeSet: string | null}} asked
   * @returns {number[]}
   */
  exact({ code, provider, codeSet }) {
    const listed = this.byCode().get(code.toLowerCase()) ?? []
    const same = listed.filter((place) => !provider || this.codeSetAt(place).provider === provider)
    const inSet = same.filter((place) => this.codeSetAt(place).codeSet === codeSet)
    return inSet.length > 0 ? inSet : same
  }

  /** Many codes are looked up in a paste; for the first code that is typed, this would take long. */
  byCode() {
    if (this.places) return this.places
    this.places = new Map()
    for (const [place, code] of this.lower.entries()) {
      const places = this.places.get(code)
      if (places) places.push(place)
      else this.places.set(code, [place])
    }
    return this.places
  }

  /**
   * Returns the places of all codes that can begin with `code`, in either sign, in order: few of
   * them where it has two signs or more.
   * @param {string} code in lower case
   * @returns {Iterable<number>}
   */
  near(code) {
    const start = code.replace(/^-/, "").slice(0, 2)
    if (start.length < 2) return this.lower.keys()
    if (!this.starts) {
      this.starts = new Map()
      for (const [place, code] of this.lower.entries()) {
        const from = code.startsWith("-") ? 1 : 0
        const first = code.slice(from, from + 2)
        const places = this.starts.get(first)
        if (places) places.push(place)
        else this.starts.set(first, [place])
      }
    }
    return this.starts.get(start) ?? []
  }

  /**
   * Returns the codes at these places with what they say.
   * @param {number[]} places
   * @returns {Promise<Code[]>}
   */
  async at(places) {
    const size = /** @type {number} */ (this.codesAFile)
    const numbers = [...new Set(places.map((place) => Math.floor(place / size)))]
    /** @type {[number, Said[]][]} */
    const loaded = await Promise.all(
      numbers.map(async (number) => [number, await this.read(ADDRESSES.searchTexts, { number })]),
    )
    const files = new Map(loaded)
    return places.map((place) => {
      const code = this.codes[place]
      const { provider, codeSet, addresses } = this.codeSetAt(place)
      const [messages, note, verdict, sent = [], translations] = /** @type {Said[]} */ (files.get(Math.floor(place / size)))[place % size]
      const more = translations ? { translations } : {}
      return { provider, codeSet, code, address: addresses[code] ?? code.toLowerCase(), messages, note, verdict: this.verdicts[verdict], sent, ...more }
    })
  }

  /**
   * Returns the places of the codes with a message that begins with these words.
   * @param {string[]} begun one to three plain words
   * @returns {Promise<number[]>}
   */
  async beginning(begun) {
    const number = wordsHash(begun.slice(0, 1)) % /** @type {number} */ (this.messageFiles)
    const found = await this.read(ADDRESSES.searchMessages, { number })
    return found[wordsHash(begun)] ?? []
  }

  /**
   * Returns the printed codes of a provider with their addresses, in order.
   * @param {string} provider
   */
  listedBy(provider) {
    return this.codeSets.flatMap(({ provider: whose, addresses, first }, number) => {
      if (whose !== provider) return []
      const own = this.codes.slice(first, this.codeSets[number + 1]?.first)
      return own.map((code) => ({ code, address: addresses[code] ?? code.toLowerCase() }))
    })
  }

  /**
   * Tells whether somebody could list such a code: one of these letters, or of this provider's sign and
   * length. A version, a date or a phone number is none.
   * @param {string} code
   * @param {string} [provider]
   * @returns {boolean}
   */
  couldList(code, provider) {
    if (code.includes(".") || code.replace(/[^0-9]/g, "").length > LONGEST_NUMBER) return false
    const lower = code.toLowerCase()
    const [letters] = /^[a-z]*/.exec(lower.replace("-", "")) ?? [""]
    if (provider) {
      const like = (/** @type {number} */ place) =>
        this.codeSetAt(place).provider === provider && this.lower[place].length === lower.length
      return [...this.near(lower.slice(0, lower.startsWith("-") ? 3 : 2))].some(
        (place) => like(place) && this.lower[place].startsWith(lower.slice(0, 2)),
      )
    }
    return letters === "" || this.lower.some((listed) => listed.startsWith(letters) && /^[a-z]+[0-9]/.test(listed))
  }

  /** @returns {Promise<Vocabulary>} the words of the messages; their refs are places */
  async text() {
    const [lunr, serialized] = await Promise.all([
      this.lunr(ADDRESSES.searchLibrary),
      this.read(ADDRESSES.searchWords),
    ])
    this.words ??= new Vocabulary(lunr, serialized)
    return this.words
  }

  /**
   * Returns the places of the codes whose condition is called so, or so begun.
   * @param {string[]} terms
   * @param {string} text the whole query
   */
  async alike(terms, text) {
    return alike(await this.named(), terms, text)
  }

  /** Returns what people call the conditions. */
  async named() {
    this.conditions ??= conditionsOf(await this.read(ADDRESSES.searchConditions))
    return this.conditions
  }

  /**
   * Returns the places of the codes that say in English what a text in Chinese, Japanese or Korean means,
   * best first; none for any other text.
   * @param {string} text
   * @param {string | null} provider whose codes alone are asked for
   * @param {string | null} here the provider whose codes come first among equals
   * @returns {Promise<Meant>}
   */
  async meaning(text, provider = null, here = null) {
    if (!isForeign(text)) return NOTHING
    this.synonyms ??= bySign(await this.read(ADDRESSES.searchSynonyms))
    const { things, known } = meant(text, this.synonyms)
    // One thing alone is asked for only where it is the whole text, but for a particle.
    if (things.length < 2 && known < MOST_OF_A_TEXT) return NOTHING
    const [vocabulary, named] = await Promise.all([this.text(), this.named()])
    const found = vocabulary.meaning(things.slice(0, MOST_THINGS), named)
    const isAsked = (/** @type {number} */ place) => !provider || this.codeSetAt(place).provider === provider
    const whole = await this.inOneText(found.whole.map(Number).filter(isAsked).slice(0, MOST_ALIKE), found.known)
    const equal = this.ofFirst(here, whole.map(({ place }) => place))
    const places = new Set([...equal, ...found.places.map(Number).filter(isAsked)])
    const short = whole.length === 1 && whole[0].length <= WORDS_A_THING * things.length
    return { places: [...places], marks: things.flat(), certain: short && known >= HALF_OF_A_TEXT }
  }

  /**
   * Returns the places of the codes that say in Chinese, Japanese or Korean what a text says, best first; none
   * for any other text.
   * @param {string} text
   * @param {string | null} provider whose codes alone are asked for
   * @param {string | null} here the provider whose codes come first among equals
   * @returns {Promise<Meant>}
   */
  async inItsLanguage(text, provider = null, here = null) {
    const asked = pairs(fold(text))
    if (asked.length === 0) return NOTHING
    const found = (await this.text()).most(asked, HALF_OF_A_TEXT)
    const isAsked = (/** @type {number} */ place) => !provider || this.codeSetAt(place).provider === provider
    const whole = found.filter(({ all }) => all)
    const equal = this.ofFirst(here, whole.map(({ place }) => Number(place)))
    const places = [...new Set([...equal, ...found.map(({ place }) => Number(place))])].filter(isAsked)
    return { places, marks: asked.map((pair) => pair.slice(1)), certain: whole.length === 1 && asked.length >= TELLING_PAIRS }
  }

  /**
   * @param {number[]} places
   * @param {((word: string) => boolean)[]} things what tells the words that say each of them
   * @returns {Promise<{place: number, length: number}[]>} the places with a text that says all things, those
   *   with shorter texts first, and how many words these have
   */
  async inOneText(places, things) {
    const codes = await this.at(places)
    const lengths = codes.map(({ messages, sent }) => {
      const texts = [...messages, ...sent].map(words).filter((text) => things.every((says) => text.some(says)))
      return Math.min(...texts.map(({ length }) => length))
    })
    return places
      .map((place, at) => ({ place, length: lengths[at] }))
      .filter(({ length }) => length < Infinity)
      .sort((first, second) => first.length - second.length)
  }

  /** @returns {Promise<Page[]>} the hand-written pages and their parts */
  async pages() {
    const { docs } = await this.read(ADDRESSES.searchPages)
    this.written ??= docs.map((/** @type {{location: string, title: string, text: string}} */ page) => {
      const title = page.title.replace(/<[^<>]*>/g, "")
      const text = page.text.replace(/<[^<>]*>/g, " ")
      return { location: page.location, title, name: words(title).join(" "), words: words(`${title} ${text}`) }
    })
    return /** @type {Page[]} */ (this.written)
  }
}
