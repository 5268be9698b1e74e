// A box to ask in, and the answers below it: the one of the home page, the one of the header.

import { ask, base } from "./ask.js"

const LOADING = "Loading the search …"
const FAILED = {
  lost: "The search could not be loaded. Type another letter or press Enter to try again.",
  updated: "The site has been updated; reload this page.",
}

/**
 * @typedef {object} Parts
 * @property {HTMLTextAreaElement} box
 * @property {HTMLElement} list of the answers
 * @property {HTMLElement} said how many there are, or why there are none
 * @property {number} [most] answers that are shown
 * @property {string} [about] the provider that is asked about, whatever the text says
 * @property {() => void} leave what Escape does
 */

/**
 * Answers what is typed or pasted into a box. Enter follows the answer to what stands in it.
 * @param {Parts} parts
 * @returns {{show: () => void}} which answers a text that was not typed
 */
export function run({ box, list, said, most = Infinity, about = "", leave }) {
  const hint = said.textContent
  let loaded = false
  let following = false
  /** @type {string | undefined} the text that the list answers, or is about to; none after a failure */
  let asked
  /** @type {Promise<import("./ask.js").Answer | null>} */
  let answering

  function show() {
    // A paste can come as several events; a list that is drawn anew would lose the focus.
    if (box.value !== asked) {
      asked = box.value
      answering = answered(asked)
    }
    return answering
  }

  /** @param {string} text */
  async function answered(text) {
    if (text.trim() === "") {
      list.replaceChildren()
      say(hint)
      return null
    }
    if (!loaded) say(LOADING)
    const answer = await ask(about ? `${about} ${text}` : text, box)
    if (!answer || text !== asked) return null
    const { results, failed } = answer
    loaded = !failed
    if (failed) asked = undefined
    list.replaceChildren(...results.slice(0, most).map(item))
    say(failed ? FAILED[failed] : counted(results.length, most), failed)
    return answer
  }

  /** @param {string | null} status @param {string} [failed] */
  function say(status, failed) {
    said.textContent = status
    said.toggleAttribute("data-ec-failed", failed !== undefined)
  }

  async function follow() {
    const text = box.value
    following = true
    const answer = await show()
    if (answer && answer.enter !== null && following && box.value === text) location.assign(new URL(answer.enter, base))
  }

  function escape() {
    following = false
    leave()
  }

  const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("a")])

  box.addEventListener("input", show)
  box.addEventListener("keydown", (event) => {
    // Safari tells the Enter that ends a composition by the number of its key alone.
    if (event.isComposing || event.keyCode === 229) return
    const [first] = links()
    const below = box.value.slice(box.selectionEnd).includes("\n")
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault()
      follow()
    } else if (event.key === "ArrowDown" && first && !below) {
      event.preventDefault()
      first.focus()
    } else if (event.key === "Escape") {
      escape()
    }
  })
  list.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const all = [box, ...links()]
    const place = all.indexOf(/** @type {HTMLElement} */ (document.activeElement)) + step
    all[Math.min(place, all.length - 1)].focus()
  })
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault()
    follow()
  })
  if (box.value) show()
  return { show }
}

/** @param {import("./results.js").Result} result */
function item({ location, title, text }) {
  const link = document.createElement("a")
  link.href = new URL(location, base).href
  // The worker escapes whatever comes from a document or from the query.
  link.innerHTML = `<strong>${title}</strong> <span>${text}</span>`
  const item = document.createElement("li")
  item.append(link)
  return item
}

/** @param {number} count @param {number} most */
function counted(count, most) {
  const more = count > most ? `, the first ${most} below` : ""
  return `${count || "No"} result${count === 1 ? "" : "s"}${more}`
}
