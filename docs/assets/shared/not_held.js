// What is said of a code that no document of the atlas lists.

export const NOT_HELD = "is not in the revisions the atlas holds"

/**
 * Returns the sentence for a page: the code, the provider, and where else to look.
 * @param {string} code
 * @param {{product?: string, held?: string}} provider
 * @param {HTMLAnchorElement[]} places
 * @returns {(Node | string)[]}
 */
export function notHeld(code, { product, held }, places) {
  const name = document.createElement("strong")
  name.className = "ec-code"
  name.textContent = code
  const listed = places.flatMap((place, index) => (index > 0 ? [" or at ", place] : [place]))
  return [name, ` ${NOT_HELD} of ${product} (${held}). Look at `, ...listed, ": it may list more."]
}

/**
 * @param {string} href
 * @param {string} text
 */
export function link(href, text) {
  const anchor = document.createElement("a")
  anchor.href = href
  anchor.textContent = text
  return anchor
}
