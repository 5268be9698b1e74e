// What results look like: HTML without markup of anybody else.

import assert from "node:assert/strict"
import { test } from "node:test"

import { codeResult, guessResult, nothingFound, notListedResult, otherResult, pageResult, providerResult } from "../../docs/assets/search/results.js"
import { providers } from "./orbit.js"

const code = {
  provider: "orbit",
  codeSet: "a&b",
  code: "X<7>",
  address: "x-7",
  messages: ["The kf_account's lock", "locked & lost"],
  note: "",
  verdict: { retry: "never", advice: "Don't dock.", condition: "Dock & quay locked" },
  sent: [],
}

/** What is listed, by provider. @param {Record<string, {code: string, address: string}[]>} codes */
const listing = (codes) => /** @type {any} */ ({ providers, listedBy: (/** @type {string} */ id) => codes[id] ?? [] })

test("a code shows its provider, messages and verdict, with the words that were found marked", () => {
  assert.deepEqual(codeResult(code, providers.orbit, ["account", "loc", "lo"]), {
    location: "orbit/x-7/",
    title: '<span class="ec-code" data-ec-set="a&#38;b">X&#60;7&#62;</span> <span class="ec-whose">Orbit</span>',
    text: "The <mark>kf_account</mark>&#39;s <mark>lock</mark> / <mark>locked</mark> &#38; lost",
    aside: "",
    verdict: { retry: "never", advice: "Don't dock.", condition: "Dock &#38; quay locked" },
    ticket: { plain: "Orbit X<7>: The kf_account's lock / locked & lost", says: "Dock & quay locked: don't dock." },
    provider: "orbit",
    whose: "Orbit",
  })
})

test("a ticket has each message in one line", () => {
  const { ticket } = codeResult({ ...code, messages: [" Dock\n is\u00a0 busy ", "or not"] }, providers.orbit, [])
  assert.equal(ticket?.plain, "Orbit X<7>: Dock is busy / or not")
})

test("the condition is marked where the messages do not say why a code was found", () => {
  const told = (/** @type {string[]} */ terms) => codeResult(code, providers.orbit, terms).verdict?.condition
  assert.equal(told(["lock"]), "Dock &#38; quay locked")
  assert.equal(told(["lock", "quay"]), "Dock &#38; <mark>quay</mark> <mark>locked</mark>")
  assert.equal(told(["shut"]), "Dock &#38; quay locked")
})

test("what was found by another name of its condition says so, and marks the words that were typed alone", () => {
  const { aside, verdict } = codeResult(code, providers.orbit, ["shut"], "", "berth <shut>")
  assert.equal(aside, "<small>“Dock &#38; quay locked” is also called “berth &#60;<mark>shut</mark>&#62;”.</small>")
  assert.equal(verdict?.condition, "Dock &#38; quay locked")
})

test("two letters are marked as a word alone", () => {
  assert.equal(codeResult({ ...code, messages: ["lo lob"] }, providers.orbit, ["lo"]).text, "<mark>lo</mark> lob")
  assert.equal(codeResult({ ...code, messages: ["lob lobe"] }, providers.orbit, ["lob"]).text, "<mark>lob</mark> <mark>lobe</mark>")
})

test("a dropped code says where it was last seen", () => {
  const { text, aside } = codeResult({ ...code, messages: ["Gone"], note: "dropped, last seen in <2025>" }, providers.orbit, [])
  assert.equal(text, "Gone")
  assert.equal(aside, "<em>dropped, last seen in &#60;2025&#62;</em>")
})

test("a code that is not listed leads to its provider or to all, and says what is near it", () => {
  const orbit = listing({ orbit: [{ code: "-4", address: "-4" }, { code: "2", address: "2" }, { code: "7", address: "api.7" }, { code: "900", address: "900" }] })
  assert.deepEqual(notListedResult("4", "orbit", orbit), {
    location: "orbit/?code=4",
    title: "4 is not listed for Orbit",
    text: "We read its documents of &#60;2026&#62;.",
    next: [
      "Nearest listed: ", ["orbit/2/", "2"], ", ", ["orbit/api.7/", "7"], ". ",
      ["https://orbit.example/codes?a&b", "Its current page"], " may list more.",
    ],
  })
  const strange = notListedResult("<4>", "orbit", orbit)
  assert.equal(strange.title, "&#60;4&#62; is not listed for Orbit")
  assert.deepEqual(strange.next, [["https://orbit.example/codes?a&b", "Its current page"], " may list more."])
  assert.deepEqual(notListedResult("44", null, listing({})), {
    location: "./#ec:providers",
    title: "44 is not listed",
    text: "No provider here lists it. Check its digits and its sign, or paste the whole response.",
    next: ["Or look through ", ["orbit/", "Orbit"], ", ", ["luna/", "Luna"], "."],
  })
})

test("where nothing is found, the providers are named; where they are many, their list is", () => {
  assert.deepEqual(nothingFound("<zz>", providers), [
    "Nothing found for “<zz>”. Paste the whole response, or look through ", ["orbit/", "Orbit"], ", ", ["luna/", "Luna"], ".",
  ])
  const many = Object.fromEntries([..."abcdefg"].map((id) => [id, providers.orbit]))
  const [said, all] = nothingFound("z".repeat(61), many)
  assert.equal(said, `Nothing found for “${"z".repeat(59)}…”. Paste the whole response, or look through `)
  assert.deepEqual(all, ["./#ec:providers", "the catalogs of all 7 providers"])
})

test("a code for which too little speaks says what does, and Enter goes nowhere", () => {
  const guess = guessResult({ ...code, note: "dropped" }, { ...providers.orbit, name: "O&O" }, "{provider} has no code under `ret<b>`")
  assert.equal(guess.title, '<span class="ec-whose">If this is O&#38;O:</span> <span class="ec-code" data-ec-set="a&#38;b">X&#60;7&#62;</span>')
  assert.equal(guess.aside, "<em>O&#38;O has no code under <code>ret&#60;b&#62;</code>.</em> <em>dropped</em>")
  assert.equal(guess.text, "The kf_account&#39;s lock / locked &#38; lost")
  assert.equal(guess.enter, null)
  assert.equal(guessResult(code, providers.orbit, "").aside, "<em>Only the number speaks for it.</em>")
})

test("an answer says why it is one", () => {
  const { aside } = codeResult({ ...code, note: "dropped" }, providers.orbit, [], "found under `<err>`, with {provider}'s message")
  assert.equal(aside, "<em>dropped</em> <small>Found under <code>&#60;err&#62;</code>, with Orbit&#39;s message.</small>")
})

test("a product that is not here leads to its own page, and Enter goes nowhere", () => {
  const other = { name: "L&L <b>", page: "https://l.example/?a=1&b=2", beside: null, words: [], places: [], hosts: [], keys: [] }
  assert.deepEqual(otherResult(other, providers), {
    location: "https://l.example/?a=1&b=2",
    title: "This looks like L&#38;L &#60;b&#62;&#39;s; the atlas does not have its codes",
    text: "Look on its own page: https://l.example/?a=1&#38;b=2",
    absent: "L&L <b>",
    enter: null,
  })
  const { text } = otherResult({ ...other, beside: "orbit" }, providers)
  assert.equal(text, "Its codes mean other things than those of Orbit Docks. Look on its own page: https://l.example/?a=1&#38;b=2")
})

test("providers and pages lead to themselves", () => {
  assert.deepEqual(providerResult("orbit", providers.orbit), { location: "orbit/", title: "Orbit Docks", text: "" })
  const page = { location: "docks/#a", title: "All <docks>", name: "", words: [] }
  assert.deepEqual(pageResult(page, ["doc"]), { location: "docks/#a", title: "All &#60;<mark>docks</mark>&#62;", text: "" })
})
