// Results as elements: the marks that a result has, and text.

import assert from "node:assert/strict"
import { before, test } from "node:test"

import fc from "fast-check"

import { drawn } from "../../docs/assets/search/drawn.js"

/** An element that says what is in it. */
class Played {
  /** @type {(string | Played)[]} */
  inside = []
  /** @type {string[][]} */
  attributes = []
  /** @param {string} name */
  constructor(name) { this.name = name }
  /** @param {...(string | Played)} inside */
  append(...inside) { this.inside.push(...inside) }
  /** @param {string} name @param {string} value */
  setAttribute(name, value) { this.attributes.push([name, value]) }
  /** @returns {string} */
  toString() { return `[${[this.name, ...this.attributes.map((one) => one.join("="))].join(" ")}|${this.inside.join("")}]` }
}

before(() => {
  Object.assign(globalThis, {
    document: { createDocumentFragment: () => new Played(""), createElement: (/** @type {string} */ name) => new Played(name) },
  })
})

/** @param {string} html */
const seen = (html) => String(drawn(html)).slice(2, -1)

// HTML -> what is drawn
const DRAWN = {
  "Busy": "Busy",
  "<strong>101</strong> <span>Busy</span>": "[strong|101] [span|Busy]",
  '<span class="ec-code" data-ec-set="api">101</span>': "[span class=ec-code data-ec-set=api|101]",
  '<span lang="ko">a <mark>b</mark></span>': "[span lang=ko|a [mark|b]]",
  "&#60;b&#62; &#38;amp; &#39;": "<b> &amp; '",
  "<script>alert(1)</script>": "<script>alert(1)</script>",
  '<img src="x" onerror="alert(1)">': '<img src="x" onerror="alert(1)">',
  '<a href="javascript:alert(1)">x</a>': '<a href="javascript:alert(1)">x</a>',
  '<em onclick="alert(1)" class="a">x</em>': "[em class=a|x]",
  "</em></em>x": "x",
  "<em>x": "[em|x]",
  "<small>under <code>err</code>.</small>": "[small|under [code|err].]",
  "a < b <": "a < b <",
  "<constructor>": "<constructor>",
}

test("a mark is an element, with the attributes that it may have; all else is text", () => {
  for (const [html, expected] of Object.entries(DRAWN)) assert.equal(seen(html), expected, html)
})

test("no text becomes an element that is none of the marks", () => {
  const names = new Set(["", "em", "mark", "small", "span", "strong"])
  /** @param {any} one @returns {boolean} */
  const good = (one) => typeof one === "string" || (names.has(one.name) && one.inside.every(good))
  const piece = fc.constantFrom("<", ">", "/", '"', "=", " ", "em", "script", "src", "&#60;", "mark", "x")
  fc.assert(fc.property(fc.array(piece), (pieces) => good(drawn(pieces.join("")))))
})
