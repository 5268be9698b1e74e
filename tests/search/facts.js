// The real index, which real_index.py writes, and what the tests know of its codes besides.

import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

import { answer } from "../../docs/assets/search/answer.js"
import { Index } from "../../docs/assets/search/lookup.js"

/**
 * @typedef {object} Code
 * @property {string} code
 * @property {string} url
 * @property {string[]} messages
 * @property {string[]} sent what the API was seen to send with it
 * @property {boolean} dropped
 * @property {{plain: string, says: string}} ticket what its page copies for a ticket
 * @property {{id: string, name: string, product: string, vendor: string, aliases: string[]}} provider
 * @property {string} codeSet
 * @property {string} key where it stands in a body
 */

export const folder = process.env.ATLAS_INDEX ?? ""
if (!folder) throw new Error("ATLAS_INDEX names no folder: tests/search/test_search.py writes one.")

/** @param {string} path below the root of the site */
export const file = (path) => readFileSync(`${folder}/${path}`, "utf8")

/** @param {string} address of a file of the index */
export const load = async (address) => JSON.parse(file(address))

/** @param {string} address of the library */
export const library = async (address) => createRequire(import.meta.url)(`${folder}/${address}`)

/** @type {{codes: Code[], hashes: Record<string, number>, words: Record<string, string[]>}} */
export const { codes, hashes, words } = JSON.parse(file("facts.json"))

/** @type {{providers: Record<string, import("../../docs/assets/search/lookup.js").Provider>}} */
export const { providers } = JSON.parse(file("search/codes.json"))

export const index = new Index(load, library)

/** @param {string} text @param {string} [here] the provider on whose page it is asked */
export const ask = (text, here) => answer(text, index, here)
