// A text in pieces: what is a number that may be a code, and what is a part of something else.

import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { tokens } from "../../docs/assets/search/tokens.js"

/** @param {string} text @returns {string} its pieces, numbers in angle brackets and addresses in braces */
const pieces = (text) =>
  tokens(text)
    .map((piece) => (piece.kind === "number" ? `<${piece.text}>` : piece.kind === "address" ? `{${piece.text}}` : piece.text))
    .join(" ")

// text -> its pieces
const PIECES = {
  "40029": "<40029>",
  "-3016": "<-3016>",
  "E915 x7": "<E915> <x7>",
  "3016.0 40163L": "<3016.0> <40163L>",
  "40029.5 3016.05": "40029.5 3016.05",
  "40029-invalid code": "<40029> - invalid code",
  "WeChat-40029 短信-1016": "WeChat <-40029> 短信 <-1016>",
  "2026-11-22T12:30:11": "2026 - 11 - 22T12 : 30 : 11",
  "2026/11/22 12/25": "2026 / 11 / 22 12 / 25",
  "40029/45009": "<40029> / <45009>",
  "40029,45009 1,000": "<40029> , <45009> 1 , 000",
  "x //61451错误": "x / / <61451> 错误",
  "1.2.3.4 v3000 $30 5% ₩3000": "1.2.3.4 <v3000> $ 30 5 % ₩ 3000",
  "me@a.io a.php:40029 p4.Result": "me@a.io a.php : <40029> p4.Result",
  "12:40029 7#40029": "12 : 40029 7 # 40029",
  "x--3016 5f3a1b2c-12345678": "x - - 3016 5f3a1b2c - 12345678",
  "https://a.b/c?e=40029, x": "{https://a.b/c?e=40029,} x",
  "errcode40029 sha256sum utf8": "errcode <40029> sha256sum <utf8>",
  "返回40029了": "返回 <40029> 了",
  "오류코드는 -3016": "오류코드는 <-3016>",
  "error.code: 44": "error.code : <44>",
  "a_b éà": "a_b éà",
  "": "",
}

for (const [text, wanted] of Object.entries(PIECES)) {
  test(`a text in pieces: ${text}`, () => assert.equal(pieces(text), wanted))
}

test("each piece says where it stands, in order, and only white space is left out", () => {
  const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom(...'40029-/.:,{}"= aé码E') }))
  fc.assert(fc.property(anyText, (text) => {
    let end = 0
    for (const piece of tokens(text)) {
      assert.equal(text.slice(piece.at, piece.end), piece.text)
      assert.match(text.slice(end, piece.at), /^\s*$/)
      end = piece.end
    }
    assert.match(text.slice(end), /^\s*$/)
  }), { numRuns: 1000 })
})
