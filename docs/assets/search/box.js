// A box to ask in, and the answers below it: the one of the home page, the one of the header.

import { ADDRESSES } from "../shared/addresses.js"
import { copy } from "../shared/copy.js"
import { confirm, written } from "../shared/ticket.js"
import { ask, base } from "./ask.js"
import { button, item, row, sentence } from "./items.js"
import { restOf } from "./rest.js"

// Characters: a browser can take seconds to lay out 100,000 of a script such as Arabic.
const LONGEST = 10_000
const SHOWN = 2000
const LOADING = "Loading the search …"
const FAILED = {
  lost: "The search could not be loaded. Check your connection, then try again.",
  updated: "The site has been updated. Reload this page.",
  unable: "This browser is too old for the search. Update it, or look the code up in its provider's catalog.",
}
const OFFLINE = "You are offline. Try again when you are back."

/**
 * @typedef {import("./ask.js").Answer} Answer
 *
 * @typedef {object} Parts
 * @property {HTMLTextAreaElement} box
 * @property {HTMLElement} list of the answers
 * @property {HTMLElement} said how many there are, or why there are none
 * @property {"card" | "line"} look of an answer
 * @property {number} most answers that are shown at first
 * @property {string} [about] the provider that is asked about, whatever the text says
 * @property {string} [here] the provider on whose page it is asked
 * @property {(text: string) => string} [inBox] what the box shows of a text
 * @property {() => void} leave what Escape does
 */

/**
 * Answers what is typed or pasted into a box. Enter follows the answer to what stands in it.
 * @param {Parts} parts
 * @returns {{show: () => void, fill: (text: string) => void, given: () => string}} which answers a text that was not
 *   typed; which puts one into the box; which tells what is asked
 */
export function run({ box, list, said, look, most, about = "", here = "", inBox = (text) => text, leave }) {
  const hint = said.textContent
  let loaded = false
  let following = false
  /** @type {string | undefined} the text that the list answers, or is about to; none after a failure */
  let asked
  /** @type {Promise<Answer | null>} */
  let answering

  /** The text that was put in, and what the box shows of it. */
  let long = { text: "", shown: "" }

  /** @param {string} text */
  function fill(text) {
    long = { text, shown: inBox(text.length > LONGEST ? `${text.slice(0, SHOWN)} …` : text) }
    box.value = long.shown
  }

  /** What is asked: of a long text that was put in, all of it, as long as nobody changes what is shown. */
  const given = () => (box.value === long.shown ? long.text : box.value)

  function show() {
    // A paste can come as several events; a list that is drawn anew would lose the focus.
    if (given() !== asked) {
      asked = given()
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
    const answer = await ask(about ? `${about} ${text}` : text, box, here)
    if (!answer || text !== asked) return null
    loaded = !answer.failed
    if (answer.failed) asked = undefined
    draw(answer, text)
    return answer
  }

  /**
   * @param {Answer} answer
   * @param {string} text
   * @param {boolean} [all] of its results, however many
   */
  function draw({ results, enter, next, failed }, text, all = false) {
    const shown = all ? results : results.slice(0, most)
    list.replaceChildren(...shown.map((result) => item(result, look)))
    if (failed) list.append(failedRow(failed))
    else if (next) list.append(row(sentence(next)))
    else if (enter !== null) list.firstElementChild?.classList.add("ec-answer--enter")
    if (shown.length < results.length) {
      list.append(row(restOf(results, most, text) ?? button(`Show all ${results.length} results`, { all: "" })))
      list.lastElementChild?.querySelector("[data-all]")?.addEventListener("click", () => {
        draw({ results, enter }, text, true)
        links()[most].focus()
      })
    }
    const cut = text.length > LONGEST ? ` The box shows the first ${SHOWN} of ${text.length} characters.` : ""
    const why = failed && (navigator.onLine || failed !== "lost" ? FAILED[failed] : OFFLINE)
    say(why || counted(results, enter) + cut, failed)
  }

  /** @param {import("./ask.js").Failure} failed */
  function failedRow(failed) {
    if (failed === "unable") return row(sentence([[ADDRESSES.providers, "All catalogs"]]))
    const again = button(failed === "lost" ? "Try again" : "Reload", {})
    again.addEventListener("click", () => (failed === "lost" ? show() : location.reload()))
    return row(again)
  }

  /** @param {string | null} status @param {string} [failed] */
  function say(status, failed) {
    said.textContent = status
    said.toggleAttribute("data-ec-failed", failed !== undefined)
  }

  async function follow() {
    const text = given()
    following = true
    const answer = await show()
    if (!answer || answer.failed || !following || given() !== text) return
    if (answer.enter !== null) location.assign(new URL(answer.enter, base))
    else if (answer.results.length > 0) say(`${counted(answer.results, null)} Enter opens only what is certain.`)
  }

  function escape() {
    following = false
    leave()
  }

  const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("li > a")])

  box.addEventListener("beforeinput", (event) => {
    if (!event.data || event.data.length <= LONGEST) return
    event.preventDefault()
    fill(box.value.slice(0, box.selectionStart) + event.data + box.value.slice(box.selectionEnd))
    show()
  })
  box.addEventListener("input", () => {
    if (box.value.length > LONGEST) fill(box.value)
    show()
  })
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
    const focused = /** @type {HTMLElement} */ (document.activeElement)
    const own = focused.closest("li")?.querySelector("a") ?? focused
    const place = all.indexOf(own) + step
    all[Math.min(Math.max(place, 0), all.length - 1)].focus()
  })
  list.addEventListener("click", async ({ target }) => {
    const pressed = /** @type {HTMLElement} */ (target)
    const { plain, says, address } = pressed.dataset
    if (!plain || !says || !address) return
    const { text, html } = written({ plain, says }, address)
    if (await copy(text, html)) {
      confirm(pressed)
      say(`Copied: ${text}`)
    } else {
      // What could not be copied is shown, so that it can be marked by hand.
      say(`Copy this: ${text}`)
    }
  })
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault()
    follow()
  })
  addEventListener("online", () => {
    if (asked === undefined && box.value) show()
  })
  if (box.value) show()
  return { show, fill, given }
}

/** @param {Answer["results"]} results @param {string | null} enter */
function counted(results, enter) {
  const absent = results.flatMap(({ absent = [] }) => absent)
  const held = results.filter(({ absent }) => absent === undefined)
  if (absent.length === 0) return countedHere(held, enter)
  const not = `Not in the atlas: ${absent.join(", ")}.`
  if (held.length === 0) return not
  return `${not} ${held.length} other ${held.length === 1 ? "result" : "results"}.`
}

/** @param {Answer["results"]} results @param {string | null} enter */
function countedHere(results, enter) {
  if (results.length === 0) return "No results"
  const others = results.length - 1
  if (results[0].next && others > 0) return `Not listed. ${others} other ${others === 1 ? "result" : "results"}.`
  if (others > 0) return `${results.length} results. ${enter === null ? "Choose one." : "Enter opens the first."}`
  if (results[0].next) return "Not listed."
  return enter === null ? "1 result, not certain." : "1 result. Enter opens it."
}
