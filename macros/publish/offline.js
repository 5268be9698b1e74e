// What a copy of the site on a disk has in the place of workers, and of what they fetch: there a browser
// lets a page load scripts, and nothing else. The build wraps what is loaded in calls of `atlasOnDisk`.

/** @type {any} */ (globalThis).atlasOnDisk = (() => {
  /** @type {Map<string, any>} what scripts have handed over, by the address of each */
  const given = new Map()

  /** @param {any} content */
  const take = (content) => given.set(/** @type {HTMLScriptElement} */ (document.currentScript).src, content)

  /**
   * Runs a script; returns what it hands over, undefined where there is none.
   * @param {string} address
   */
  const load = (address) =>
    new Promise((resolve) => {
      const script = document.createElement("script")
      const end = () => {
        script.remove()
        resolve(given.get(address))
      }
      script.addEventListener("load", end)
      script.addEventListener("error", end)
      script.src = address
      document.head.append(script)
    })

  /** @param {string} address */
  async function fetch(address) {
    const text = await load(`${address}.js`)
    return { ok: text !== undefined, status: text === undefined ? 404 : 200, text: async () => text }
  }

  /** A worker that works in the page itself. */
  class Worker extends EventTarget {
    /** @param {string | URL} address */
    constructor(address) {
      super()
      this.inside = this.started(String(address))
    }

    /** @param {string} href */
    async started(href) {
      const run = await load(href)
      const inside = Object.assign(new EventTarget(), {
        location: { href },
        postMessage: (/** @type {any} */ data) => this.dispatchEvent(new MessageEvent("message", { data })),
        // What a worker loads has come with it.
        importScripts: () => Object.assign(inside, { lunr: /** @type {any} */ (globalThis).lunr }),
      })
      if (run) run(inside, fetch)
      else this.dispatchEvent(new Event("error", { cancelable: true }))
      return inside
    }

    /** @param {any} data */
    async postMessage(data) {
      const inside = await this.inside
      inside.dispatchEvent(new MessageEvent("message", { data }))
    }

    terminate() {}
  }

  Object.assign(globalThis, { Worker })
  return { take }
})()
