// The list of a page's headings. It stands twice: beside the page, and in the menu of narrow screens.

const LISTS = ".md-nav--secondary, .ec-menu"

/** @type {NodeListOf<HTMLElement>} */
export const contents = document.querySelectorAll(LISTS)

/**
 * Returns what stands for a heading in the list.
 * @param {Element} heading
 * @returns {HTMLElement[]}
 */
export function entriesOf(heading) {
  const links = document.querySelectorAll(`:is(${LISTS}) a[href="#${CSS.escape(heading.id)}"]`)
  return [...links].flatMap((link) => link.closest("li") ?? [])
}
