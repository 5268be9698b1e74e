// The listed codes that a code which nobody lists would stand between.

/** So far a listed code can be from one that is not, and still tell something of it. */
const NEAR = 100

/**
 * Returns the places of the codes of the same kind right before and right behind a code, as far as they are near.
 * @param {string} code
 * @param {string[]} listed
 * @returns {number[]}
 */
export function nearest(code, listed) {
  const own = numbered(code)
  if (!own) return []
  let [before, after] = [-1, -1]
  let [below, above] = [NEAR + 1, NEAR + 1]
  for (const [place, one] of listed.entries()) {
    const other = numbered(one)
    if (other?.kind !== own.kind) continue
    const away = other.number - own.number
    if (away < 0 && -away < below) [before, below] = [place, -away]
    if (away > 0 && away < above) [after, above] = [place, away]
  }
  return [before, after].filter((place) => place >= 0)
}

/**
 * Returns what tells whether two codes are of a kind, sign and letters, and the number behind.
 * @param {string} code
 */
export function numbered(code) {
  const [, sign, letters, digits] = /^(-?)([A-Za-z]*)([0-9]{1,15})$/.exec(code) ?? []
  return digits === undefined ? null : { kind: sign + letters.toUpperCase(), number: Number(digits) }
}
