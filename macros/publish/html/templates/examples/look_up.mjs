const api = "https://atlas.example/api/v1"
let digits = 0 // how long the names of packs are: read once, and again when a pack is gone

/**
 * Returns what is known of a code, of any provider; nothing where nobody lists it.
 * @param {string} code
 */
export async function lookUp(code) {
  const key = code.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(key))
  const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  const load = () => fetch(`${api}/codes/${hex.slice(0, digits)}.json`)
  let response = digits ? await load() : null
  if (!response || response.status === 404) {
    digits = (await json(await fetch(`${api}/index.json`))).packs.digits
    response = await load()
  }
  const { codes } = await json(response)
  return (Object.hasOwn(codes, key) ? codes[key] : []).map((entry) => ({
    name: entry.name,
    // Of a code that no document lists there may be no message, but a sentence of the atlas.
    meaning: entry.message || entry.observation.says.text,
    todo: entry.retry,
    advice: entry.advice,
    wait: entry.wait,
    unsure: entry.disputed || entry.classification.confidence === "low",
    url: entry.url,
  }))
}

async function json(response) {
  if (!response.ok) throw new Error(`The atlas answered ${response.status}.`)
  return response.json()
}
