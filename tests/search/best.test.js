// Which of several codes that have all words is clearly the best.

import assert from "node:assert/strict"
import { test } from "node:test"

import { clearlyBest } from "../../docs/assets/search/best.js"

const text = { isCommon: (/** @type {string} */ word) => ["the", "is", "of"].includes(word) }

// the words of the question; what the codes say, each in texts of its own -> the place of the best
/** @type {[said: string, question: string, codes: string[][], best: number | undefined][]} */
const CASES = [
  ["none", "dock", [], undefined],
  ["the only one, wherever it has the words", "dock busy", [["Dock", "Busy"]], 0],
  ["none of two that have a common word", "dock", [["Dock closed"], ["The dock of a tug"]], undefined],
  ["the one that says nothing else", "dock busy", [["Dock of a tug is busy"], ["The dock is busy"]], 1],
  ["none of two that say nothing else", "dock busy", [["Dock busy"], ["Busy dock"], ["Dock busy now"]], undefined],
  ["the only one with all words in one text", "dock busy", [["Dock now", "Busy"], ["A dock for the busy"], ["Busy", "No dock"]], 1],
  ["none of two with all words in one text", "dock busy", [["A dock for the busy"], ["So busy a dock"]], undefined],
  ["the one that has them side by side", "dock is busy", [["A busy dock now"], ["Our dock is busy"]], 1],
  ["none of two that have them side by side", "dock busy", [["Our dock is busy"], ["Any dock busy"]], undefined],
  ["none where a word stands between", "dock busy", [["Our dock seems busy"], ["A busy dock now"]], undefined],
  ["an identifier of these words", "dock busy", [["dock_busy"], ["Dock busy now"]], 0],
  ["no identifier with another word", "dock busy", [["dock_busy_now"], ["Busy_x dock"]], undefined],
  ["what varies is no word", "dock busy", [["Dock {dock_number} busy"], ["A dock busy now"]], 0],
]

for (const [said, question, codes, best] of CASES) {
  test(`clearly the best is ${said}`, async () => {
    const lists = question.split(" ").filter((word) => !text.isCommon(word)).map((word) => [word])
    const index = { at: async (/** @type {number[]} */ places) => places.map((place) => /** @type {any} */ ({ messages: codes[place], sent: [] })) }
    assert.equal(await clearlyBest([...codes.keys()], lists, text, index), best)
  })
}

test("what an API sends, and what a code says in another language, counts as its message does", async () => {
  const codes = [{ messages: ["x"], sent: ["Dock busy"] }, { messages: ["Dock busy now"], sent: [] }]
  const index = { at: async () => /** @type {any} */ (codes) }
  assert.equal(await clearlyBest([4, 7], [["dock"], ["busy"]], text, index), 4)
  const others = [{ messages: ["Dock busy now"], sent: [] }, { messages: ["x"], sent: [], translations: [["de", "Dock busy"]] }]
  assert.equal(await clearlyBest([4, 7], [["dock"], ["busy"]], text, { at: async () => /** @type {any} */ (others) }), 7)
})

test("of very many, none is the best, and none is read", async () => {
  const index = { at: () => Promise.reject(new Error("read")) }
  assert.equal(await clearlyBest([...Array(51).keys()], [["dock"]], text, index), undefined)
})
