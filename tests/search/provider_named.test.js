// Which provider a query names, and what is left without the name.

import assert from "node:assert/strict"
import { test } from "node:test"

import { providerNamed } from "../../docs/assets/search/provider_named.js"
import { providers } from "./orbit.js"

// text -> provider, what is left
/** @type {Record<string, [provider: string | null, rest: string]>} */
const NAMED = {
  "Orbit 44": ["orbit", "44"],
  "44 ORBIT": ["orbit", "44"],
  "the orbit error": ["orbit", "the   error"],
  // The longest name is cut out.
  "orbit docks 44": ["orbit", "44"],
  "44 of orbit and orbital": ["orbit", "44 of orbit and"],
  // A name is a word: it ends at other scripts, numbers and humps.
  "orbit44": ["orbit", "44"],
  "微orbit信": ["orbit", "微 信"],
  "OrbitClient": ["orbit", "Client"],
  "myOrbit": ["orbit", "my"],
  "orbiter": [null, "orbiter"],
  "exorbit": [null, "exorbit"],
  "exorbit orbit": ["orbit", "exorbit"],
  "orbité": [null, "orbité"],
  "ORBITER": [null, "ORBITER"],
  // Two providers are none, but for a name within another's.
  "orbit or luna": [null, "orbit or luna"],
  "orbitLuna 4": [null, "orbitLuna 4"],
  "luna or orbit": [null, "luna or orbit"],
  // Where lower case is longer, places cannot be told.
  "orbit İ 44": ["orbit", "orbit İ 44"],
  "44": [null, "44"],
  "": [null, ""],
}

for (const [text, [provider, rest]] of Object.entries(NAMED)) {
  test(`a provider is named by a whole word: ${text}`, () => {
    assert.deepEqual(providerNamed(text, providers), [provider, rest])
  })
}

test("the last letter of a name tells where it ends", () => {
  const mixed = { mixed: { ...providers.luna, names: ["a\u4fe1"] } }
  assert.deepEqual(providerNamed("a\u4fe1b", mixed), ["mixed", "b"])
})

test("a name within another provider's is not named", () => {
  const nested = { ...providers, dock: { ...providers.luna, names: ["docks"] } }
  assert.deepEqual(providerNamed("orbit docks 44", nested), ["orbit", "44"])
  assert.deepEqual(providerNamed("docks 44", nested), ["dock", "44"])
  const begun = { ...providers, other: { ...providers.luna, names: ["orbit"] } }
  assert.deepEqual(providerNamed("orbit docks 44", begun), ["orbit", "44"])
  assert.deepEqual(providerNamed("orbit 44", begun), ["orbit", "44"])
  assert.deepEqual(providerNamed("docks orbit docks 44", nested), [null, "docks orbit docks 44"])
})
