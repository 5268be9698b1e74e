// The 404 page: says what the address was after, where it looks like a code's.

const script = /** @type {HTMLElement} */ (document.querySelector("[data-ec-providers]"))
const place = /** @type {HTMLElement} */ (document.querySelector("[data-ec-missing]"))

/** @type {Record<string, {name: string, product: string, official: string, held: string}>} */
const providers = JSON.parse(script.textContent ?? "{}")
const base = script.dataset.base ?? ""
const [id, code, ...rest] = location.pathname
  .slice(base.length)
  .split("/")
  .filter(Boolean)
  .map(decoded)
const provider = Object.hasOwn(providers, id?.toLowerCase()) ? providers[id.toLowerCase()] : null
const lowered = location.pathname.toLowerCase()

if (provider && lowered !== location.pathname) {
  // Addresses are in lower case; the host sees to that, other servers do not.
  location.replace(lowered + location.hash)
} else if (provider && code && rest.length === 0) {
  const catalog = document.createElement("a")
  catalog.href = `${base}/${id}/?code=${encodeURIComponent(code)}`
  catalog.textContent = `${provider.name}'s catalog`
  const official = document.createElement("a")
  official.href = provider.official
  official.textContent = "the provider's page of today"
  const name = document.createElement("strong")
  name.className = "ec-code"
  name.textContent = code
  const text = document.createElement("p")
  text.append(
    name,
    ` is not in the revisions the atlas holds of ${provider.product} (${provider.held}). Look at `,
    catalog,
    " or at ",
    official,
    ": it may list more.",
  )
  place.append(text)
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
