// The page of discrepancies: shows the rows of one provider, kind or document.

import { narrow } from "../shared/narrow.js"

narrow(/** @type {HTMLFormElement} */ (document.querySelector("[data-ec-narrow]")), {
  rows: [...document.querySelectorAll("tr[data-kind]")].map((row) => /** @type {HTMLElement} */ (row)),
  noun: "findings",
  text: () => "",
  values: ({ dataset }, field) =>
    field === "document" ? (dataset.documents ?? "").split(" ") : [dataset[field]],
})
