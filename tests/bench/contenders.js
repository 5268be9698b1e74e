// Three searches behind one shape, for the benchmark: `open` makes one ready, `answer` asks it.

/**
 * @typedef {{enter: string | null}} Answer where Enter goes
 * @typedef {(text: string) => Promise<Answer>} Ask
 */

// The types of Material's messages.
const SETUP = 0
const READY = 1
const QUERY = 2
const RESULT = 3

/** @param {Worker} worker @param {object} message @param {number} type @returns {Promise<any>} */
function exchange(worker, message, type) {
  return new Promise((resolve) => {
    /** @param {MessageEvent} event */
    const hear = ({ data }) => {
      if (data.type !== type) return
      worker.removeEventListener("message", hear)
      resolve(data.data)
    }
    worker.addEventListener("message", hear)
    worker.postMessage(message)
  })
}

/** What the theme does on each page: fetches the index, hands it and its settings to the worker. */
async function worker() {
  const page = new DOMParser().parseFromString(await (await fetch("index.html")).text(), "text/html")
  const { search } = JSON.parse(page.querySelector("#__config")?.textContent ?? "")
  const { config, docs } = await (await fetch("search/search_index.json")).json()
  const running = new Worker(search)
  await exchange(running, { type: SETUP, data: { config, docs, options: { suggest: false } } }, READY)
  return running
}

/** @returns {Promise<Ask>} our pages start their worker with the first question */
export async function atlas() {
  const { ask } = await import(new URL("assets/search/ask.js", location.href).href)
  return ask
}

/** @returns {Promise<Ask>} */
export async function stock() {
  const running = await worker()
  return async (text) => {
    /** @type {{items: {location: string, score: number}[][]}} */
    const { items } = await exchange(running, { type: QUERY, data: text }, RESULT)
    // Enter follows the highest score, the first where scores are not numbers.
    const [first, ...others] = items.flat()
    const best = others.reduce((high, item) => (item.score > high.score ? item : high), first)
    return { enter: best ? best.location : null }
  }
}

/** @returns {Promise<Ask>} */
export async function pagefind() {
  const library = await import(new URL("pagefind/pagefind.js", location.href).href)
  await library.init()
  return async (text) => {
    /** @type {{results: {data: () => Promise<{url: string}>}[]}} */
    const { results } = await library.search(text)
    // Its own interface shows five at first.
    const shown = await Promise.all(results.slice(0, 5).map((result) => result.data()))
    return { enter: shown[0]?.url ?? null }
  }
}

/**
 * @param {Ask} ask
 * @param {string[]} texts
 * @returns {Promise<{enter: string | null, ms: number}[]>}
 */
export async function timed(ask, texts) {
  const answers = []
  for (const text of texts) {
    const begin = performance.now()
    const { enter } = await ask(text)
    answers.push({ enter, ms: performance.now() - begin })
  }
  return answers
}
