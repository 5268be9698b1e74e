// Words for codes and errors, in the languages of those who log them, and what is none of that.

// Words that make the number behind them a code. An identifier counts by its last part:
// `error_code`, `ClientException`.
const CODE_WORDS = new Set(
  `code codes errcode retcode errorcode err error errors errno errornumber exception resultcode returncode
  statuscode codigo código códigos codice errore erro kode kod kodu kodas hata hatası hatasi błąd
  błędu код кода коду кодом ошибка ошибки ошибке ошибку ошибкой помилка помилки fehler fehlercode
  fehlernummer fehlermeldung rückgabecode fout foutcode felkod fejl fejlkode feil feilkode virhe
  virhekoodi hiba hibakód chyba chyby erreur cod eroare mã lỗi kesalahan galat ralat σφάλμα κωδικός
  الخطأ خطأ رمز שגיאה קוד कोड त्रुटि`.split(/\s+/),
)
// Scripts that are written without spaces: these stand at the end of longer words, too.
// 接口返回错误码 ⇒ 错误码
// 오류코드가 ⇒ 코드가
// 一直报了 ⇒ 报了
// 错误的 ⇒ nothing
export const UNSPACED =
  /(?:错误码|错误代码|错误编码|错误号|错误|返回码|返回值|返回|状态码|代码|报错|异常|失败|报|提示|错误提示|返错|出现|錯誤碼|錯誤代碼|錯誤|代碼|回傳碼|失敗|コード|番号|エラー|例外|코드|오류|에러|번호|예외|실패|รหัส|ข้อผิดพลาด)(?:为|是|值|了|个|一个|的是|はが|は|が|를|을|은|는|이|가|로|으로)?$/u

// 错误码为 ⇒ 错误码
// 的错误 ⇒ 的错误
// 是错误码 ⇒ nothing
export const UNSPACED_FIRST = /^(?:的|这个|번|번의)?(?:错误码|错误|报错|异常|失败|錯誤|失敗|コード|エラー|例外|오류|에러|예외|코드|실패)/u

// What stands between a key or a word and its number, in dumps and in sentences.
const FILLERS = new Set(
  `is was are of int32 int64 no nr num number número numero numer i int integer string str long some optional decimal numberint
  value returned got we now equals ist war es est è là br č renvoyé равен 等于 值 为 是 は が
  은 는 이 가 값 رقم with`.split(/\s+/),
)

// A number behind these is of something else, and so is one that stands before a unit.
const OTHER_THINGS =
  "port|line|id|pid|tid|thread|length|size|otp|zip|postal|area|phone|tel|issue|version|attempt|retry|retries|" +
  "rid|req_id|request_id|requestid|uid|page|took|after|(?:verification|zip|postal|area) code|código postal|" +
  "limit|offset|timeout|total|count|year|pull|pr|build|top|user|order|hint|hints|sqlstate|sqlcode|iso|en|price|balance"
const OTHER_THINGS_UNSPACED =
  "인증번호|验证码|驗證碼|随机码|邮编|우편번호|전화번호|주문번호|단가|端口|포트|行|第|订单号|学号|房间号|编号|单号|版本|电话|" +
  "价格|余额|金额|地址|寄存器|粉丝数|阅读量?|浏览量?|步数|耗时|用户"
// Keys whose numbers look like codes and are none of ours.
const OTHER_KEYS = /^(?:resend_?result|zip|sms|verify|country|postal|http_?status|status)_?code$/i

// on port: ⇒ port:
// https://a.com: ⇒ .com:
// localhost: ⇒ localhost:
// only $ ⇒ $
// report: ⇒ nothing
export const OF_SOMETHING_ELSE = new RegExp(
  `(?:\\b(?:${OTHER_THINGS})\\b|(?:${OTHER_THINGS_UNSPACED})(?:是|为|은|는)?)["'\\s:=#[]{0,6}$|` +
    "(?:localhost|[.][a-z]{2,4}|[\\]:]):$|[₩$€£¥]\\s{0,2}$",
  "iu",
)

//  ms later ⇒ ms
// 원 ⇒ 원
// second ⇒ nothing
export const UNIT =
  /^\s?(?:(?:ms|s|sec|secs|seconds|min|minutes|hours|days|kb|mb|gb|bytes|px|kg|km|usd|characters|chars|tokens|rows|lines|items|users|times|people|messages|requests|мс)(?![\p{L}])|원|円|元|块钱|年|년|월|月|日(?!志)|일|명|개|건|번 포트|字|条|个|次|人|行|秒|分|端口|€)/iu

/** @param {string} word */
export function isCodeWord(word) {
  return CODE_WORDS.has(word.toLowerCase())
}

// Whose an error is that is called so is open; of any other first word it is somebody's: `DiscordAPIError`.
const GENERIC =
  /^(?:client|api|http|runtime|request|response|server|official|business|service|biz|sdk|rpc|base|custom|my|app|wx|mp|wechat|weixin|kakao|alimtalk|fresns|return|result|status|some|the)*(?:error|exception|err)*$/i

/** @param {string} word @returns {boolean} whether it is the error of somebody in particular: `FooError` */
export function isNamedError(word) {
  return /(?:error|exception)$/i.test(word) && !GENERIC.test(word.replaceAll("_", ""))
}

/** @param {string} word before a number @returns {boolean} whether it says that the number is a code */
export function saysCode(word) {
  if (isNamedError(word)) return false
  const last = parts(word).at(-1) ?? word
  return isCodeWord(word) || isCodeWord(last) || UNSPACED.test(word)
}

/** @param {string} word right behind a number */
export function saysCodeBehind(word) {
  return (isCodeWord(word) && !/s$/i.test(word)) || UNSPACED_FIRST.test(word)
}

/** @param {string} word @param {string} next what stands behind it @returns {boolean} whether it says nothing between a key and its number */
export function isFiller(word, next) {
  return FILLERS.has(word.toLowerCase()) || (/^[sid]$/.test(word) && next === ":")
}

/** @param {string} key */
export function isOfAnotherKind(key) {
  return OTHER_KEYS.test(key)
}

/** @param {string} before @param {string} after the texts around a number */
export function isOfSomethingElse(before, after) {
  return OF_SOMETHING_ELSE.test(before) || UNIT.test(after)
}

/** @param {string} word `kf_account` or `templateTitle` */
export function parts(word) {
  const split = word.split(/_+|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter(Boolean)
  return split.length > 1 ? split : []
}

// Texts with any of these speak of an error somewhere.
const TROUBLE =
  /fail|error|exception|invalid|denied|refused|forbidden|unauthori[sz]ed|wrong|problem|cannot|can't|doesn't|issue|错|錯|失败|失敗|异常|報|报|提示|无效|没权限|无权限|没有权限|过期|失效|拒绝|超时|限制|不存在|不合法|非法|怎么|为什么|不了|不能|无法|오류|에러|실패|예외|안됨|안 됨|エラー|例外|できない|ошиб|fehler|erreur/i

/** @param {string} text */
export function isOfTrouble(text) {
  return TROUBLE.test(text)
}
