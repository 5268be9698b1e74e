// The list of a page's headings. It stands twice: beside the page, and in the drawer of narrow screens.

/** @type {NodeListOf<HTMLElement>} */
export const contents = document.querySelectorAll(".md-nav--secondary")

/**
 * Returns what stands for a heading in the list.
 * @param {Element} heading
 * @returns {HTMLElement[]}
 */
export function entriesOf(heading) {
  const links = document.querySelectorAll(`.md-nav--secondary a[href="#${CSS.escape(heading.id)}"]`)
  return [...links].flatMap((link) => link.closest("li") ?? [])
}
