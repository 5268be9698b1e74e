// What people paste, kind by kind, on the real index: where Enter goes, and what stands first.

import assert from "node:assert/strict"
import { test } from "node:test"

import { ask, codes, providers } from "./facts.js"

/**
 * Where Enter goes: to a code, to a page that says the code is not listed, or nowhere. Where it goes nowhere,
 * the titles of the first results tell why.
 * @typedef {string | null | string[]} Wanted
 */

const NOT_LISTED = "is not in the revisions the atlas holds"

/** @param {string} title */
const plain = (title) => title.replace(/<[^>]*>/g, "")

/** @param {string} kind @param {Record<string, Wanted>} table */
function check(kind, table) {
  for (const [text, wanted] of Object.entries(table)) {
    test(`${kind}: ${text}`, async () => {
      const { results, enter } = await ask(text)
      const titles = results.map(({ title }) => plain(title))
      if (Array.isArray(wanted)) {
        assert.equal(enter, null, titles.join())
        assert.deepEqual(titles.slice(0, wanted.length), wanted)
      } else {
        assert.equal(enter, wanted, titles.join())
        if (wanted?.includes("?code=") || wanted?.includes("#")) assert.ok(titles[0].endsWith(NOT_LISTED))
        else if (wanted) assert.equal(results[0].location, wanted)
      }
    })
  }
}

check("a message without its code is known by its words, whatever is filled in or appended", {
  "invalid credential, access_token is invalid or not latest rid: 5f3a1b2c-12345678-87654321": "wechat/40001/",
  "access_token expired rid: 651a2b3c-11112222-33334444": "wechat/42001/",
  "api unauthorized hints: [ req_id: Xy9Ab_01 ]": "wechat/48001/",
  "api unauthorized hint: [Xy9Ab_01] rid: 1a2b3c4d-5e6f7a8b-9c0d1e2f": "wechat/48001/",
  "invalid code, hints: [ req_id: Xy9Ab ]": "wechat/40029/",
  "require subscribe rid: 1-2-3": "wechat/43004/",
  "invalid ip 203.0.113.7, not in whitelist": "wechat/40164/",
  "invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist rid: 1-2-3": "wechat/40164/",
  "errmsg: invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist": "wechat/40164/",
  "reach max api daily quota limit, more details at https://mmbizurl.cn/s/xxxxxxxxx": "wechat/45009/",
  "data format error hint: [x1] view more at http://mp.weixin.example/doc": "wechat/47001/",
  "Error: code been used, hints: [ req_id: x ]": "wechat/40163/",
  '{"errmsg":"require subscribe rid: 1-2-3"}': "wechat/43004/",
  "argument invalid! data.thing1.value invalid rid: 1-2-3": "wechat/47003/",
  "The 'recipientNo' must not be blank.": "kakaotalk/-2001/",
  "senderKey is empty.": ["-3303 KakaoTalk"],
})

check("a number that nobody lists is said to be unlisted, never nothing", {
  "报了43999的错误": "./#ec:providers",
  "提示48999 没权限": "./#ec:providers",
  "报65999咋破": "./#ec:providers",
  "发送模板消息。45999": "./#ec:providers",
  "授权失败：40999, 无效 IP": "./#ec:providers",
  "[40999] something is off": "./#ec:providers",
  "Error code: 40999, message: off": "./#ec:providers",
  "错误码 77": "./#ec:providers",
  "오류 코드 77": "./#ec:providers",
  "エラーコード77": "./#ec:providers",
  "微信报了43999的错误": "wechat/?code=43999",
  '{"errorCode":99999}': "./#ec:providers",
})

check("a number that is known only from the wild is found as any other", {
  "报了43101的错误": "wechat/43101/",
  "提示48008 没权限": "wechat/48008/",
  "报65400咋破": "wechat/65400/",
  "发送模板消息。45103": "wechat/45103/",
  "授权失败：40164, 无效 IP": "wechat/40164/",
  "[40164] invalid ip 203.0.113.7": "wechat/40164/",
  "Error code: 40037, message: invalid template_id": "wechat/40037/",
})

check("a code is found that a dash, a quote or a word is glued to", {
  "40029-invalid code": "wechat/40029/",
  "echo $weObj->errCode;//61451错误": "wechat/61451/",
  "errcode40029": "wechat/40029/",
  "errcode:40029'": "wechat/40029/",
  "返回40029了": "wechat/40029/",
  "WeChat-40029": "wechat/40029/",
  "错误40029呢": "wechat/40029/",
})

check("a success counts only where nothing else is a code", {
  '{"code":0,"data":{},"errorCode":45015}': ["If this is WeChat: 45015"],
  '{"code":0}': ["If this is KakaoTalk: 0", "If this is WeChat: 0"],
  '{"errcode":0,"errmsg":"ok"}': "wechat/0/",
  '{"errcode":0,"errmsg":"ok","data":{"errcode":40029}}': "wechat/40029/",
  '{"header":{"resultCode":0,"isSuccessful":true},"message":{"resultCode":"1000"}}': "kakaotalk/1000/",
  '{"header":{"resultCode":0,"isSuccessful":true},"message":{"resultCode":"3016"}}': "kakaotalk/3016/",
  '{"errcode":0} after retrying 40001': ["If this is WeChat: 40001"],
})

check("where nothing but a number speaks for a provider, nothing is opened", {
  "4000 for the completion": ["If this is KakaoTalk: 4000"],
  "短信-1016": ["If this is KakaoTalk: -1016"],
  "APIVersionErr = 30005": ["If this is Fresns: 30005"],
  '{"code":-1}': ["If this is WeChat: -1"],
  "errorcode -1": ["If this is WeChat: -1"],
  "报错3008": ["If this is KakaoTalk: 3008"],
  "error code: 1002": ["If this is KakaoTalk: 1002"],
  '{"resultCode":"3041","resultMsg":"금액 오류"}': ["If this is KakaoTalk: 3041"],
  '"msgStatus":"3","resultCode":"3015"': ["If this is KakaoTalk: 3015"],
  "set 3000 rows": null,
  "[FAILED] Error 30003: Unreachable destination | Code: 30003": ["If this is Fresns: 30003"],
  '{"event":"error","code":30001,"msg":"x","connId":"0ac"}': ["If this is Fresns: 30001"],
  '{"success":false,"code":40001,"msg":"身份验证错误"}': ["If this is WeChat: 40001"],
  "The operation couldn't be completed. (NSURLErrorDomain error -1004.)": ["If this is KakaoTalk: -1004"],
  "if p4.ResultCode=-3000 then": ["If this is KakaoTalk: -3000"],
  '{"userId":40029}': ["If this is WeChat: 40029"],
  '{"error":{"code":31502}}': ["If this is Fresns: 31502"],
  "listening on port 40029": null,
  "total 4000 tokens": null,
  "$3016 a year": null,
})

check("a mark of somebody else is an answer about somebody else", {
  "钉钉 errcode: 40035": ["This looks like DingTalk&#39;s; the atlas does not hold it"],
  "企业微信 发消息 errcode 45009": ["This looks like WeCom&#39;s; the atlas does not hold it"],
  "Workwx request failed, Code: 41001": ["This looks like WeCom&#39;s; the atlas does not hold it"],
  "dingtalk errcode: 40014": ["This looks like DingTalk&#39;s; the atlas does not hold it"],
  "more info at /devtool/query?e=93000": ["This looks like WeCom&#39;s; the atlas does not hold it"],
})

check("keys under which others pass a code on are keys of its provider", {
  '{"base_resp":{"ret":64007}}': "wechat/?code=64007",
  '{"base_resp":{"err_msg":"x","ret":40029}}': "wechat/40029/",
  '{"ret":40029}': ["If this is WeChat: 40029"],
  'messageStatusCode: "3016"': "kakaotalk/3016/",
})

check("of several codes none is opened, unless one is plainly the failing one", {
  "Error Code 40164&48001": ["40164 WeChat", "48001 WeChat"],
  "42001变成了40014": ["42001 WeChat", "40014 WeChat"],
  "40029 invalid code 40163 code been used": ["40029 WeChat", "40163 WeChat"],
  '{"errcode":40029} {"errcode":45009}': ["40029 WeChat", "45009 WeChat"],
  '{"errcode":45009,"errmsg":"see 40001"}': "wechat/45009/",
  '{"code":31502,"message":"x","data":{"errcode":45009}}': "wechat/45009/",
  "3016 3018": ["3016 KakaoTalk", "3018 KakaoTalk"],
})

test("a result says why it is an answer, where that is not plain", async () => {
  const why = async (/** @type {string} */ text) => /<small>(.*)<\/small>/.exec((await ask(text)).results[0].text)?.[1]
  assert.equal(await why('{"errcode":40029}'), "Under errcode, a key of WeChat.")
  assert.equal(await why("提示48008 没权限"), "Behind “提示”, in the language of WeChat.")
  assert.equal(await why("40029-invalid code"), "It stands first, its message stands beside it.")
  assert.equal(await why("40029"), undefined)
  assert.equal(await why("WeChat 40029"), undefined)
})

test("every listed or observed code is found under its key in a body, and below no other vendor's mark", async () => {
  const marks = ["钉钉 ", "企业微信 ", "alipay ", "NHN Cloud SMS ", "极光推送 ", "openai "]
  for (const [number, { code, key, url }] of codes.entries()) {
    const body = `{"${key}": ${/^-?[0-9]+$/.test(code) ? code : `"${code}"`}}`
    const same = codes.filter((one) => one.code === code && one.key === key).map((one) => one.url)
    const { enter } = await ask(body)
    assert.ok(enter === null ? code === "0" || providers.fresns === undefined : same.includes(enter), `${body} leads to ${enter}, not ${url}`)
    const marked = await ask(marks[number % marks.length] + body)
    assert.equal(marked.enter, null)
    assert.match(marked.results[0].title, /^This looks like/)
  }
})
