// The page that tells what can be pasted says what the search does.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import { ask } from "./facts.js"

const PAGE = readFileSync(new URL("../../docs/pasting.md", import.meta.url), "utf8")
const ROWS = [...PAGE.matchAll(/^\| `(.*)` \| (?:<a href="\.\.\/(.*)">(.*)<\/a>|(.*?))(?: · (.*))? \|$/gm)]

test("the page has a dozen kinds and more", () => {
  assert.ok(ROWS.length >= 12)
  assert.equal(ROWS.length, PAGE.split("\n").filter((line) => line.startsWith("| `")).length)
})

for (const [, text, enter, opened, shown, why] of ROWS) {
  test(`the page says what the search makes of this: ${text}`, async () => {
    const answer = await ask(text)
    const [{ title, aside = "" }] = answer.results
    assert.equal(answer.enter, enter ?? null)
    assert.equal(title.replace(/<[^>]*>/g, "").replace("&#39;", "'"), opened ?? shown)
    const reason = /<small>(.*?)<\/small>/.exec(aside) ?? (title.includes("If this is") ? /^<em>(.*?)<\/em>/.exec(aside) : null)
    assert.equal((reason?.[1] ?? "").replace(/<\/?code>/g, "`").replaceAll("&#39;", "'"), why ?? "")
  })
}
