// Numbers with what stands around them: bodies in all their broken forms, dumps, XML, sentences.

import assert from "node:assert/strict"
import { test } from "node:test"

import { numbersIn } from "../../docs/assets/search/numbers.js"

/** @param {string} text @returns {string[]} each number: code, tie, key, what it stands in, what is behind it */
const read = (text) =>
  numbersIn(text).numbers.map(({ code, tie, key, parent, behind, quoted, first, joined, listed }) => {
    const marks = [quoted && "quoted", first && "first", joined && "joined", listed && "listed"].filter(Boolean)
    return [code, key && `${tie} ${key}`, parent && `in ${parent}`, behind && `before ${behind}`, ...marks].filter(Boolean).join(", ")
  })

// text -> its numbers
/** @type {Record<string, string[]>} */
const NUMBERS = {
  // Bodies, whole and broken.
  '{"err":7,"msg":"x"}': ["7, key err, before msg"],
  '{"a":{"err":-7}}': ["-7, key err, in a"],
  '{"a":{"b":1},"list":[{"err":"7"},{"err":8}]}': ["1, key b, in a", "7, key err, in list, quoted", "8, key err, in list"],
  '{"a":{"b":"x"},"err":7}': ["7, key err"],
  '{"err": 7': ["7, key err"],
  'err":7,': ["7, sign err"],
  "'err' => 7": ["7, key err"],
  "{err: 7}": ["7, sign err"],
  "{ header: { err: 7 } }": ["7, sign err, in header"],
  // Dumps.
  '["err"]=> int(7)': ["7, key err, in err"],
  '["err"]=> string(4) "3016"': ["3016, key err, quoted"],
  's:3:"err";i:7;s:1:"x";s:4:"3016"': ["7, key err", "3016, key x, quoted"],
  "[err] => 7 in /var/x": ["7, key err, before in"],
  "map[err:7 msg:x]": ["7, sign err, in map, before msg"],
  "err:Some(7)": ["7, sign err, in err"],
  "err=7&x=8": ["7, sign err", "8, sign x"],
  // XML.
  "<err>7</err><b>8</b>": ["7, key err", "8, key b"],
  // Sentences.
  "the err we got is 7 now": ["7, said err, before now"],
  "err no. 7": ["7, said err"],
  "7 berths": ["7, before berths, first"],
  "错误码:7": ["7, sign 错误码"],
  "报了7的错误": ["7, said 报了, before 的错误"],
  "dock-7": ["-7, said dock, joined"],
  "err, 7": ["7"],
  "err. 7": ["7"],
  "see https://a.b/ 7": ["7"],
  // Several: what is said of one is said of those with as many digits.
  "err 44 and 55": ["44, said err, before and", "55, said err, before and, listed"],
  "err 44 and 555": ["44, said err, before and", "555"],
  "err 4444/5555": ["4444, said err", "5555, said err, listed"],
  '"err":[4444,5555]': ["4444, key err, in err", "5555, key err, in err, listed"],
  "4444变成了5555": ["4444, before 变成了, first", "5555, before 变成了, first, listed"],
  "4444 is 5555": ["4444, before is, first", "5555"],
  // Of something else.
  "port 7, 8 ms, resendResultCode: 9": [],
}

for (const [text, wanted] of Object.entries(NUMBERS)) {
  test(`a number with what stands around it: ${text}`, () => assert.deepEqual(read(text), wanted))
}

test("keys of bodies are told from words", () => {
  const keys = (/** @type {string} */ text) => [...numbersIn(text).keys]
  assert.deepEqual(keys('{"Err":7,"msg":"x y"} and z=8'), ["err", "msg"])
  assert.deepEqual(keys("<err>7</err> 'a' => 'b' [c] => d"), ["err", "a", "c"])
  assert.deepEqual(keys('s:3:"err";i:7;'), ["err"])
  assert.deepEqual(keys('say "err" now'), [])
})

test("a key stands near its number", () => {
  const key = (/** @type {number} */ signs) => numbersIn(`err ${"- ".repeat(signs)}7`).numbers[0].key
  assert.deepEqual([key(12), key(14)], ["err", ""])
})

test("of a long log, the last 500 numbers are read: what failed stands last", () => {
  const { numbers } = numbersIn(`err=3333 ${"4444 ".repeat(600)}err=5555`)
  assert.equal(numbers.length, 500)
  assert.deepEqual([numbers[0].code, numbers[499].code], ["4444", "5555"])
})
