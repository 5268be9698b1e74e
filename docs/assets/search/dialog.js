// The search of the header. The theme's styles open it while the checkbox `__search` is checked, and
// its script holds the page below still; all else is done here.

import "../shared/frame.js"

import { asButton } from "../shared/as_button.js"
import { base } from "./ask.js"
import { run } from "./box.js"
import { isField, opensSearch } from "./keys.js"

/** @param {ParentNode} root @param {string} selector @returns {any} */
const find = (root, selector) => root.querySelector(selector)

/** @type {HTMLInputElement} */
const toggle = find(document, "#__search")
/** @type {HTMLElement} */
const search = find(document, "[data-ec-search]")
/** @type {HTMLTextAreaElement} */
const box = find(search, "textarea")
/** @type {HTMLElement} */
const list = find(search, "ol")
/** Opens it on a phone, where the box is not in sight. */
const opener = asButton(find(document, ".md-header__button[for=__search]"), "Search", toggle)
/** Closes it there. */
const back = asButton(find(search, ".md-search__icon[for=__search]"), "Close", toggle)
const phone = matchMedia("(max-width: 59.984375em)")

/** @type {HTMLElement | null} what had the focus before a shortcut was pressed */
let before = null
/** Whether the focus comes into the box without opening it. */
let stays = false

const said = find(search, "[role=status]")
// The first name in the address is the provider's, on its pages.
const [here] = location.pathname.slice(base.pathname.length).split("/")
const { show } = run({ box, list, said, look: "line", most: 12, here, inBox: inLine, leave: escape })

/** @param {boolean} wanted */
function open(wanted) {
  // The theme hears of a click alone.
  if (toggle.checked !== wanted) toggle.click()
}

/** It is a dialog while it is open; on a phone, nothing is in sight beside it. */
function arrange() {
  const modal = toggle.checked && phone.matches
  if (toggle.checked) {
    search.setAttribute("role", "dialog")
    search.setAttribute("aria-label", "Search")
    search.setAttribute("aria-modal", String(modal))
  } else {
    for (const name of ["role", "aria-label", "aria-modal"]) search.removeAttribute(name)
  }
  back.inert = !modal
}

/** Closes it by a key: who came into the box stays there, who came by a shortcut or a button goes back. */
function escape() {
  stays = !phone.matches && !before
  open(false)
  if (stays) box.focus()
  stays = false
}

phone.addEventListener("change", arrange)
toggle.addEventListener("change", () => {
  arrange()
  if (toggle.checked) box.focus()
  else leave()
})

function leave() {
  const focused = /** @type {HTMLElement} */ (document.activeElement)
  if (search.contains(focused)) focused.blur()
  if (phone.matches) opener.focus()
  else before?.focus({ preventScroll: true })
  before = null
  const address = new URL(location.href)
  if (!address.searchParams.has("q")) return
  address.searchParams.delete("q")
  history.replaceState(history.state, "", address)
}

box.addEventListener("focus", () => open(!stays))
for (const again of ["input", "click"]) box.addEventListener(again, () => open(true))
search.addEventListener("focusout", ({ relatedTarget }) => {
  const left = relatedTarget instanceof Node && !search.contains(relatedTarget)
  if (left && !phone.matches) open(false)
})

search.addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || !phone.matches) return
  const stops = /** @type {HTMLElement[]} */ ([box, back, ...list.querySelectorAll("a, button")])
  if (event.shiftKey) stops.reverse()
  if (document.activeElement !== stops.at(-1)) return
  event.preventDefault()
  stops[0].focus()
})

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const focused = /** @type {HTMLElement} */ (document.activeElement)
  if (toggle.checked) {
    if (event.key === "Escape") escape()
    // Who types on while a result has the focus means the box.
    else if (event.key.length === 1 && focused !== back && focused.tagName !== "BUTTON") box.focus()
  } else if (opensSearch(event) && !isField(focused)) {
    event.preventDefault()
    before = focused
    open(true)
    box.select()
  }
})

find(search, "[title=Clear]").addEventListener("click", () => {
  box.value = ""
  show()
  box.focus()
})

// A box of one line has white space for line breaks: `errcode` and `40029` of a paste stay two words.
box.addEventListener("beforeinput", (event) => {
  const text = event.inputType === "insertLineBreak" ? "\n" : (event.data ?? "")
  if (event.defaultPrevented || !/[\r\n]/.test(text)) return
  event.preventDefault()
  // What a command inserts can be undone.
  if (document.execCommand("insertText", false, inLine(text))) return
  box.setRangeText(inLine(text), box.selectionStart, box.selectionEnd, "end")
  show()
})

/** @param {string} text */
function inLine(text) {
  return text.replace(/\s+/g, (spaces) => (/[\r\n]/.test(spaces) ? " " : spaces))
}

opener.setAttribute("aria-haspopup", "dialog")
search.inert = false
const asked = new URLSearchParams(location.search).get("q")
if (asked !== null) {
  box.value = inLine(asked)
  open(true)
  show()
}
