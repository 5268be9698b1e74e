// The style of the scripts: the recommended rules; no pattern takes more than linear time.

import js from "@eslint/js"
import globals from "globals"
import regexp from "eslint-plugin-regexp"

export default [
  { ignores: [".*/", "site/", "tests/readers/golden/"] },
  js.configs.recommended,
  {
    files: ["docs/assets/**"],
    plugins: { regexp },
    rules: { "regexp/no-super-linear-backtracking": ["error", { report: "potential" }], "regexp/no-super-linear-move": ["error", { report: "potential" }] },
  },
  { files: ["docs/assets/**", "macros/publish/offline.js", "tests/bench/**", "tests/browser/**"], languageOptions: { globals: globals.browser } },
  { files: ["docs/assets/search/worker.js"], languageOptions: { globals: globals.worker } },
  { files: ["tests/search/**", "macros/**"], languageOptions: { globals: globals.node } },
]
