// Keys that lead to the search from anywhere on a page.

const SHORTCUTS = ["/", "s", "f"]
const FIELDS = "input:not([type=radio]), select, textarea, [contenteditable]"

/** @param {KeyboardEvent} event */
export function opensSearch(event) {
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing
  return !held && SHORTCUTS.includes(event.key)
}

/**
 * Tells whether an element takes what is typed or pasted.
 * @param {Element | null} element
 */
export function isField(element) {
  return element?.matches(FIELDS) ?? false
}
