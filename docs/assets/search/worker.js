// The search worker that Material starts on each page, and our own pages too.
// It says at once that it is ready, and fetches the index at the first query that is not empty.

/** @type {Map<string, Promise<any>>} */
const files = new Map()
/** @type {Promise<(text: string) => Promise<import("./answer.js").Answer>> | undefined} */
let answering
/** @param {string} name a file of the index; one that failed is fetched again next time */
function load(name) {
  const known = files.get(name)
  if (known) return known
  const loading = fetch(new URL(`../../search/${name}`, self.location.href)).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`)
    return answer.json()
  })
  files.set(name, loading)
  loading.catch(() => files.delete(name))
  return loading
}

async function library() {
  // @ts-ignore - the library makes itself a global of the worker
  if (!self.lunr) importScripts(new URL("../../search/lunr.js", self.location.href).href)
  // @ts-ignore
  return self.lunr
}

async function start() {
  // All at once, not each when the one before has asked for it. Who needs codes.json tells its fault.
  load("codes.json").catch(() => {})
  for (const name of ["code_words", "query", "results", "vocabulary"]) import(`./${name}.js`).catch(() => {})
  const [{ answer }, { Index }] = await Promise.all([import("./answer.js"), import("./lookup.js")])
  const index = new Index(load, library)
  return (/** @type {string} */ text) => answer(text, index)
}

/** @param {string} text @returns {Promise<import("./answer.js").Answer>} */
async function answered(text) {
  if (text.trim() === "") return { results: [], enter: null }
  try {
    answering ??= start()
    return await (await answering)(text)
  } catch (error) {
    answering = undefined
    const message = `The index could not be fetched (${error instanceof Error ? error.message : error}).`
    const failed = { location: "./", title: message, text: "Change the query to try again." }
    return { results: [failed], enter: null }
  }
}

// Queries are answered in their order: an older answer never comes after a newer one.
let turn = Promise.resolve()
let newest = 0

self.addEventListener("message", ({ data: { type, data, id } }) => {
  if (type === 0) {
    self.postMessage({ type: 1 })
  } else if (type === 2) {
    const place = ++newest
    turn = turn.then(async () => {
      // Nobody waits for the answer to a text that has been typed over.
      if (id === undefined && place !== newest) return
      const { results, enter } = await answered(data)
      const items = results.map((/** @type {object} */ result, /** @type {number} */ rank) => [
        { ...result, score: 1000 - rank, terms: {} },
      ])
      self.postMessage({ type: 3, data: { items, enter }, id })
    })
  }
})
