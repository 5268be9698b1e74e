// Texts as the forms that narrow a page compare them, and how they count.

/**
 * Returns a text as it is compared: letters in one case, signs in one form.
 * @param {string} text
 */
export function comparable(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\u2010-\u2015\u2212]/g, "-")
}

/**
 * Returns what a text field asks for, each word once; a code is often copied with the signs around it.
 * @param {string} text
 */
export function terms(text) {
  return [...new Set(comparable(text).split(/[\s"'`,;:()[\]{}]+/))].filter(Boolean)
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
