// Makes one small wrong change after the other to the scripts, and asks the tests whether they see
// it. Prints those that they do not see. `make mutants-js` runs it; names of files choose some.

import { execFile } from "node:child_process"
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { basename, join } from "node:path"
import { promisify } from "node:util"

import { parse } from "acorn"

/** @typedef {{start: number, end: number, text: string}} Change */

const FOLDERS = ["docs/assets/shared", "docs/assets/search"]
// Those that need a browser altogether.
const UNTESTED = ["box.js", "dialog.js", "addresses.js"]
// A change that makes a loop endless is seen, too: the small tests take a few seconds, the whole ones ten.
const LIMITS = { small: 30_000, whole: 60_000 }

/** @type {Record<string, string[]>} */
const OPERATORS = {
  "===": ["!=="],
  "!==": ["==="],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
}
// Calls that could be forgotten: the rest stays.
const CALLS = new Set(
  `toLowerCase toReversed trim filter sort toSorted slice normalize replace flatMap concat flat some every`.split(" "),
)
/** @type {Record<string, string>} */
const METHODS = { some: "every", every: "some", startsWith: "endsWith", indexOf: "lastIndexOf", max: "min", min: "max" }

/**
 * Returns all changes to a script.
 * @param {string} source
 * @returns {Change[]}
 */
function changesOf(source) {
  /** @type {Change[]} */
  const changes = []
  /** @param {any} node */
  const text = (node) => source.slice(node.start, node.end)
  /** @param {any} node @param {string} text */
  const change = (node, text) => changes.push({ start: node.start, end: node.end, text })

  /** @param {any} node @param {any} parent */
  function visit(node, parent) {
    switch (node.type) {
      case "BinaryExpression":
      case "LogicalExpression":
        for (const operator of OPERATORS[node.operator] ?? []) {
          change(node, `(${text(node.left)} ${operator} ${text(node.right)})`)
        }
        if (node.type === "LogicalExpression" && node.operator !== "??") {
          change(node, text(node.left))
          change(node, text(node.right))
        }
        break
      case "Literal":
        if (typeof node.value === "number") {
          change(node, String(node.value + 1))
          change(node, String(node.value - 1))
        } else if (typeof node.value === "boolean" && parent.type !== "ExpressionStatement") {
          change(node, String(!node.value))
        } else if (typeof node.value === "string" && parent.type === "BinaryExpression") {
          change(node, '"changed"')
        }
        break
      case "UnaryExpression":
        if (node.operator === "!") change(node, text(node.argument))
        break
      case "ConditionalExpression":
        change(node.test, `!(${text(node.test)})`)
        break
      case "IfStatement":
        change(node.test, `!(${text(node.test)})`)
        change(node.test, "false")
        break
      case "CallExpression":
        if (node.callee.type !== "MemberExpression") break
        if (CALLS.has(node.callee.property.name)) change(node, text(node.callee.object))
        if (METHODS[node.callee.property.name]) change(node.callee.property, METHODS[node.callee.property.name])
        break
      case "SpreadElement":
        if (parent.type === "ArrayExpression" && parent.elements.length > 1) change(node, "...[]")
        break
      case "BreakStatement":
      case "ContinueStatement":
        change(node, "")
        break
    }
    for (const child of Object.values(node).flat()) {
      if (child && typeof child.type === "string") visit(child, node)
    }
  }
  visit(parse(source, { ecmaVersion: "latest", sourceType: "module" }), null)
  return changes
}

const run = promisify(execFile)

/**
 * Tells whether the tests in a copy of the project fail.
 * @param {string} copy
 * @returns {Promise<boolean>}
 */
async function fails(copy) {
  // How fast it is needs a process of its own, and says little of what is right.
  const tests = readdirSync(join(copy, "tests/search")).filter((name) => name.endsWith(".test.js") && name !== "linear.test.js")
  // Those on the whole index take longest.
  const [whole, small] = [["answer.test.js"], tests.filter((name) => name !== "answer.test.js")]
  for (const [names, timeout] of /** @type {const} */ ([[small, LIMITS.small], [whole, LIMITS.whole]])) {
    const files = names.map((name) => join(copy, "tests/search", name))
    // Node's runner does not hear a milder signal in an endless loop.
    const options = /** @type {const} */ ({ cwd: copy, timeout, killSignal: "SIGKILL" })
    try {
      await run(process.execPath, ["--test", "--test-isolation=none", ...files], options)
    } catch {
      return true
    }
  }
  return false
}

/** Copies what the tests need. */
function copied() {
  const copy = mkdtempSync(join(tmpdir(), "mutants-"))
  for (const path of ["docs/assets", "docs/pasting.md", "tests/search", "package.json"]) cpSync(path, join(copy, path), { recursive: true })
  symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"))
  return copy
}

const chosen = process.argv.slice(2)
const queue = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => !UNTESTED.includes(name) && (chosen.length === 0 || chosen.includes(name)))
    .flatMap((name) => {
      const path = join(folder, name)
      const source = readFileSync(path, "utf8")
      return changesOf(source).map((change) => ({ path, source, ...change }))
    }),
)
/** @type {Map<string, {caught: number, all: number}>} */
const counts = new Map()

async function work() {
  const copy = copied()
  if (await fails(copy)) throw new Error("The tests fail as it is.")
  for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
    const { path, source, start, end, text } = mutant
    writeFileSync(join(copy, path), source.slice(0, start) + text + source.slice(end))
    const caught = await fails(copy)
    writeFileSync(join(copy, path), source)
    const count = counts.get(path) ?? { caught: 0, all: 0 }
    counts.set(path, { caught: count.caught + Number(caught), all: count.all + 1 })
    if (!caught) {
      const line = source.slice(0, start).split("\n").length
      console.log(`survived: ${path}:${line}: ${source.slice(start, end)} -> ${text || "nothing"}`)
    }
  }
  rmSync(copy, { recursive: true })
}

await Promise.all(cpus().map(work))
let [caught, all] = [0, 0]
for (const [path, count] of [...counts].toSorted()) {
  console.log(`${basename(path).padEnd(20)} ${count.caught} of ${count.all} caught`)
  caught += count.caught
  all += count.all
}
console.log(`${caught} of ${all} caught, ${((100 * caught) / all).toFixed(1)} %`)
