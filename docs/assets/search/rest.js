// Where one provider has more of what is asked for than the answers show: its catalog, narrowed to that.

import { ADDRESSES } from "../shared/addresses.js"
import { comparable, terms } from "../shared/text.js"
import { filled } from "../shared/uri.js"
import { base } from "./ask.js"

/**
 * Returns a link to the catalog that has all of the rest; null where the rest is of several providers, or
 * where the catalog's filter, which looks for the very words, would find less.
 * @param {import("./results.js").Result[]} results
 * @param {number} most of them that are shown
 * @param {string} text that was asked
 * @returns {HTMLAnchorElement | null}
 */
export function restOf(results, most, text) {
  const rest = results.slice(most)
  const [{ provider, whose }] = rest
  const words = terms(text)
  const isThere = (/** @type {import("./results.js").Result} */ result) => {
    const said = comparable(result.ticket?.plain ?? "")
    return result.provider === provider && words.every((word) => said.includes(word))
  }
  if (!provider || !rest.every(isThere)) return null
  const link = document.createElement("a")
  const address = new URL(filled(ADDRESSES.catalog, { provider }), base)
  address.searchParams.set("filter", text.trim())
  link.href = address.href
  link.textContent = `See all in ${whose}`
  return link
}
