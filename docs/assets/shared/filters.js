// What the forms that narrow a page have in common: their fields stand in the address.

/** @param {HTMLFormElement} form */
function fields(form) {
  const elements = /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.elements])
  return elements.filter(({ name }) => name)
}

/**
 * Sets each field to what the address asks for; a choice that is not offered is none.
 * @param {HTMLFormElement} form
 */
export function restore(form) {
  const asked = new URLSearchParams(location.search)
  for (const field of fields(form)) {
    const value = asked.get(field.name) ?? ""
    const offered = field instanceof HTMLInputElement || [...field.options].some((one) => one.value === value)
    field.value = offered ? value : ""
  }
}

/**
 * Puts the fields into the address, so that the view can be linked.
 * @param {HTMLFormElement} form
 */
export function remember(form) {
  const asked = fields(form).map(({ name, value }) => [name, value.trim()]).filter(([, value]) => value)
  const search = new URLSearchParams(asked).toString()
  history.replaceState(history.state, "", search ? `?${search}` : location.pathname)
}

/**
 * Returns a text as it is compared: letters in one case, signs in one form.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-")
}

/**
 * Returns the words of a filter; a code is often copied with the signs around it.
 * @param {string} text
 */
export function words(text) {
  return fold(text).split(/[\s"'`,;:()[\]{}]+/).filter(Boolean)
}

/**
 * Says how many are left.
 * @param {number} count
 * @param {number} all
 * @param {string} noun
 */
export function left(count, all, noun) {
  return count === all ? `${all} ${noun}` : `${count} of ${all} ${noun}`
}
