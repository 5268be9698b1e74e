// Work in frames: what is done at once, what in later frames, what when it is begun anew.

import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"

import { behindFrame, inFrames } from "../../docs/assets/shared/frames.js"

/** @type {Map<number, () => void>} */
const frames = new Map()
let last = 0

/** Shows a frame, and does what is to be done behind it. */
function frame() {
  const asked = [...frames.values()]
  frames.clear()
  for (const act of asked) act()
}

beforeEach(() => {
  frames.clear()
  Object.assign(globalThis, {
    requestAnimationFrame: (/** @type {() => void} */ act) => frames.set(++last, act) && last,
    cancelAnimationFrame: (/** @type {number} */ id) => frames.delete(id),
    setTimeout: (/** @type {Function} */ act, /** @type {any[]} */ ...[, ...values]) => act(...values),
  })
})

const parts = (/** @type {number[]} */ ...sizes) => sizes.map((size, name) => ({ name, size }))

test("the first screen comes at once, each other behind a frame", () => {
  /** @type {number[]} */
  const done = []
  const { start } = inFrames((/** @type {{name: number, size: number}} */ { name }) => done.push(name))
  start(parts(200, 99, 1, 300, 0, 500, 1))
  assert.deepEqual(done, [0, 1, 2])
  frame()
  assert.deepEqual(done, [0, 1, 2, 3])
  frame()
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5])
  frame()
  assert.deepEqual(done, [0, 1, 2, 3, 4, 5, 6])
  assert.equal(frames.size, 0)
})

test("who begins anew drops what was left; all can be asked for, at first or later", () => {
  /** @type {number[]} */
  const done = []
  const { start, finish } = inFrames((/** @type {{name: number, size: number}} */ { name }) => done.push(name))
  start(parts(300, 300, 300))
  start(parts(1, 1))
  assert.deepEqual(done.splice(0), [0, 0, 1])
  frame()
  assert.deepEqual(done, [])
  start(parts(300, 300), true)
  assert.deepEqual(done.splice(0), [0, 1])
  start(parts(300, 300, 300))
  finish()
  assert.deepEqual(done, [0, 1, 2])
  assert.equal(frames.size, 0)
})

test("what is asked for often is done once, behind the frame, or at once", () => {
  let done = 0
  const { ask, finish } = behindFrame(() => void done++)
  ask()
  ask()
  assert.equal(done, 0)
  frame()
  assert.equal(done, 1)
  ask()
  finish()
  assert.equal(done, 2)
  frame()
  finish()
  assert.equal(done, 2)
})
