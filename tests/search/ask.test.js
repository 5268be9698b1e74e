// Who asks the worker: each question has its own answer, and one that is lost is told.

import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"

/** @typedef {typeof import("../../docs/assets/search/ask.js").ask} Ask */

/** A worker that a test plays. */
class Played {
  /** @type {any[]} */
  asked = []
  /** @type {Record<string, (event: object) => void>} */
  heard = {}
  ended = false
  /** @param {URL} address */
  constructor(address) {
    if (refused) throw new Error("refused")
    this.address = address.href
    started.push(this)
  }
  /** @param {string} type @param {(event: object) => void} hear */
  addEventListener(type, hear) { this.heard[type] = hear }
  /** @param {object} message */
  postMessage(message) { this.asked.push(message) }
  terminate() { this.ended = true }
  /** @param {object} data */
  say(data) { this.heard.message({ data }) }
  die() { this.heard.error({ preventDefault() {} }) }
}

const LOST = { results: [], enter: null, failed: "lost" }
/** @type {Played[]} */
let started
let refused = false
let status = 200 // of the worker's file
let pages = 0
/** @type {Ask} */
let ask

/** @param {URL} address @param {{method: string}} options */
async function fetch(address, { method }) {
  assert.deepEqual([address.href, method], [started[0].address, "HEAD"])
  if (status === 0) throw new TypeError("Failed to fetch")
  return { status }
}

/** @param {string} enter */
const answer = (enter) => ({ results: [], enter })

beforeEach(async () => {
  started = []
  refused = false
  status = 200
  Object.assign(globalThis, { Worker: Played, fetch })
  ;({ ask } = await import(`../../docs/assets/search/ask.js?${++pages}`))
})

test("the first question starts the worker; each gets its own answer, one after the other", async () => {
  assert.equal(started.length, 0)
  const first = ask("a")
  const second = ask("b", {}, "orbit")
  const worker = started[0]
  assert.equal(worker.address, new URL("../../docs/assets/search/worker.js", import.meta.url).href)
  assert.deepEqual(worker.asked, [{ id: 1, text: "a", here: "" }])
  worker.say({ id: 2, ...answer("nobody's") })
  worker.say({ id: 1, ...answer("of a") })
  assert.deepEqual(await first, answer("of a"))
  assert.deepEqual(worker.asked.slice(1), [{ id: 2, text: "b", here: "orbit" }])
  worker.say({ id: 2, ...answer("of b") })
  worker.say({ id: 2, ...answer("of b again") })
  assert.deepEqual(await second, answer("of b"))
  assert.equal(started.length, 1)
})

test("what waits is asked unless its asker has asked something else since", async () => {
  const [box, other] = [{}, {}]
  const questions = [ask("3", box), ask("30", box), ask("x", other), ask("300", box), ask("3005", box)]
  const worker = started[0]
  const enters = []
  for (let id = 1; id <= 5; id++) worker.say({ id, ...answer(String(id)) })
  for (const question of questions) enters.push((await question)?.enter ?? null)
  assert.deepEqual(worker.asked.map(({ text }) => text), ["3", "x", "3005"])
  assert.deepEqual(enters, ["1", null, "3", null, "5"])
})

test("where the worker fails or dies, all that wait are told, and the next question starts another", async () => {
  const ends = [
    (/** @type {Played} */ worker) => worker.die(),
    (/** @type {Played} */ worker) => worker.say({ id: worker.asked[0].id, failed: "lost" }),
  ]
  for (const [number, end] of ends.entries()) {
    const lost = [ask("a"), ask("b")]
    end(started[number])
    assert.deepEqual(await Promise.all(lost), [LOST, LOST])
    assert.equal(started[number].ended, true)
  }
  const found = ask("c")
  assert.equal(started.length, 3)
  // What the old ones still say is for nobody.
  started[0].die()
  started[1].say({ id: 4, ...answer("old") })
  const [{ id, text }] = started[2].asked
  assert.equal(text, "c")
  started[2].say({ id, ...answer("of c") })
  assert.deepEqual(await found, answer("of c"))
  assert.equal(started[2].ended, false)
})

test("a worker that dies while nobody waits is not asked again", async () => {
  const first = ask("a")
  started[0].say({ id: 1, ...answer("of a") })
  await first
  started[0].die()
  ask("b")
  assert.deepEqual(started.map(({ asked }) => asked.length), [1, 1])
})

test("a browser that starts no worker is told as lost, until it does", async () => {
  refused = true
  assert.deepEqual(await ask("a"), LOST)
  refused = false
  const found = ask("b")
  started[0].say({ id: 2, failed: "updated" })
  assert.deepEqual(await found, { ...LOST, failed: "updated" })
})

test("where a worker fails whose file is gone, the site has been published anew", async () => {
  for (const [next, failed] of /** @type {const} */ ([[404, "updated"], [503, "lost"], [200, "lost"], [0, "lost"]])) {
    status = next
    const lost = ask("a")
    started.at(-1)?.die()
    assert.deepEqual(await lost, { ...LOST, failed })
  }
})
