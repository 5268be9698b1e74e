// The worker and who asks it: Material's protocol, the order of answers, what is fetched and when.

import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { test } from "node:test"

import { answer } from "../../docs/assets/search/answer.js"
import { ask, QUERY, READY, RESULT, SETUP } from "../../docs/assets/search/ask.js"
import { Index } from "../../docs/assets/search/lookup.js"
import { folder, library, load } from "./facts.js"

const SEARCH = new URL("../../docs/assets/search/", import.meta.url)
const require = createRequire(import.meta.url)
const SITE = "https://atlas.example/below/"

let workers = 0

/** Starts another worker, whose globals are ours. */
async function start() {
  /** @type {{type: number, data?: any, id?: number}[]} */
  const sent = []
  /** @type {string[]} */
  const fetched = []
  /** @type {{status: number, hear: (event: object) => void}} */
  const state = { status: 200, hear: () => {} }
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
  /** @param {string} address */
  async function fetch(address) {
    fetched.push(address.slice(SITE.length))
    const { status } = state
    return { ok: status === 200, status, statusText: "Gone", json: async () => load(address.slice(SITE.length)) }
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
  assert.deepEqual(fetched, ["search/codes.json", "search/codes/0.json"])
})

test("words fetch the library once, and each file of the index once", async () => {
  const { say, heard, fetched } = await start()
  for (const data of ["template title", "template title subtitle"]) say({ type: QUERY, data, id: data.length })
  const [, { data }] = await heard(2)
  assert.equal(data.items[0][0].location, "kakaotalk/-3016/")
  assert.deepEqual(fetched.toSorted(), [
    "search/codes.json",
    "search/codes/0.json",
    "search/conditions.json",
    "search/lunr.js",
    "search/messages/0.json",
    "search/search_index.json",
    "search/words.json",
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
  state.status = 410
  say({ type: QUERY, data: "40029", id: 1 })
  const [{ data }] = await heard(1)
  assert.equal(data.enter, null)
  assert.deepEqual(data.items, [[{
    location: "./",
    title: "The index could not be fetched (410 Gone).",
    text: "Change the query to try again.",
    score: 1000,
    terms: {},
  }]])
  state.status = 200
  say({ type: QUERY, data: "40029", id: 2 })
  assert.equal((await heard(2))[1].data.enter, "wechat/40029/")
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
