// What people paste, kind by kind, on the real index: where Enter goes, and what stands first.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { ask, codes } from "./facts.js"

/**
 * Where Enter goes: to a code, to a page that says that the code is not listed, or nowhere. Where it goes
 * nowhere, the titles of the first results tell why.
 * @type {Record<string, Record<string, string | null | string[]>>} by kind and text
 */
const PASTES = JSON.parse(readFileSync(new URL("pastes.json", import.meta.url), "utf8"))
const NOT_LISTED = / is not listed(?: for [A-Z]\w+)?$/

/** @param {string} title */
const plain = (title) => title.replace(/<[^>]*>/g, "").replaceAll("&#39;", "'")

for (const [kind, pastes] of Object.entries(PASTES)) {
  for (const [text, wanted] of Object.entries(pastes)) {
    test(`${kind}: ${text}`, async () => {
      const { results, enter } = await ask(text)
      const titles = results.map(({ title }) => plain(title))
      if (Array.isArray(wanted)) {
        assert.equal(enter, null, titles.join())
        assert.deepEqual(titles.slice(0, wanted.length), wanted)
      } else {
        assert.equal(enter, wanted, titles.join())
        if (wanted?.includes("?code=") || wanted?.includes("#")) assert.match(titles[0], NOT_LISTED)
        else if (wanted) assert.equal(results[0].location, wanted)
      }
    })
  }
}

test("a result says why it is an answer, where that is not plain", async () => {
  const why = async (/** @type {string} */ text) => /<small>(.*)<\/small>/.exec((await ask(text)).results[0].aside ?? "")?.[1]
  assert.equal(await why('{"errcode":40029}'), "Found under <code>errcode</code>.")
  assert.equal(await why("提示48008 没权限"), "Found after “提示”, in a text in WeChat&#39;s language.")
  assert.equal(await why("40029-invalid code"), "Found at the start, with its message.")
  assert.equal(await why("40029"), undefined)
  assert.equal(await why("WeChat 40029"), undefined)
})

test("every listed or observed code is found under its key in a body, and below no other vendor's mark", async () => {
  const marks = ["钉钉 ", "企业微信 ", "alipay ", "NHN Cloud SMS ", "极光推送 ", "openai "]
  for (const [number, { code, key, url }] of codes.entries()) {
    const body = `{"${key}": ${/^-?[0-9]+$/.test(code) ? code : `"${code}"`}}`
    const same = codes.filter((one) => one.code === code && one.key === key).map((one) => one.url)
    const { enter } = await ask(body)
    assert.ok(same.includes(enter ?? ""), `${body} leads to ${enter}, not ${url}`)
    const marked = await ask(marks[number % marks.length] + body)
    assert.equal(marked.enter, null)
    assert.match(marked.results[0].title, /^This looks like/)
  }
})
