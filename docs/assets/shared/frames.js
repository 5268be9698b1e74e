// Work on many elements, behind the frame that shows what was typed, and a screen of them in each: who types on
// does not wait for all of it.

// Parts of a page with so many elements fill a screen.
const A_SCREEN = 300

/**
 * @template {{size: number}} Part with so many elements in it
 * @param {(part: Part) => void} act is done for each part, in their order
 * @returns {{start: (parts: Part[], all?: boolean) => void, finish: () => void}} which begins anew, with the first
 *   screen at once or with all; which does at once what is left
 */
export function inFrames(act) {
  /** @type {Part[]} */
  let left = []
  let frame = 0

  /** @param {number} most elements */
  function go(most) {
    cancelAnimationFrame(frame)
    let [done, size] = [0, 0]
    while (done < left.length && size < most) size += left[done++].size
    left.splice(0, done).forEach(act)
    // Behind the frame that shows these.
    if (left.length > 0) frame = requestAnimationFrame(() => setTimeout(go, 0, A_SCREEN))
  }

  return {
    start(parts, all = false) {
      left = parts
      go(all ? Infinity : A_SCREEN)
    },
    finish: () => go(Infinity),
  }
}

/**
 * @param {() => void} act
 * @returns {{ask: () => void, finish: () => void}} which has it done behind the next frame, once however often it is
 *   asked; which has it done at once, if it was asked
 */
export function behindFrame(act) {
  let asked = false

  function finish() {
    if (!asked) return
    asked = false
    act()
  }

  return {
    ask() {
      if (!asked) requestAnimationFrame(() => setTimeout(finish))
      asked = true
    },
    finish,
  }
}
