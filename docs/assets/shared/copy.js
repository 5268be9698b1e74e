// Puts a text into the clipboard.

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the text is in the clipboard
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // No permission, or a page that was not loaded over HTTPS: the old way still works there.
    const field = document.createElement("textarea")
    field.value = text
    field.setAttribute("readonly", "")
    field.className = "ec-offstage"
    document.body.append(field)
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    focused?.focus()
    return done
  }
}
