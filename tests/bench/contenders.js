// Three searches behind one shape, for the benchmark: `open` makes one ready, `answer` asks it.

/**
 * @typedef {{enter: string | null}} Answer where Enter goes
 * @typedef {(text: string) => Promise<Answer>} Ask
 */

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
  await exchange(running, { type: 0, data: { config, docs, options: { suggest: false } } }, 1)
  return running
}

/** @returns {Promise<Ask>} */
export async function atlas() {
  const running = await worker()
  return async (text) => ({ enter: (await exchange(running, { type: 2, data: text }, 3)).enter })
}

/** @returns {Promise<Ask>} */
export async function stock() {
  const running = await worker()
  return async (text) => {
    const { items } = await exchange(running, { type: 2, data: text }, 3)
    // Enter follows the highest score, the first where scores are not numbers.
    const [first, ...others] = items.flat()
    const best = others.reduce((one, other) => (other.score > one.score ? other : one), first)
    return { enter: best ? best.location : null }
  }
}

/** @returns {Promise<Ask>} */
export async function pagefind() {
  const library = await import(new URL("pagefind/pagefind.js", location.href).href)
  await library.init()
  return async (text) => {
    const { results } = await library.search(text)
    // Its own interface shows five at first.
    const shown = await Promise.all(results.slice(0, 5).map((one) => one.data()))
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
