// Which words make a number a code, and which make it something else.

import assert from "node:assert/strict"
import { test } from "node:test"

import { isFiller, isOfAnotherKind, isOfSomethingElse, isOfTrouble, parts, saysCode, saysCodeBehind } from "../../docs/assets/search/code_words.js"

test("a word before a number may say that it is a code, an identifier by its last part", () => {
  for (const word of ["error", "Code", "error_code", "ClientException", "errNo", "ошибки", "错误码", "接口返回错误码", "报了", "오류코드는", "エラーコードは", "lỗi"]) {
    assert.equal(saysCode(word), true, word)
  }
  for (const word of ["", "berth", "terror", "errors_of", "错误的", "电报员"]) assert.equal(saysCode(word), false, word)
})

test("so may a word behind it, in the singular", () => {
  for (const word of ["error", "exception", "Fehler", "错误码", "的错误", "오류가", "번에러"]) assert.equal(saysCodeBehind(word), true, word)
  for (const word of ["", "errors", "CODES", "berth", "是错误码"]) assert.equal(saysCodeBehind(word), false, word)
})

test("some words say nothing between a key and its number", () => {
  for (const word of ["is", "INT", "string", "等于", "값"]) assert.equal(isFiller(word, ""), true, word)
  assert.deepEqual([isFiller("s", ":"), isFiller("s", "="), isFiller("x", ":")], [true, false, false])
})

test("some keys have codes of another kind", () => {
  for (const key of ["resendResultCode", "zip_code", "status_code", "smsCode"]) assert.equal(isOfAnotherKind(key), true, key)
  for (const key of ["resultCode", "code", "mystatus_code"]) assert.equal(isOfAnotherKind(key), false, key)
})

test("a text speaks of trouble or not", () => {
  for (const text of ["it fails", "an Exception", "没有权限怎么办", "오류가", "エラー"]) assert.equal(isOfTrouble(text), true, text)
  for (const text of ["", "all is well", "天气好", "좋아요"]) assert.equal(isOfTrouble(text), false, text)
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
