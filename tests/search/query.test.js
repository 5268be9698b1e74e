// What a query means, on the real providers: tables, and any text at all.

import assert from "node:assert/strict"
import { before, test } from "node:test"

import fc from "fast-check"

import { judge } from "../../docs/assets/search/judge.js"
import { understand } from "../../docs/assets/search/query.js"
import { codes, index, providers } from "./facts.js"

/** @param {string} text @returns {string} what a text asks for: codes, in brackets where nobody lists them, with a question mark where too little speaks for them */
function asked(text) {
  const { opened, unlisted, guesses } = judge(understand(text, index.providers), index, new Set())
  return [
    ...opened.map(({ code, provider, codeSet }) => `${code} ${provider} ${codeSet}`),
    ...unlisted.map(({ code, provider }) => `[${code} ${provider ?? "?"}]`),
    ...guesses.map(({ code, provider }) => `${code} ${provider}?`),
  ].join(", ")
}

before(() => index.open())

// text -> the codes that it asks for
/** @type {Record<string, string>} */
const ASKED = {
  "40029": "40029 wechat api",
  "\uff04 40029": "",
  "\uff0d\uff13\uff10\uff11\uff16": "-3016 kakaotalk api",
  "\u20143016": "-3016 kakaotalk api",
  "wechat40029": "40029 wechat api",
  "WeChatClientException: 40163": "40163 wechat api",
  "微信 40163": "40163 wechat api",
  "카카오톡 -3016": "-3016 kakaotalk api",
  "errcode 40029 and 45009": "40029 wechat api, 45009 wechat api",
  "errcode=40029, 3 retries": "40029 wechat api",
  '{"resultCode": -3016}': "-3016 kakaotalk api",
  '{"resultCode": "3016"}': "3016 kakaotalk delivery",
  '{"resendResultCode": "3016"}': "",
  '{"zip_code": "40029"}': "",
  '{"error_code": 40163}': "40163 wechat?",
  "ClientException 40163": "40163 wechat api",
  "Fehler Nr. 40163": "40163 wechat api",
  "kod błędu: 40163": "40163 wechat api",
  "error no. 40163": "40163 wechat api",
  "code was 40163": "40163 wechat api",
  "결과코드는 -3999 입니다": "[-3999 ?]",
  "エラーコードは40163です": "40163 wechat api",
  "mã lỗi 40163": "40163 wechat api",
  "2026-11-22 12:30:11": "",
  "192.168.0.1:8080 answered": "",
  "errcode - 40163, line 40029": "40163 wechat api",
  '{"log": "a\\nerrcode=40163 line 40029"}': "40163 wechat api",
  "<td>errcode</td><td>40163</td>": "40163 wechat api",
  "%22errcode%22%3A+40163": "40163 wechat api",
  "the errcode we got is 40163 on port 3000": "40163 wechat api",
  '{"errcode":404,"pid":40001}': "[404 wechat]",
  '["resendResultCode"]=> string(4) "3016"': "",
  "resendResultCode은 3016": "",
  "WeChat API returned 40163 (code been used) pid=40001": "40163 wechat api",
  "I keep getting 40163 from WeChat": "40163 wechat api",
  "40163 error, timeout 3000 ms": "40163 wechat api",
  "- 3016": "-3016 kakaotalk api",
  "رمز الخطأ: ٤٠٠٢٩": "40029 wechat api",
  "3000원": "",
  "port 3000": "",
  "验证码：3016": "",
  "it took 40163 ms": "",
}

for (const [text, wanted] of Object.entries(ASKED)) {
  test(`a code is asked for by a key, a word for code, a provider, or alone: ${text}`, () => {
    assert.equal(asked(text), wanted)
  })
}

test("codes that stand side by side are all asked for", () => {
  for (const text of ["40029/45009", "40029, 45009", "40029 and 45009", "[40029 | 45009]"]) {
    assert.equal(asked(text), "40029 wechat api, 45009 wechat api")
  }
  assert.equal(asked("3016/2019"), "3016 kakaotalk delivery")
})

test("only a code that stands alone, as printed, can be the beginning of another", () => {
  assert.equal(understand(" 400 ", providers).bare, true)
  for (const text of ["#400", "kakao 400", "code 400"]) assert.equal(understand(text, providers).bare, false)
})

// Lone surrogates too.
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units))
const fragments = ["40029", "-3016", "errcode", '"', ":", "{", " ", "wechat", "%22", "\\u0022", "and", "\ud800", "\0"]
const anyMixture = fc.array(fc.constantFrom(...fragments)).map((pieces) => pieces.join(""))

test("any text at all is understood as something, and in one line", () => {
  const texts = fc.oneof(anyText, anyMixture, fc.string({ unit: "grapheme" }))
  const understood = fc.property(texts, (text) => {
    const meant = understand(text, providers)
    assert.doesNotMatch(meant.text, /[\n\r\t\0]/)
    for (const { code } of meant.numbers) assert.match(code, /^-?[A-Za-z]{0,3}[0-9]+$/)
    judge(meant, index, new Set())
  })
  const examples = ["\ud800", "%7B%ZZ", '{"errcode":'.repeat(1000), "\\u0022".repeat(500)]
  fc.assert(understood, { numRuns: 1000, examples: examples.map((text) => [text]) })
})

const form = fc.record({
  sign: fc.constantFrom("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uff0d"),
  wide: fc.boolean(),
  around: fc.constantFrom("{}", "[{}]", "({})", '"{}"', "\u201c{}\u201d", "{},", "#{}", "<{}>", "{}."),
  prefix: fc.constantFrom("", "errcode ", "code: ", "code=", "错误码:", "오류 코드 "),
  noise: fc.string({ unit: fc.constantFrom(..."abcxyz .,;()"), maxLength: 30 }),
  spaces: fc.array(fc.string({ unit: fc.constantFrom(..." \t\n\r\u00a0\u3000\u200b"), maxLength: 4 }), {
    minLength: 4,
    maxLength: 4,
  }),
})

test("a listed code is what is asked for, whatever signs, space, widths and words are around it", () => {
  const asked = fc.property(fc.constantFrom(...codes), form, ({ code }, { sign, wide, around, prefix, noise, spaces }) => {
    const signed = code.replace("-", sign)
    const printed = wide ? signed.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)) : signed
    const [first, before, behind, last] = spaces
    const text = `${first}${prefix && noise} ${prefix}${around.replace("{}", before + printed + behind)}${last}`
    const query = understand(text, providers)
    const { opened, unlisted, guesses } = judge(query, index, new Set())
    const found = [...opened, ...unlisted, ...guesses].map((found) => found.code)
    assert.ok(found.includes(code), `${JSON.stringify(text)} asks for ${found}`)
  })
  fc.assert(asked, { numRuns: 2000 })
})
