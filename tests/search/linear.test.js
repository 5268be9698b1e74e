// The search takes a time that grows with its input and no faster: patterns are read by a library that
// knows what makes them slow, everything else is counted in steps. ESLint reads the patterns that stand in
// the scripts as they are.

import assert from "node:assert/strict"
import { Session } from "node:inspector/promises"
import { after, before, test } from "node:test"

import { analyse } from "scslre"

/** @type {RegExp[]} those that the scripts put together */
const patterns = []

/** @type {(text: string) => Promise<import("../../docs/assets/search/answer.js").Answer>} */
let ask

const session = new Session()

before(async () => {
  // From the beginning: a function that is compiled before it is counted has no counters within, until
  // memory runs short and it is compiled again, between any two of the texts below.
  session.connect()
  await session.post("Profiler.enable")
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true })
  const Original = RegExp
  globalThis.RegExp = /** @type {any} */ (
    new Proxy(Original, {
      construct(target, [source, flags]) {
        const pattern = new target(source, flags)
        patterns.push(pattern)
        return pattern
      },
    })
  )
  ask = (await import("./facts.js")).ask
  for (const text of ["wechat 40029 x", "openid无效", "token expired", '{"corpid":1}']) await ask(text)
  globalThis.RegExp = Original
})

after(() => session.disconnect())

test("no pattern that the scripts put together can take more than linear time", () => {
  assert.ok(patterns.some((pattern) => pattern.test("40029 invalid")))
  assert.ok(patterns.length > 100)
  for (const { source, flags } of patterns) {
    const { reports } = analyse({ source, flags }, { maxReports: 1 })
    assert.deepEqual(reports.map(({ type }) => type), [], source)
  }
})

test("the library knows a slow pattern when it sees one", () => {
  assert.equal(analyse({ source: "a*b", flags: "" }, { maxReports: 1 }).reports.length, 1)
})

// What is repeated; each was quadratic once, or is what a parser has to go back for.
const SHAPES = [
  "%25", "%2522", ",", ", ", "\\", "\\\"", "1", "1,", "1/", "1.", "-", "-1 ", "a.", "a@", "a_", "{", "[{", "(1", "<b ", "\"", "'", "=>",
  "x=", "errcode ", "errcode:40029,", "40029/", "40029 and ", "3016,", "40029错误", "错误", "invalid credential ", "{\"error\":", "corpid ",
  "Parameter error ", "s:7:", "(((1)))", "\u0301", "\ud800",
]

/** @param {string} text @returns {Promise<number>} how often anything of the search was run for it */
async function steps(text) {
  await session.post("Profiler.takePreciseCoverage")
  await ask(text)
  const { result } = await session.post("Profiler.takePreciseCoverage")
  const scripts = result.filter(({ url }) => url.includes("/docs/assets/search/"))
  const ranges = scripts.flatMap(({ functions }) => functions.flatMap((one) => one.ranges))
  return ranges.reduce((sum, { count }) => sum + count, 0)
}

test("ten times the input takes at most about ten times the steps", async () => {
  for (const shape of SHAPES) {
    const [small, medium, large] = [1e3, 1e4, 1e5].map((size) => shape.repeat(Math.ceil(size / shape.length)))
    const counts = [await steps(small), await steps(medium), await steps(large)]
    // What does not depend on the size is counted once in each.
    assert.ok(counts[1] <= 12 * counts[0] + 20000, `${JSON.stringify(shape)}: ${counts}`)
    assert.ok(counts[2] <= 12 * counts[1] + 20000, `${JSON.stringify(shape)}: ${counts}`)
  }
})

test("a large paste of any of these has an answer without an exception", async () => {
  for (const shape of SHAPES) {
    const { results } = await ask(shape.repeat(Math.ceil(1e5 / shape.length)))
    assert.ok(Array.isArray(results))
  }
})
