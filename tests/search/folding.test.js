// Texts in one form: what a query looks like in one line, its words, the number of a message.

import assert from "node:assert/strict"
import { test } from "node:test"

import { fold, plainWords, words, wordsHash } from "../../docs/assets/search/folding.js"
import * as facts from "./facts.js"

// text -> the same in one line
const FOLDED = {
  "  a\t\r\nb\u00a0\u3000c\u2028d\0e\ud800f ": "a b c d e f",
  "\uff0d\uff13\uff10\uff11\uff16": "-3016",
  "\u02d71 \u20102 \u20153 \u22124 \u2e3a5 \u2e3b6 \ufe587 \ufe638": "-1 -2 -3 -4 -5 -6 -7 -8",
  "\u201ca\u201d \u201fb\u00ab \u00bbc\u300c d\u300f": '"a" "b" "c" d"',
  "\u2018a\u2019 \u201bb": "'a' 'b",
  "\u0660\u0669 \u06f0\u06f9": "09 09",
  "a\u200bb\u00adc": "abc",
  "\u001b[31;1merrcode\u001b[0m": "errcode",
  '\\u0022a\\x22 &quot;b&#34; &QUOT;': '"a" "b" "',
  "&#39;a&apos;": "'a'",
  "a&nbsp;b&#160;c\\nd\\re\\tf": "a b c d e f",
  "<td>a</td><br/>b<STRONG class=x>c": "a  b c",
  "a <bold> <brand>": "a <bold> <brand>",
  '\\"a\\\\\' b\\c': `"a' b\\c`,
  "no.1 Nr.2 num.3 no.x": "no. 1 Nr. 2 num. 3 no.x",
  "%7B%22errcode%22%3A+40029%7D": '{"errcode": 40029}',
  "%257B%2522a%2522%257D": '{"a"}',
  "100%20 of 5%": "100%20 of 5%",
  "1+1 is %20": "1+1 is %20",
  "%22 and %ZZ": "%22 and %ZZ",
}

for (const [text, folded] of Object.entries(FOLDED)) {
  test(`a text is folded into one line: ${JSON.stringify(text)}`, () => {
    assert.equal(fold(text), folded)
  })
}

test("words are in lower case, identifiers whole and in their parts, each once", () => {
  assert.deepEqual(words("The kf_account kf! templateTitle-2 é"), [
    "the", "kf_account", "kf", "account", "templatetitle", "template", "title", "2", "é",
  ])
  assert.deepEqual(words("- * ~"), [])
})

/** @param {string} text */
const plain = (text) => plainWords(text).map(({ word }) => word)

test("both sides of the index give the words of a message the same number", () => {
  assert.ok(Object.keys(facts.hashes).length > 1000)
  for (const [message, hash] of Object.entries(facts.hashes)) assert.equal(wordsHash(plain(message)), hash, message)
  assert.deepEqual(plain("  Invalid, OAUTH-code_9 错误invalid码"), ["invalid", "oauth", "code", "9", "错误", "invalid", "码"])
  assert.notEqual(wordsHash(["invalid", "code"]), wordsHash(["code", "invalid"]))
})

test("a body that is encoded many times over is decoded three times", () => {
  assert.equal(fold(`%${"25".repeat(2)}22`), '"')
  assert.equal(fold(`%${"25".repeat(3)}22`), "%22")
})

test("both sides of the index split the real messages into the same words", () => {
  assert.ok(Object.keys(facts.words).length > 600)
  for (const [message, split] of Object.entries(facts.words)) {
    assert.deepEqual(new Set(words(message)), new Set(split), message)
  }
})
