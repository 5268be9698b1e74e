// Each pattern finds in the texts above it what is said there, and nothing in the last.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

import * as codeWords from "../../docs/assets/search/code_words.js"
import * as others from "../../docs/assets/search/others.js"

/** @param {RegExp} pattern @param {string} text */
function found(pattern, text) {
  const all = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)]
  const said = all.flatMap((match) => {
    if (!match) return []
    const { key, code } = match.groups ?? {}
    return [code === undefined ? match[0].trim() : key === undefined ? code : `${key} ${code}`]
  })
  pattern.lastIndex = 0
  return said.join(", ") || "nothing"
}

/** @param {string} name of a module @param {Record<string, unknown>} module */
function check(name, module) {
  const source = readFileSync(new URL(`../../docs/assets/search/${name}`, import.meta.url), "utf8")
  for (const [constant, pattern] of Object.entries(module)) {
    if (!(pattern instanceof RegExp)) continue
    test(`${name}: ${constant} finds what its comment says`, () => {
      const [comment] = new RegExp(`(?:^//.*\n)+(?=export const ${constant} =)`, "m").exec(source) ?? [""]
      const examples = [...comment.matchAll(/^\/\/ (.*) ⇒ (.*)$/gm)]
      assert.ok(examples.length > 1, "it needs examples")
      assert.equal(examples.at(-1)?.[2], "nothing")
      for (const [, text, wanted] of examples) assert.equal(found(pattern, text), wanted, text)
    })
  }
}

check("others.js", others)
check("code_words.js", codeWords)
