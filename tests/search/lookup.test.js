// The index: where codes stand, what they say, and which file is fetched when.

import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"

import { Gone, Index } from "../../docs/assets/search/lookup.js"
import { library } from "./facts.js"
import { files, placeOf, providers } from "./orbit.js"

/** @type {string[]} */
let fetched
/** @type {Index} */
let index

beforeEach(async () => {
  const content = await files()
  fetched = []
  index = new Index(async (address) => {
    fetched.push(address)
    if (!(address in content)) throw new Error(`404 ${address}`)
    return content[address]
  }, library)
  await index.open()
})

test("opening reads which codes there are, once", async () => {
  await Promise.all([index.open(), index.open()])
  assert.deepEqual(fetched, ["search/codes.json"])
  assert.deepEqual(index.providers, providers)
  assert.deepEqual(index.codes, ["0", "101", "1010", "-101", "101", "X7", "0x1F", "S1", "S2", "101", "77001", "77002", "-77003"])
  assert.deepEqual(index.lower.slice(4, 8), ["101", "x7", "0x1f", "s1"])
})

test("opening twice at once counts each code once", async () => {
  const content = await files()
  const twice = new Index(async (address) => content[address], library)
  await Promise.all([twice.open(), twice.open()])
  assert.equal(twice.codes.length, 13)
})

test("an index of one code is read once, too", async () => {
  const content = await files([["orbit", "api", { 4711: ["x"] }]])
  let loads = 0
  const small = new Index(async (address) => { loads += 1; return content[address] }, library)
  await Promise.all([small.open(), small.open()])
  await small.open()
  assert.deepEqual([small.codes, loads], [["4711"], 2])
})

test("all files but the list of codes are of the build that it names", async () => {
  await index.beginning(["ship", "sunk"])
  await index.at([0])
  await index.text()
  await index.alike(["air"], "air")
  await index.pages()
  assert.deepEqual(fetched.map((address) => address.replace(/[0-9]+/, "N")), [
    "search/codes.json",
    "search/first/messages/N.json",
    "search/first/codes/N.json",
    "search/first/words.json",
    "search/first/conditions.json",
    "search/search_index.json",
  ])
})

test("a file that is not there is told as that, whichever it is", async () => {
  const content = await files()
  for (const address of Object.keys(content)) {
    const holed = new Index(async (wanted) => (wanted === address ? undefined : content[wanted]), library)
    await assert.rejects(async () => {
      await holed.open()
      await Promise.all([holed.at([...holed.codes.keys()]), holed.text(), holed.alike([], ""), holed.meaning("船坞", null), holed.pages()])
      await Promise.all(["docked", "no", "dropped", "ship", "dock", "the", "busy"].map((word) => holed.beginning([word])))
    }, (error) => error instanceof Gone && error.name === "Gone" && error.message === address)
  }
})

test("a list of codes in another format is not read", async () => {
  const content = await files()
  for (const format of [undefined, 1, 3]) {
    const other = new Index(async (address) => ({ ...content[address], format }), library)
    await assert.rejects(other.open(), Gone)
    assert.deepEqual(other.codes, [])
  }
})

test("each place is in a code set", () => {
  const sets = index.codes.map((_, place) => index.codeSetAt(place).codeSet)
  assert.deepEqual(sets, ["api", "api", "api", "api", "ships", "ships", "ships", "ships", "ships", "base", "base", "base", "base"])
})

test("a code is found as printed: in its code set, else its provider, else anywhere", () => {
  const asked = { code: "101", provider: null, codeSet: null }
  assert.deepEqual(index.exact(asked), [placeOf("api", "101"), placeOf("ships", "101"), placeOf("base", "101")])
  assert.deepEqual(index.exact({ ...asked, provider: "orbit" }), [placeOf("api", "101"), placeOf("ships", "101")])
  assert.deepEqual(index.exact({ ...asked, provider: "orbit", codeSet: "ships" }), [placeOf("ships", "101")])
  assert.deepEqual(index.exact({ ...asked, provider: "luna", codeSet: "ships" }), [placeOf("base", "101")])
  assert.deepEqual(index.exact({ ...asked, code: "x7" }), [placeOf("ships", "X7")])
  assert.deepEqual(index.exact({ ...asked, code: "X7", provider: "luna" }), [])
  assert.deepEqual(index.exact({ ...asked, code: "10" }), [])
})

test("codes near one begin with its first two signs after the minus", () => {
  const near = ["-10", "101", "10"].map((code) => [...index.near(code)].map((place) => index.codes[place]))
  assert.deepEqual(near, [["101", "1010", "-101", "101", "101"], near[0], near[0]])
  assert.equal([...index.near("1")].length, 13)
  assert.equal([...index.near("-1")].length, 13)
  assert.deepEqual([...index.near("x7")], [placeOf("ships", "X7")])
  assert.deepEqual([...index.near("zz")], [])
})

const FIX = { retry: "after-fix", advice: "Fix the dock.", condition: "Occupied" }
const EITHER = { retry: "never", advice: "Don't dock.", condition: "If you cannot tell which" }

test("the codes of a provider are listed in order, each with its address", () => {
  assert.deepEqual(index.listedBy("orbit").slice(2, 6), [
    { code: "1010", address: "1010" },
    { code: "-101", address: "-101" },
    { code: "101", address: "101-ship" },
    { code: "X7", address: "x7" },
  ])
  assert.deepEqual(index.listedBy("luna").map(({ code }) => code), ["101", "77001", "77002", "-77003"])
  assert.deepEqual(index.listedBy("mars"), [])
})

test("codes come with what they say, from the files that hold them", async () => {
  const places = [placeOf("base", "77002"), placeOf("ships", "101"), placeOf("ships", "X7")]
  assert.deepEqual(await index.at(places), [
    { provider: "luna", codeSet: "base", code: "77002", address: "77002", messages: ["dropped"], note: "dropped, last seen in 2025 & before", verdict: FIX, sent: [] },
    { provider: "orbit", codeSet: "ships", code: "101", address: "101-ship", messages: ["Ship lost", "Ship sunk"], note: "", verdict: EITHER, sent: [] },
    { provider: "orbit", codeSet: "ships", code: "X7", address: "x7", messages: ["Dock closing for the holidays"], note: "", verdict: FIX, sent: [] },
  ])
  assert.deepEqual(fetched.slice(1).toSorted(), ["search/first/codes/1.json", "search/first/codes/3.json"])
})

test("codes are found by the words that their messages begin with, three at most", async () => {
  assert.deepEqual(await index.beginning(["no", "air"]), [placeOf("base", "77001"), placeOf("base", "-77003")])
  assert.deepEqual(await index.beginning(["no", "air", "in"]), [placeOf("base", "101")])
  assert.deepEqual(await index.beginning(["ship", "sunk"]), [placeOf("ships", "101")])
  assert.deepEqual(await index.beginning(["no"]), [])
})

test("a code could be listed that has the letters of others, or the sign and length of a provider's", () => {
  const anybody = ["7", "-12345", "X99", "0X7", "1234567890"]
  const nobody = ["1.2", "Q7", "12345678901"]
  for (const code of anybody) assert.equal(index.couldList(code), true, code)
  for (const code of nobody) assert.equal(index.couldList(code), false, code)
  assert.deepEqual(["77009", "-77009", "78001", "7700", "1010"].map((code) => index.couldList(code, "luna")), [true, true, false, false, false])
})

test("words are read once", async () => {
  const words = await index.text()
  assert.equal(await index.text(), words)
  assert.deepEqual(words.find(["sunk"]).places, [String(placeOf("ships", "101"))])
})

test("conditions are found by their names and what these begin with", async () => {
  const [vacuum, occupied] = [[placeOf("base", "77001"), placeOf("base", "101")], [placeOf("api", "101")]]
  const called = (/** @type {number[]} */ places, /** @type {string} */ name) => new Map(places.map((place) => [place, name]))
  assert.deepEqual(await index.alike(["vacuum"], "Vacuum"), { titled: vacuum, called: new Map(), named: true })
  assert.deepEqual(await index.alike(["loss", "air"], "loss of air"), { titled: [], called: called(vacuum, "loss of air"), named: true })
  assert.deepEqual(await index.alike(["los", "a"], "los a"), { titled: [], called: called(vacuum, "loss of air"), named: false })
  assert.deepEqual(await index.alike(["use"], "In Use!"), { titled: [], called: called(occupied, "in use"), named: true })
  const air = [placeOf("base", "-77003")]
  assert.deepEqual(await index.alike(["air"], "AIR"), { titled: air, called: called(vacuum, "loss of air"), named: true })
  assert.deepEqual(await index.alike(["loss", "use"], "loss use"), { titled: [], called: new Map(), named: false })
})

test("pages are read once, as text", async () => {
  const pages = await index.pages()
  assert.equal(await index.pages(), pages)
  assert.deepEqual(pages[0], {
    location: "docks/",
    title: "All docks",
    name: "all docks",
    words: ["all", "docks", "where", "s", "a", "berth"],
  })
})
