// Finding codes by words: whole, begun, misspelt, or some of them.

import assert from "node:assert/strict"
import { before, test } from "node:test"

import { Vocabulary } from "../../docs/assets/search/vocabulary.js"
import { library } from "./facts.js"

const TEXTS = [
  "the dock is busy with a long list of ships",
  "dock is busy",
  "docking failed",
  "dock closed",
  "template title",
  "templates",
  "page 12345 closed",
  "classes x",
  "登录失败",
]

/** @type {Vocabulary} */
let vocabulary

before(async () => {
  const lunr = await library("search/lunr.js")
  const builder = new lunr.Builder()
  builder.ref("place")
  builder.field("text")
  for (const [place, text] of TEXTS.entries()) builder.add({ place: String(place), text })
  vocabulary = new Vocabulary(lunr, JSON.parse(JSON.stringify(builder.build())))
})

// terms -> places, marks, whether each place has all
/** @type {Record<string, [places: string[], marks: string[], all: boolean]>} */
const FOUND = {
  // Whole words, the shorter text first.
  "dock": [["3", "1", "0"], ["dock"], true],
  "dock busy": [["1", "0"], ["dock", "busy"], true],
  // The last word may be begun.
  "busy do": [["1", "0"], ["busy", "do"], true],
  "dock bu": [["1", "0"], ["dock", "bu"], true],
  "docki": [["2"], ["docki"], true],
  // All may be begun, and have other ends; a single letter at the end is no word yet.
  "templating titles": [["4"], ["templat", "titl"], true],
  "dockings failing": [["2"], ["dock", "fail"], true],
  "docked b": [["2", "3", "1", "0"], ["dock"], true],
  "templating t": [["5", "4"], ["templat"], true],
  "登": [["8"], ["登"], true],
  "busy d": [["1", "0"], ["bus"], true],
  "bused": [["1", "0"], ["bus"], true],
  "is": [["1", "0"], ["is"], true],
  // One letter may be wrong in a long word, none in a number.
  "tenplate": [["4"], ["template"], true],
  "clozed dock": [["3"], ["closed", "dock"], true],
  "dook": [[], ["dook"], false],
  "12346": [[], ["12346"], false],
  "x": [["7"], ["x"], true],
  "q": [[], ["q"], false],
  // Some of the words: those with the most telling first, then the shorter text.
  "busy closed zebra": [["3", "1", "6", "0"], ["busy", "closed", "zebra"], false],
  "dock title zebra": [["4", "3", "1", "0"], ["dock", "title", "zebra"], false],
  "": [[], [], false],
}

for (const [terms, [places, marks, all]] of Object.entries(FOUND)) {
  test(`words find codes: ${terms}`, () => {
    assert.deepEqual(vocabulary.find(terms.split(" ").filter(Boolean)), { places, marks, all })
  })
}

test("common words say too little", () => {
  assert.equal(vocabulary.isCommon("the"), true)
  assert.equal(vocabulary.isCommon("dock"), false)
})
