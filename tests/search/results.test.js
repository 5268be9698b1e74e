// What results look like: HTML without markup of anybody else.

import assert from "node:assert/strict"
import { test } from "node:test"

import { codeResult, guessResult, notListedResult, otherResult, pageResult, providerResult } from "../../docs/assets/search/results.js"
import { providers } from "./orbit.js"

const code = {
  provider: "orbit",
  codeSet: "a&b",
  code: "X<7>",
  address: "x-7",
  messages: ["The kf_account's lock", "locked & lost"],
  note: "",
  sent: [],
}

test("a code shows its provider and messages, with the words that were found marked", () => {
  assert.deepEqual(codeResult(code, providers.orbit, ["account", "loc", "lo"]), {
    location: "orbit/x-7/",
    title: '<span class="ec-code" data-ec-set="a&#38;b">X&#60;7&#62;</span> Orbit',
    text: "The <mark>kf_account</mark>&#39;s <mark>lock</mark> / <mark>locked</mark> &#38; lost",
  })
})

test("two letters are marked as a word alone", () => {
  assert.equal(codeResult({ ...code, messages: ["lo lob"] }, providers.orbit, ["lo"]).text, "<mark>lo</mark> lob")
  assert.equal(codeResult({ ...code, messages: ["lob lobe"] }, providers.orbit, ["lob"]).text, "<mark>lob</mark> <mark>lobe</mark>")
})

test("a dropped code says where it was last seen", () => {
  const { text } = codeResult({ ...code, messages: ["Gone"], note: "dropped, last seen in <2025>" }, providers.orbit, [])
  assert.equal(text, "Gone <em>dropped, last seen in &#60;2025&#62;</em>")
})

test("a code that is not listed leads to its provider, or to the list of providers", () => {
  assert.deepEqual(notListedResult("<4>", "orbit", providers), {
    location: "orbit/?code=%3C4%3E",
    title: "&#60;4&#62; is not in the revisions the atlas holds",
    text: "Orbit Docks: revision 2 of &#60;2026&#62;. Its current page may list more.",
  })
  assert.deepEqual(notListedResult("44", null, providers), {
    location: "./#ec:providers",
    title: "44 is not in the revisions the atlas holds",
    text: "No provider here lists it. See which providers there are.",
  })
})

test("a code for which too little speaks says what does, and Enter goes nowhere", () => {
  assert.deepEqual(guessResult(code, { ...providers.orbit, name: "O&O" }, "{provider} has no code under ret<b>"), {
    location: "orbit/x-7/",
    title: 'If this is O&#38;O: <span class="ec-code" data-ec-set="a&#38;b">X&#60;7&#62;</span>',
    text: "<em>O&#38;O has no code under ret&#60;b&#62;.</em> The kf_account&#39;s lock / locked &#38; lost",
    enter: null,
  })
  assert.match(guessResult(code, providers.orbit, "").text, /^<em>Nothing but the number speaks for it\.<\/em> /)
})

test("an answer says why it is one", () => {
  const { text } = codeResult({ ...code, messages: ["Gone"] }, providers.orbit, [], "under <err>, a key of {provider}")
  assert.equal(text, "Gone <small>Under &#60;err&#62;, a key of Orbit.</small>")
})

test("a product that is not here leads to its own page, and Enter goes nowhere", () => {
  const other = { name: "L&L <b>", page: "https://l.example/?a=1&b=2", beside: null, words: [], places: [], hosts: [], keys: [] }
  assert.deepEqual(otherResult(other, providers), {
    location: "https://l.example/?a=1&b=2",
    title: "This looks like L&#38;L &#60;b&#62;&#39;s; the atlas does not hold it",
    text: "Its codes: https://l.example/?a=1&#38;b=2",
    enter: null,
  })
  const { text } = otherResult({ ...other, beside: "orbit" }, providers)
  assert.equal(text, "They mean other things than those of Orbit Docks. Its codes: https://l.example/?a=1&#38;b=2")
})

test("providers and pages lead to themselves", () => {
  assert.deepEqual(providerResult("orbit", providers.orbit), { location: "orbit/", title: "Orbit Docks", text: "" })
  const page = { location: "docks/#a", title: "All <docks>", name: "", words: [] }
  assert.deepEqual(pageResult(page, ["doc"]), { location: "docks/#a", title: "All &#60;<mark>docks</mark>&#62;", text: "" })
})
