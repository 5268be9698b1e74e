// The style of the scripts: the recommended rules.

import js from "@eslint/js"
import globals from "globals"

export default [
  { ignores: [".*/", "site/"] },
  js.configs.recommended,
  { files: ["docs/assets/**", "tests/bench/**"], languageOptions: { globals: globals.browser } },
  { files: ["docs/assets/search/worker.js"], languageOptions: { globals: globals.worker } },
  { files: ["tests/search/**", "macros/**"], languageOptions: { globals: globals.node } },
]
