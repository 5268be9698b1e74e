// The worker: the order of answers, what is fetched and when, what is lost on its way.

import assert from "node:assert/strict"
import { createRequire } from "node:module"
import { test } from "node:test"

import { answer } from "../../docs/assets/search/answer.js"
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
  /** @type {any[]} */
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
  /** @param {string[]} texts @returns {Promise<any[]>} what is said to them */
  async function asked(...texts) {
    const before = sent.length
    for (const text of texts) state.hear({ data: { id: text.length, text } })
    const end = Date.now() + 5000
    while (sent.length < before + texts.length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 1))
    return sent.slice(before)
  }
  return { asked, fetched, state }
}

test("the worker fetches nothing until it is asked; its answer is that of the index", async () => {
  const { asked, fetched } = await start()
  assert.deepEqual(fetched, [])
  const wanted = await answer("-3016", new Index(load, library))
  assert.equal(wanted.enter, "kakaotalk/-3016/")
  assert.deepEqual(await asked("-3016"), [{ id: 5, ...wanted }])
  assert.deepEqual(fetched, ["search/codes.json", `search/${build}/codes/0.json`])
})

test("words fetch the library once, and each file of the index once", async () => {
  const { asked, fetched } = await start()
  const [, { results }] = await asked("template title", "template title subtitle")
  assert.equal(results[0].location, "kakaotalk/-3016/")
  const once = ["codes/0.json", "conditions.json", "messages/0.json", "words.json"].map((name) => `search/${build}/${name}`)
  assert.deepEqual(
    new Set(fetched),
    new Set([...once, "search/codes.json", "search/lunr.js", "search/search_index.json"]),
  )
  assert.equal(fetched.length, new Set(fetched).size)
})

test("questions are answered in their order", async () => {
  const { asked } = await start()
  const answers = await asked("dock template", "3005", "")
  assert.deepEqual(answers.map(({ id }) => id), [13, 4, 0])
  assert.deepEqual(answers.slice(1).map(({ enter }) => enter), ["kakaotalk/3005/", null])
})

test("a download that fails is told as lost, and nothing starts over", async () => {
  for (const status of [503, 0]) {
    const { asked, state, fetched } = await start()
    state.answer = () => {
      if (status === 0) throw new TypeError("Failed to fetch")
      return [status, "{}"]
    }
    assert.deepEqual(await asked("40029"), [{ id: 5, failed: "lost" }])
    assert.deepEqual(fetched, ["search/codes.json"])
  }
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
    const { asked, state } = await start()
    /** @type {string[]} */
    const caches = []
    let site = before
    state.answer = (path, cache) => {
      if (path === "search/codes.json") caches.push(cache)
      return served(site, path)
    }
    await asked(...earlier)
    site = after
    for (const [text, code] of Object.entries(later)) {
      const [{ enter }] = await asked(text)
      assert.equal(enter, `orbit/${code}/`, `${earlier} and ${text}`)
    }
    assert.deepEqual(caches, earlier.length > 0 ? ["default", "reload"] : ["default"])
  }
})

test("a host may have a page for what is missing, and a browser may keep the list of the old build", async () => {
  const { before, after } = await builds()
  const { asked, state, fetched } = await start()
  state.answer = (path, cache) => {
    if (path === "search/codes.json" && cache !== "reload") return [200, JSON.stringify(before[path])]
    return path in after ? [200, JSON.stringify(after[path])] : [200, "<!doctype html>"]
  }
  const [{ enter }] = await asked("Dock is lost")
  assert.equal(enter, "orbit/32104/")
  assert.deepEqual(fetched.filter((path) => path === "search/codes.json").length, 2)
})

test("what stays missing, and a format of later scripts, ask for the page to be loaded anew", async () => {
  const { before } = await builds()
  const list = before["search/codes.json"]
  /** @type {[site: Record<string, any>, missing: number][]} */
  const sites = [
    [{ "search/codes.json": list }, 404],
    [{ "search/codes.json": list }, 410],
    [{ ...before, "search/codes.json": { ...list, format: 3 } }, 404],
    [{}, 404],
  ]
  for (const [site, missing] of sites) {
    const { asked, state, fetched } = await start()
    state.answer = (path) => (path in site ? served(site, path) : [missing, "{}"])
    assert.deepEqual(await asked("Dock is lost"), [{ id: 12, failed: "updated" }])
    assert.equal(fetched.filter((path) => path === "search/codes.json").length, 2)
  }
})
