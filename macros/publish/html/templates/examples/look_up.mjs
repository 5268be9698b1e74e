const atlas = "https://atlas.example"

/**
 * Returns what is known of a code, of any provider; nothing where nobody lists it.
 * @param {string} code
 */
export async function lookUp(code) {
  const name = encodeURIComponent(code.toLowerCase())
  const response = await fetch(`${atlas}/api/v1/codes/${name}.json`)
  if (response.status === 404) return []
  if (!response.ok) throw new Error(`The atlas answered ${response.status}.`)
  const { entries } = await response.json()
  return entries.map((entry) => ({
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
