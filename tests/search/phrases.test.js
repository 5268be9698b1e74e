// Messages in a text: whole, with what varies filled in, with labels before and tails behind.

import assert from "node:assert/strict"
import { before, test } from "node:test"

import { Index } from "../../docs/assets/search/lookup.js"
import { phrasesIn } from "../../docs/assets/search/phrases.js"
import { library } from "./facts.js"
import { files } from "./orbit.js"

const MESSAGES = {
  1: "dock shut",
  2: "dock shut for repairs today",
  3: "berth {number} is taken by {ship}, wait outside",
  4: "{name} is late",
  5: "lost",
  6: "no such {thing}",
  7: "the hull must not be blank",
  8: "船坞关闭",
  9: "dock shut",
}

/** @type {Index} */
let index

before(async () => {
  const messages = Object.fromEntries(Object.entries(MESSAGES).map(([code, message]) => [code, [message]]))
  const content = await files([["orbit", "api", messages]])
  index = new Index(async (address) => content[address], library)
  await index.open()
})

// text -> the codes whose messages stand in it; "+" is alone, "=" is whole
/** @type {Record<string, string>} */
const FOUND = {
  "dock shut": "1+= 9+=",
  "Dock shut!": "1+= 9+=",
  "Error: dock_shut": "1+ 9+",
  "errmsg: dock shut rid: 5f3a-1b2c": "1+ 9+",
  "dock shut, hints: [ req_id: x ]": "1+ 9+",
  "dock shut 40029": "1+ 9+",
  "tug 7 failed: dock shut, again": "1 9",
  "tug 7 failed with dock shut hint: [x]": "1+ 9+",
  "the dock shut down": "",
  "undock shut": "",
  "dock shutters": "",
  // The longer message is meant.
  "dock shut for repairs today": "2+=",
  "we saw that dock shut for repairs today again": "2",
  // What varies.
  "berth 12 is taken by the Mary Celeste, wait outside": "3+",
  "berth 12 is taken by Mary, wait outside rid: 1-2": "3+",
  "berth is taken by, wait outside": "3+",
  [`berth ${"x ".repeat(12)}is taken by me, wait outside`]: "3+",
  [`berth ${"x ".repeat(13)}is taken by me, wait outside`]: "",
  "berth 12 is free": "",
  // Few words that many say: shown, and not alone.
  "Mary is late": "4",
  "no such berth": "6",
  "no such berth, says the master": "6",
  // One word is a message only where nothing else is.
  "lost": "5+=",
  "message: lost": "5+",
  "lost, hints: [x]": "",
  "we are lost": "",
  "today the hull must not be blank at all": "7",
  // Scripts without spaces.
  "船坞关闭": "8+=",
  "errmsg船坞关闭": "8+",
  "": "",
}

for (const [text, wanted] of Object.entries(FOUND)) {
  test(`messages in a text: ${text}`, async () => {
    const found = await phrasesIn(text, index)
    const told = found.map(({ place, alone, whole }) => `${index.codes[place]}${alone ? "+" : ""}${whole ? "=" : ""}`)
    assert.equal(told.join(" "), wanted)
  })
}
