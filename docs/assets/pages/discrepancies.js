// The page of possible mistakes: shows the rows with every word, of one provider, kind or document, and
// hides the groups that have none of them.

import { narrow } from "../shared/narrow.js"

narrow(/** @type {HTMLFormElement} */ (document.querySelector("[data-ec-narrow]")), {
  rows: [...document.querySelectorAll("tr[data-kind]")].map((row) => /** @type {HTMLElement} */ (row)),
  noun: "findings",
  tables: [...document.querySelectorAll("[data-ec-harm]")],
  text: ({ textContent }) => textContent ?? "",
  values: ({ dataset }, field) =>
    field === "document" ? (dataset.documents ?? "").split(" ") : [dataset[field]],
})
