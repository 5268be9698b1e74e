// Addresses written and read. Those of the site are templates in addresses.js, relative to its root.

/**
 * Returns an address: a template with its `{names}` filled in, percent-encoded.
 * @param {string} template
 * @param {Record<string, string | number>} values
 */
export function filled(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name]))
}

/**
 * Returns what a part of an address says; as it stands where its percent signs are none of that.
 * @param {string} part
 */
export function decoded(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/**
 * Returns the full address of a page as others reach it; only a site that knows its own has canonical links.
 * @param {string} path below the root of the site
 * @param {URL} base the root as this page reaches it
 */
export function canonical(path, base) {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"))
  const here = withoutFile(location.pathname.slice(base.pathname.length))
  if (!link?.href.endsWith(`/${here}`)) return new URL(path, base).href
  return new URL(withoutFile(path), link.href.slice(0, link.href.length - here.length)).href
}

/**
 * A copy on a disk names the file of a page.
 * @param {string} path
 */
function withoutFile(path) {
  return path.replace(/(^|\/)index\.html$/, "$1")
}
