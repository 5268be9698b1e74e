// What codes look like among other text. Above each pattern: texts, and what it finds in them, the
// key and the code where it names them. The last is one that it must not take for anything.

/** Returns a pattern for one of these. @param {...RegExp} patterns */
const any = (...patterns) => `(?:${patterns.map(({ source }) => source).join("|")})`

const CODE = /-?(?:[A-Za-z]{1,3})?[0-9]+(?:[.][0-9]+)*/.source

const AND = any(
  /[\s,;/|&+、・]/,
  /\b(?:and|or|und|oder|y|e|o|et|ou|en|i|и|или|dan|và)\b/,
  /和|或|及|与|跟|と|및|와|과|이나/,
)

// Between a key and its code, in JSON, dumps of many languages, XML and sentences; never a number.
const GAP = any(
  /["'`*\][(){}<>|:=,~!&→;是为為は が이가은는값\s]/,
  /->|-(?=[ "'>])|[.]{2,3}/,
  /;?[sid]:[0-9]+:(?=")|;?[sid]:(?=[-"0-9])|string\([0-9]+\)/,
  /\b(?:is|was|int|integer|string|long|some|optional|decimal|numberint|value|returned|got|we|i|of|no|nr|number|now|equals|es|est|ist)\b/,
  /равен|等于|值|!\[cdata\[/,
)

// 40029, -3016 and E915 ⇒ 40029, -3016, E915
// 1.10.2 ⇒ 1.10.2
// errcode ⇒ nothing
export const CODES = new RegExp(CODE, "g")

// -3016 ⇒ -3016
// E915 ⇒ E915
// code 40029 ⇒ nothing
export const ALONE = new RegExp(`^${CODE}$`)

// 40029 and 45009 ⇒ 40029 and 45009
// 40029/45009, -1 ⇒ 40029/45009, -1
// 40029 ⇒ nothing
export const SEVERAL = new RegExp(`^${CODE}(?:${AND}+${CODE}){1,20}$`, "iu")

// From where a code ends:
// , 45009 ⇒ 45009
// "] and ["45009"] ⇒ 45009
// , 2026-11-22 ⇒ nothing
export const NEXT = new RegExp(`["'\\])]*${AND}+["'[(]*(?<code>${CODE})(?![\\w.:/-]*\\w)`, "iuy")

// A number that is part of a date, a time, an address, a version, an amount or a longer word is none.
// Scripts that are written without spaces put their words right beside a number.
// failed on 40029 at 12:30 ⇒ 40029
// 返回40029了, or -1. ⇒ 40029, -1
// 3rd at 2026-11-22T12:30 for $30 by a1b2_300, 5% more ⇒ nothing
export const NUMBERS = new RegExp(
  `(?<![A-Za-z\u00c0-\u058f0-9_./@%$€¥-]|[0-9][:#])${CODE}(?![A-Za-z\u00c0-\u058f_/%-]|[.,:#]?[0-9])`,
  "gu",
)

// {"errcode":40029,"errmsg":"x"} ⇒ errcode 40029
// s:7:"errcode";i:40163; ⇒ s 7, errcode 40163
// the errcode we got is 40163L ⇒ errcode 40163
// <errcode>-1</errcode><line>7</line> ⇒ errcode -1, line 7
// resultCode: '3016.0' ⇒ resultCode 3016
// errcode 2026-11-22 ⇒ nothing
export const PAIRS = new RegExp(
  `(?<![A-Za-z0-9_])(?<quote>["']?)(?<key>[A-Za-z_][A-Za-z0-9_]*)(?<gap>${GAP}{1,12}?)` +
    "(?<code>-?[A-Za-z]{0,3}[0-9]{1,20})(?:[.]0+(?![0-9.]))?L?(?![A-Za-z0-9_]|[.:/-][0-9])",
  "giu",
)

// Numbers under these keys look like codes and are none of ours.
// {"resendResultCode":"3016"} ⇒ resendResultCode":"3016
// status_code: 400 ⇒ status_code: 400
// {"resultCode":-3016} ⇒ nothing
export const OTHER_KEYS = new RegExp(
  `(?:resend_?result|zip|sms|verify|country|postal|status)_?code(?![A-Za-z0-9_])(?:${GAP}|은){0,14}?-?[A-Za-z]{0,3}[0-9]+`,
  "giu",
)

// 404 ⇒ 404
// 40029 ⇒ nothing
export const HTTP_STATUS = /^[1-5][0-9]{2}$/

// What a number stands right under: a key in quotes, in brackets, as a tag, or a word and an equals sign.
// {"retCode": " ⇒ "retCode": "
// ["ret"]=> string(4) " ⇒ "ret"]=> string(4) "
// s:3:"ret";s:4:" ⇒ "ret";s:4:"
// <retCode> ⇒ <retCode>
// resultStatus={ ⇒ resultStatus={
// error.code: ⇒ error.code:
// "retCode": "failed with ⇒ nothing
export const UNDER_KEY = new RegExp(
  /(?:(?<quote>["'])(?<quoted>[A-Za-z_][\w.-]*)\k<quote>\]?|(?<![\w.$"'-])(?<bare>[A-Za-z_][\w.]*))/.source +
    /\s*(?:=>|[:=]|;[sid]:(?:[0-9]+:)?)[\s[{(]*(?:(?:string|int)\([0-9)\s]*)?["']?$|<(?<tag>[A-Za-z_]\w*)>["'\s]*$/.source,
)

// What a key stands in: an object that is called error. A label before a body is no key of one.
// {"error":{"message":"x", ⇒ "error":{"message":"x",
// { error: { ⇒ { error: {
// "errors":[{ ⇒ "errors":[{
// {"error":{"type":1}, Error: { ⇒ nothing
export const IN_ERROR =
  /(?:["'](?:[Ee]rrors?|err|[Ee]xception|[Ff]ault)["']|[{,]\s*(?:errors?|err|exception|fault))\s*(?:=>|[:=])\s*\[?\s*\{[^{}]*$/

// Addresses: their words say where something was read or runs.
// see https://a.com/slack#1 and "http://b.c" or maven.a.cn ⇒ https://a.com/slack#1, http://b.c, maven.a.cn
// me@mail.a.io ⇒ mail.a.io
// com.stripe.net.Api ⇒ nothing
export const ADDRESSES =
  /https?:\/\/[!#-&(-;=?-~]+|(?<![a-z0-9.-])(?:[a-z0-9-]+[.])+(?:com|cn|net|org|io|dev|kr|co|cc)(?![a-z0-9-]|[.][a-z0-9])/giu

// Tokens, in which any three letters stand side by side somewhere.
// access_token=77_aFcM9xxxxxxxxxxxxxxxxxxx ⇒ 77_aFcM9xxxxxxxxxxxxxxxxxxx
// alipay_trade_query_response ⇒ nothing
export const TOKENS = /(?<![\w-])(?=[A-Za-z_-]{0,24}[0-9])[\w-]{24,}/g
