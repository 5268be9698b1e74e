// Which numbers are codes by the words beside them, in the languages of those who log them.

// Words that make the number behind them a code, in the languages of those who log it. An
// identifier counts by its last part: `error_code`, `ClientException`.
const CODE_WORDS = new Set(
  `code codes errcode retcode errorcode err error errno errornumber exception resultcode returncode
  statuscode codigo código códigos codice errore erro kode kod kodu kodas hata hatası hatasi błąd
  błędu код кода коду кодом ошибка ошибки ошибке ошибку ошибкой помилка помилки fehler fehlercode
  fehlernummer fehlermeldung rückgabecode fout foutcode felkod fejl fejlkode feil feilkode virhe
  virhekoodi hiba hibakód chyba chyby erreur cod eroare mã lỗi kesalahan galat ralat σφάλμα κωδικός
  الخطأ خطأ رمز שגיאה קוד कोड त्रुटि`.split(/\s+/),
)
// Scripts that are written without spaces: these stand at the end of longer words, too.
// 接口返回错误码 ⇒ 错误码
// 오류코드 ⇒ 코드
// 错误的 ⇒ nothing
export const UNSPACED =
  /(?:错误码|错误代码|错误编码|错误号|错误|返回码|返回值|返回|状态码|代码|报错|异常|錯誤碼|錯誤代碼|錯誤|代碼|回傳碼|コード|番号|エラー|例外|코드|오류|에러|번호|예외|รหัส|ข้อผิดพลาด)$/u

// 错误码为 ⇒ 错误码
// 是错误码 ⇒ nothing
export const UNSPACED_FIRST = /^(?:错误码|错误|报错|异常|錯誤|コード|エラー|例外|오류|에러|예외|코드)/u

// What stands between such a word and its number:
// errcode": ⇒ ":
// error no. ⇒ no.
// code was => ⇒ was =>
// kino ⇒ nothing
export const BETWEEN =
  /(?:['"`*\s:=#<>()[\]{}|→はがが은는이가为是]|-(?=\s)|(?<![\p{L}])(?:is|was|are|of|no|nr|num|number|número|numero|numer|ist|war|es|est|è|là|to|br|č|رقم|renvoyé)\b[.]?|رقم|là|[.](?=\s)|n°|nº|№)+$/iu
// A number behind these is of something else, and so is one that stands before a unit.
const OTHER_THINGS =
  "port|line|pid|tid|thread|length|size|otp|zip|postal|area|phone|tel|issue|version|attempt|retry|retries|" +
  "rid|req_id|request_id|requestid|uid|page|took|after|(?:verification|zip|postal|area) code|código postal"
const OTHER_THINGS_UNSPACED = "인증번호|验证码|驗證碼|邮编|우편번호|전화번호|端口|포트|行"

// on port: ⇒ port:
// https://a.com: ⇒ .com:
// localhost: ⇒ localhost:
// only $ ⇒ $
// report: ⇒ nothing
export const OF_SOMETHING_ELSE = new RegExp(
  `(?:\\b(?:${OTHER_THINGS})\\b|${OTHER_THINGS_UNSPACED})["'\\s:=#]*$|` +
    "(?:localhost|[.][a-z]{2,4}|[\\]:]):$|[₩$€£¥]\\s*$",
  "iu",
)

//  ms later ⇒ ms
// 원 ⇒ 원
// second ⇒ nothing
export const UNIT = /^\s?(?:ms|s|sec|secs|seconds|min|kb|mb|gb|bytes|px|characters|원|円|元|年|년|월|月|日|일|명|개|€|мс)(?![\p{L}])/iu

/** @param {string} word */
export function isCodeWord(word) {
  return CODE_WORDS.has(word.toLowerCase())
}

/** @param {string} before the text before a number */
export function followsCodeWord(before) {
  const [word] = before.replace(BETWEEN, "").match(/[\p{L}\p{M}\p{N}_]+$/u) ?? []
  if (!word) return false
  const last = parts(word).at(-1) ?? word
  return isCodeWord(word) || isCodeWord(last) || UNSPACED.test(word)
}

/** @param {string} after the text behind a number */
export function precedesCodeWord(after) {
  const [, word] = /^["'`)\]:,\s]*([\p{L}\p{M}_]+)/u.exec(after) ?? []
  if (!word) return false
  return (isCodeWord(word) && !/s$/i.test(word)) || UNSPACED_FIRST.test(word)
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
