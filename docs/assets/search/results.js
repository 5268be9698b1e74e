// What the results look like: HTML, in which everything from a document or a query is escaped.

import { ADDRESSES } from "../shared/addresses.js"
import { nearest } from "../shared/nearest.js"
import { documentsRead, notListed } from "../shared/not_held.js"
import { filled } from "../shared/uri.js"
import { words } from "./folding.js"

/**
 * A result; `title`, `text`, `aside` and the condition are HTML. Enter goes to its location; nowhere, where
 * `enter` is null.
 * @typedef {object} Result
 * @property {string} location
 * @property {string} title
 * @property {string} text what the code says
 * @property {string} [aside] why it is an answer, or what to know of it first
 * @property {import("./lookup.js").Verdict} [verdict] what to do
 * @property {import("../shared/ticket.js").Ticket} [ticket] what a ticket is told
 * @property {string} [provider] the id of the provider whose code it is
 * @property {string} [whose] what that one is called
 * @property {Next} [next] what else to do
 * @property {string} [absent] the product that is not here, which it is about
 * @property {null} [enter]
 *
 * A sentence that says what to do next: texts, and links with what they are called.
 * @typedef {(string | [location: string, label: string])[]} Next
 */

// More of them are a list to read.
const FEW = 6
const LONGEST_QUOTE = 60

/**
 * @param {import("./lookup.js").Code} code
 * @param {import("./lookup.js").Provider} provider
 * @param {string[]} terms words to mark
 * @param {string} [why] why it is an answer, where that is not plain
 * @param {string} [called] the other name of its condition that was asked for
 * @returns {Result}
 */
export function codeResult(code, provider, terms, why = "", called = "") {
  const { provider: id, codeSet, address, messages, note, verdict, translations = [] } = code
  const mark = note ? `<em>${escaped(note)}</em>` : ""
  const reason = why ? `<small>${sentence(why, provider.name)}</small>` : alsoCalled(code, called, terms)
  return {
    location: filled(ADDRESSES.code, { provider: id, code: address }),
    title: `${printed(codeSet, code.code)} <span class="ec-whose">${escaped(provider.name)}</span>`,
    text: messages.map((message) => marked(message, terms)).join(" / ") + inOthers(messages, translations, terms),
    aside: [mark, reason].filter(Boolean).join(" "),
    verdict: { ...verdict, condition: condition(code, terms) },
    ticket: ticketOf(code, provider),
    provider: id,
    whose: provider.name,
  }
}

/**
 * @param {import("./lookup.js").Code} code
 * @param {string[]} terms
 * @returns {string} HTML of what its condition is called, marked where the messages do not say why it is an answer
 */
function condition({ messages, verdict: { condition } }, terms) {
  const said = words(messages.join(" "))
  if (terms.every((term) => said.some((word) => word.startsWith(term)))) return escaped(condition)
  return marked(condition, terms)
}

/**
 * @param {import("./lookup.js").Code} code
 * @param {string} called another name of its condition
 * @param {string[]} terms
 * @returns {string} HTML that says why it is an answer, where that name is why
 */
function alsoCalled({ verdict: { condition } }, called, terms) {
  return called ? `<small>“${escaped(condition)}” is also called “${marked(called, terms)}”.</small>` : ""
}

/**
 * Returns what a ticket is told: the same as on the code's page.
 * @param {import("./lookup.js").Code} code
 * @param {import("./lookup.js").Provider} provider
 */
function ticketOf({ code, messages, verdict: { condition, advice } }, { name }) {
  const says = messages.map((message) => message.trim().replace(/\s+/g, " ")).join(" / ")
  return { plain: `${name} ${code}: ${says}`, says: `${condition}: ${advice[0].toLowerCase()}${advice.slice(1)}` }
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
 * Returns the result for a code that no document lists.
 * @param {string} code
 * @param {string | null} id the provider's, where the query points to one
 * @param {import("./lookup.js").Index} index
 * @returns {Result}
 */
export function notListedResult(code, id, index) {
  const { providers } = index
  if (!id) {
    return {
      location: ADDRESSES.providers,
      title: `${escaped(code)} is not listed`,
      text: "No provider here lists it. Check its digits and its sign, or paste the whole response.",
      next: ["Or look through ", ...catalogs(providers), "."],
    }
  }
  const { name, held, official } = providers[id]
  return {
    location: filled(ADDRESSES.unlisted, { provider: id, code }),
    title: escaped(notListed(code, name)),
    text: escaped(documentsRead(held)),
    next: [...near(code, id, index), [official, "Its current page"], " may list more."],
  }
}

/**
 * @param {string} code in a form that no provider here has
 * @param {import("./lookup.js").Index} index
 * @returns {Result}
 */
export function foreignResult(code, index) {
  return { ...notListedResult(code, null, index), text: "No provider here has codes like it. It may be another vendor's." }
}

/**
 * @param {string} code
 * @param {string} id the provider's
 * @param {Pick<import("./lookup.js").Index, "listedBy">} index
 * @returns {Next} the listed codes beside a code, if there are any near it
 */
function near(code, id, index) {
  const listed = index.listedBy(id)
  const links = nearest(code, listed.map(({ code }) => code)).map((place) => {
    const { code, address } = listed[place]
    return /** @type {[string, string]} */ ([filled(ADDRESSES.code, { provider: id, code: address }), code])
  })
  return links.length > 0 ? ["Nearest listed: ", ...series(links, ", "), ". "] : []
}

/**
 * Says that nothing was found, and what to do then.
 * @param {string} text that was asked, in one line
 * @param {Record<string, import("./lookup.js").Provider>} providers
 * @returns {Next}
 */
export function nothingFound(text, providers) {
  const asked = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 1)}…` : text
  return [`Nothing found for “${asked}”. Paste the whole response, or look through `, ...catalogs(providers), "."]
}

/**
 * @param {Record<string, import("./lookup.js").Provider>} providers
 * @returns {Next} links to what has every code
 */
function catalogs(providers) {
  const all = Object.entries(providers)
  if (all.length > FEW) return [[ADDRESSES.providers, `the catalogs of all ${all.length} providers`]]
  return series(all.map(([id, { name }]) => [filled(ADDRESSES.catalog, { provider: id }), name]), ", ")
}

/**
 * @param {[string, string][]} links
 * @param {string} between
 * @returns {Next}
 */
function series(links, between) {
  return links.flatMap((link, place) => (place > 0 ? [between, link] : [link]))
}

/**
 * Returns the result of a code for which too little speaks.
 * @param {import("./lookup.js").Code} code
 * @param {import("./lookup.js").Provider} provider
 * @param {string} why what speaks for it and against it
 * @returns {Result}
 */
export function guessResult(code, provider, why) {
  const sure = codeResult(code, provider, [])
  const doubt = sentence(why || "only the number speaks for it", provider.name)
  return {
    ...sure,
    title: `<span class="ec-whose">If this is ${escaped(provider.name)}:</span> ${printed(code.codeSet, code.code)}`,
    aside: [`<em>${doubt}</em>`, sure.aside].filter(Boolean).join(" "),
    enter: null,
  }
}

/** @param {string} why with `{provider}`, keys in backticks @param {string} name @returns {string} HTML */
function sentence(why, name) {
  const said = why.replaceAll("{provider}", name)
  return escaped(`${said[0].toUpperCase()}${said.slice(1)}.`).replace(/`([^`]+)`/g, "<code>$1</code>")
}

/**
 * Returns the result for a text about a product that is not here: its official page of codes.
 * @param {import("./others.js").Other} other
 * @param {Record<string, import("./lookup.js").Provider>} providers
 * @returns {Result}
 */
export function otherResult({ name, page, beside }, providers) {
  const apart = beside ? `Its codes mean other things than those of ${escaped(providers[beside].product)}. ` : ""
  return {
    location: page,
    title: `This looks like ${escaped(name)}&#39;s; the atlas does not have its codes`,
    text: `${apart}Look on its own page: ${escaped(page)}`,
    absent: name,
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
