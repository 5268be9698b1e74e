// What a query is: a code alone, or a text with numbers, words and what it says of whose they are.
// Knows no browser. Takes anything that people have in their clipboard.

import { isCodeWord, isOfTrouble } from "./code_words.js"
import { isSaidToBeCode } from "./evidence.js"
import { fold, words } from "./folding.js"
import { isAnd, numbersIn } from "./numbers.js"
import { providerNamed } from "./provider_named.js"

/**
 * A key under which codes of a provider stand; with `only`, nowhere but in these objects.
 * @typedef {{key: string, parents: string[], only: boolean, codeSet: string, type: "integer" | "string"}} ProviderKey
 *
 * What the index says of a provider.
 * @typedef {object} Provider
 * @property {string[]} names id, name, product, vendor and aliases, in lower case
 * @property {ProviderKey[]} keys where its codes stand
 * @property {string[]} beside other keys of its bodies, in lower case
 * @property {string[]} success codes that are no errors
 *
 * @typedef {object} Query
 * @property {string} text the query in one line, signs and widths folded
 * @property {string | null} alone the code, where that is all but for a provider's name
 * @property {boolean} bare whether it is all, and may be the beginning of a code
 * @property {string | null} named the provider that the query names
 * @property {string | null} here the provider on whose page it is asked
 * @property {string[]} words its words, in lower case, identifiers in their parts
 * @property {import("./numbers.js").Found[]} numbers what may be codes
 * @property {import("./evidence.js").Around} around
 */

export const HTTP_STATUS = /^[1-5][0-9]{2}$/
const LONGEST_CODE = 64
const ALONE = /^-?(?:[A-Za-z]{1,3})?[0-9]+(?:[.][0-9]+)*$/
/** @type {import("./numbers.js").Found} a number with nothing around it */
const NOTHING = {
  code: "", at: 0, key: "", tie: "said", label: "", parent: "", quoted: false, behind: "", first: true, joined: false, listed: false,
}
const SCRIPTS = [/\p{Script=Han}/u, /\p{Script=Hangul}/u, /\p{Script=Thai}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u]

/**
 * Understands a query.
 * @param {string} input
 * @param {Record<string, Provider>} providers by id
 * @param {string | null} [here] the provider on whose page it is asked
 * @returns {Query}
 */
export function understand(input, providers, here = null) {
  const text = fold(input)
  const [named, rest] = providerNamed(text, providers)
  const code = withoutSigns(rest)
  const isCode = code.length <= LONGEST_CODE && ALONE.test(code) && !isCodeWord(code.replace(/[0-9].*/, ""))
  const found = numbersIn(text)
  // A letter can stand before the minus only where the name was.
  const joined = isCode && code.startsWith("-") && /[\p{L}]-[0-9]/u.test(text)
  const numbers = isCode ? [{ ...NOTHING, code, joined }] : found.numbers
  const left = words(rest)
  return {
    text,
    alone: isCode ? code : null,
    bare: isCode && code === rest && !named,
    named,
    here,
    words: left,
    numbers,
    around: {
      named,
      alone: isCode || left.every((word) => isAnd(word) || numbers.some(({ code: one }) => one.replace("-", "").toLowerCase() === word)),
      only: numbers.length === 1 && left.length <= 2,
      keys: found.keys,
      spoken: spokenBy(text, providers),
      troubled: isOfTrouble(text) && !numbers.some((one) => isSaidToBeCode(one) && !HTTP_STATUS.test(one.code)),
    },
  }
}

/** @param {string} text @returns {string} what may be a code alone, as it would be printed */
function withoutSigns(text) {
  if (text.length > 2 * LONGEST_CODE) return text
  return text
    .replace(/^[^\p{L}\p{N}\p{Sc}-]+/u, "")
    .replace(/(?<![^\p{L}\p{N}\p{Sc}%])[^\p{L}\p{N}\p{Sc}%]+$/u, "")
    .replace(/^-\s+(?=[0-9])/, "-")
    .replace(/^(-?[0-9]+)(?:[.]0|[lL])$/, "$1")
}

/**
 * Returns the providers in whose script a text is, as far as their own names are written in it.
 * @param {string} text
 * @param {Record<string, Provider>} providers
 * @returns {Set<string>}
 */
function spokenBy(text, providers) {
  const scripts = SCRIPTS.filter((script) => script.test(text))
  const spoken = Object.entries(providers).filter(([, { names }]) =>
    scripts.some((script) => names.some((name) => script.test(name))),
  )
  return new Set(spoken.map(([id]) => id))
}
