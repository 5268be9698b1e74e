// Texts about products that are not here, on the real index: their own page comes first, and Enter opens
// nothing. Texts about ours are answered as ever.

import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { othersIn } from "../../docs/assets/search/others.js"
import { ask, codes, index, providers } from "./facts.js"

const names = Object.values(providers).flatMap((provider) => provider.names)

// what is asked -> the products that it looks like, and the codes of ours that stand below
/** @type {Record<string, [others: string[], below?: string[]]>} */
const OTHERS = {
  // WeCom, by each kind of mark.
  "企业微信 40029": [["WeCom"]],
  "企微机器人返回 errcode 93000": [["WeCom"]],
  "企业号 40001": [["WeCom"]],
  "WeCom errcode 40014": [["WeCom"]],
  "wechat work: 42001": [["WeCom"]],
  "WeChatWork -1": [["WeCom"]],
  "wecom-cli: error 40029": [["WeCom"]],
  "WecomApiException: 40013": [["WeCom"]],
  '{"errcode":40013,"errmsg":"invalid corpid, hint: [1656386600_1]"}': [["WeCom"]],
  '{"errcode":60020,"errmsg":"not allow to access from your ip, more info at https://open.work.weixin.qq.com/devtool/query?e=60020"}': [["WeCom"]],
  "GET https://qyapi.weixin.qq.com/cgi-bin/gettoken?corpid=ww1&corpsecret=s => {\"errcode\":40001}": [["WeCom"]],
  '{"touser":"x","agentid":1000002} {"errcode":40056,"errmsg":"invalid agentid"}': [["WeCom"]],
  '{"errcode":0,"errmsg":"ok","invaliduser":"a|b"}': [["WeCom"]],
  "<xml><AgentID>1</AgentID></xml> errcode 40029": [["WeCom"]],
  "redirect_uri=https%3A%2F%2Fopen.work.weixin.qq.com%2Fa errcode=40029": [["WeCom"]],
  "%7B%22corpid%22%3A%22ww1%22%2C%22errcode%22%3A40029%7D": [["WeCom"]],
  '{"errcode":301002,"errmsg":"not allow operate another agent with this accesstoken"}': [["WeCom"]],
  // NHN Cloud's others, whose header is the same.
  "NHN Cloud SMS -2019": [["NHN Cloud SMS"]],
  "nhn sms resultCode -1006": [["NHN Cloud SMS"]],
  "POST https://api-sms.cloud.toast.com/sms/v3.0 {\"header\":{\"isSuccessful\":false,\"resultCode\":-2019}}": [["NHN Cloud SMS"]],
  '{"header":{"isSuccessful":true,"resultCode":0},"body":{"data":{"sendResultList":[{"resultCode":-3016}]}}}': [["NHN Cloud SMS"]],
  '{"resultCode":"3016","telecomCode":10003,"mtPr":"1"}': [["NHN Cloud SMS"]],
  "toast push 40001": [["NHN Cloud Push"]],
  'https://api-push.cloud.toast.com/push/v2.4 {"header":{"resultCode":40001,"resultMessage":"Client Error"}}': [["NHN Cloud Push"]],
  '{"receiverList":[{"receiveMailAddr":"a@b.io"}],"header":{"resultCode":-2019}}': [["NHN Cloud Email"]],
  // Vendors that are not here; a key of ours beside the mark changes nothing.
  '{"errcode":40014,"errmsg":"不合法的access_token","more":"https://oapi.dingtalk.com"}': [["DingTalk"]],
  '{"errcode":88,"sub_code":"40014","errmsg":"ding talk error[subcode=40014,submsg=x]"}': [["DingTalk"]],
  "钉钉机器人 errcode 310000": [["DingTalk"]],
  "com.dingtalk.api.response.OapiGettokenResponse errcode=40089": [["DingTalk"]],
  "飞书 code 99991663": [["Feishu and Lark"]],
  '{"code":10003,"msg":"invalid param"} tenant_access_token=t-1': [["Feishu and Lark"]],
  "Lark webhook returned 19021": [["Feishu and Lark"]],
  '{"alipay_trade_query_response":{"code":"40004","msg":"Business Failed","sub_code":"ACQ.TRADE_NOT_EXIST"}}': [["Alipay"]],
  "支付宝 resultStatus={4000}": [["Alipay"]],
  "AlipayApiException 40001": [["Alipay"]],
  '{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-signature"}': [["Alipay"]],
  "极光推送 1003": [["JPush"]],
  'https://api.jpush.cn/v3/push {"error":{"code":1003,"message":"x"}}': [["JPush"]],
  '{"code":21211,"message":"The To number is not valid","more_info":"https://www.twilio.com/docs/errors/21211","status":400}': [["Twilio"]],
  "阿里云短信 错误码 1003": [["Alibaba Cloud SMS"]],
  '{"Code":"isv.BUSINESS_LIMIT_CONTROL","HostId":"dysmsapi.aliyuncs.com"} 40029': [["Alibaba Cloud SMS"]],
  "腾讯云短信 1004": [["Tencent Cloud SMS"]],
  '{"ActionStatus":"FAIL","ErrorCode":40001,"ErrorInfo":"x"}': [["Tencent Cloud Chat"]],
  "openai.RateLimitError: Error code: 429": [["OpenAI"]],
  '{"error":{"message":"Incorrect API key. See https://platform.openai.com/account","code":3016}}': [["OpenAI"]],
  '{"resultCode":"3041","resultMsg":"x","tid":"UT1","ediDate":"2021-11-05"}': [["NicePay"]],
  "나이스페이 resultCode 3016": [["NicePay"]],
  "stripe.error.CardError: code 3016": [["Stripe"]],
  '{"error":{"code":404,"details":[{"@type":"type.googleapis.com/google.firebase.fcm.v1.FcmError"}]}}': [["Firebase Cloud Messaging"]],
  "FCM 404": [["Firebase Cloud Messaging"]],
  "slack 3000": [["Slack"]],
  'https://kapi.kakao.com/v2/user/me {"msg":"x","code":-401}': [["Kakao Developers"]],
  "카카오 로그인 -401": [["Kakao Developers"]],
  "토스페이먼츠 3016": [["TossPayments"]],
  "微博 error_code 21327": [["Weibo"]],
  "华为推送 80300007": [["Huawei Push Kit"]],
  // A cloud, where nothing is said of ours.
  "aliyun 3016": [["Alibaba Cloud"]],
  "阿里云 错误码 40029": [["Alibaba Cloud"]],
  "腾讯云 40029": [["Tencent Cloud"]],
  // Several, in the order of the text; a name says more than a key.
  "feishu or dingtalk 40014?": [["Feishu and Lark", "DingTalk"]],
  "https://oapi.dingtalk.com/gettoken?corpid=ding1 errcode 40089": [["DingTalk"]],
  // Ours are named besides.
  "not wecom but wechat official account 40029": [["WeCom"], ["wechat/40029/"]],
  "企业微信公众号 40029": [["WeCom"], ["wechat/40029/"]],
  "KakaoTalk -3016, then NHN SMS": [["NHN Cloud SMS"], ["kakaotalk/-3016/"]],
  "OpenAI bot on WeChat: errcode 49999": [["OpenAI"], ["wechat/?code=49999"]],
  // Nothing but the name.
  "wecom": [["WeCom"]],
}

for (const [text, [products, below = []]] of Object.entries(OTHERS)) {
  test(`a text about another product leads to that one's page, and Enter nowhere: ${text}`, async () => {
    const { results, enter } = await ask(text)
    assert.equal(enter, null)
    const known = products.map((product) => index.others.find(({ name }) => name === product))
    assert.deepEqual(results.slice(0, products.length).map(({ location }) => location), known.map((other) => other?.page))
    for (const [place, product] of products.entries()) {
      assert.equal(results[place].title, `This looks like ${product}&#39;s; the atlas does not have its codes`)
    }
    assert.deepEqual(results.slice(products.length).map(({ location }) => location), below)
  })
}

// what is asked of ours -> where Enter goes, as if nobody else were known
/** @type {Record<string, string>} */
const OURS = {
  "40029": "wechat/40029/",
  "微信 40029": "wechat/40029/",
  "微信公众号 40029": "wechat/40029/",
  "国企微信公众号 40029": "wechat/40029/",
  "weixin errcode=40029": "wechat/40029/",
  "WeChat works again, then 40029": "wechat/40029/",
  "tencent 40029": "wechat/40029/",
  '{"errcode":40029,"errmsg":"invalid code, rid: 5f3a1b2c-12345678-87654321"}': "wechat/40029/",
  "https://api.weixin.qq.com/sns/oauth2/access_token?appid=wx1&secret=s errcode 40029": "wechat/40029/",
  "https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html 40029": "wechat/40029/",
  "https://github.com/some/dingtalk-and-wecom-sdk: errcode 40029": "wechat/40029/",
  '{"errcode":42001,"errmsg":"access_token expired"} access_token=77_aFCM-Slack1FCM_xxxxxxxxxxxxxxxxx': "wechat/42001/",
  "部署在阿里云服务器 errcode=45009": "wechat/45009/",
  "aliyun 微信 45009": "wechat/45009/",
  "腾讯云 errcode 45009": "wechat/45009/",
  "mvn -s https://maven.aliyun.com/x.xml; errcode=45009": "wechat/45009/",
  "from me@dingtalk.com: errcode 45009": "wechat/45009/",
  "alimtalk -3016": "kakaotalk/-3016/",
  "NHN -3016": "kakaotalk/-3016/",
  "NHN Cloud 알림톡 -3016": "kakaotalk/-3016/",
  "카카오톡 -3016": "kakaotalk/-3016/",
  "KakaoTalk failed, sms sent instead, -3016": "kakaotalk/-3016/",
  '{"resultCode":"3016","resendStatus":"RSC03","resendSendNo":"0100"}': "kakaotalk/3016/",
  '{"resultCode":"3016","requestId":"1","smsKind":"sms","push":"email"}': "kakaotalk/3016/",
  "https://docs.nhncloud.com/en/Notification/KakaoTalk%20Bizmessage/en/error-code/ -3016": "kakaotalk/-3016/",
  "https://api-alimtalk.cloud.toast.com/alimtalk/v2.3 {\"header\":{\"resultCode\":-3016}}": "kakaotalk/-3016/",
  '{"code":31502,"message":"x","data":null}': "fresns/31502/",
  "pinstripes and slackers, larks: errcode 45009": "wechat/45009/",
  "Template body exceeds": "kakaotalk/-2019/",
}

for (const [text, enter] of Object.entries(OURS)) {
  test(`a text about ours opens its code, whatever is like a mark in it: ${text}`, async () => {
    assert.equal((await ask(text)).enter, enter)
  })
}

test("no text with a mark of another product opens a code of ours", async () => {
  const fragments = ["40029", "-3016", "errcode", "resultCode", "code", '"', ":", "{", "}", " ", "error", "报错", "오류", "invalid code", "wechat", "\n", "=", "'"]
  const marks = index.others.flatMap(({ words, hosts, keys }) => [...words.map((word) => ` ${word} `), ...hosts.map((host) => ` https://${host}/x `), ...keys.map((key) => ` "${key}": 1 `)])
  const texts = fc.tuple(fc.array(fc.constantFrom(...fragments), { maxLength: 12 }), fc.constantFrom(...marks), fc.array(fc.constantFrom(...fragments), { maxLength: 12 }))
  const opensNothing = fc.asyncProperty(texts, async ([before, mark, behind]) => {
    const text = [...before, mark, ...behind].join("")
    assert.equal((await ask(text)).enter, null, text)
  })
  await fc.assert(opensNothing, { numRuns: 500 })
})

test("no message of ours bears a mark of another product", () => {
  for (const { messages } of codes) {
    for (const message of messages) assert.deepEqual(othersIn(message, index.others, names).others, [], message)
  }
})

test("a whole message of ours is ours, even with a mark in it", async () => {
  const { others } = index
  try {
    index.others = [{ name: "Other", page: "https://other.example/", beside: null, words: ["oauth"], places: [], hosts: [], keys: [] }]
    assert.equal((await ask("Invalid OAuth code")).enter, "wechat/40029/")
    assert.equal((await ask("OAuth code 40029")).enter, null)
  } finally {
    index.others = others
  }
})

const COMET = { name: "Comet", page: "https://comet.example/", beside: null, words: ["comet", "comet tail", "彗星", "彗微"], places: ["sky"], hosts: ["api.halley.io"], keys: ["tail"] }

// text -> what is left of it without the marks
/** @type {Record<string, string>} */
const RESTS = {
  "a comet 4": "a       4",
  "Comet-Tail 4": "           4",
  "comettail 4": "          4",
  "COMET4": "     4",
  "myComet": "my     ",
  "comet_id": "     _id",
  "的彗星的": "的  的",
  "彗微信": "彗微信",
  "https://v1.api.halley.io/x": "https://                /x",
  '"tail": 4': '"    ": 4',
  "tail=4": "    =4",
  "'tail' => 4": "'    ' => 4",
  "['tail']=> 4": "['    ']=> 4",
  "<TAIL>4</TAIL>": "<    >4</    >",
}
const UNMARKED = [
  "comets", "xcomet", "cometé", "a.comet.com", "me@comet.io", "https://a.io/comet", "api.halley.ios", "api.halley.io.x",
  "xapi.halley.io", "me@api.halley.io", "tail 4", "tails=4", "my_tail=4", "1234567890_comet_123456789", "",
]

test("marks are whole names, hosts and those below them, and keys with a value", () => {
  for (const [text, rest] of Object.entries(RESTS)) {
    const marked = text !== rest
    assert.deepEqual(othersIn(text, [COMET], ["微信"]), { others: marked ? [COMET] : [], places: [], rest }, text)
  }
  for (const text of UNMARKED) assert.deepEqual(othersIn(text, [COMET], []), { others: [], places: [], rest: text }, text)
})

test("a name or a host says more than a key of another product, unless there are keys alone", () => {
  const [other, third] = [{ ...COMET, words: ["moon"], keys: ["crater"] }, { ...COMET, words: [], keys: ["ring"] }]
  assert.deepEqual(othersIn("ring=1 crater=1 comet", [other, COMET, third], []), {
    others: [COMET],
    places: [],
    rest: "    =1       =1      ",
  })
  assert.deepEqual(othersIn("ring=1 at api.halley.io", [{ ...other, hosts: [] }, COMET, { ...third, hosts: [] }], []).others, [COMET])
  assert.deepEqual(othersIn("ring=1 crater=1", [other, COMET, third], []).others, [third, other])
})

test("a mark that ends within a name of ours is none, unless a whole name stands in it", () => {
  const product = { ...COMET, words: ["彗we", "彗星", "the comet"] }
  const found = (/** @type {string} */ text) => othersIn(text, [product], ["wechat", "微信", "comet-desk", "comet"]).others.length
  assert.deepEqual(["彗WeChat", "彗星微信", "彗星 wechat"].map(found), [0, 1, 1])
  assert.equal(othersIn("comet-desk 4", [COMET], ["comet-desk"]).others.length, 0)
  assert.equal(found("the comet-desk"), 1)
})

test("marks that overlap are taken out once", () => {
  const [long, short] = [{ ...COMET, words: ["comet tail"] }, { ...COMET, words: ["comet"] }]
  for (const others of [[long, short], [short, long]]) {
    assert.equal(othersIn("a comet tail 4", others, []).rest, "a            4")
  }
})

test("a product that something may only run on is told apart, unless another mark says more", () => {
  assert.deepEqual(othersIn("in the sky 4", [COMET], []), { others: [], places: [COMET], rest: "in the     4" })
  assert.deepEqual(othersIn("sky comet", [COMET], []), { others: [COMET], places: [], rest: "         " })
  const moon = { ...COMET, words: ["moon"], places: [] }
  const place = { ...COMET, words: [] }
  for (const text of ["moon sky", "sky moon", "moon, sky, moon"]) {
    assert.deepEqual(othersIn(text, [moon, place], []), { others: [moon], places: [place], rest: text.replace(/[a-z]/g, " ") })
  }
  const sky = { ...COMET, words: ["sky comet"], places: [] }
  assert.deepEqual(othersIn("sky comet", [sky, place], []).places, [])
  assert.deepEqual(othersIn("sky comet", [sky, { ...place, places: ["comet"] }], []).places, [])
})

test("a product without marks of a kind is known by the others, and none is known by nothing", () => {
  assert.deepEqual(othersIn("comet", [{ ...COMET, words: [] }], []), { others: [], places: [], rest: "comet" })
  assert.deepEqual(othersIn("tail=1", [{ ...COMET, words: [], hosts: [] }], []).others.length, 1)
  assert.deepEqual(othersIn("comet", [], []), { others: [], places: [], rest: "comet" })
})

test("a large text is looked through at once", () => {
  const large = ["a".repeat(1e5), "a.".repeat(5e4), "a@".repeat(5e4), "1_".repeat(5e4), '{"error":'.repeat(1e4), "corpid ".repeat(1e4)]
  const start = Date.now()
  for (const text of large) othersIn(text, index.others, names)
  assert.ok(Date.now() - start < 2000)
})
