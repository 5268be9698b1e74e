// What several pages share: texts as they are compared, addresses, and narrowed tables.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import fc from "fast-check"

import { ADDRESSES } from "../../docs/assets/shared/addresses.js"
import { fits, narrow, queryOf, restore, wishOf } from "../../docs/assets/shared/narrow.js"
import { link, notHeld } from "../../docs/assets/shared/not_held.js"
import { comparable, left, terms } from "../../docs/assets/shared/text.js"
import { decoded, filled } from "../../docs/assets/shared/uri.js"

test("texts are compared in one case, width and minus", () => {
  assert.equal(comparable("\uff21B \u20103\u20134\u22125"), "ab -3-4-5")
})

test("a filter asks for its words, without the signs around a copied code", () => {
  assert.deepEqual(terms(' "\u22123016", (Code) [a]{b};c:d`e\'f '), ["-3016", "code", "a", "b", "c", "d", "e", "f"])
  assert.deepEqual(terms(" ,; "), [])
  // However long a paste is, each row is looked through for a word once.
  assert.deepEqual(terms("E ".repeat(50_000)), ["e"])
})

test("a count says of how many it is, where some are hidden", () => {
  assert.equal(left(3, 3, "codes"), "3 codes")
  assert.equal(left(0, 3, "codes"), "0 of 3 codes")
})

test("an address is its template with everything filled in and encoded", () => {
  assert.equal(filled("{provider}/?code={code}", { provider: "a", code: "<b>&c" }), "a/?code=%3Cb%3E%26c")
  assert.equal(filled(ADDRESSES.code, { provider: "kakaotalk", code: "-3016" }), "kakaotalk/-3016/")
  assert.equal(filled(ADDRESSES.searchTexts, { build: "0a", number: 0 }), "search/0a/codes/0.json")
})

test("any value that is put into an address can be read back", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (value) => {
    assert.equal(decoded(filled("{it}", { it: value })), value)
  }))
  assert.equal(decoded("%ff%"), "%ff%")
})

test("the addresses have the form in which a command writes them", () => {
  const source = readFileSync(new URL("../../docs/assets/shared/addresses.js", import.meta.url), "utf8")
  const lines = Object.entries(ADDRESSES).map(([name, template]) => `  ${name}: ${JSON.stringify(template)},\n`)
  const head = "// Written by `make schema` from macros/addresses.py.\nexport const ADDRESSES = {\n"
  assert.equal(source, `${head}${lines.join("")}}\n`)
})

/** A node of a page, no more of it than the scripts need. */
class Element {
  hidden = false
  textContent = ""
  constructor() {
    /** @type {Record<string, string>} */
    this.dataset = {}
    /** @type {Record<string, (event: object) => void>} */
    this.heard = {}
    /** @type {Element[]} */
    this.rows = []
  }
  /** @param {string} type @param {(event: object) => void} hear */
  addEventListener(type, hear) { this.heard[type] = hear }
  /** @param {string} name @param {boolean} value */
  toggleAttribute(name, value) {
    assert.equal(name, "hidden")
    this.hidden = value
  }
  getElementsByTagName() { return [] }
  /** @param {Element} row */
  contains(row) { return this.rows.includes(row) }
}

/** @param {string} name @param {string} value @param {string[]} [options] @returns {any} */
function field(name, value, options) {
  const element = Object.assign(new Element(), { name, value })
  return options ? Object.assign(element, { options: options.map((option) => ({ value: option })) }) : element
}

test("a form asks for the words of its text and the choices of its selects", () => {
  const fields = [field("filter", " A, b "), field("retry", "never", []), field("kind", "", [])]
  assert.deepEqual(wishOf(fields), { words: ["a", "b"], choices: [["retry", "never"]] })
  assert.equal(queryOf(fields), "?filter=A%2C+b&retry=never")
  assert.equal(queryOf([field("filter", "  ")]), "")
})

test("an entry fits that has every word and every choice", () => {
  const entry = { text: "40029 invalid code", values: (/** @type {string} */ name) => (name === "kind" ? ["a", "b"] : [undefined]) }
  /** @type {[words: string[], choices: [string, string][], fit: boolean][]} */
  const wishes = [
    [[], [], true],
    [["400", "code"], [], true],
    [["400", "codes"], [], false],
    [[], [["kind", "b"]], true],
    [["code"], [["kind", "c"]], false],
    [[], [["kind", "a"], ["retry", "never"]], false],
  ]
  for (const [words, choices, fit] of wishes) assert.equal(fits(entry, { words, choices }), fit)
})

test("fields take what the address asks for, a select only what it offers", () => {
  const fields = [field("filter", "old"), field("retry", "old", ["", "never"]), field("kind", "old", ["", "a"])]
  restore(fields, "?filter=a+b&retry=never&kind=z")
  assert.deepEqual(fields.map(({ value }) => value), ["a b", "never", ""])
  restore(fields, "")
  assert.deepEqual(fields.map(({ value }) => value), ["", "", ""])
})

/** Puts a page with two tables and a form in the place of the browser's. @param {string} search */
function page(search) {
  const rows = ["40029 invalid code", "40030 invalid token", "45009 limit"].map((text, place) =>
    Object.assign(new Element(), { textContent: text, dataset: { retry: place === 2 ? "later" : "never" } }),
  )
  const tables = [Object.assign(new Element(), { rows: rows.slice(0, 2) }), Object.assign(new Element(), { rows: rows.slice(2) })]
  const [said, nothing] = [new Element(), new Element()]
  const fields = [field("filter", ""), field("retry", "", ["", "never", "later"])]
  const form = Object.assign(new Element(), { elements: [...fields, { name: "" }] })
  /** @type {string[]} */
  const visited = []
  const globals = {
    location: { search, pathname: "/wechat/" },
    // No frame comes by itself: `finish` does what waits for one.
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: () => undefined,
    history: { state: "kept", replaceState: (/** @type {string[]} */ ...[state, , address]) => visited.push(`${state} ${address}`) },
    document: {
      querySelector: (/** @type {string} */ selector) =>
        /** @type {Record<string, Element>} */ ({ "[data-ec-left]": said, "[data-ec-nothing]": nothing })[selector],
    },
  }
  Object.assign(globalThis, globals)
  return { rows, tables, said, nothing, fields, form, visited }
}

/** @param {Element[]} elements */
const shown = (elements) => elements.map(({ hidden }) => !hidden)

test("a page is narrowed by its address, then by its form, and the address follows", () => {
  const { rows, tables, said, nothing, fields, form, visited } = page("?filter=invalid")
  /** @type {unknown[]} */
  const narrowed = []
  let changes = 0
  const { reset, finish } = narrow(/** @type {any} */ (form), {
    rows: /** @type {any[]} */ (rows),
    tables: /** @type {any[]} */ (tables),
    noun: "codes",
    text: ({ textContent }) => textContent,
    narrowed: (wish) => narrowed.push(wish),
    changed: () => changes++,
  })
  assert.deepEqual(shown(rows), [true, true, false])
  assert.deepEqual(shown(tables), [true, false])
  assert.equal(said.textContent, "2 of 3 codes")
  assert.equal(nothing.hidden, true)
  assert.deepEqual([visited, changes], [[], 0])

  fields[0].value = ""
  fields[1].value = "later"
  fields[1].heard.input({})
  assert.deepEqual([visited, changes], [[], 0])
  finish()
  assert.deepEqual(shown(rows), [false, false, true])
  assert.deepEqual(shown(tables), [false, true])
  assert.deepEqual([visited, changes], [["kept ?retry=later"], 1])
  assert.equal(nothing.hidden, true)

  fields[0].value = "invalid"
  fields[0].heard.input({})
  finish()
  assert.deepEqual(shown(rows), [false, false, false])
  assert.equal(said.textContent, "0 of 3 codes")
  assert.equal(nothing.hidden, false)
  assert.deepEqual(narrowed.at(-1), { words: ["invalid"], choices: [["retry", "later"]] })

  reset()
  assert.deepEqual(shown(rows), [true, true, true])
  assert.deepEqual(fields.map(({ value }) => value), ["", ""])
  assert.equal(said.textContent, "3 codes")
  assert.deepEqual([visited.at(-1), changes], ["kept /wechat/", 2])
})

test("a page says what a select chooses by, and Enter does not send the form", () => {
  const { rows, fields, form } = page("?retry=never")
  narrow(/** @type {any} */ (form), {
    rows: /** @type {any[]} */ (rows),
    noun: "codes",
    text: () => "",
    values: ({ textContent }) => [textContent.startsWith("4003") ? "never" : "later", "always"],
  })
  assert.deepEqual(shown(rows), [false, true, false])
  assert.equal(fields[1].value, "never")
  let prevented = 0
  form.heard.submit({ preventDefault: () => prevented++ })
  assert.equal(prevented, 1)
})

test("what is not held is said with the provider, and where else to look", () => {
  Object.assign(globalThis, { document: { createElement: (/** @type {string} */ tag) => ({ tag }) } })
  const places = [link("a/?code=4", "a's catalog"), link("https://a.example/", "a's page")]
  assert.deepEqual(notHeld("4", { product: "A", held: "document of 2025" }, places), [
    { tag: "strong", className: "ec-code", textContent: "4" },
    " is not listed for A. We read its document of 2025. See ",
    { tag: "a", href: "a/?code=4", textContent: "a's catalog" },
    " or ",
    { tag: "a", href: "https://a.example/", textContent: "a's page" },
    ", which may list more.",
  ])
  assert.equal(notHeld("4", {}, [places[1]]).length, 4)
})
