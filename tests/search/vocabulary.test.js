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
    const found = vocabulary.find(terms.split(" ").filter(Boolean))
    assert.deepEqual([found.places, found.marks, found.all], [places, marks, all])
    const has = (/** @type {string} */ place) => (/** @type {string[]} */ list) => list.some((word) => TEXTS[Number(place)].includes(word))
    if (all) for (const place of places) assert.ok(found.lists.every(has(place)), place)
  })
}

/** What the texts are called besides. */
const NAMED = [
  { words: ["occupied", "berth"], places: [0, 1] },
  { words: ["shut", "berths"], places: [3] },
]

// things -> places, and those whose own words have all things
/** @type {Record<string, [places: string[], whole: string[]]>} */
const MEANING = {
  // Any of the words will do; longer ones may be begun, short ones only have a plural.
  "docki": [["2"], ["2"]],
  "ship": [["0"], ["0"]],
  "shi": [[], []],
  // What too many say says too little alone.
  "close": [[], []],
  "closed page": [["6"], ["6"]],
  "busy|templ closed|title": [["4"], ["4"]],
  // All things, then most of them: those that tell more before others.
  "busy list dock": [["0", "1"], ["0"]],
  "busy ships page closed": [["6", "0"], []],
  // One thing of several is not most of them.
  "busy ship": [["0"], ["0"]],
  "ship templ page": [[], []],
  // What they are called counts, but less than what they say.
  "berth busy": [["1", "0"], []],
  "shut closed": [["3"], []],
  "occupied dock busy": [["1", "0"], []],
  // What nobody says is passed over, and what has the rest does not have all.
  "zebra ships busy": [["0"], []],
  "zebra": [[], []],
  // Common words are no things.
  "the ship": [["0"], ["0"]],
  "": [[], []],
}

for (const [things, [places, whole]] of Object.entries(MEANING)) {
  test(`things find codes: ${things}`, () => {
    const lists = things.split(" ").filter(Boolean).map((words) => words.split("|"))
    const found = vocabulary.meaning(lists, NAMED)
    assert.deepEqual({ places: found.places, whole: found.whole }, { places, whole })
  })
}

test("common words say too little", () => {
  assert.equal(vocabulary.isCommon("the"), true)
  assert.equal(vocabulary.isCommon("dock"), false)
})
