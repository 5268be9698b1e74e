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
  "77003": ["./#ec:providers", ["./", "luna/-77003/"]],
  "x7": ["orbit/x7/", ["orbit/x7/"]],
  "X8": ["./#ec:providers", ["./"]],
  "Y8": [null, []],
  "12345678901": [null, []],
  "1234567890": ["./#ec:providers", ["./"]],
  "1.2": [null, []],
  // A code of a provider: it, or that it is not listed.
  "orbit 101": ["orbit/101/", ["orbit/101/", "orbit/101-ship/"]],
  'err="101"': ["orbit/101-ship/", ["orbit/101-ship/"]],
  "luna 9999": ["luna/?code=9999", ["luna/?code=9999"]],
  "orbit-1010": ["orbit/1010/", ["orbit/1010/"]],
  "orbit-101": ["orbit/-101/", ["orbit/-101/"]],
  // A provider that is but a guess gives way to whoever lists the code.
  '"code":1010': ["orbit/1010/", ["orbit/1010/"]],
  '"code":4711': ["luna/?code=4711", ["luna/?code=4711"]],
  "err=1010, 4711": ["orbit/1010/", ["orbit/1010/"]],
  "err=77001, 77009": ["orbit/?code=77001", ["orbit/?code=77001", "orbit/?code=77009"]],
  // An HTTP status says less than a number that is listed.
  "error 404 berth 77001": ["luna/77001/", ["luna/77001/"]],
  "error 404 berth": ["./#ec:providers", ["./"]],
  "err=404 berth 77001": ["orbit/?code=404", ["orbit/?code=404"]],
  "berth 77001": ["luna/77001/", ["luna/77001/"]],
  "berth 77009": [null, []],
  // A whole message, with a label or not.
  "NO AIR": ["luna/77001/", ["luna/77001/", "luna/-77003/"]],
  'errmsg: "No air."': ["luna/77001/", ["luna/77001/", "luna/-77003/"]],
  "Error: message: Ship sunk": ["orbit/101-ship/", ["orbit/101-ship/"]],
  // Words: all of them in a message, then conditions, then pages.
  "air": ["luna/77001/", ["luna/77001/", "luna/-77003/", "luna/101/"]],
  "dock busy": ["orbit/101/", ["orbit/101/", "orbit/1010/"]],
  "vacuum": ["luna/77001/", ["luna/77001/", "luna/101/"]],
  "vacu": [null, ["luna/77001/", "luna/101/"]],
  "luna vacuum": [null, ["luna/77001/", "luna/101/", "luna/"]],
  "orbit vacuum": ["orbit/", ["orbit/"]],
  "busy zebra": [null, ["orbit/0x1f/", "orbit/101/", "orbit/1010/"]],
  "docks": ["orbit/0x1f/", ["orbit/0x1f/", "docks/", "sky/"]],
  "all docks": ["docks/", ["docks/", "orbit/0x1f/", "sky/"]],
  "sky": ["sky/", ["sky/"]],
  "berth": ["docks/", ["docks/"]],
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
