// Puts a text into the clipboard.

/**
 * Writes a text to the clipboard, with its HTML beside it for those who take that.
 * @param {string} text
 * @param {string | undefined} html
 */
async function write(text, html) {
  if (!html || typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(text)
  const item = new ClipboardItem({
    "text/plain": new Blob([text], { type: "text/plain" }),
    "text/html": new Blob([html], { type: "text/html" }),
  })
  return navigator.clipboard.write([item])
}

/**
 * @param {string} text
 * @param {string} [html] the same for where a text can have links
 * @returns {Promise<boolean>} whether the text is in the clipboard
 */
export async function copy(text, html) {
  try {
    await write(text, html)
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
