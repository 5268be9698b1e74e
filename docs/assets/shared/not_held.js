// What is said of a code that no document of the atlas lists.

/**
 * @param {string} code
 * @param {string} name of the provider, or of its product
 */
export function notListed(code, name) {
  return `${code} is not listed for ${name}`
}

/**
 * Says which documents were read.
 * @param {string} held as in `documents of 2025 and 2022`
 */
export function documentsRead(held) {
  return `We read its ${held}.`
}

/**
 * Returns the sentences for a page: the code, the provider, and where else to look.
 * @param {string} code
 * @param {{product?: string, held?: string}} provider
 * @param {HTMLAnchorElement[]} places the provider's current page last
 * @returns {(Node | string)[]}
 */
export function notHeld(code, { product = "", held = "" }, places) {
  const name = document.createElement("strong")
  name.className = "ec-code"
  name.textContent = code
  const listed = places.flatMap((place, index) => (index > 0 ? [" or ", place] : [place]))
  return [name, `${notListed("", product)}. ${documentsRead(held)} See `, ...listed, ", which may list more."]
}

/**
 * Returns the sentence that names the listed codes nearest to one that is not.
 * @param {HTMLAnchorElement[]} links
 */
export function nearestListed(links) {
  for (const link of links) link.classList.add("ec-code")
  return listOf("Nearest listed: ", links)
}

/**
 * Returns the sentence that names the others who list such a code.
 * @param {HTMLAnchorElement[]} links
 */
export function listedElsewhere(links) {
  return listOf("Others list it: ", links)
}

/** @param {string} said @param {HTMLAnchorElement[]} links */
function listOf(said, links) {
  const list = document.createElement("p")
  list.append(said)
  for (const [place, link] of links.entries()) list.append(place > 0 ? ", " : "", link)
  return list
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
