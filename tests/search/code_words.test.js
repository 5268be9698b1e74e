// Which words make a number a code, and which make it something else.

import assert from "node:assert/strict"
import { test } from "node:test"

import { followsCodeWord, isOfSomethingElse, parts, precedesCodeWord } from "../../docs/assets/search/code_words.js"

test("a word for code may stand before a number, with signs and small words between", () => {
  const before = ["error ", "Error: ", '"error_code": ', "ClientException ", "errNo ", "код ошибки: ", "错误码:", "错误码是", "codes are ", "err no. ", "lỗi "]
  for (const text of before) assert.equal(followsCodeWord(text), true, text)
  for (const text of ["", "berth ", "error in berth ", "terror ", "errors_of ", ": "]) assert.equal(followsCodeWord(text), false, text)
})

test("a word for code may stand behind a number, in the singular", () => {
  for (const text of [" error", '": exception', ") Fehler", "错误码", " 오류가"]) assert.equal(precedesCodeWord(text), true, text)
  for (const text of ["", " errors", " CODES", " berth", " an error", ".error", "x错误码"]) assert.equal(precedesCodeWord(text), false, text)
})

test("numbers of other things stand behind their names or before a unit", () => {
  for (const text of ["port ", "req_id=", "verification code: ", "验证码", "localhost:", "a.com:", "[::1]:", "€ "]) {
    assert.equal(isOfSomethingElse(text, ""), true, text)
  }
  for (const text of ["ms", " MB", "원", " seconds later"]) assert.equal(isOfSomethingElse("", text), true, text)
  for (const text of ["", "report ", "error ", "ms"]) assert.equal(isOfSomethingElse(text, " second"), false, text)
})

test("identifiers have parts, words have none", () => {
  assert.deepEqual(parts("kf_account"), ["kf", "account"])
  assert.deepEqual(parts("__templateTitle2Go_"), ["template", "Title2", "Go"])
  assert.deepEqual(parts("word"), [])
  assert.deepEqual(parts("_word_"), [])
  assert.deepEqual(parts(""), [])
})
