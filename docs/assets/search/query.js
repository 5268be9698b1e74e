// What a query means: which codes it asks for, of which provider, and which words are left.
// Knows no browser. Takes anything that people have in their clipboard.

/**
 * What the index says of a provider.
 * @typedef {object} Provider
 * @property {string[]} names id, name, product, vendor and aliases, in lower case
 * @property {[key: string, codeSet: string, type: "integer" | "string"][]} keys where its codes stand
 * @property {string[]} success codes that are no errors
 *
 * A code that a query asks for.
 * @typedef {object} Asked
 * @property {string} code as it would be printed, with its sign
 * @property {string | null} provider its id, where the query tells
 * @property {string | null} codeSet its id, where the query tells
 *
 * @typedef {object} Query
 * @property {string} text the query in one line, signs and widths folded
 * @property {Asked[]} codes codes that are asked for by a key, a word, a provider, or alone
 * @property {Asked[]} numbers what may be codes, and counts only when it is listed
 * @property {boolean} bare whether a code stands alone, and may be the beginning of one
 * @property {string | null} named the provider that the query names
 * @property {string[]} words the other words, in lower case, identifiers in their parts
 */

// A word right before a number that makes it a code, in the languages of those who log it.
const CODE_WORDS =
  "code|codes|errcode|errorcode|err|error|errno|resultcode|returncode|codigo|código|codice|kode|kod|" +
  "код|ошибка|fehler|fehlercode|erreur|mã|รหัส|" +
  "错误码|错误代码|返回码|状态码|代码|錯誤碼|錯誤代碼|代碼|コード|エラーコード|エラー|코드|오류코드|에러코드|오류|에러"
const AFTER_CODE_WORD = new RegExp(
  `(?:^|[^\\p{L}\\p{N}_])(?:${CODE_WORDS})['"\\s:：=#()\\[\\]是为はが은는이가]*$`,
  "iu",
)
const CODE = /-?(?:[A-Za-z]{1,3})?[0-9]+(?:[.][0-9]+)*/
const ALONE = new RegExp(`^${CODE.source}$`)
// A number that is part of a date, a time, an address, a version, an amount or a longer word is none.
// Scripts that are written without spaces put their words right beside a number.
const NUMBER = new RegExp(
  `(?<![A-Za-z\u00c0-\u058f0-9_./@%$€¥-]|[0-9]:)${CODE.source}(?![A-Za-z\u00c0-\u058f_/%-]|[.,:]?[0-9])`,
  "gu",
)
const LONGEST_CODE = 64
const PAIR = /(?<![A-Za-z0-9_])(["']?)([A-Za-z_][A-Za-z0-9_]*)\1\s*(?:=>|[:=]|\s)\s*(["']?)(-?[A-Za-z]{0,3}[0-9]{1,20})(?![A-Za-z0-9_.:/-])\3/g

/**
 * Folds a query into one line: widths, dashes, quotes, escapes and white space.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, "-")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/g, '"')
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu, " ")
    .replace(/\\+(["'])/g, "$1")
    .trim()
}

/**
 * Returns the words of a text in lower case, identifiers whole and in their parts.
 * @param {string} text
 */
export function words(text) {
  const found = fold(text).match(/[\p{L}\p{N}_]+/gu) ?? []
  return [...new Set(found.flatMap((word) => [word, ...parts(word)]).map((word) => word.toLowerCase()))]
}

/** @param {string} word `kf_account` or `templateTitle` */
function parts(word) {
  const split = word.split(/_+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter(Boolean)
  return split.length > 1 ? split : []
}

/**
 * Understands a query.
 * @param {string} input
 * @param {Record<string, Provider>} providers by id
 * @returns {Query}
 */
export function understand(input, providers) {
  const text = fold(input)
  const [named, rest] = providerNamed(text, providers)
  const alone = rest.replace(/^[\s"'`#([{<,;:.]+|[\s"'`)\]}>,;:.]+$/g, "")
  const query = { text, words: words(rest), named, bare: false }
  if (alone.length <= LONGEST_CODE && ALONE.test(alone)) {
    const asked = { code: alone, provider: named, codeSet: null }
    return { ...query, codes: [asked], numbers: [], bare: alone === rest && !named }
  }
  return { ...query, codes: failing(byKey(text, named, providers), providers), numbers: numbers(text, named) }
}

/**
 * Finds the provider that a query names, and what is left without the name.
 * @param {string} text
 * @param {Record<string, Provider>} providers
 * @returns {[provider: string | null, rest: string]}
 */
function providerNamed(text, providers) {
  const lower = text.toLowerCase()
  let best = { id: "", name: "", at: -1 }
  for (const [id, { names }] of Object.entries(providers)) {
    for (const name of names) {
      const at = placeOf(name, lower)
      if (at >= 0 && name.length > best.name.length) best = { id, name, at }
    }
  }
  if (best.at < 0 || lower.length !== text.length) return [best.id || null, text]
  return [best.id, `${text.slice(0, best.at)} ${text.slice(best.at + best.name.length)}`.trim()]
}

/** @param {string} name @param {string} text @returns {number} where the name stands as a word */
function placeOf(name, text) {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = (text[at - 1] ?? " ") + (text[at + name.length] ?? " ")
    if (!/[\p{L}\p{N}_]/u.test(around)) return at
  }
  return -1
}

/**
 * Finds codes under the keys that providers use, and beside words for "code".
 * @param {string} text
 * @param {string | null} named
 * @param {Record<string, Provider>} providers
 * @returns {Asked[]}
 */
function byKey(text, named, providers) {
  /** @type {Asked[]} */
  const strong = []
  /** @type {Asked[]} */
  const weak = []
  for (const [, keyQuote, key, quote, code] of text.matchAll(PAIR)) {
    const owners = Object.entries(providers).flatMap(([id, provider]) =>
      provider.keys
        .filter(([name]) => name.toLowerCase() === key.toLowerCase())
        .map(([, codeSet, type]) => ({ id, codeSet, type })),
    )
    const type = quote ? "string" : "integer"
    const typed = owners.filter((owner) => owner.type === type)
    const meant = typed.length > 0 ? typed : owners
    const ids = new Set(meant.map(({ id }) => id))
    // `code` is a key of one provider and a word of everybody: without quotes it is the word.
    const tells = ids.size === 1 && (key.toLowerCase() !== "code" || keyQuote)
    if (tells) {
      const sets = new Set(meant.map(({ codeSet }) => codeSet))
      strong.push({ code, provider: named ?? meant[0].id, codeSet: sets.size === 1 ? meant[0].codeSet : null })
    } else if (owners.length > 0) {
      weak.push({ code, provider: named, codeSet: null })
    }
  }
  if (strong.length > 0) return strong
  for (const match of text.matchAll(NUMBER)) {
    if (AFTER_CODE_WORD.test(text.slice(Math.max(0, match.index - 40), match.index))) {
      weak.push({ code: match[0], provider: named, codeSet: null })
    }
  }
  return weak.length > 0 || !named ? weak : []
}

/**
 * Leaves out successes where something failed, and what stands twice.
 * @param {Asked[]} asked
 * @param {Record<string, Provider>} providers
 */
function failing(asked, providers) {
  const successes = new Set(Object.values(providers).flatMap(({ success }) => success))
  const failed = asked.filter(({ code }) => !successes.has(code))
  const seen = new Set()
  // An inner success says more than the one of the header around it.
  return (failed.length > 0 ? failed : asked.reverse()).filter(({ code, provider, codeSet }) => {
    const same = `${code} ${provider} ${codeSet}`
    return !seen.has(same) && seen.add(same)
  })
}

/** @param {string} text @param {string | null} named @returns {Asked[]} */
function numbers(text, named) {
  const found = new Set([...text.matchAll(NUMBER)].map(([code]) => code))
  return [...found].map((code) => ({ code, provider: named, codeSet: null }))
}
