// The search worker: takes {id, text, here}, says {id, results, enter}, or {id, failed} where it cannot answer.
// ask.js starts it with the first question. A worker that is a script can load lunr, which is no module.

import { answer } from "./answer.js"
import { Gone, Index } from "./lookup.js"

/**
 * What a worker has beyond a page.
 * @typedef {object} Scope
 * @property {(address: string) => void} importScripts
 * @property {(message: object) => void} postMessage
 * @property {unknown} [lunr] the library, which makes itself a global
 * @property {any} [trustedTypes] in browsers that have them
 */
const scope = /** @type {Scope} */ (/** @type {unknown} */ (self))

/** @param {string} address from the root of the site */
function rooted(address) {
  return new URL(`../../${address}`, self.location.href).href
}

/**
 * Returns a function that fetches each file of the index once.
 * @param {RequestCache} cache
 */
function loader(cache) {
  /** @type {Map<string, Promise<any>>} */
  const files = new Map()
  return (/** @type {string} */ address) => {
    const loading = files.get(address) ?? fetched(address, cache)
    files.set(address, loading)
    return loading
  }
}

/**
 * Returns what a file of the index holds; undefined where the host has none, or has a page for what is missing.
 * @param {string} address
 * @param {RequestCache} cache
 */
async function fetched(address, cache) {
  const answer = await fetch(rooted(address), { cache })
  if (answer.status === 404 || answer.status === 410) return undefined
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
  const content = await answer.text()
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** @param {string} address of lunr */
async function library(address) {
  const url = rooted(address)
  // The site's policy lets no mere text be run as a script.
  const types = scope.trustedTypes?.createPolicy("atlas", { createScriptURL: () => url })
  if (!scope.lunr) scope.importScripts(types ? types.createScriptURL(url) : url)
  return scope.lunr
}

/** @type {Index | undefined} */
let index

/** @param {string} text @param {string} here */
async function found(text, here) {
  index ??= new Index(loader("default"), library)
  try {
    return await answer(text, index, here)
  } catch (error) {
    if (!(error instanceof Gone)) throw error
    // The site was published anew. What the browser keeps may be the old list, or that a file was missing.
    index = new Index(loader("reload"), library)
    return answer(text, index, here)
  }
}

/** @param {string} text @param {string} here @returns {Promise<Partial<import("./ask.js").Answer>>} */
async function answered(text, here) {
  try {
    return await found(text, here)
  } catch (error) {
    return { failed: error instanceof Gone ? "updated" : "lost" }
  }
}

// Questions are answered in their order.
let turn = Promise.resolve()

self.addEventListener("message", ({ data: { id, text, here = "" } }) => {
  turn = turn.then(async () => scope.postMessage({ id, ...(await answered(text, here)) }))
})
