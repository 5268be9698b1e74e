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

// Words right before a number that make it a code, in the languages of those who log it.
const SPACED =
  "code|codes|errcode|errorcode|err|error|errno|resultcode|returncode|codigo|código|codice|errore|erro|" +
  "kode|kod|kodu|hata|błędu|код|кода|ошибка|ошибки|ошибке|fehler|fehlercode|fehlernummer|foutcode|" +
  "erreur|mã|lỗi|kesalahan|الخطأ"
// Scripts that are written without spaces: these stand at the end of longer words, too.
const UNSPACED =
  "错误码|错误代码|错误编码|错误号|返回码|状态码|代码|错误|报错|返回|錯誤碼|錯誤代碼|代碼|錯誤|" +
  "コード|エラー番号|エラー|코드|오류|오류 번호|에러|รหัส|ข้อผิดพลาด"
const BETWEEN = "['\"\\s:=#()\\[\\]是为はが은는이가]|\\b(?:is|was|of|no|nr|number|número)\\b|[.]\\s|n°|№"
const AFTER_CODE_WORD = new RegExp(
  `(?:(?:^|[^\\p{L}\\p{N}_])(?:${SPACED})|(?:${UNSPACED}))(?:${BETWEEN})*$`,
  "iu",
)

const LONGEST_CODE = 64
const CODE = /-?(?:[A-Za-z]{1,3})?[0-9]+(?:[.][0-9]+)*/
const ALONE = new RegExp(`^${CODE.source}$`)
// A number that is part of a date, a time, an address, a version, an amount or a longer word is none.
// Scripts that are written without spaces put their words right beside a number.
const NUMBER = new RegExp(
  `(?<![A-Za-z\u00c0-\u058f0-9_./@%$€¥-]|[0-9][:#])${CODE.source}(?![A-Za-z\u00c0-\u058f_/%-]|[.,:#]?[0-9])`,
  "gu",
)
// Between a key and its code stand signs, types and small words, but never another number: JSON,
// dumps of many languages, XML, `errcode is 40029`.
const GAP =
  "[\"'`*\\]\\[(){}<>|:=,~!&是为为は이가은는\\s]|->|;?[sid]:(?=[-\"0-9])|" +
  "\\b(?:is|was|int|integer|string|long|some|optional|decimal|numberint)\\b|!\\[cdata\\["
const PAIR = new RegExp(
  `(?<![A-Za-z0-9_])(["']?)([A-Za-z_][A-Za-z0-9_]*)((?:${GAP}){1,12}?)` +
    "(-?[A-Za-z]{0,3}[0-9]{1,20})(?:[.]0+(?![0-9.]))?L?(?![A-Za-z0-9_]|[.:/-][A-Za-z0-9_])",
  "giu",
)
// Numbers under these keys look like codes and are none of ours.
const OTHER_KEYS = /(?:resend_?result|zip|sms|verify|country|postal|status)_?code(?=["'\s:=>])["']?\s*(?:=>|[:=]|\s)\s*["']?-?\w*/giu
export const HTTP_STATUS = /^[1-5][0-9]{2}$/

/**
 * Folds a query into one line: widths, dashes, quotes, escapes and white space.
 * @param {string} text
 */
export function fold(text) {
  return decoded(text)
    .normalize("NFKC")
    .replace(/\u001b\[[0-9;]*m/g, "")
    .replace(/[\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63]/g, "-")
    .replace(/[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/g, '"')
    .replace(/[\u2018-\u201b]/g, "'")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Z}]+/gu, " ")
    .replace(/\\u0022|&quot;|&#34;/g, '"')
    .replace(/\\[nrt](?![A-Za-z])/g, " ")
    .replace(/\\+(["'])/g, "$1")
    .trim()
}

/** @param {string} text which may be a body as it stands in an address */
function decoded(text) {
  if (!/%(?:22|3A|7B)/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
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
  const alone = rest.replace(/^[\s"'`#([{<,;:./|*~]+|[\s"'`)\]}>,;:./|*~%!?]+$/g, "")
  const query = { text, words: words(rest), named, bare: false }
  if (alone.length <= LONGEST_CODE && ALONE.test(alone)) {
    const asked = { code: alone, provider: named, codeSet: null }
    return { ...query, codes: [asked], numbers: [], bare: alone === rest && !named }
  }
  const own = text.replace(OTHER_KEYS, " ")
  const left = numbers(own, named)
  const codes = failing(byKey(own, named, providers), providers)
  const certain = codes.filter(({ code }) => !HTTP_STATUS.test(code))
  if (certain.length > 0) return { ...query, codes: certain, numbers: left }
  // With a provider beside it, a number is a code even if nobody lists it.
  const beside = named && left.length === 1 && query.words.length <= 2 ? left : []
  return { ...query, codes: codes.length > 0 ? codes : beside, numbers: left }
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
  // `code` is also what a gateway puts around the answer of a provider.
  /** @type {Asked[]} */
  const outer = []
  /** @type {Asked[]} */
  const weak = []
  for (const [, keyQuote, key, gap, code] of text.matchAll(PAIR)) {
    const owners = Object.entries(providers).flatMap(([id, provider]) =>
      provider.keys
        .filter(([name]) => name.toLowerCase() === key.toLowerCase())
        .map(([, codeSet, type]) => ({ id, codeSet, type })),
    )
    const type = /[:=>]\s*["']$/.test(gap) ? "string" : "integer"
    const typed = owners.filter((owner) => owner.type === type)
    const meant = typed.length > 0 ? typed : owners
    const ids = new Set(meant.map(({ id }) => id))
    // `code` is a key of one provider and a word of everybody: without quotes it is the word.
    const tells = ids.size === 1 && (key.toLowerCase() !== "code" || keyQuote)
    if (tells) {
      const sets = new Set(meant.map(({ codeSet }) => codeSet))
      const asked = { code, provider: meant[0].id, codeSet: sets.size === 1 ? meant[0].codeSet : null }
      if (key.toLowerCase() === "code") outer.push(asked)
      else strong.push(asked)
    } else if (owners.length > 0) {
      weak.push({ code, provider: named, codeSet: null })
    }
  }
  const failed = strong.filter((asked) => !isSuccess(asked, providers))
  if (failed.length > 0 || (strong.length > 0 && outer.length === 0)) return strong
  if (outer.length > 0 && !outer.every(({ code }) => HTTP_STATUS.test(code))) return [...strong, ...outer]
  for (const match of text.matchAll(NUMBER)) {
    if (AFTER_CODE_WORD.test(text.slice(Math.max(0, match.index - 40), match.index))) {
      weak.push({ code: match[0], provider: named, codeSet: null })
    }
  }
  return weak.length > 0 ? weak : [...strong, ...outer]
}

/** @param {Asked} asked @param {Record<string, Provider>} providers */
function isSuccess({ code, provider }, providers) {
  return code === "0" || Boolean(provider && providers[provider].success.includes(code))
}

/**
 * Leaves out successes where something failed, and what stands twice.
 * @param {Asked[]} asked
 * @param {Record<string, Provider>} providers
 */
function failing(asked, providers) {
  const failed = asked.filter((one) => !isSuccess(one, providers))
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
