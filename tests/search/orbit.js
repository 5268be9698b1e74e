// A small invented index, for what the real one shows nowhere.

import { plainWords, words, wordsHash } from "../../docs/assets/search/folding.js"
import { library } from "./facts.js"

/**
 * @param {string} name
 * @param {string} codeSet
 * @param {"integer" | "string"} [type]
 * @param {string[]} [parents]
 * @param {boolean} [only]
 */
const key = (name, codeSet, type = "integer", parents = [], only = false) => ({ key: name, parents, only, codeSet, type })

/** @type {Record<string, import("../../docs/assets/search/lookup.js").Provider>} */
export const providers = {
  orbit: {
    name: "Orbit",
    product: "Orbit Docks",
    held: "documents of <2026>",
    official: "https://orbit.example/codes?a&b",
    names: ["orbit", "orbit docks", "orbital"],
    keys: [
      key("err", "api"),
      key("err", "ships", "string"),
      key("state", "api"),
      key("state", "ships"),
      key("ret", "api", "integer", ["mast"]),
    ],
    beside: ["helm"],
    success: ["0", "100"],
  },
  luna: {
    name: "Luna",
    product: "Luna Base",
    held: "undated document",
    official: "https://luna.example/codes",
    names: ["luna", "lunar"],
    keys: [key("code", "base"), key("ret", "base"), key("status", "base", "integer", ["crater"], true)],
    beside: ["dust"],
    success: ["0"],
  },
}

// code set, code -> messages; what begins with "dropped" is dropped
/** @type {[provider: string, codeSet: string, codes: Record<string, string[]>][]} */
const CODE_SETS = [
  ["orbit", "api", { "0": ["Docked"], "101": ["Dock is busy"], "-101": ["Dock is closed <now>"], "1010": ["The dock of a tug is busy"] }],
  ["orbit", "empty", {}],
  ["orbit", "ships", { "101": ["Ship lost", "Ship sunk"], "X7": ["Dock closing for the holidays"], "0x1F": ["Busy docks"], "S1": ["Dock 77001 is shut"], "S2": ["From 40 to 50 ships"] }],
  ["luna", "base", { "101": ["No air in air_lock"], "77001": ["No air"], "77002": ["dropped"], "-77003": ["No air"] }],
]

const DOCS = [
  { location: "docks/", title: "All <em>docks</em>", text: "<section>Where&#39;s a berth?" },
  { location: "sky/", title: "Sky", text: "No docks" },
  { location: "nine/", title: "Berth 9", text: "" },
]

/** @param {typeof CODE_SETS} codeSets */
const rowsOf = (codeSets) =>
  codeSets.flatMap(([, codeSet, codes]) => Object.entries(codes).map(([code, messages]) => ({ codeSet, code, messages })))

/** @param {string} codeSet @param {string} code */
export const placeOf = (codeSet, code) =>
  rowsOf(CODE_SETS).findIndex((row) => row.codeSet === codeSet && row.code === code)

/** What is to be done: of codes with several messages, by any of them. */
const ADVICE = [["after-fix", "Fix the dock."], ["never", "Don't dock."]]
const VERDICTS = [[0, "Occupied"], [1, "If you cannot tell which"]]

const CODES_A_FILE = 3
const MESSAGE_FILES = 2

/**
 * Returns the files of an index, by address.
 * @param {typeof CODE_SETS} codeSets
 * @param {object[]} docs the pages
 * @param {string} build
 * @returns {Promise<Record<string, any>>}
 */
export async function files(codeSets = CODE_SETS, docs = DOCS, build = "first") {
  const rows = rowsOf(codeSets)
  const lunr = await library("search/lunr.js")
  const builder = new lunr.Builder()
  builder.ref("place")
  builder.field("text")
  for (const [place, { messages }] of rows.entries()) {
    builder.add({ place: String(place), text: words(messages.join(" ")).join(" ") })
  }
  /** @type {Record<string, any>} */
  const made = {
    "search/codes.json": {
      format: 2,
      build,
      providers,
      advice: ADVICE,
      verdicts: VERDICTS,
      codesAFile: CODES_A_FILE,
      messageFiles: MESSAGE_FILES,
      codeSets: codeSets.map(([provider, id, codes]) => ({
        provider,
        id,
        codes: Object.keys(codes).join(" "),
        addresses: id === "ships" ? { "101": "101-ship" } : {},
      })),
    },
    [`search/${build}/words.json`]: JSON.parse(JSON.stringify(builder.build())),
    [`search/${build}/conditions.json`]: codeSets !== CODE_SETS ? [] : [
      { names: ["Occupied", "in use"], places: [placeOf("api", "101")] },
      { names: ["Vacuum", "loss of air"], places: [placeOf("base", "77001"), placeOf("base", "101")] },
      { names: ["Air"], places: [placeOf("base", "-77003")] },
    ],
    [`search/${build}/synonyms.json`]: [],
    "search/search_index.json": { docs },
  }
  for (let number = 0; number * CODES_A_FILE < rows.length; number++) {
    made[`search/${build}/codes/${number}.json`] = rows
      .slice(number * CODES_A_FILE, (number + 1) * CODES_A_FILE)
      .map(({ messages }) => [messages, messages[0] === "dropped" ? "dropped, last seen in 2025 & before" : "", Number(messages.length > 1)])
  }
  for (let number = 0; number < MESSAGE_FILES; number++) made[`search/${build}/messages/${number}.json`] = {}
  for (const [place, { messages }] of rows.entries()) {
    for (const message of messages) {
      const runs = message.split(/\{[a-z]+\}/).map((run) => plainWords(run).map(({ word }) => word))
      const begun = runs.find((run) => run.length > 0)?.slice(0, 3) ?? []
      const hash = wordsHash(begun)
      const file = made[`search/${build}/messages/${wordsHash(begun.slice(0, 1)) % MESSAGE_FILES}.json`]
      file[hash] = [...(file[hash] ?? []), place]
    }
  }
  return made
}
