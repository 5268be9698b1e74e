// What speaks for a number being a code, weighed, on the small index.

import assert from "node:assert/strict"
import { before, test } from "node:test"

import { judge } from "../../docs/assets/search/judge.js"
import { Index } from "../../docs/assets/search/lookup.js"
import { understand } from "../../docs/assets/search/query.js"
import { library } from "./facts.js"
import { files, placeOf, providers } from "./orbit.js"

/** @type {Index} */
let index

before(async () => {
  const content = await files()
  index = new Index(async (address) => content[address], library)
  await index.open()
})

/**
 * Each claim with its weight: what may be opened, then in brackets what nobody lists, then guesses.
 * @param {string} text
 * @param {number[]} [said]
 */
function judged(text, said = []) {
  const { opened, unlisted, guesses } = judge(understand(text, index.providers), index, new Set(said))
  return [
    ...opened.map(({ code, codeSet, weight }) => `${code} ${codeSet} ${weight}`),
    ...unlisted.map(({ code, provider }) => `[${code} ${provider ?? "?"}]`),
    ...guesses.map(({ code, codeSet, weight }) => `${code} ${codeSet} ${weight}?`),
  ].join(", ")
}

// text -> what is judged of it
/** @type {Record<string, string>} */
const JUDGED = {
  // A key of one provider is enough by itself; the value's type tells the code set.
  "err=101": "101 api 4",
  'err="101"': "101 ships 4",
  "{'myErr': '101'}": "101 ships 4",
  "err=9": "[9 orbit]",
  // A key of many counts in the object that is named for it, else beside other keys of the provider.
  '{"mast":{"ret":101}}': "101 api 4",
  '{"ret":101,"helm":1}': "101 api 3, 101 base 1?",
  '{"ret":101}': "101 api 3, 101 base 3",
  '{"ret":101,"sail":1}': "101 api 1?, 101 base 1?",
  '{"code":101}': "101 base 3, 101 api 0?, 101 ships 0?",
  '{"code":101,"dust":1}': "101 base 3, 101 api 0?, 101 ships 0?",
  '{"code":101,"sail":1}': "101 base 1?, 101 api 0?, 101 ships 0?",
  '{"error":{"code":101}}': "101 api 0?, 101 ships 0?, 101 base 0?",
  '{"crater":{"status":101}}': "101 base 4",
  '{"status":101}': "101 api 0?, 101 ships 0?, 101 base 0?",
  "code=101": "101 base 3, 101 api 1?, 101 ships 1?",
  "Code=101": "101 api 1?, 101 ships 1?, 101 base 1?",
  "error code: 101": "101 api 1?, 101 ships 1?, 101 base 1?",
  "x.ret: 1010": "1010 api 2?",
  // Under somebody else's key nothing counts but the number.
  '{"wind":77001}': "77001 base 2?",
  "wind_speed=77001": "77001 base 2?",
  '{"wind":88001}': "",
  '{"errorCode":88001}': "[88001 ?]",
  // No name makes somebody's id a code.
  'luna {"wind":77001}': "77001 base 2?",
  "luna berth_id=77001": "77001 base 2?",
  'luna {"berthCode":77001}': "77001 base 4",
  "FogError[77001] x": "77001 base 2?",
  "ClientError[77001] x": "77001 base 3",
  "luna err_id 77001 in 2026, error 77002": "77002 base 5, 77001 base 2?",
  // Words, the place, the size.
  "error 77001": "77001 base 3",
  "77001 error": "77001 base 3",
  "77001 berths": "77001 base 3",
  "berth 77001": "77001 base 2?",
  "berth 77001 failed": "77001 base 3",
  "error 88, berth 77001": "[88 ?], 77001 base 2?",
  "error 404, berth 77001": "77001 base 3",
  "error 1010": "1010 api 2?",
  "berth 88001": "[88001 ?]",
  "berth 8800": "",
  "error 404": "[404 ?]",
  // Names.
  "orbit 1010": "1010 api 7",
  "orbit berth 1010": "1010 api 4",
  "orbit says the berth is 1010": "1010 api 3",
  "orbit says the berth is 9": "",
  "orbit says the error is 9": "[9 orbit]",
  "orbit berth 9": "[9 orbit]",
  "luna 1010": "[1010 luna]",
  "orbit err=101 berth 1010": "101 api 6, 1010 api 3",
  // Dashes.
  "dock-101": "-101 api 0?",
  "dock-1010": "1010 api 1?",
  // Successes.
  'err=0': "0 api 4",
  'err=0 "err":101': "101 api 4",
  "err=0 error 77001": "77001 base 3",
  "err=0 berth 8": "0 api 4",
  "err=0 berth 101": "0 api 4, 101 api 0?, 101 ships 0?, 101 base 0?",
  "err=0, then err=9": "[9 orbit]",
  // Lists.
  "err=101, 102": "101 api 4",
  "err=77001, 77002": "[77001 orbit], [77002 orbit]",
  "101 77001": "101 api 3, 101 ships 3, 101 base 3, 77001 base 5",
  "1.101": "",
}

for (const [text, wanted] of Object.entries(JUDGED)) {
  test(`what speaks for a code is added up: ${text}`, () => assert.equal(judged(text), wanted))
}

test("the words of a code's message beside it speak for it", () => {
  assert.equal(judged("berth 1010", [placeOf("api", "1010")]), "1010 api 3")
  assert.equal(judged("berth 1010", [placeOf("api", "101")]), "1010 api 1?")
})

test("of a message that stands beside a number without any word, the reason says that alone", () => {
  const { guesses, opened } = judge(understand("in berth 1010", index.providers), index, new Set([placeOf("api", "1010")]))
  assert.deepEqual([...opened, ...guesses].map(({ why }) => why), ["found with its message"])
})

test("each judgement says why", () => {
  const why = (/** @type {string} */ text) => {
    const { opened, unlisted, guesses } = judge(understand(text, index.providers), index, new Set())
    return [...opened, ...unlisted, ...guesses][0].why
  }
  assert.equal(why("err=101"), "found under `err`")
  assert.equal(why("err=9"), "found under `err`")
  assert.equal(why("{'dust':1,'ret':77001}"), "found under `ret`")
  assert.equal(why("{'gale':1,'ret':77001}"), "found under `ret`, which many APIs use")
  assert.equal(why('{"wind":77001}'), "{provider} has no code under `wind`")
  assert.equal(why('{"error":{"code":77001}}'), "{provider} has no code under `error.code`")
  assert.equal(why("error 77001"), "found after “error”")
  assert.equal(why("77001 error x"), "found before “error”")
  assert.equal(why("77001 berths"), "found at the start")
  assert.equal(why("berth 77001 failed"), "the text speaks of an error")
  assert.equal(why("orbit says the berth is 1010"), "the text names {provider}")
  assert.equal(why("77001"), "")
})

test("the language of a provider speaks for it", () => {
  /** @type {Record<string, import("../../docs/assets/search/lookup.js").Provider>} */
  const spoken = { ...providers, luna: { ...providers.luna, names: ["luna", "月球"] } }
  const query = understand("泊位 77001", spoken)
  assert.deepEqual([...query.around.spoken], ["luna"])
  const own = index.providers
  index.providers = spoken
  try {
    assert.equal(judged("泊位 77001"), "77001 base 2?")
    assert.equal(judged("泊位出现 77001"), "77001 base 4")
    assert.equal(judged("berth 77001 failed, 泊位"), "77001 base 4")
  } finally {
    index.providers = own
  }
})
