// Which answer comes first, on the small index: codes, messages, conditions, pages.

import assert from "node:assert/strict"
import { before, test } from "node:test"

import { answer } from "../../docs/assets/search/answer.js"
import { Index } from "../../docs/assets/search/lookup.js"
import { library } from "./facts.js"
import { files } from "./orbit.js"

/** @type {Index} */
let index

before(async () => {
  const content = await files()
  index = new Index(async (address) => content[address], library)
})

// query -> where Enter goes; all results
/** @type {Record<string, [enter: string | null, results: string[]]>} */
const ANSWERS = {
  // A code alone: it, its twin in the other sign, those it begins.
  "101": ["orbit/101/", ["orbit/101/", "orbit/101-ship/", "luna/101/", "orbit/-101/", "orbit/1010/"]],
  "-101": ["orbit/-101/", ["orbit/-101/", "orbit/101/", "orbit/101-ship/", "luna/101/"]],
  "10": [null, ["orbit/101/", "orbit/1010/", "orbit/101-ship/", "luna/101/", "orbit/-101/"]],
  "-10": [null, ["orbit/-101/"]],
  "77003": ["./#ec:providers", ["./#ec:providers", "luna/-77003/"]],
  "x7": ["orbit/x7/", ["orbit/x7/"]],
  "X8": ["./#ec:providers", ["./#ec:providers"]],
  "Y8": [null, []],
  "X1234567890": ["./#ec:providers", ["./#ec:providers"]],
  "12345678901": [null, []],
  "1234567890": ["./#ec:providers", ["./#ec:providers"]],
  "1.2": [null, []],
  // A code of a provider: it, or that it is not listed.
  "orbit 101": ["orbit/101/", ["orbit/101/", "orbit/101-ship/"]],
  'err="101"': ["orbit/101-ship/", ["orbit/101-ship/"]],
  "luna 9999": ["luna/?code=9999", ["luna/?code=9999"]],
  "orbit-1010": ["orbit/1010/", ["orbit/1010/"]],
  "orbit-101": ["orbit/-101/", ["orbit/-101/"]],
  // A provider that is but a guess gives way to whoever lists the code.
  '"code":1010': [null, ["orbit/1010/"]],
  '"code":4711': ["./#ec:providers", ["./#ec:providers"]],
  "ret=101": [null, ["orbit/101/", "luna/101/"]],
  "err=1010, 4711": ["orbit/1010/", ["orbit/1010/"]],
  "err=77001, 77009": [null, ["orbit/?code=77001", "orbit/?code=77009"]],
  // An HTTP status says less than a number that is listed.
  "error 404 berth 77001": ["luna/77001/", ["luna/77001/"]],
  "error 404 berth": ["./#ec:providers", ["./#ec:providers"]],
  "error 101 berth 77001": ["luna/77001/", ["luna/77001/"]],
  "luna error 101 berth 77001": [null, ["luna/101/", "luna/77001/"]],
  "error 101, error 404 berth 77001": ["luna/77001/", ["luna/77001/"]],
  "error 4711 berth 77001": [null, ["./#ec:providers", "luna/77001/"]],
  "err=12345678901 air": [null, ["luna/77001/", "luna/-77003/", "luna/101/"]],
  "err=404 berth 77001": ["orbit/?code=404", ["orbit/?code=404"]],
  "berth 77001": [null, ["luna/77001/"]],
  "berth 77009": ["./#ec:providers", ["./#ec:providers"]],
  // A whole message, with a label or not; of two that say it, none is opened.
  "NO AIR": [null, ["luna/77001/", "luna/-77003/"]],
  'errmsg: "No air."': [null, ["luna/77001/", "luna/-77003/"]],
  "Error: message: Ship sunk": ["orbit/101-ship/", ["orbit/101-ship/"]],
  // Words: all of them in a message, then conditions, then pages. Enter opens what is clearly the best: the
  // only one, or the only message that says nothing else.
  "air": [null, ["luna/77001/", "luna/-77003/", "luna/101/"]],
  "dock busy": ["orbit/101/", ["orbit/101/", "orbit/1010/"]],
  "vacuum": [null, ["luna/77001/", "luna/101/"]],
  "vacu": [null, ["luna/77001/", "luna/101/"]],
  "luna vacuum": [null, ["luna/77001/", "luna/101/", "luna/"]],
  "orbit vacuum": [null, ["orbit/"]],
  "busy zebra": [null, ["orbit/0x1f/", "orbit/101/", "orbit/1010/"]],
  "in use": ["orbit/101/", ["orbit/101/"]],
  "docks": ["orbit/0x1f/", ["orbit/0x1f/", "docks/", "sky/"]],
  "all docks": ["docks/", ["docks/", "orbit/0x1f/", "sky/"]],
  "sky": ["sky/", ["sky/"]],
  "berth": [null, ["docks/", "nine/"]],
  "bert": [null, ["docks/", "nine/"]],
  "docks berth": ["docks/", ["docks/"]],
  "luna dock busy": [null, ["luna/"]],
  [`orbit ${"x1".repeat(20)}`]: [null, ["orbit/"]],
  "berth 9": [null, ["nine/"]],
  "loss air": [null, ["luna/77001/", "luna/101/"]],
  "loss of air": [null, ["luna/77001/", "luna/101/"]],
  // Numbers alone are no words for sure; one that stands first is rather a code than a word.
  "40 50": [null, ["orbit/s2/"]],
  "40 50 ships": ["orbit/s2/", ["orbit/s2/"]],
  "shut dock 77001": ["orbit/s1/", ["orbit/s1/", "luna/77001/"]],
  "77001 dock shut": ["luna/77001/", ["luna/77001/"]],
  "77001 dock zebra": ["luna/77001/", ["luna/77001/"]],
  "77001 docks": ["luna/77001/", ["luna/77001/"]],
  "berth zebra": [null, []],
  // A provider alone.
  "orbit": ["orbit/", ["orbit/"]],
  "the orbit": ["orbit/", ["orbit/"]],
  "zebra": [null, []],
  "the": [null, []],
  "": [null, []],
}

for (const [text, [enter, results]] of Object.entries(ANSWERS)) {
  test(`the best answer comes first: ${text}`, async () => {
    const found = await answer(text, index)
    assert.deepEqual([found.enter, found.results.map(({ location }) => location)], [enter, results])
  })
}

/**
 * Returns an index of one code set.
 * @param {Record<string, string>} messages by code
 * @param {object[]} docs
 */
async function indexOf(messages, docs = []) {
  const content = await files([["orbit", "api", Object.fromEntries(Object.entries(messages).map(([code, message]) => [code, [message]]))]], docs)
  return new Index(async (address) => content[address], library)
}

/** @param {string} text @param {Index} index */
async function locations(text, index) {
  return (await answer(text, index)).results.map(({ location }) => location)
}

test("at most 50 codes are shown", async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, place) => [`${7700 + place}`, "Busy"]))
  const codes = Object.keys(many).map((code) => `orbit/${code}/`)
  const index = await indexOf(many)
  assert.deepEqual(await locations("77", index), codes.slice(0, 50))
  assert.deepEqual(await locations("busy now", index), codes.slice(0, 50))
  assert.deepEqual(await locations("Busy", index), codes.slice(0, 50))
})

test("at most 5 pages are shown beside those that are called like the query", async () => {
  const docs = Array.from({ length: 8 }, (_, place) => ({
    location: `${place}/`,
    title: place === 1 ? "Berths ships" : "Berths",
    text: "of ships",
  }))
  const wanted = ["1/", "0/", "2/", "3/", "4/", "5/"]
  assert.deepEqual(await locations("berths ships", await indexOf({ 4711: "x" }, docs)), wanted)
})

test("a page that is called like the query wins over some of its words", async () => {
  const index = await indexOf({ 4711: "busy" }, [{ location: "z/", title: "Busy zebra", text: "" }])
  assert.deepEqual(await locations("busy zebra", index), ["z/"])
})

test("what begins one code alone, in either sign, is no code yet", async () => {
  assert.deepEqual(await answer("50", await indexOf({ "-5001": "x" })).then(({ enter }) => enter), null)
  assert.deepEqual(await answer("50", await indexOf({ 5001: "x" })).then(({ enter }) => enter), null)
})

test("a code could be listed that has the letters of others, or none", async () => {
  assert.equal((await answer("4712", await indexOf({ 4711: "x" }))).enter, "./#ec:providers")
  assert.equal((await answer("O8", await indexOf({ OK: "x" }))).enter, null)
  assert.equal((await answer("O8", await indexOf({ O7: "x" }))).enter, "./#ec:providers")
})

test("a message is whole that has the same words in their order", async () => {
  const index = await indexOf({ 1: "air_lock open", 2: "open air lock" })
  assert.deepEqual(await locations("air lock open", index), ["orbit/1/"])
  assert.deepEqual(await locations("Open AIR_LOCK!", index), ["orbit/2/"])
})

test("a code of any form is found as it is printed", async () => {
  const index = await indexOf({ "SYS.1.2": "Dock", invalid_grant: "Gate", "A-1/b": "Sluice" })
  for (const code of ["SYS.1.2", "sys.1.2", "invalid_grant", "A-1/b"]) {
    assert.equal((await answer(code, index)).enter, `orbit/${encodeURIComponent(code.toLowerCase())}/`, code)
  }
})

test("nothing is fetched for an empty query", async () => {
  const index = new Index(() => Promise.reject(new Error("fetched")), library)
  assert.deepEqual(await answer(" \u200b ", index), { results: [], enter: null })
})

test("of a large log, 24 words are looked for, and none that is longer than 32 letters", async () => {
  const words = Array.from({ length: 25 }, (_, place) => `word${String.fromCharCode(97 + place)}`)
  const index = await indexOf({ 4711: words.join(" ").replace("worda", "wordz") })
  assert.equal((await answer([...words.slice(1), "zebra"].join(" "), index)).enter, "orbit/4711/")
  assert.equal((await answer([...words.slice(2), "zebra"].join(" "), index)).enter, null)
  assert.equal((await answer(`wordb ${"x".repeat(33)}`, index)).enter, "orbit/4711/")
  assert.equal((await answer(`wordb ${"x".repeat(32)}`, index)).enter, null)
})
