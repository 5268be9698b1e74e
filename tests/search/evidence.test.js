// Which codes a text asks for by what stands around them, down to the last property.

import assert from "node:assert/strict"
import { test } from "node:test"

import { codesWithEvidence, numbers } from "../../docs/assets/search/evidence.js"
import { understand } from "../../docs/assets/search/query.js"
import { providers } from "./orbit.js"

const API = { provider: "orbit", codeSet: "api", keyed: true }
const SHIPS = { provider: "orbit", codeSet: "ships", keyed: true }
const EITHER = { provider: "orbit", codeSet: null, keyed: true }
const BASE = { provider: "luna", codeSet: "base", guessed: true }
const NOBODY = { provider: null, codeSet: null }
const ORBIT = { provider: "orbit", codeSet: null }

// text -> the codes with all that is known of them
/** @type {Record<string, import("../../docs/assets/search/query.js").Asked[]>} */
const BY_KEY = {
  // The value's type tells the code set, where a key stands for several.
  "err=7": [{ code: "7", ...API }],
  'err="7"': [{ code: "7", ...SHIPS }],
  "ERR: '7'": [{ code: "7", ...SHIPS }],
  'err>"7"': [{ code: "7", ...SHIPS }],
  "state=7": [{ code: "7", ...EITHER }],
  'state="7"': [{ code: "7", ...EITHER }],
  // A key of two providers is as good as a word.
  "ret=7": [{ code: "7", ...NOBODY }],
  "orbit ret=7": [{ code: "7", ...ORBIT }],
  // `code` is one provider's key, and everybody's word.
  '"code":7': [{ code: "7", ...BASE }],
  '"Code":7': [{ code: "7", ...BASE }],
  'orbit "code":7': [{ code: "7", ...ORBIT, guessed: true }],
  "code:7": [{ code: "7", ...NOBODY }],
  // What stands under an own key wins over a gateway's code, unless it is a success and that is none.
  'err=7 "code":9': [{ code: "7", ...API }],
  'err=7 "code":9 error 44': [{ code: "7", ...API }],
  "err=0 error 44": [{ code: "0", ...API }],
  'err=0 "code":9000': [{ code: "9000", ...BASE }],
  'state=100 x "code":200 error 4444': [{ code: "200", ...NOBODY }, { code: "4444", ...NOBODY }],
  'state=100 x "code":200': [{ code: "200", ...NOBODY }],
  'state=100 x "code":200 ms': [{ code: "200", ...BASE }],
  'state=100 x "code":0 ms': [{ code: "100", ...EITHER }, { code: "0", ...BASE }],
  '"code":200 error 4444': [{ code: "200", ...NOBODY }, { code: "4444", ...NOBODY }],
  '"code":200 "code":7': [{ code: "200", ...BASE }, { code: "7", ...BASE }],
  // Successes alone: the most telling first.
  "err=0": [{ code: "0", ...API }],
  'err=0 "code":0': [{ code: "0", ...BASE }, { code: "0", ...API }],
  'err=0 state=100 err="0"': [{ code: "100", ...EITHER }, { code: "0", ...API }, { code: "0", ...SHIPS }],
  "error 0": [{ code: "0", ...NOBODY }],
  "error 0, error 444": [{ code: "444", ...NOBODY }],
  "orbit error 100 and 101": [{ code: "101", ...ORBIT, ifListed: true }],
  "luna error 100": [{ code: "100", provider: "luna", codeSet: null }],
  // Each once.
  "err=7 err=7 err=8": [{ code: "7", ...API }, { code: "8", ...API }],
  // Codes that follow, with as many digits.
  "err=77001, 77002": [{ code: "77001", ...API }, { code: "77002", ...API, ifListed: false }],
  "err=-77001, 77002 and 771": [{ code: "-77001", ...API }, { code: "77002", ...API, ifListed: false }],
  "err=7001, -7002": [{ code: "7001", ...API }, { code: "-7002", ...API, ifListed: true }],
  '"code":[77001,77002]': [{ code: "77001", ...BASE }, { code: "77002", ...BASE, ifListed: false }],
  "ret=77001,77002": [{ code: "77001", ...NOBODY }, { code: "77002", ...NOBODY, ifListed: false }],
  "error 77001, 77002": [{ code: "77001", ...NOBODY }, { code: "77002", ...NOBODY, ifListed: false }],
  // Words stand before a number, or behind one of three digits and more.
  "the error was 44": [{ code: "44", ...NOBODY }],
  "444 error": [{ code: "444", ...NOBODY }],
  "44 error": [],
  "44 berths": [],
  "error at port 44": [],
  "error 44 ms": [],
}

for (const [text, codes] of Object.entries(BY_KEY)) {
  test(`what stands around a code tells whose it is: ${text}`, () => {
    const named = text.startsWith("orbit") ? "orbit" : text.startsWith("luna") ? "luna" : null
    assert.deepEqual(codesWithEvidence(text, named, providers), codes)
  })
}

test("at most 20 codes follow one", () => {
  const many = Array.from({ length: 30 }, (_, place) => String(77001 + place))
  const codes = codesWithEvidence(`err=${many.join()}`, null, providers)
  assert.deepEqual(codes.map(({ code }) => code), many.slice(0, 21))
})

test("words count from so near before a number and behind it", () => {
  const found = (/** @type {string} */ text) => codesWithEvidence(text, null, providers).length
  assert.equal(found(`error${" ".repeat(55)}44`), 1)
  assert.equal(found(`error${" ".repeat(56)}44`), 0)
  assert.equal(found(`444${" ".repeat(15)}exception`), 1)
  assert.equal(found(`444${" ".repeat(16)}exception`), 0)
})

test("a success under an own key stays beside a gateway's", () => {
  const luna = { ...providers.luna, success: ["200"] }
  assert.deepEqual(codesWithEvidence('state=100 x "code":200 ms', null, { ...providers, luna }), [
    { code: "100", ...EITHER },
    { code: "200", ...BASE },
  ])
})

test("all numbers are left but those of something else, each once", () => {
  assert.deepEqual(numbers("44 on port 55, 66 ms, 44 and -7", "orbit"), [
    { code: "44", ...ORBIT },
    { code: "-7", ...ORBIT },
  ])
  assert.deepEqual(numbers(`port${" ".repeat(20)}55`, null), [])
  assert.deepEqual(numbers(`port${" ".repeat(21)}55`, null), [{ code: "55", ...NOBODY }])
})

// text -> what is understood of it
/** @type {Record<string, Partial<import("../../docs/assets/search/query.js").Query>>} */
const UNDERSTOOD = {
  " 44 ": { text: "44", codes: [{ code: "44", ...NOBODY, joined: false }], numbers: [], bare: true, words: ["44"] },
  "44.0": { codes: [{ code: "44", ...NOBODY, joined: false }], bare: false },
  "-44L": { codes: [{ code: "-44", ...NOBODY, joined: false }] },
  "44l": { codes: [{ code: "44", ...NOBODY, joined: false }] },
  "E44L": { codes: [] },
  "- 44": { codes: [{ code: "-44", ...NOBODY, joined: false }] },
  "(44)!": { codes: [{ code: "44", ...NOBODY, joined: false }], bare: false },
  "44%": { codes: [], numbers: [] },
  "$44": { codes: [], numbers: [] },
  "Orbit-44": { named: "orbit", codes: [{ code: "-44", ...ORBIT, joined: true }], bare: false, words: ["44"] },
  "Orbit -44": { named: "orbit", codes: [{ code: "-44", ...ORBIT, joined: false }] },
  "-44 orbit": { named: "orbit", codes: [{ code: "-44", ...ORBIT, joined: false }] },
  "Orbit 44": { named: "orbit", codes: [{ code: "44", ...ORBIT, joined: false }], bare: false },
  ["1".repeat(64)]: { bare: true },
  ["1".repeat(65)]: { codes: [], bare: false },
  // Several codes and nothing else.
  "77001/77002": { codes: [{ code: "77001", ...NOBODY }, { code: "77002", ...NOBODY }], numbers: [], bare: false },
  "77001/7702": { codes: [], numbers: [{ code: "77001", ...NOBODY }, { code: "7702", ...NOBODY }] },
  "orbit 77001 and -77002": { codes: [{ code: "77001", ...ORBIT }, { code: "-77002", ...ORBIT }] },
  // An HTTP status beside a word says less than any other code, and all where nothing else is said.
  "error 404, error 4444": { codes: [{ code: "4444", ...NOBODY }] },
  "error 404 x": { codes: [{ code: "404", ...NOBODY }], numbers: [{ code: "404", ...NOBODY }] },
  "err=404 x": { codes: [{ code: "404", ...API }] },
  "error 600, error 4444": { codes: [{ code: "600", ...NOBODY }, { code: "4444", ...NOBODY }] },
  // Numbers of other keys are none.
  "zip_code 77001 x": { codes: [], numbers: [] },
  // A provider and a number.
  "orbit says 44": { codes: [{ code: "44", ...ORBIT }], numbers: [{ code: "44", ...ORBIT }] },
  "orbit says me 44": { codes: [], numbers: [{ code: "44", ...ORBIT }] },
  "orbit says me 4444": { codes: [{ code: "4444", ...ORBIT }] },
  "orbit says me 444": { codes: [] },
  "orbit says me -4": { codes: [{ code: "-4", ...ORBIT }] },
  "orbit says 44 in 55": { codes: [] },
  "at 5555 says orbit to me 4444": { codes: [{ code: "4444", ...ORBIT }] },
  "4444 says orbit to me 4444 at 5555": { codes: [{ code: "5555", ...ORBIT }] },
  "err=404 x err=77001": { codes: [{ code: "404", ...API }, { code: "77001", ...API }] },
  "4444 says orbit to me": { codes: [{ code: "4444", ...ORBIT }] },
  "orbit 44 - 55": { codes: [], numbers: [{ code: "44", ...ORBIT }, { code: "55", ...ORBIT }] },
  "says 44 to me": { codes: [], numbers: [{ code: "44", ...NOBODY }] },
  "orbit says me 404 x, err=0": { codes: [{ code: "0", ...API }] },
}

for (const [text, wanted] of Object.entries(UNDERSTOOD)) {
  test(`a query is understood: ${text}`, () => {
    const meant = understand(text, providers)
    const compared = Object.keys(wanted).map((name) => [name, meant[/** @type {keyof typeof meant} */ (name)]])
    assert.deepEqual(Object.fromEntries(compared), wanted)
  })
}

test("a dash within a provider's name joins nothing", () => {
  const named = { dock: { ...providers.luna, names: ["dock-9"] } }
  assert.deepEqual(understand("dock-9 44", named).codes, [{ code: "44", provider: "dock", codeSet: null, joined: false }])
})
