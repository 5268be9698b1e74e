// What an address that leads nowhere was after.

import assert from "node:assert/strict"
import { test } from "node:test"

import fc from "fast-check"

import { tried } from "../../docs/assets/shared/tried.js"

const PROVIDERS = { orbit: { aliases: ["orbital", "轨道"] }, harbour: { aliases: [] } }

// path -> where it leads
const MEANT = {
  "/Orbit/101/": "orbit/101",
  "/orbit/E9": "orbit/e9",
  "/orbital/-101/": "orbit/-101",
  "/ORBITAL/": "orbit",
  "/%E8%BD%A8%E9%81%93/101": "orbit/101",
  "/orbit/errcode/101": "orbit/101",
  "/orbit/error-code-101/": "orbit/101",
  "/orbit/errcode=-101": "orbit/-101",
  "/orbit/101.html": "orbit/101",
  "/orbit/E9/index.md": "orbit/e9",
  "/orbit/errors": "orbit",
  "/docs/orbit/101/": "orbit/101",
  "/101/orbit": "orbit/101",
  "/Orbit/changes/": "orbit/changes",
  "/orbital/part/100/": "orbit/part/100",
  "/orbit/__proto__/": "orbit/__proto__",
  "/orbit/%ff/": "orbit/%ff",
}

test("an address that names a provider leads to its page, or its code's", () => {
  for (const [path, there] of Object.entries(MEANT)) {
    const { provider, below = [] } = tried(path, PROVIDERS)
    assert.equal([provider, ...below].join("/"), there, path)
  }
})

// path -> what the search is asked
const ASKED = {
  "/101/": "101",
  "/errcode/101": "errcode 101",
  "/errcode=101": "errcode=101",
  "/error/E9.html": "error E9",
  "/-101": "-101",
}

test("a code without a provider is searched for, with the word that says so", () => {
  for (const [path, text] of Object.entries(ASKED)) assert.deepEqual(tried(path, PROVIDERS).text, text, path)
})

// Addresses of nothing here.
const OTHERS = ["/", "//", "/nothing/", "/blog/2024/", "/a/b/c/d", "/__proto__/1/", "/constructor/", "/101/102/", "/docs/orbit/news/101/102"]

test("anything else is nobody's", () => {
  for (const path of OTHERS) {
    const { provider, text } = tried(path, PROVIDERS)
    assert.deepEqual({ provider, text }, { provider: undefined, text: undefined }, path)
  }
})

test("where an address leads, it leads to itself: nobody goes in a circle", () => {
  const part = fc.oneof(
    fc.constantFrom("orbit", "Orbital", "err-", "errcode-", "code", "index", ".html", "101", "-E9", "..", "%", "%25", "__proto__", "#", "?"),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(fc.array(part).map((one) => one.join(""))), (parts) => {
      const { provider, below } = tried(parts.map(encodeURIComponent).join("/"), PROVIDERS)
      if (!provider || !below) return
      const there = [provider, ...below]
      const again = tried(there.map((one) => `${encodeURIComponent(one)}/`).join(""), PROVIDERS)
      assert.deepEqual([again.provider, ...(again.below ?? [])], there)
    }),
  )
})
