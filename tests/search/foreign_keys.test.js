// Keys that no provider here uses: what stands under them leads nowhere by itself.

import assert from "node:assert/strict"
import { test } from "node:test"

import { underForeignKeys } from "../../docs/assets/search/foreign_keys.js"
import { ask } from "./facts.js"
import { providers } from "./orbit.js"

// text -> numbers that stand under such keys alone, with their keys
/** @type {Record<string, Record<string, string>>} */
const FOREIGN = {
  '{"retCode":"44"}': { "44": "retCode" },
  '{"retCode": 44, "id": "55"}': { "44": "retCode", "55": "id" },
  "{'retCode' => 44}": { "44": "retCode" },
  '["retCode"]=> int(44)': { "44": "retCode" },
  's:7:"retCode";i:44;': { "44": "retCode" },
  "<retCode>44</retCode>": { "44": "retCode" },
  "resultStatus={44};memo={}": { "44": "resultStatus" },
  "retCode=44": { "44": "retCode" },
  "retCode: 44": { "44": "retCode" },
  "RETCODE: 44": { "44": "RETCODE" },
  '{"errorCode":44}': { "44": "errorCode" },
  '{"retCodes":[44]}': { "44": "retCodes" },
  // The code of an error within a body.
  '{"error":{"code":44}}': { "44": "error.code" },
  '{"error":{"message":"x","code":"44"}}': { "44": "error.code" },
  '{"errors":[{"code":44}]}': { "44": "error.code" },
  "{ error: { code: 44 } }": { "44": "error.code" },
  "error.code: 44": { "44": "error.code" },
  "err.code=44": { "44": "err.code" },
  "ret_code=44": { "44": "ret_code" },
  "errorKind=44": { "44": "errorKind" },
  "answer.value: 44": { "44": "answer.value" },
  // Keys of ours, and words for a code.
  '{"code":44}': {},
  '{"Code":44}': {},
  '{"error":{"x":"y"},"code":44}': {},
  'Error: {"code":44}': {},
  "err=44": {},
  '{"ERR":44}': {},
  '{"my_err":44}': {},
  '{"myErr":44}': {},
  '{"error":{"err":44}}': {},
  "errorCode=44": {},
  "error_code: 44": {},
  "ClientException: 44": {},
  "SomeError: 44": {},
  "code=44": {},
  "at 44": {},
  '{"message":"failed with 44"}': {},
  // It stands elsewhere, too.
  '{"retCode":44} error 44': {},
  'error 44 {"retCode":44}': {},
}

for (const [text, wanted] of Object.entries(FOREIGN)) {
  test(`a key of somebody else is told from ours and from words: ${text}`, () => {
    assert.deepEqual(Object.fromEntries(underForeignKeys(text, providers)), wanted)
  })
}

test("keys are compared in any case, and only those that are used here are ours", () => {
  /** @type {Record<string, import("../../docs/assets/search/query.js").Provider>} */
  const camel = { camel: { names: [], keys: [["errCode", "api", "integer"]], success: [] } }
  assert.deepEqual([...underForeignKeys('{"errCode":44,"errcode":55}', camel)], [])
  assert.deepEqual([...underForeignKeys('{"code":44,"error":{"code":55}}', camel)], [["44", "code"], ["55", "code"]])
})

test("a key stands near its number, and an error near its code", () => {
  const key = (/** @type {number} */ spaces) => underForeignKeys(`"let":${" ".repeat(spaces)}44`, providers).size
  assert.deepEqual([key(74), key(75)], [1, 0])
  const code = (/** @type {number} */ length) => underForeignKeys(`"error":{"a":"${"x".repeat(length)}","code":44`, providers).size
  assert.deepEqual([code(384), code(385)], [1, 0])
})

// text -> the first result, where Enter goes
/** @type {Record<string, [title: string, location: string, enter: string | null]>} */
const ANSWERS = {
  '{"retCode":"3016","retMsg":"x"}': ["If this is KakaoTalk: 3016", "kakaotalk/3016/", null],
  '{"resultStatus":"4000"}': ["If this is KakaoTalk: 4000", "kakaotalk/4000/", null],
  '{"errorCode":40029}': ["If this is WeChat: 40029", "wechat/40029/", null],
  '{"error":{"code":31502}}': ["If this is Fresns: 31502", "fresns/31502/", null],
  '{"userId":40029}': ["If this is WeChat: 40029", "wechat/40029/", null],
  "resultStatus={4000};memo={}": ["If this is KakaoTalk: 4000", "kakaotalk/4000/", null],
  // What has a key of ours, a word or a provider is certain.
  '{"retCode":"3016","errcode":45009}': ["45009 WeChat", "wechat/45009/", "wechat/45009/"],
  '{"id":40029,"msg":"failed on 45009 again"}': ["45009 WeChat", "wechat/45009/", "wechat/45009/"],
  '{"retCode":40029} error 45009': ["45009 WeChat", "wechat/45009/", "wechat/45009/"],
  'wechat {"retCode":40029}': ["40029 WeChat", "wechat/40029/", "wechat/40029/"],
  "errorCode=40029": ["40029 WeChat", "wechat/40029/", "wechat/40029/"],
}

for (const [text, [title, location, enter]] of Object.entries(ANSWERS)) {
  test(`a code under a key of somebody else is shown with that doubt, and Enter goes nowhere: ${text}`, async () => {
    const answer = await ask(text)
    assert.equal(answer.enter, enter)
    assert.equal(answer.results[0].location, location)
    assert.equal(answer.results[0].title.replace(/<[^>]*>/g, ""), title)
  })
}

test("the doubt names the key, and what is doubted comes last", async () => {
  const { results, enter } = await ask('{"ret":"40029","state":"45009"} failed on 42001 and 42002')
  assert.equal(enter, "wechat/42001/")
  assert.deepEqual(results.slice(0, 4).map(({ location }) => location), [
    "wechat/42001/", "wechat/42002/", "wechat/40029/", "wechat/45009/",
  ])
  assert.match(results[2].text, /^<em>WeChat has no code under ret\.<\/em> /)
  assert.match(results[3].text, /^<em>WeChat has no code under state\.<\/em> /)
})
