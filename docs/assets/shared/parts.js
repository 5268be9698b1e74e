// A catalog that is cut into parts, as macros/publish/parts.py does it: which page has the row of a code.

import { ADDRESSES } from "./addresses.js"
import { numbered } from "./nearest.js"
import { filled } from "./uri.js"

export { numbered }

/** @typedef {[first: string, last: string, anchor: string]} Span a range that is listed as one */

// The address of the site, with a slash at its end.
const base = new URL("../../", import.meta.url)

/**
 * Returns the name of the part that has the row of a code, whether or not it is listed: of all parts that
 * such codes belong to the finest; empty for the catalog page itself.
 * @param {string} code
 * @param {Set<string>} names of all parts
 */
export function partOf(code, names) {
  const plain = code.toLowerCase().replace(/^-/, "")
  let end = plain.length
  while (end > 0 && /[0-9]/.test(plain[end - 1])) end -= 1
  const [letters, digits] = [plain.slice(0, end), plain.slice(end)]
  const size = digits.length
  for (let same = size; size > 0 && same >= 0; same--) {
    const common = digits.slice(0, same)
    const name = `${letters}${common.padEnd(size, "0")}-${letters}${common.padEnd(size, "9")}`
    if (names.has(name)) return name
  }
  for (let same = letters.length; same > 0; same--) {
    const name = `${letters.slice(0, same)}~`
    if (names.has(name)) return name
  }
  return ""
}

/**
 * Returns the anchor of the narrowest range that a code stands in.
 * @param {string} code
 * @param {Span[]} spans
 * @returns {string | undefined}
 */
export function spanOf(code, spans) {
  const own = numbered(code)
  if (!own) return undefined
  const ranges = spans.flatMap(([from, to, anchor]) => {
    const [first, last] = [numbered(from), numbered(to)]
    if (!first || !last || first.kind !== own.kind) return []
    const holds = first.number <= own.number && own.number <= last.number
    return holds ? [{ anchor, width: last.number - first.number }] : []
  })
  return ranges.sort((one, other) => one.width - other.width)[0]?.anchor
}

/** The catalog in parts that a page belongs to. */
export class Cut {
  /** @param {{ecParts?: string, ecHere?: string, provider?: string, spans?: string}} said by the page */
  constructor({ ecParts = "", ecHere = "", provider = "", spans = "[]" }) {
    this.names = new Set(ecParts.split(" "))
    this.here = ecHere
    this.provider = provider
    /** @type {Span[]} */
    this.spans = JSON.parse(spans)
  }

  /**
   * Returns the address of the page for a code that has no row on this one; null where this is the page.
   * @param {string} code
   * @param {boolean} asked whether it was asked for, and may be none
   */
  elsewhere(code, asked) {
    const page = this.page(code)
    if (page !== this.here) return this.address(page, asked ? `?code=${encodeURIComponent(code)}` : hash(code))
    const span = spanOf(code, this.spans)
    const listed = span === undefined ? page : this.page(span)
    return span === undefined || listed === page ? null : this.address(listed, hash(span))
  }

  /**
   * Returns the name of the part for a code or an anchor; a range stands where its first code does.
   * @param {string} anchor
   */
  page(anchor) {
    const span = this.spans.find(([, , one]) => one.toLowerCase() === anchor.toLowerCase())
    return partOf(span ? span[0] : anchor, this.names)
  }

  /** @param {string} part @param {string} rest */
  address(part, rest) {
    const { provider } = this
    const page = part ? filled(ADDRESSES.part, { provider, part }) : filled(ADDRESSES.catalog, { provider })
    return new URL(`${page}${rest}`, base).href
  }
}

/** @param {string} anchor */
function hash(anchor) {
  return `#${encodeURIComponent(anchor)}`
}
