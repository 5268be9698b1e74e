// The worker and who asks it: Material's protocol, the order of answers, what is fetched and when.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { test } from "node:test"

import { answer } from "../../docs/assets/search/answer.js"
import { ask, QUERY, READY, RESULT, SETUP } from "../../docs/assets/search/ask.js"
import { Index } from "../../docs/assets/search/lookup.js"
import { file, folder, library, load } from "./facts.js"
import { files } from "./orbit.js"

const SEARCH = new URL("../../docs/assets/search/", import.meta.url)
const require = createRequire(import.meta.url)
const SITE = "https://atlas.example/below/"
const { build } = await load("search/codes.json")

let workers = 0

/** Starts another worker, whose globals are ours. */
async function start() {
  /** @type {{type: number, data?: any, id?: number}[]} */
  const sent = []
  /** @type {string[]} */
  const fetched = []
  /** @type {{hear: (event: object) => void, answer: (path: string, cache: string) => [status: number, body: string]}} */
  const state = { hear: () => {}, answer: (path) => [200, file(path)] }
  const self = {
    location: { href: `${SITE}assets/search/worker.js` },
    addEventListener(/** @type {string} */ type, /** @type {(event: object) => void} */ hear) {
      if (type === "message") state.hear = hear
    },
    postMessage: (/** @type {any} */ message) => sent.push(message),
    importScripts(/** @type {string} */ address) {
      fetched.push(address.slice(SITE.length))
      Object.assign(self, { lunr: require(`${folder}/${fetched.at(-1)}`) })
    },
  }
  /** @param {string} address @param {{cache: string}} options */
  async function fetch(address, { cache }) {
    const path = address.slice(SITE.length)
    fetched.push(path)
    const [status, body] = state.answer(path, cache)
    return { ok: status === 200, status, text: async () => body }
  }
  Object.assign(globalThis, { self, fetch })
  await import(`${SEARCH.href}worker.js?${++workers}`)
  /** @param {object} data */
  const say = (data) => state.hear({ data })
  /** @param {number} count */
  async function heard(count) {
    const end = Date.now() + 5000
    while (sent.length < count && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 1))
    assert.equal(sent.length, count)
    return sent
  }
  return { say, heard, sent, fetched, state }
}

test("the worker is ready at once, and fetches nothing until it is asked for something", async () => {
  const { say, heard, sent, fetched } = await start()
  say({ type: SETUP, data: {} })
  assert.deepEqual(sent, [{ type: READY }])
  say({ type: QUERY, data: " \n" })
  assert.deepEqual((await heard(2))[1], { type: RESULT, data: { items: [], enter: null }, id: undefined })
  assert.deepEqual(fetched, [])
})

test("an answer has the form that Material shows, best first", async () => {
  const { say, heard, fetched } = await start()
  say({ type: QUERY, data: "-3016" })
  const [{ type, data }] = await heard(1)
  assert.equal(type, RESULT)
  assert.equal(data.enter, "kakaotalk/-3016/")
  const wanted = await answer("-3016", new Index(load, library))
  assert.deepEqual(data.items, [
    [{ ...wanted.results[0], score: 1000, terms: {} }],
    [{ ...wanted.results[1], score: 999, terms: {} }],
  ])
  assert.deepEqual(fetched, ["search/codes.json", `search/${build}/codes/0.json`])
})

test("words fetch the library once, and each file of the index once", async () => {
  const { say, heard, fetched } = await start()
  for (const data of ["template title", "template title subtitle"]) say({ type: QUERY, data, id: data.length })
  const [, { data }] = await heard(2)
  assert.equal(data.items[0][0].location, "kakaotalk/-3016/")
  assert.deepEqual(fetched.toSorted(), [
    `search/${build}/codes/0.json`,
    `search/${build}/conditions.json`,
    `search/${build}/messages/0.json`,
    `search/${build}/words.json`,
    "search/codes.json",
    "search/lunr.js",
    "search/search_index.json",
  ])
})

test("of texts that are typed over only the newest is answered; each question with a number is", async () => {
  const { say, heard } = await start()
  say({ type: QUERY, data: "3005", id: 7 })
  for (const data of ["3", "30", "300"]) say({ type: QUERY, data })
  say({ type: QUERY, data: "3006", id: 8 })
  say({ type: QUERY, data: "3050" })
  await heard(3)
  await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(
    (await heard(3)).map(({ id, data }) => [id, data.enter]),
    [[7, "kakaotalk/3005/"], [8, "kakaotalk/3006/"], [undefined, "kakaotalk/3050/"]],
  )
})

test("a failed download is told, and tried again at the next query", async () => {
  const { say, heard, state } = await start()
  state.answer = () => [503, "{}"]
  say({ type: QUERY, data: "40029", id: 1 })
  const [{ data }] = await heard(1)
  assert.equal(data.enter, null)
  assert.deepEqual(data.items, [[{
    location: "./",
    title: "The search could not be loaded.",
    text: "Type another letter to try again.",
    score: 1000,
    terms: {},
  }]])
  state.answer = (path) => [200, file(path)]
  say({ type: QUERY, data: "40029", id: 2 })
  assert.equal((await heard(2))[1].data.enter, "wechat/40029/")
})

/** @type {Record<string, string[]>} in the order of places */
const CODES = { "0": ["Docked"], "32103": ["Neighbour"], "32104": ["Dock is lost"], "32105": ["Other"], "32106": ["Far"] }

/** Two builds: the second has a code more in front, so that each place is that of a neighbour. */
async function builds() {
  const before = await files([["orbit", "api", CODES]], [], "before")
  // Numbers stand in order in an object; what has a minus does not.
  const after = await files([["orbit", "first", { "-1": ["New"] }], ["orbit", "api", CODES]], [], "after")
  return { before, after }
}

/** @param {Record<string, any>} site @returns {[status: number, body: string]} */
const served = (site, /** @type {string} */ path) => (path in site ? [200, JSON.stringify(site[path])] : [404, "<html>"])

test("after a new build, a message opens its very code, whichever files were fetched before", async () => {
  const { before, after } = await builds()
  const sometime = [[], ["32104"], ["Dock is lost"], ["Docked"], ["dock lost"], ["32104", "dock lost"], ["far"]]
  const later = { "Dock is lost": "32104", "32104": "32104", "lost dock": "32104", "Neighbour": "32103", "other": "32105", "Far": "32106" }
  for (const earlier of sometime) {
    const { say, heard, state } = await start()
    /** @type {string[]} */
    const caches = []
    let site = before
    state.answer = (path, cache) => {
      if (path === "search/codes.json") caches.push(cache)
      return served(site, path)
    }
    let count = 0
    for (const data of earlier) {
      say({ type: QUERY, data, id: 0 })
      await heard(++count)
    }
    site = after
    for (const [data, code] of Object.entries(later)) {
      say({ type: QUERY, data, id: 0 })
      const enter = (await heard(++count))[count - 1].data.enter
      assert.equal(enter, `orbit/${code}/`, `${earlier} and ${data}`)
    }
    assert.deepEqual(caches, earlier.length > 0 ? ["default", "reload"] : ["default"])
  }
})

test("a host may have a page for what is missing, and a browser may keep the list of the old build", async () => {
  const { before, after } = await builds()
  const { say, heard, state, fetched } = await start()
  state.answer = (path, cache) => {
    if (path === "search/codes.json" && cache !== "reload") return [200, JSON.stringify(before[path])]
    return path in after ? [200, JSON.stringify(after[path])] : [200, "<!doctype html>"]
  }
  say({ type: QUERY, data: "Dock is lost", id: 0 })
  assert.equal((await heard(1))[0].data.enter, "orbit/32104/")
  assert.deepEqual(fetched.filter((path) => path === "search/codes.json").length, 2)
})

test("what stays missing, and a format of later scripts, ask for the page to be loaded anew", async () => {
  const { before } = await builds()
  const list = before["search/codes.json"]
  const sites = [
    { "search/codes.json": list },
    { ...before, "search/codes.json": { ...list, format: 2 } },
    {},
  ]
  for (const site of sites) {
    const { say, heard, state, fetched } = await start()
    state.answer = (path) => served(site, path)
    say({ type: QUERY, data: "Dock is lost", id: 0 })
    const [{ data }] = await heard(1)
    assert.equal(data.items[0][0].title, "The site has been updated; reload this page.")
    assert.equal(data.enter, null)
    assert.equal(fetched.filter((path) => path === "search/codes.json").length, 2)
    state.answer = (path) => served(before, path)
    say({ type: QUERY, data: "Dock is lost", id: 0 })
    assert.equal((await heard(2))[1].data.enter, "orbit/32104/")
  }
})

test("the worker asks at once for all that its modules import", () => {
  /** @param {string} path @param {Set<string>} known */
  function imports(path, known) {
    const source = readFileSync(new URL(path, SEARCH), "utf8")
    for (const [, next] of source.matchAll(/^import .* from "(.*)"$/gm)) {
      const module = next.startsWith("../") ? next : path.startsWith("../shared/") ? next.replace("./", "../shared/") : next
      if (!known.has(module)) imports(module, known.add(module))
    }
    return known
  }
  const needed = imports("./lookup.js", imports("./answer.js", new Set()))
  const [, list] = /const MODULES = \[([^\]]*)\]/.exec(readFileSync(new URL("worker.js", SEARCH), "utf8")) ?? []
  assert.deepEqual([...list.matchAll(/"(.*)"/g)].map(([, path]) => path), [...needed].toSorted())
})

test("each question to the worker gets its own answer", async () => {
  /** @type {any[]} */
  const said = []
  /** @type {string[]} */
  const started = []
  /** @type {(event: object) => void} */
  let hear = () => {}
  globalThis.Worker = /** @type {any} */ (class {
    /** @param {URL} address */
    constructor(address) { started.push(address.href) }
    /** @param {string} _ @param {(event: object) => void} listener */
    addEventListener(_, listener) { hear = listener }
    /** @param {object} message */
    postMessage(message) { said.push(message) }
  })
  const [first, second] = [ask("a"), ask("b")]
  assert.deepEqual(started, [new URL("worker.js", SEARCH).href])
  assert.deepEqual(said, [{ type: QUERY, data: "a", id: 1 }, { type: QUERY, data: "b", id: 2 }])
  hear({ data: { type: READY, data: "wrong", id: 2 } })
  hear({ data: { type: RESULT, data: "nobody's" } })
  hear({ data: { type: RESULT, data: "of b", id: 2 } })
  hear({ data: { type: RESULT, data: "of a", id: 1 } })
  assert.deepEqual(await Promise.all([first, second]), ["of a", "of b"])
})
