// Finds codes by the words of their messages: all of the words, else their beginnings, else with
// one wrong letter, else some of them. Asks lunr which words there are and where each stands.

// A beginning this short is that of too many words to say anything.
const SHORTEST_BEGINNING = 2
// In a shorter word, one wrong letter makes too many others.
const SHORTEST_MISSPELT = 5
// So many letters are a word or its plural, not the beginning of one: `send` begins `sender`, too. As in
// macros/sources/synonyms.py.
const WHOLE_WORD = 4
// What of a question a place must have that does not have all of it.
const MOST_OF_IT = 0.4
// A thing that so great a part of all places have says too little alone.
const TOO_MANY = 1 / 8
// What the name of a condition says counts so much less than what a code itself says.
const BY_NAME = 0.5

/**
 * @typedef {object} Found
 * @property {string[]} places refs, best first: shorter messages before longer ones
 * @property {string[]} marks the beginnings of the words that were found
 * @property {string[][]} lists for each of the words, those that were found for it
 * @property {boolean} all whether each place has all the words
 *
 * What people call some of the places: all words of it.
 * @typedef {{words: string[], places: number[]}} Named
 * @typedef {(word: string) => boolean} Says whether a word says a thing
 */

export class Vocabulary {
  /**
   * @param {any} lunr the library
   * @param {any} serialized its index of the words
   */
  constructor(lunr, serialized) {
    this.lunr = lunr
    this.index = lunr.Index.load(serialized)
    /** @type {Map<string, Record<string, object>>} where each word stands, by ref */
    this.where = new Map()
    /** @type {Map<string, number>} how many words a place has */
    this.lengths = new Map()
    for (const [word, { text }] of Object.entries(this.index.invertedIndex)) {
      this.where.set(word, text)
      for (const ref of Object.keys(text)) this.lengths.set(ref, (this.lengths.get(ref) ?? 0) + 1)
    }
  }

  /** @param {string} word @returns {boolean} whether it says too little to look for it */
  isCommon(word) {
    return !this.lunr.stopWordFilter(word)
  }

  /**
   * @param {string[]} terms in lower case, without common words
   * @returns {Found}
   */
  find(terms) {
    const whole = terms.map((term) => this.word(term))
    const last = terms.at(-1) ?? ""
    const finished = /^[a-z]$/.test(last) && terms.length > 1 ? terms.slice(0, -1) : terms
    const ways = [
      () => ({ lists: whole, marks: terms }),
      () => ({ lists: [...whole.slice(0, -1), this.begun(last)], marks: terms }),
      () => ({ lists: finished.map((term) => this.begun(stemOf(term))), marks: finished.map(stemOf) }),
      () => {
        const lists = terms.map((term) => this.misspelt(term))
        return { lists, marks: lists.flat() }
      },
    ]
    for (const way of ways) {
      const { lists, marks } = way()
      const places = this.withAll(lists)
      if (places.length > 0) return { places, marks, lists, all: true }
    }
    return { places: this.withSome(whole.flat()), marks: terms, lists: whole, all: false }
  }

  /** @param {string} term @returns {string[]} the word itself, where it stands anywhere */
  word(term) {
    return this.where.has(term) ? [term] : []
  }

  /** @param {string} start @returns {string[]} */
  begun(start) {
    if (start.length < SHORTEST_BEGINNING && /^[a-z0-9]*$/.test(start)) return this.word(start)
    return this.like(this.lunr.TokenSet.fromString(`${start}*`))
  }

  /** @param {string} term @returns {string[]} */
  misspelt(term) {
    // A number with another digit is another number.
    if (term.length < SHORTEST_MISSPELT || /\p{N}/u.test(term)) return this.word(term)
    return this.like(this.lunr.TokenSet.fromFuzzyString(term, 1))
  }

  /** @param {any} pattern @returns {string[]} */
  like(pattern) {
    return this.index.tokenSet.intersect(pattern).toArray()
  }

  /**
   * @param {string[][]} lists
   * @returns {string[]} the places that have a word of each list
   */
  withAll(lists) {
    if (lists.length === 0 || lists.some((words) => words.length === 0)) return []
    const places = lists.map((words) => this.standing(words))
    const [fewest] = places.toSorted((first, second) => first.size - second.size)
    const others = places.filter((place) => place !== fewest)
    const found = [...fewest.refs()].filter((ref) => others.every(({ has }) => has(ref)))
    return found.sort((first, second) => this.shorter(first, second))
  }

  /**
   * Finds what has this part of some words: what has most of them first, then shorter texts.
   * @param {string[]} words
   * @param {number} part
   * @returns {{place: string, all: boolean}[]} `all` tells whether it has all of them
   */
  most(words, part) {
    /** @type {Map<string, number>} */
    const counts = new Map()
    for (const ref of words.flatMap((word) => Object.keys(this.where.get(word) ?? {}))) {
      counts.set(ref, (counts.get(ref) ?? 0) + 1)
    }
    return [...counts]
      .filter(([, count]) => count >= part * words.length)
      .sort(([first, count], [second, more]) => more - count || this.shorter(first, second))
      .map(([place, count]) => ({ place, all: count === words.length }))
  }

  /**
   * Finds what has all things that are asked for, else most of them: what has more and what tells more of
   * them first, then shorter texts.
   * @param {string[][]} things for each, the words that say it, or their beginnings
   * @param {Named[]} named what the places are called besides
   * @returns {{places: string[], whole: string[], known: Says[]}} `whole` are those whose own words have all
   *   things, `known` what tells the words of each thing that something says
   */
  meaning(things, named) {
    const asked = things.filter((words) => !words.every((word) => this.isCommon(word)))
    const known = asked.map((words) => this.saying(words, named)).filter(({ size }) => size > 0)
    const most = MOST_OF_IT * known.reduce((sum, { tells }) => sum + tells, 0)
    if (known.length === 1 && known[0].size > TOO_MANY * this.lengths.size) return { places: [], whole: [], known: [] }
    /** @type {Map<string, {score: number, tells: number, count: number, own: number}>} */
    const found = new Map()
    for (const { own, called, tells } of known) {
      for (const ref of new Set([...own, ...called])) {
        const sums = found.get(ref) ?? { score: 0, tells: 0, count: 0, own: 0 }
        sums.score += own.has(ref) ? tells : tells * BY_NAME
        sums.tells += tells
        sums.count += 1
        if (own.has(ref)) sums.own += 1
        found.set(ref, sums)
      }
    }
    const places = [...found]
      .filter(([, { count, tells }]) => count === known.length || (count > 1 && tells >= most))
      .sort(([first, { score }], [second, { score: higher }]) => higher - score || this.shorter(first, second))
      .map(([ref]) => ref)
    // What nobody here says may be what matters.
    const whole = places.filter((ref) => found.get(ref)?.own === asked.length)
    return { places, whole, known: known.map(({ says }) => says) }
  }

  /**
   * @param {string[]} words that say a thing, or their beginnings
   * @param {Named[]} named
   * @returns {{own: Set<string>, called: Set<string>, size: number, tells: number, says: Says}} the places that
   *   say it, those that are called so, how many these are, how much it tells, and which words say it
   */
  saying(words, named) {
    const starts = words.filter((word) => word.length > WHOLE_WORD)
    const whole = words.filter((word) => word.length <= WHOLE_WORD).flatMap((word) => [word, `${word}s`])
    const begun = [...starts.flatMap((start) => this.begun(start)), ...whole.flatMap((word) => this.word(word))]
    /** @type {Says} */
    const says = (word) => whole.includes(word) || starts.some((start) => word.startsWith(start))
    const own = new Set(this.standing(begun).refs())
    const called = new Set(named.filter((one) => one.words.some(says)).flatMap(({ places }) => places.map(String)))
    const { size } = new Set([...own, ...called])
    return { own, called, size, tells: Math.log(1 + this.lengths.size / size), says }
  }

  /** @param {string[]} words the places of any of these, to be counted, listed or asked for */
  standing(words) {
    const all = words.map((word) => this.where.get(word) ?? {})
    if (all.length === 1) {
      const refs = Object.keys(all[0])
      return { size: refs.length, refs: () => refs, has: (/** @type {string} */ ref) => ref in all[0] }
    }
    const refs = new Set(all.flatMap(Object.keys))
    return { size: refs.size, refs: () => refs, has: (/** @type {string} */ ref) => refs.has(ref) }
  }

  /**
   * @param {string[]} words
   * @returns {string[]} the places that have some of the words, those with the most telling first
   */
  withSome(words) {
    /** @type {Map<string, number>} */
    const scores = new Map()
    for (const word of words) {
      const refs = Object.keys(this.where.get(word) ?? {})
      const tells = Math.log(1 + this.lengths.size / refs.length)
      for (const ref of refs) scores.set(ref, (scores.get(ref) ?? 0) + tells)
    }
    return [...scores]
      .sort(([first, score], [second, higher]) => higher - score || this.length(first) - this.length(second))
      .map(([ref]) => ref)
  }

  /** @param {string} first @param {string} second @returns {number} below 0 where the first is shorter, or stands first */
  shorter(first, second) {
    return this.length(first) - this.length(second) || Number(first) - Number(second)
  }

  /** @param {string} ref */
  length(ref) {
    return this.lengths.get(ref) ?? 0
  }
}

/** @param {string} term @returns {string} the part that its other forms begin with, too */
function stemOf(term) {
  const cut = term.replace(/(?:ings?|ed|e?s|e|y|ies)$/, "")
  return cut.length >= 3 ? cut : term
}
