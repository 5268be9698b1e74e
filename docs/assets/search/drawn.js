// Results as elements: what results.js wrote, and nothing else that could be HTML.

// A mark with its attributes, or text.
const PIECE = /<(\/?)([a-z]+)((?: [a-z-]+="[^"<>]*")*)>|[^<]+|</g
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g
const MARKS = new Set(["code", "em", "mark", "small", "span", "strong"])
const ATTRIBUTES = new Set(["class", "data-ec-set", "lang"])

/**
 * Returns the elements and texts of a result. Whatever is none of its marks stays text, so that a
 * text that was not escaped would be seen, and not run.
 * @param {string} html
 * @returns {DocumentFragment}
 */
export function drawn(html) {
  const all = document.createDocumentFragment()
  /** @type {(DocumentFragment | HTMLElement)[]} */
  const open = [all]
  for (const [piece, end, name, attributes] of html.matchAll(PIECE)) {
    const inside = open[open.length - 1]
    if (name === undefined || !MARKS.has(name)) {
      inside.append(unescaped(piece))
    } else if (!end) {
      const element = marked(name, attributes)
      inside.append(element)
      open.push(element)
    } else if (open.length > 1) {
      open.pop()
    }
  }
  return all
}

/** @param {string} name @param {string} attributes */
function marked(name, attributes) {
  const element = document.createElement(name)
  for (const [, attribute, value] of attributes.matchAll(ATTRIBUTE)) {
    if (ATTRIBUTES.has(attribute)) element.setAttribute(attribute, unescaped(value))
  }
  return element
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&#(\d{1,7});/g, (_, number) => String.fromCodePoint(Number(number)))
}
