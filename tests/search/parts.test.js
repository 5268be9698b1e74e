// Which page of a catalog in parts has the row of a code: by the names of the parts alone.

import assert from "node:assert/strict"
import { test } from "node:test"

import { Cut, partOf, spanOf } from "../../docs/assets/shared/parts.js"

const NAMES = new Set(["00000-99999", "40000-49999", "40000-40999", "e900-e999", "e~", "auth_~", "0-9"])

const PARTS = {
  40029: "40000-40999",
  "-40029": "40000-40999",
  41029: "40000-49999",
  51029: "00000-99999",
  "00029": "00000-99999",
  5: "0-9",
  55: "",
  400290: "",
  E915: "e900-e999",
  "-e915": "e900-e999",
  E815: "e~",
  E: "e~",
  Auth_x1: "auth_~",
  auth: "",
  "": "",
  "-": "",
  "x40029": "",
}

test("a code is on the finest part that such codes belong to, whatever its sign and case", () => {
  const found = Object.fromEntries(Object.keys(PARTS).map((code) => [code, partOf(code, NAMES)]))
  assert.deepEqual(found, PARTS)
})

test("a code without a row belongs to the narrowest range of its kind", () => {
  /** @type {import("../../docs/assets/shared/parts.js").Span[]} */
  const spans = [
    ["100", "399", "100-399"],
    ["200", "299", "2xx"],
    ["-200", "-200", "-200"],
    ["E1", "E9", "E1-E9"],
    ["x", "200", "bad"],
  ]
  assert.deepEqual(
    ["200", "299", "300", "-200", "e5", "E10", "99", "x"].map((code) => spanOf(code, spans)),
    ["2xx", "2xx", "100-399", "-200", "E1-E9", undefined, undefined, undefined],
  )
})

const SAID = {
  ecParts: "1000-1999 2000-2999 3000-3999 e~",
  ecHere: "",
  provider: "orbit",
  spans: '[["2900", "3100", "2900-3100"], ["2600", "2700", "26XX"], ["7", "8", "7-8"]]',
}

/** @param {string} here @param {string} code */
function away(here, code, asked = false) {
  const address = new Cut({ ...SAID, ecHere: here }).elsewhere(code, asked)
  return address && new URL(address).href.split("/orbit/")[1]
}

test("a row on another part is led to there, a code that may be none asked for there", () => {
  assert.equal(away("", "1017"), "part/1000-1999/#1017")
  assert.equal(away("2000-2999", "-1017"), "part/1000-1999/#-1017")
  assert.equal(away("", "1017", true), "part/1000-1999/?code=1017")
  assert.equal(away("e~", "17"), "#17")
  assert.equal(away("", "a&b#c"), null)
  assert.equal(away("e~", "a&b", true), "?code=a%26b")
})

test("a page keeps what belongs to it, and leads to the range that a code stands in elsewhere", () => {
  assert.equal(away("1000-1999", "1017"), null)
  assert.equal(away("", "17"), null)
  assert.equal(away("2000-2999", "2950"), null)
  assert.equal(away("2000-2999", "2650"), null)
  assert.equal(away("3000-3999", "3050"), "part/2000-2999/#2900-3100")
  assert.equal(away("2000-2999", "3050"), "part/3000-3999/#3050")
  assert.equal(away("3000-3999", "3150"), null)
  assert.equal(away("", "26xx"), "part/2000-2999/#26xx")
  assert.equal(away("2000-2999", "2900-3100"), null)
  assert.equal(away("", "7"), null)
})

test("a page that says nothing is of a catalog of one page", () => {
  assert.equal(new Cut({}).elsewhere("17", false), null)
})
