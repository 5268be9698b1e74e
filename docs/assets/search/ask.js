// Asks the search worker from a page: one answer to each question.

// The types of messages to and from the worker are Material's; worker.js has the same.
export const SETUP = 0
export const READY = 1
export const QUERY = 2
export const RESULT = 3

/**
 * @typedef {{location: string, title: string, text: string}} Result HTML, from the index alone
 * @typedef {{items: Result[][], enter: string | null}} Answer
 */

/** @type {Worker | undefined} */
let worker
/** @type {Map<number, (answer: Answer) => void>} */
const waiting = new Map()
let last = 0

/** The address of the site, with a slash at its end. */
export const base = new URL("../../", import.meta.url)

/**
 * @param {string} text
 * @returns {Promise<Answer>}
 */
export function ask(text) {
  if (!worker) {
    worker = new Worker(new URL("./worker.js", import.meta.url))
    worker.addEventListener("message", ({ data: { type, data, id } }) => {
      if (type !== RESULT) return
      waiting.get(id)?.(data)
      waiting.delete(id)
    })
  }
  const id = ++last
  return new Promise((resolve) => {
    waiting.set(id, resolve)
    worker?.postMessage({ type: QUERY, data: text, id })
  })
}
