// The overview of a catalog in parts: leads to the row of the code that the address names, on whichever
// page it stands. Runs as soon as it is there, before the browser has read the list of all codes.

import { run } from "../search/box.js"
import { notHeld, link } from "../shared/not_held.js"
import { Cut } from "../shared/parts.js"
import { decoded } from "../shared/uri.js"

const cut = new Cut(/** @type {HTMLElement} */ (document.querySelector("[data-ec-parts]")).dataset)

function follow() {
  const asked = new URLSearchParams(location.search).get("code")?.trim()
  const hash = decoded(location.hash.slice(1))
  const code = hash || asked
  // Other ids than those of codes have such signs.
  if (!code || code.includes(":") || code.startsWith("__")) return
  const away = cut.elsewhere(code, !hash)
  if (away) location.replace(away)
  else whenRead(() => show(code, !hash))
}

/** @param {() => void} then */
function whenRead(then) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", then)
  else then()
}

/** @param {string} code @param {boolean} asked */
function show(code, asked) {
  const notice = /** @type {HTMLElement} */ (document.querySelector("[data-ec-notice]"))
  const rows = [...document.querySelectorAll(".ec-table tbody tr[id]")]
  const row = rows.find(({ id }) => id.toLowerCase() === code.toLowerCase())
  notice.hidden = row !== undefined
  if (!row) {
    const { official = "", vendor } = notice.dataset
    notice.replaceChildren(...notHeld(code, notice.dataset, [link(official, `${vendor}'s current page`)]))
    notice.scrollIntoView({ block: "center" })
    return
  }
  if (asked) history.replaceState(history.state, "", location.pathname)
  if (row.id !== decoded(location.hash.slice(1))) location.replace(`#${encodeURIComponent(row.id)}`)
  else row.scrollIntoView()
}

/** Looks in all codes of the provider, with what a link to the filter of the whole catalog asked for. */
function ask() {
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector("[data-ec-ask]"))
  if (!form) return
  const box = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"))
  box.value ||= new URLSearchParams(location.search).get("filter") ?? ""
  const { show } = run({
    box,
    list: /** @type {HTMLElement} */ (document.querySelector("[data-ec-answers]")),
    said: /** @type {HTMLElement} */ (document.querySelector("[data-ec-said]")),
    look: "card",
    most: 20,
    about: form.dataset.about,
    leave: () => {
      box.value = ""
      show()
    },
  })
}

addEventListener("hashchange", follow)
follow()
whenRead(ask)
