// The 404 page: says what the address was after, where it looks like a code's.

const script = /** @type {HTMLElement} */ (document.querySelector("[data-ec-providers]"))
const place = /** @type {HTMLElement} */ (document.querySelector("[data-ec-missing]"))

/**
 * @typedef {{aliases: string[], name: string, product: string, official: string, held: string}} Provider
 * @type {Record<string, Provider>}
 */
const providers = JSON.parse(script.textContent ?? "{}")
const base = script.dataset.base ?? ""
const [id, code, ...rest] = location.pathname
  .slice(base.length)
  .split("/")
  .filter(Boolean)
  .map(decoded)
const provider = Object.hasOwn(providers, id ?? "") ? providers[id] : null
const meant = provider ? id : providerOf(id?.toLowerCase() ?? "")

if (meant && (meant !== id || (code ?? "") !== (code ?? "").toLowerCase())) {
  // Addresses are in lower case, and a provider has one name; the host redirects, others do not.
  const path = [meant, ...(code === undefined ? [] : [code.toLowerCase()]), ...rest]
  location.replace(`${base}/${path.map(encodeURIComponent).join("/")}/${location.hash}`)
} else if (provider && code && rest.length === 0) {
  const catalog = document.createElement("a")
  catalog.href = `${base}/${id}/?code=${encodeURIComponent(code)}`
  catalog.textContent = `${provider.name}'s catalog`
  const official = document.createElement("a")
  official.href = provider.official
  official.textContent = "the provider's current page"
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
  document.querySelector("[data-ec-elsewhere]")?.remove()
}

/**
 * @param {string} name a provider's id or one of its other names, in lower case
 * @returns {string | undefined} the provider's id
 */
function providerOf(name) {
  return Object.keys(providers).find((id) => id === name || providers[id].aliases.includes(name))
}

/** @param {string} part */
function decoded(part) {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
