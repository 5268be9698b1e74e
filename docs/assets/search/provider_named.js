// Which provider a query names.

/**
 * Finds the provider that a query names, and what is left without the name.
 * @param {string} text
 * @param {Record<string, import("./query.js").Provider>} providers
 * @returns {[provider: string | null, rest: string]}
 */
export function providerNamed(text, providers) {
  const found = Object.entries(providers).flatMap(([id, { names }]) =>
    names.map((name) => ({ id, name, at: placeOf(name, text) })).filter(({ at }) => at >= 0),
  )
  // A longer name tells more than a shorter one within it.
  const [best] = found.toSorted((first, second) => second.name.length - first.name.length)
  if (!best) return [null, text]
  const end = best.at + best.name.length
  if (found.some(({ id, at }) => id !== best.id && (at < best.at || at >= end))) return [null, text]
  // Where letters have another length in lower case, the name stands elsewhere.
  if (text.toLowerCase().length !== text.length) return [best.id, text]
  return [best.id, `${text.slice(0, best.at)} ${text.slice(end)}`.trim()]
}

/** @param {string} name in lower case @param {string} text @returns {number} where the name stands as a word */
function placeOf(name, text) {
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
    const end = at + name.length
    if (isEdge(text[at - 1], text[at]) && isEdge(text[end - 1], text[end])) return at
  }
  return -1
}

/**
 * Tells whether a word ends between two characters: other scripts, numbers and humps end it, too.
 * @param {string | undefined} left
 * @param {string | undefined} right
 */
export function isEdge(left = " ", right = " ") {
  const latin = /[A-Za-z\u00c0-\u024f]/
  if (!latin.test(left) || !latin.test(right)) return true
  return /[a-z]/.test(left) && /[A-Z]/.test(right)
}
