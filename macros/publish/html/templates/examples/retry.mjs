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
  let [waited, tries, renewed] = [0, 0, false]
  for (;;) {
    // Codes are texts, as printed, with their sign.
    const code = await send()
    const verdict = table.get(code) ?? unknown
    const { retry, wait_seconds: pause } = verdict
    if (verdict.disputed && !["never", "no-need", "after-fix"].includes(retry))
      return { code, todo: "check-first", wait: pause }
    if (retry === "after-reauthentication") {
      // A new login of a user is nothing that a program can do by itself.
      if (renewed || verdict.acts !== "caller") return { code, todo: retry, wait: null }
      await renewToken()
      renewed = true
    } else if (retry === "later-with-backoff") {
      // A delivery result answers no request: to send again is another message.
      if (verdict.confidence === "low" || verdict.reports === "delivery")
        return { code, todo: "check-first", wait: pause }
      if (pause === null) return { code, todo: retry, wait: null }
      const next = pause * 2 ** tries
      if (waited + next > patience) return { code, todo: retry, wait: next }
      await pauseFor(next)
      waited += next
      tries += 1
    } else return { code, todo: retry, wait: pause }
  }
}
