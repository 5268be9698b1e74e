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
