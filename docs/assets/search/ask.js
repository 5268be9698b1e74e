// Asks the search worker from a page: one question at a time, and always an answer.

/**
 * `failed` says why there is no answer: the search was lost on its way, is older than the site, or newer than the
 * browser.
 * @typedef {"lost" | "updated" | "unable"} Failure
 * @typedef {import("./answer.js").Answer & {failed?: Failure}} Answer
 *
 * @typedef {{id: number, text: string, here: string, asker: object, resolve: (answer: Answer | null) => void}} Question
 */

/** @type {Worker | undefined} */
let worker
/** @type {Question[]} the first is with the worker */
let waiting = []
let last = 0

/** The address of the site, with a slash at its end. */
export const base = new URL("../../", import.meta.url)

// The site's policy lets no mere text be run as a script: a browser wants it said that this is ours.
const types = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("atlas", {
  createScriptURL: (/** @type {string} */ address) => address,
})

/**
 * Asks; of several questions that wait, an asker gets the answer to the newest alone.
 * @param {string} text
 * @param {object} asker
 * @param {string} here the provider on whose page it is asked, if on one's
 * @returns {Promise<Answer | null>} null where the asker has asked again before
 */
export function ask(text, asker = {}, here = "") {
  const over = waiting.slice(1).filter((question) => question.asker === asker)
  waiting = waiting.filter((question) => !over.includes(question))
  for (const { resolve } of over) resolve(null)
  return new Promise((resolve) => {
    waiting.push({ id: ++last, text, here, asker, resolve })
    if (waiting.length === 1) send()
  })
}

function send() {
  if (waiting.length === 0) return
  const [{ id, text, here }] = waiting
  try {
    if (typeof Worker === "undefined") return lose("unable")
    worker ??= started()
    worker.postMessage({ id, text, here })
  } catch {
    lose("lost")
  }
}

function started() {
  const address = new URL("./worker.js", import.meta.url)
  const running = new Worker(types ? types.createScriptURL(address.href) : address)
  running.addEventListener("message", ({ data: { id, ...answer } }) => {
    if (waiting[0]?.id !== id) return
    if (answer.failed) return lose(answer.failed)
    waiting.shift()?.resolve(answer)
    send()
  })
  running.addEventListener("error", (event) => {
    event.preventDefault()
    if (running === worker) wonder(running, address)
  })
  return running
}

/**
 * Gives up a worker that failed. Its file is gone where the site has been published anew since the page was loaded.
 * @param {Worker} failed
 * @param {URL} address
 */
async function wonder(failed, address) {
  const asked = waiting.length > 0 ? await fetch(address, { method: "HEAD" }).catch(() => null) : null
  if (failed === worker) lose(asked?.status === 404 ? "updated" : "lost")
}

/**
 * Gives up the worker. The next question starts another one.
 * @param {Failure} failed
 */
function lose(failed) {
  worker?.terminate()
  worker = undefined
  const lost = waiting
  waiting = []
  for (const { resolve } of lost) resolve({ results: [], enter: null, failed })
}
