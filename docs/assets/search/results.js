// What the results look like: HTML, in which everything from a document or a query is escaped.

import { ADDRESSES } from "../shared/addresses.js"
import { NOT_HELD } from "../shared/not_held.js"
import { filled } from "../shared/uri.js"
import { words } from "./folding.js"

/**
 * A result; `title` and `text` are HTML. Enter goes to its location; nowhere, where `enter` is null.
 * @typedef {{location: string, title: string, text: string, enter?: null}} Result
 */

/**
 * @param {import("./lookup.js").Code} code
 * @param {import("./lookup.js").Provider} provider
 * @param {string[]} terms words to mark
 * @param {string} [why] why it is an answer, where that is not plain
 * @returns {Result}
 */
export function codeResult({ provider: id, codeSet, code, address, messages, note, translations = [] }, provider, terms, why = "") {
  const mark = note ? ` <em>${escaped(note)}</em>` : ""
  const reason = why ? ` <small>${escaped(sentence(why, provider.name))}</small>` : ""
  return {
    location: filled(ADDRESSES.code, { provider: id, code: address }),
    title: `${printed(codeSet, code)} ${escaped(provider.name)}`,
    text: messages.map((message) => marked(message, terms)).join(" / ") + inOthers(messages, translations, terms) + mark + reason,
  }
}

/**
 * @param {string[]} messages
 * @param {import("./lookup.js").Translations} translations
 * @param {string[]} terms
 * @returns {string} HTML of what a code says in the language of the query, where the messages do not have its words
 */
function inOthers(messages, translations, terms) {
  if (messages.some((message) => marked(message, terms).includes("<mark>"))) return ""
  const asked = translations.filter(([, text]) => terms.some((term) => text.toLowerCase().includes(term)))
  return asked.map(([tag, text]) => ` <span lang="${escaped(tag)}">${marked(text, terms)}</span>`).join("")
}

/**
 * @param {string} code
 * @param {string | null} id the provider's, where the query points to one
 * @param {Record<string, import("./lookup.js").Provider>} providers
 * @returns {Result}
 */
export function notListedResult(code, id, providers) {
  const title = `${escaped(code)} ${NOT_HELD}`
  if (!id) {
    const text = "No provider here lists it. See which providers there are."
    return { location: ADDRESSES.providers, title, text }
  }
  const { product, held } = providers[id]
  const text = escaped(`${product}: ${held}. Its current page may list more.`)
  return { location: filled(ADDRESSES.unlisted, { provider: id, code }), title, text }
}

/**
 * Returns the result of a code for which too little speaks.
 * @param {import("./lookup.js").Code} code
 * @param {import("./lookup.js").Provider} provider
 * @param {string} why what speaks for it and against it
 * @returns {Result}
 */
export function guessResult(code, provider, why) {
  const { location, text } = codeResult(code, provider, [])
  const name = escaped(provider.name)
  const title = `If this is ${name}: ${printed(code.codeSet, code.code)}`
  const doubt = escaped(sentence(why || "nothing but the number speaks for it", provider.name))
  return { location, title, text: `<em>${doubt}</em> ${text}`, enter: null }
}

/** @param {string} why with `{provider}` @param {string} name @returns {string} */
function sentence(why, name) {
  const said = why.replaceAll("{provider}", name)
  return `${said[0].toUpperCase()}${said.slice(1)}.`
}

/**
 * Returns the result for a text about a product that is not here: its official page of codes.
 * @param {import("./others.js").Other} other
 * @param {Record<string, import("./lookup.js").Provider>} providers
 * @returns {Result}
 */
export function otherResult({ name, page, beside }, providers) {
  const apart = beside ? `They mean other things than those of ${escaped(providers[beside].product)}. ` : ""
  return {
    location: page,
    title: `This looks like ${escaped(name)}&#39;s; the atlas does not hold it`,
    text: `${apart}Its codes: ${escaped(page)}`,
    enter: null,
  }
}

/**
 * @param {string} id
 * @param {import("./lookup.js").Provider} provider
 * @returns {Result}
 */
export function providerResult(id, { product }) {
  return { location: filled(ADDRESSES.catalog, { provider: id }), title: escaped(product), text: "" }
}

/**
 * @param {import("./lookup.js").Page} page
 * @param {string[]} terms
 * @returns {Result}
 */
export function pageResult({ location, title }, terms) {
  return { location, title: marked(title, terms), text: "" }
}

/** @param {string} codeSet @param {string} code @returns {string} HTML of a code as it is printed */
function printed(codeSet, code) {
  return `<span class="ec-code" data-ec-set="${escaped(codeSet)}">${escaped(code)}</span>`
}

/** @param {string} text @param {string[]} terms @returns {string} HTML with the words that begin so marked */
function marked(text, terms) {
  const begins = (/** @type {string} */ word) =>
    terms.some((term) => word === term || (term.length > 2 && word.startsWith(term)))
  return text
    .split(/([\p{L}\p{N}_]+)/u)
    .map((piece, place) =>
      place % 2 === 1 && words(piece).some(begins) ? `<mark>${escaped(piece)}</mark>` : escaped(piece),
    )
    .join("")
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
