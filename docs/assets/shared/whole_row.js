// Rows that open what their code links to, wherever they are clicked. A link of their own, and text that
// somebody marks to copy it, stay what they are.

/**
 * Returns where a row leads.
 * @param {Element} row
 * @returns {HTMLAnchorElement | null}
 */
export function linkOf(row) {
  return row.querySelector("a.ec-code")
}

/** @param {Element} table */
export function openWholeRows(table) {
  table.addEventListener("click", (event) => open(/** @type {MouseEvent} */ (event)))
  // The middle button.
  table.addEventListener("auxclick", (event) => open(/** @type {MouseEvent} */ (event)))
}

/** @param {MouseEvent} event */
function open(event) {
  const { target, button, ctrlKey, metaKey, shiftKey } = event
  if (!(target instanceof Element) || button > 1 || target.closest("a, button, summary")) return
  if (!getSelection()?.isCollapsed) return
  const row = target.closest("tr[id]")
  const link = row && linkOf(row)
  if (!link) return
  if (button === 1 || ctrlKey || metaKey || shiftKey) window.open(link.href, "_blank", "noopener")
  else location.assign(link.href)
}
