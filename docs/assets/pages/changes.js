// A provider's page of changes: unfolds what the address names, or what is folded below the heading that
// it names. Some browsers unfold the first by themselves.

import { decoded } from "../shared/uri.js"

function unfold() {
  const named = document.getElementById(decoded(location.hash.slice(1)))
  const group = named?.closest("h3") && foldedBelow(named)
  const fold = named?.closest("details") ?? group
  if (!fold || fold.open) return
  fold.open = true
  named?.scrollIntoView()
}

/**
 * Returns what is folded where a group has nothing else.
 * @param {HTMLElement} heading
 * @returns {HTMLDetailsElement | null}
 */
function foldedBelow(heading) {
  let one = heading.nextElementSibling
  while (one?.localName === "p") one = one.nextElementSibling
  return one?.matches("[data-ec-folded]") ? /** @type {HTMLDetailsElement} */ (one) : null
}

addEventListener("hashchange", unfold)
unfold()
