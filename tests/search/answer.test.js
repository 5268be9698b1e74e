// Answers from the real index: codes in every form, pastes, words, and where Enter goes.

import assert from "node:assert/strict"
import { test } from "node:test"

import { plainWords } from "../../docs/assets/search/folding.js"
import { ask, codes } from "./facts.js"

/** @typedef {import("./facts.js").Code} Code */

/** @param {Code} code @returns {object} a response with it, as its provider sends it */
function body({ code, provider, codeSet }) {
  if (provider.id === "wechat") {
    return { errcode: Number(code), errmsg: "invalid, hints: [ req_id: 1234 ] rid: 5f3a1b2c-12345678-87654321" }
  }
  if (provider.id === "fresns") return { code: Number(code), message: "Bad", data: null }
  if (codeSet === "api") return { header: { resultCode: Number(code), isSuccessful: false } }
  const message = { requestId: "20200101", resultCode: code, resendResultCode: "1001" }
  return { header: { resultCode: 0, isSuccessful: true }, messageSearchResultResponse: { messages: [message] } }
}

/** @param {Code} code @returns {string} the body in one line, with spaces as many libraries set them */
function line(code) {
  return JSON.stringify(body(code), null, 1).replace(/\n\s*/g, " ").replace(/([{[]) | ([}\]])/g, "$1$2")
}

/** @type {Record<string, (code: Code) => string>} */
const FORMS = {
  "as printed": ({ code }) => code,
  "white space": ({ code }) => `\t ${code}\n`,
  "name before": ({ code, provider }) => `${provider.name} ${code}`,
  "name behind": ({ code, provider }) => `${code} ${provider.name.toLowerCase()}`,
  "product": ({ code, provider }) => `${provider.product} ${code}`,
  "vendor": ({ code, provider }) => `${provider.vendor} ${code}`,
  "alias": ({ code, provider }) => `${provider.aliases[0]} ${code}`,
  "key": ({ code, key }) => `${key} ${code}`,
  "key with colon": ({ code, key }) => `${key}: ${code}`,
  "key with equals": ({ code, key }) => `${key}=${code}, msg=x`,
  "php": ({ code, key }) => `'${key}' => ${code},`,
  "hash": ({ code }) => `#${code}`,
  "brackets": ({ code }) => `[${code}]`,
  "parentheses": ({ code }) => `(${code})`,
  "comma": ({ code }) => `${code},`,
  "lower case": ({ code }) => code.toLowerCase(),
  "minus sign": ({ code }) => code.replace("-", "\u2212"),
  "full width": ({ code }) => code.replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  "word": ({ code }) => `code=${code}`,
  "chinese": ({ code }) => `错误码：${code}`,
  "korean": ({ code }) => `오류 코드 ${code}가 나왔습니다`,
  "body": line,
  "body without spaces": (code) => JSON.stringify(body(code)),
  "body cut off": (code) => line(code).slice(0, -2),
  "body in a string": (code) => JSON.stringify({ log: line(code) }),
  "body with curly quotes": (code) => line(code).replaceAll('"', "\u201d"),
  "log line": (code) => `2026-11-22 12:30:11.123 [4711] HTTP/1.1 500 ${line(code)} 0.25s`,
  "several lines": (code) => JSON.stringify(body(code), null, 2),
}

// Nothing but a word speaks for whose these are: they are opened where the number itself is telling.
/** @type {Record<string, (code: Code) => boolean>} */
const SAID_ALONE = {
  "key": ({ provider }) => provider.id !== "fresns",
  "word": ({ code, provider }) => provider.id === "fresns" || /[0-9]{5}/.test(code),
  "chinese": ({ code, provider }) => provider.id === "wechat" && /[0-9]{5}/.test(code),
  "korean": ({ code, provider }) => provider.id !== "fresns" && /[0-9]{4}|E[0-9]{3}/.test(code),
}

test("bodies in one line have spaces as many libraries set them", () => {
  const [code] = codes.filter(({ url }) => url === "kakaotalk/3016/")
  assert.equal(
    line(code),
    '{"header": {"resultCode": 0, "isSuccessful": true}, "messageSearchResultResponse": {"messages": ' +
      '[{"requestId": "20200101", "resultCode": "3016", "resendResultCode": "1001"}]}}',
  )
})

for (const [place, [form, write]] of Object.entries(FORMS).entries()) {
  test(`each third code is the answer in this form, beside equal ones of other code sets: ${form}`, async () => {
    // Another third for the next form: each code is asked in nine forms and more.
    const third = codes.filter((_, number) => number % 3 === place % 3)
    assert.ok(third.length > 200)
    for (const code of third) {
      const same = codes.filter((other) => other.code === code.code)
      const { results, enter } = await ask(write(code))
      const first = results.slice(0, same.length).map(({ location }) => location)
      assert.ok(first.includes(code.url), `${write(code)} leads to ${enter}`)
      assert.equal(enter, form in SAID_ALONE && !SAID_ALONE[form](code) ? null : first[0], write(code))
    }
  })
}

/** @param {string} text */
const plain = (text) => plainWords(text).map(({ word }) => word).join(" ")

/** @type {Map<string, string[]>} the addresses of the codes that say or are sent a whole text, by its words */
const having = new Map()
for (const { url, messages, sent } of codes) {
  for (const said of new Set([...messages, ...sent].map(plain))) {
    having.set(said, [...(having.get(said) ?? []), url])
  }
}

/** @param {string} text */
const alone = (text) => having.get(plain(text))?.length === 1

test("a code's own message opens it, and none where several have the same", async () => {
  for (const { url, messages } of codes) {
    const { results, enter } = await ask(messages[0])
    assert.ok(results.some(({ location }) => location === url), messages[0])
    assert.equal(enter, alone(messages[0]) ? url : null, messages[0])
  }
})

test("a whole text that an API sends opens its code, and none where several have the same", async () => {
  const whole = codes.flatMap(({ url, sent }) => sent.filter((text) => !text.includes("{")).map((text) => ({ url, text })))
  assert.ok(whole.length > 200)
  for (const { url, text } of whole) {
    const { results, enter } = await ask(text)
    assert.ok(results.some(({ location }) => location === url), text)
    assert.equal(enter, alone(text) ? url : null, text)
  }
})

const SENT = {
  header: { resultCode: 0, isSuccessful: true },
  message: { sendResults: [{ recipientNo: "01000000000", resultCode: -3016 }] },
}
const QUERIED = { messages: [{ resultCode: "1000" }, { resultCode: "3016", resendResultCode: "3000" }] }

// what is asked -> where Enter goes; the first results, where they matter
/** @type {Record<string, [enter: string | null, first?: string[]]>} */
const ANSWERS = {
  "-3016": ["kakaotalk/-3016/", ["kakaotalk/-3016/", "kakaotalk/3016/"]],
  "3016": ["kakaotalk/3016/", ["kakaotalk/3016/", "kakaotalk/-3016/"]],
  "400": [null, ["kakaotalk/4000/", "kakaotalk/4001/", "wechat/40001/"]],
  "kakao 400": ["kakaotalk/?code=400"],
  "wechat 40199": ["wechat/?code=40199"],
  '{"errcode":40199,"errmsg":"code been used"}': ["wechat/?code=40199"],
  '{"header":{"resultCode":-1}}': ["kakaotalk/?code=-1"],
  "40199": ["./#ec:providers"],
  [JSON.stringify(SENT)]: ["kakaotalk/-3016/"],
  [JSON.stringify(QUERIED)]: ["kakaotalk/3016/"],
  [JSON.stringify(SENT, null, 2)]: ["kakaotalk/-3016/"],
  [JSON.stringify(QUERIED, null, 2)]: ["kakaotalk/3016/"],
  '{"code":0,"data":{"errcode":45009}}': ["wechat/45009/"],
  '{"errcode":40029} then {"errcode":45009}': [null, ["wechat/40029/", "wechat/45009/"]],
  "2026-11-22T12:30:11Z pid=40001 took 42001 ms, errcode=45009": ["wechat/45009/"],
  "failed on 40029 again": ["wechat/40029/"],
  "took 123456 ms": [null],
  "Template body exceeds": ["kakaotalk/-2019/"],
  "wechat oauth code timed": ["wechat/42003/"],
  "sources": ["sources/"],
  "kakaotalk": ["kakaotalk/"],
  "oauht timed": ["wechat/42003/"],
  '{"errcode":40029,"errmsg":"x","source":"nhn"}': ["wechat/40029/"],
  "[errcode] => 40199 in /var/www/app.php:40029": ["wechat/?code=40199"],
  "<errcode>40199</errcode><line>40029</line>": ["wechat/?code=40199"],
  's:7:"errcode";i:40199;s:6:"errmsg";': ["wechat/?code=40199"],
  '["errcode"]=>\n  int(40199)': ["wechat/?code=40199"],
  "The API returned errcode 40199. Retry after 5 minutes": ["wechat/?code=40199"],
  "\x1b[31merrcode\x1b[0m: \x1b[33m40029\x1b[0m": ["wechat/40029/"],
  "%7B%22errcode%22%3A40029%2C%22errmsg%22%3A%22x%22%7D": ["wechat/40029/"],
  '{"code":200,"msg":"ok","data":{"errcode":40029}}': ["wechat/40029/"],
  '{"code":36104,"message":"x","data":{"errcode":0}}': ["fresns/36104/"],
  "Request failed with status code 400 {code: 31302}": ["fresns/31302/"],
  "[error] 2211#2211: *4 stderr: WeChat error 40029": ["wechat/40029/"],
  '{"errcode":1000} {"errcode":40029}': [null, ["wechat/?code=1000", "wechat/40029/"]],
  "код ошибки 40199": ["./#ec:providers"],
  "微信登录返回错误码 40199": ["wechat/?code=40199"],
  "WeChat devuelve 40199": ["wechat/?code=40199"],
  "40029/": ["wechat/40029/"],
  "errcode 40029 and 45009": [null, ["wechat/40029/", "wechat/45009/"]],
  "40029/45009": [null, ["wechat/40029/", "wechat/45009/"]],
  "12/25": [null],
  "v3000": [null],
  "01012345678": [null],
  "wechat 8.0.33": [null],
  "WeChat-40029": ["wechat/40029/"],
  '{"code":40029,"message":"invalid code"}': ["wechat/40029/"],
  "Fresns: 微信登录失败 40029": ["wechat/40029/"],
  "wechat 40199, 87009": [null, ["wechat/?code=40199", "wechat/?code=87009"]],
  "-1 system error": ["wechat/-1/"],
  "Error: Invalid OAuth code": ["wechat/40029/"],
  "1.2.3.4": [null],
  "2000.01.01": [null],
  "12:30": [null],
  "Error of lenght restriction in message(1000 characters including spaces)": ["kakaotalk/3032/"],
  "Message key is not available!": ["kakaotalk/e906/"],
  '"Error of length restriction in message(1000 characters including spaces)"': ["kakaotalk/3032/"],
  "": [null],
  "+ - * ~ ^ :": [null],
  "<img src=x onerror=alert(1)>": [null],
  "\ud800 \u0000 \u202e": [null],
}

for (const [text, [enter, first = []]] of Object.entries(ANSWERS)) {
  test(`what is asked leads where it should, never to another code as if it were the answer: ${text}`, async () => {
    const answer = await ask(text)
    const found = answer.results.map(({ location }) => location)
    assert.equal(answer.enter, enter, found.join())
    assert.deepEqual(found.slice(0, first.length), first)
    if (enter?.includes("?code=") || enter === "./#ec:providers") {
      assert.match(answer.results[0].title, / is not listed/)
    }
  })
}

test("what people call a condition finds its codes, below those that say so themselves", async () => {
  const expired = (await ask("token expired")).results.map(({ location }) => location)
  for (const code of ["wechat/42001/", "fresns/31504/"]) assert.ok(expired.slice(0, 6).includes(code), code)
  const wechat = (await ask("wechat quota")).results
  assert.ok(wechat.length > 0 && wechat.every(({ location }) => location.startsWith("wechat/")))
})

test("identifiers are found by their parts, and the words are marked in the message", async () => {
  const account = await ask("kf account existed")
  assert.equal(account.enter, "wechat/61453/")
  assert.match(account.results[0].text, /<mark>kf_account<\/mark>/)
  const title = await ask("template title subtitle")
  assert.ok(title.results.slice(0, 3).some(({ location }) => location === "kakaotalk/-3016/"))
})

test("a code that no document lists is found like any other, and what the API sends with it", async () => {
  for (const text of ["40163", "wechat 40163", '{"errcode":40163,"errmsg":"code been used"}', "code been used"]) {
    const { results, enter } = await ask(text)
    assert.equal(enter, "wechat/40163/", text)
    assert.match(results[0].aside ?? "", /^<em>not in the document; see its sources<\/em>/)
  }
})

test("any text gets an answer, without markup of its own: a large log, operators, HTML", async () => {
  const line = '2026-11-22 12:30:11 [4711] <b>GET</b> /a?b=1 "x" + - * ~ ^ : 17 ms, code 0x1F\n'
  const texts = [line.repeat(1200), "a".repeat(1e5), "1".repeat(1e5), "1 ".repeat(5e4), "{".repeat(5000), "<b>zzz"]
  for (const text of texts) {
    const { results } = await ask(text)
    for (const { title } of results) assert.doesNotMatch(title, /<b>/)
  }
})

test("the code of a resent text message is not one of ours, and is never looked up", async () => {
  const { results, enter } = await ask('{"resendResultCode":"3016"}')
  assert.equal(enter, null)
  assert.ok(results.every(({ location }) => location !== "kakaotalk/3016/"))
})

test("a ticket is told the same as on the code's page", async () => {
  assert.ok(codes.some(({ ticket }) => ticket.says.startsWith("If you cannot tell which: ")))
  const results = new Map()
  for (const { code } of codes) for (const result of (await ask(code)).results) results.set(result.location, result)
  for (const { url, ticket } of codes) assert.deepEqual(results.get(url)?.ticket, ticket, url)
})

test("codes of the condition that is called so come before those of one that is also called so, and Enter opens none", async () => {
  const { results, enter } = await ask("rate limit")
  const conditions = results.map(({ verdict }) => verdict?.condition)
  const titled = conditions.lastIndexOf("<mark>Rate</mark> <mark>limit</mark> exceeded")
  const called = conditions.indexOf("Quota used up")
  assert.ok(titled > 0 && called > titled, conditions.join())
  for (const [place, { aside }] of results.entries()) {
    const why = "“Quota used up” is also called “<mark>rate</mark> <mark>limit</mark>”."
    assert.equal(aside?.includes(why), place > titled, aside)
  }
  assert.equal(enter, null)
})

test("of answers that are as good, those of the provider come first on whose page it is asked", async () => {
  const anywhere = await ask("token")
  const here = await ask("token", "kakaotalk")
  assert.ok(!anywhere.results[0].location.startsWith("kakaotalk/"))
  assert.deepEqual([here.results[0].location, here.enter, anywhere.enter], ["kakaotalk/-1008/", null, null])
  assert.deepEqual(here.results.map(({ location }) => location).toSorted(), anywhere.results.map(({ location }) => location).toSorted())
  // What has all words in one message is better, whoever says it; and a name in the text says more than the page.
  assert.equal((await ask("oauth code timed", "kakaotalk")).enter, "wechat/42003/")
  assert.ok((await ask("wechat token", "kakaotalk")).results.every(({ location }) => location.startsWith("wechat/")))
  assert.deepEqual(await ask("token", "__proto__"), anywhere)
  assert.deepEqual(await ask("token", "sources"), anywhere)
})

test("what is found by its condition alone shows why", async () => {
  const [{ verdict }] = (await ask("quota used")).results
  assert.match(verdict?.condition ?? "", /<mark>/)
  const [one] = (await ask("template title subtitle")).results
  assert.doesNotMatch(one.verdict?.condition ?? "", /<mark>/)
})

test("where nothing is found, what to do is said, and nowhere else", async () => {
  const { results, enter, next } = await ask("zzzqqq")
  assert.deepEqual([results, enter], [[], null])
  assert.match(String(next), /^Nothing found for “zzzqqq”\. /)
  assert.equal((await ask("40029")).next, undefined)
  assert.equal((await ask(" ")).next, undefined)
})

test("of a code that is not listed, the nearest are named, each with its page", async () => {
  const { results: [{ next = [] }] } = await ask("wechat 40199")
  const [said, nearest] = next
  assert.equal(said, "Nearest listed: ")
  assert.ok(codes.some(({ url, code }) => url === nearest[0] && code === nearest[1] && url.startsWith("wechat/401")))
})

test("another code under its key stands below the one that is opened", async () => {
  for (const text of ['{"errcode":40029} {"resultCode":-3016}', '{"errcode":40029} -1008 resultCode -3016']) {
    const { results, enter } = await ask(text)
    assert.equal(enter, "wechat/40029/")
    assert.deepEqual(results.map(({ location }) => location), ["wechat/40029/", "kakaotalk/-3016/"])
  }
})
