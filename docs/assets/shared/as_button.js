// The theme has labels of hidden checkboxes and radio buttons, which keys and screen readers do not reach.

/**
 * Puts a button in the place of a label: it looks the same, by the same attributes, and presses the field.
 * @param {HTMLElement} label
 * @param {string} name
 * @param {HTMLElement} field
 */
export function asButton(label, name, field) {
  const button = document.createElement("button")
  for (const attribute of label.attributes) button.setAttribute(attribute.name, attribute.value)
  button.type = "button"
  // A title is heard as the name, and beside another name once more.
  if (!label.title) button.setAttribute("aria-label", name)
  button.append(...label.childNodes)
  // The theme hears of a click alone.
  button.addEventListener("click", () => field.click())
  label.replaceWith(button)
  return button
}
