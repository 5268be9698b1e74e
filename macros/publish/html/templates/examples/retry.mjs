const atlas = "https://atlas.example"
const patience = 60 // seconds that one call may wait in all; what takes longer belongs in a queue
// Of a code that is not listed nothing is known.
const unknown = { retry: "check-first", wait_seconds: null }
const done = { retry: "no-need", wait_seconds: null }
const sleep = (seconds) => new Promise((wake) => setTimeout(wake, seconds * 1000))

/** Returns what to do, by code. Load it once, and keep a copy beside your program. */
export async function verdicts(provider) {
  const response = await fetch(`${atlas}/api/v1/retry/${provider}.json`)
  if (!response.ok) throw new Error(`The atlas answered ${response.status}.`)
  const { codes, success } = await response.json()
  return new Map([...Object.entries(codes), ...success.map((code) => [code, done])])
}

/**
 * Calls `send`, which returns a code, until sending again is of no use. Returns the last code, what
 * is left to do, and the seconds to wait before that, if known.
 */
export async function call(send, renewToken, table, pauseFor = sleep) {
  const tries = new Map()
  let [waited, renewed] = [0, false]
  for (;;) {
    // Codes are texts, as printed, with their sign.
    const code = await send()
    const verdict = table.get(code) ?? unknown
    const { retry, wait_seconds: pause = null } = verdict
    // A delivery result answers no request: to send again is another message.
    const plain = verdict.reports === "request" && verdict.disputed === false
    if (retry === "after-reauthentication" && plain) {
      // A new login of a user is nothing that a program can do by itself.
      if (renewed || verdict.acts !== "caller") return { code, todo: retry, wait: null }
      await renewToken()
      renewed = true
    } else if (retry === "later-with-backoff" && plain && verdict.confidence === null) {
      if (!pause) return { code, todo: retry, wait: null }
      const next = pause * 2 ** (tries.get(code) ?? 0)
      if (!(waited + next <= patience)) return { code, todo: retry, wait: next }
      await pauseFor(next)
      waited += next
      tries.set(code, (tries.get(code) ?? 0) + 1)
    } else if (["never", "after-fix", "no-need"].includes(retry)) return { code, todo: retry, wait: pause }
    else return { code, todo: "check-first", wait: pause }
  }
}
