// Copies an entry from a code's page: the code, its address, a line for a ticket, or a report of a
// mistake; a link to the project's tracker gets the page's address into its report.

const bar = /** @type {HTMLElement} */ (document.querySelector("[data-ec-copy]"))
const said = /** @type {HTMLElement} */ (bar.querySelector("[data-ec-copied]"))
const canonical = /** @type {HTMLLinkElement | null} */ (
  document.querySelector("link[rel=canonical]")
)

// Only a site that knows its own address has a canonical link.
const address = canonical?.href ?? location.origin + location.pathname
const { code = "", plain = "", markdown = "", report = "" } = bar.dataset

/** @type {Record<string, string>} */
const texts = {
  code,
  link: address,
  markdown: `[${markdown}](${address})`,
  plain: `${plain} ${address}`,
  report: `${report}\nPage: ${address}`,
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the text is in the clipboard
 */
async function copy(text) {
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

bar.closest("article")?.addEventListener("click", async (event) => {
  const button = /** @type {HTMLElement | null} */ (
    /** @type {HTMLElement} */ (event.target).closest("[data-copy]")
  )
  if (!button) return
  const text = texts[button.dataset.copy ?? ""]
  const done = await copy(text)
  said.textContent = done ? `Copied: ${text}` : `Copy this: ${text}`
})

const shown = document.querySelector("[data-ec-address]")
if (shown) shown.textContent = address

const tracker = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-ec-report]"))
if (tracker) {
  const url = new URL(tracker.href)
  url.searchParams.set("body", texts.report)
  tracker.href = url.href
}
