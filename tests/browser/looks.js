// What a reader sees of a page, asked of the page itself: `looks.py` sends this whole file there.
// Each returns what is wrong, as the beginnings of elements.

/** Whether an element has a box in the page that nothing makes invisible. */
function seen(one) {
  const box = one.getBoundingClientRect()
  const within = box.width > 0 && box.height > 0 && box.bottom + scrollY > 0 && box.right > 0
  return within && one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
}

function named(one) {
  return one.outerHTML.replace(/\s+/g, " ").slice(0, 100)
}

/** What has `hidden`, or stands in what has, and is seen. */
export function hidden() {
  return [...document.querySelectorAll("[hidden], [hidden] *")].filter(seen).map(named)
}

/** What can be pressed or filled in; what the theme's checkbox opens needs no script. */
export function controls() {
  const all = ["button, input, select, textarea, form, label[for]", "[role=button], [contenteditable], a:not([href])"]
  const works = (one) => /^__drawer$/.test(one.htmlFor ?? one.id)
  return [...document.querySelectorAll(all.join())].filter((one) => seen(one) && !works(one)).map(named)
}

/** Text without the contrast on white paper that WCAG 2 asks for. */
export function pale() {
  const light = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  const contrast = (one) => {
    const [r, g, b, alpha = 1] = getComputedStyle(one).color.match(/[\d.]+/g).map(Number)
    const inked = [r, g, b].map((value) => light((value * alpha + 255 * (1 - alpha)) / 255))
    return 1.05 / (0.2126 * inked[0] + 0.7152 * inked[1] + 0.0722 * inked[2] + 0.05)
  }
  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()
  return [...document.body.querySelectorAll(":not(svg, svg *, script, style, noscript)")]
    .filter((one) => [...one.childNodes].some(isText) && seen(one) && contrast(one) < 4.5)
    .map((one) => `${contrast(one).toFixed(1)} ${named(one)}`)
}

/** What each element that is seen is painted with. */
export function paints() {
  return [...document.body.querySelectorAll("*")].filter(seen).map((one) => {
    const { color, backgroundColor, borderBottomColor, outlineColor, fill, stroke } = getComputedStyle(one)
    return [one.localName, color, backgroundColor, borderBottomColor, outlineColor, fill, stroke].join(" ")
  })
}

/** Cells in which a sentence has a word a line. */
export function narrow() {
  const width = (one) => one.getBoundingClientRect().width
  return [...document.querySelectorAll("td, th, dd, li")]
    .filter((one) => seen(one) && one.innerText.trim().length > 30 && width(one) < 100)
    .map((one) => `${width(one)} ${named(one)}`)
}

/** What is folded, and stays so. */
export function folded() {
  return [...document.querySelectorAll(".md-content details:not([open]) > :not(summary)")].filter((one) => !seen(one)).map(named)
}

/** What scrolls sideways within itself; source code may. */
export function cut() {
  return [...document.querySelectorAll("main *:not(pre, pre *, .md-ellipsis, .ec-neighbours *, .md-sidebar *)")]
    .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
    .filter((one) => !["visible", "clip"].includes(getComputedStyle(one).overflowX))
    // What only a screen reader tells is clipped to nothing.
    .filter((one) => getComputedStyle(one).clipPath === "none")
    .map((one) => `${one.scrollWidth} in ${one.clientWidth}: ${named(one)}`)
}

/** The ids of what a link can lead to, kind by kind: what is before the colon, else the element's name. */
export function anchors() {
  const kinds = {}
  for (const one of document.querySelectorAll(".md-content [id]:not(form, form *, label, input, select, output)")) {
    if (one.closest("svg") || one.id.startsWith("__") || !(seen(one) || one.matches(".ec-kept"))) continue
    const kind = /^[a-z-]+(?=:)/.exec(one.id)?.[0] ?? one.localName
    ;(kinds[kind] ??= []).push(one.id)
  }
  return kinds
}

/** Whether the first line of what the address names is seen: nothing that sticks lies upon it. */
export function clear(id) {
  const target = document.getElementById(id)
  if (!target?.matches(":target")) return false
  const whole = document.createRange()
  // An anchor without text stands in what it is an anchor of.
  whole.selectNodeContents(target.textContent.trim() ? target : target.parentElement)
  const line = [...whole.getClientRects()].find((box) => box.width > 1 && box.height > 1)
  if (!line || line.top < 0 || line.bottom > innerHeight) return false
  const sticks = (one) => ["sticky", "fixed"].includes(getComputedStyle(one).position)
  return [0.1, 0.5, 0.9].every((part) => {
    const hit = document.elementFromPoint(line.left + 2, line.top + part * line.height)
    for (let one = hit; one && !one.contains(target); one = one.parentElement) {
      if (sticks(one)) return false
    }
    return hit !== null
  })
}

/** Whether the upper left corner of the row that the address names is seen, with its mark. */
export function cornered() {
  const row = document.querySelector("tr:target")
  const { left, top } = row.getBoundingClientRect()
  return row.contains(document.elementFromPoint(left + 1, top + 1))
}

/** Of each line of facts: how far its first is from the line's start, and the blanks between the others. */
export function facts() {
  return [...document.querySelectorAll(".ec-facts")].flatMap((line) => {
    const start = line.getBoundingClientRect().left
    const boxes = [...line.children].map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0)
    return boxes.map((box, index) => {
      const before = boxes[index - 1]
      const first = !before || before.bottom <= box.top + 1
      return first ? ["first", box.left - start] : ["next", box.left - before.right]
    })
  })
}

/** How far the text of an element is from its upper and lower edge. */
export function room(selector) {
  const one = document.querySelector(selector)
  const text = document.createRange()
  text.selectNodeContents(one)
  const [inner, outer] = [text.getBoundingClientRect(), one.getBoundingClientRect()]
  return [inner.top - outer.top, outer.bottom - inner.bottom]
}

/** Of each "more": the signs of the theme that are drawn with it, and its height in heights of its text. */
export function folds() {
  return [...document.querySelectorAll("main summary")].filter(seen).map((one) => {
    const text = document.createRange()
    text.selectNodeContents(one)
    const drawn = ["::before", "::after"]
      .map((part) => getComputedStyle(one, part))
      .filter(({ display, content }) => display !== "none" && content !== "none")
    return [drawn.length, one.getBoundingClientRect().height / text.getBoundingClientRect().height]
  })
}

/** How many pixels of a picture, in base 64, have each colour. */
export async function counted(png) {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d")
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, image.width, image.height)
  const counts = {}
  for (let at = 0; at < data.length; at += 4) {
    const colour = data.slice(at, at + 3).join(" ")
    counts[colour] = (counts[colour] ?? 0) + 1
  }
  return counts
}

/** How wide words are in the fonts of this machine. */
export function fonts() {
  const pen = document.createElement("canvas").getContext("2d")
  const width = (font) => {
    pen.font = `16px ${font}`
    return Math.round(pen.measureText("Error code 40029, 错误 오류").width)
  }
  return ["system-ui", "monospace"].map(width).join(" ")
}

/** Whether the page has all that it loads, and has been painted since. */
export async function settled() {
  if (document.readyState !== "complete") return false
  await document.fonts.ready
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  // Compare lays out its rows behind the first frames, where scripts run.
  return !matchMedia("(scripting: enabled)").matches || !document.querySelector(".ec-compare tr[id]:not(.ec-laid)")
}

/** A picture as PNG, so many times smaller, in few colours. */
export async function reduced(png, times) {
  const LEVEL = 17
  const { canvas, pen } = await painted(png, times)
  const image = pen.getImageData(0, 0, canvas.width, canvas.height)
  for (let i = 0; i < image.data.length; i++) image.data[i] = Math.round(image.data[i] / LEVEL) * LEVEL
  pen.putImageData(image, 0, 0)
  return canvas.toDataURL("image/png").split(",")[1]
}

/** How many patches of 4 by 4 pixels of two pictures differ by more than a shade. */
export async function patches(one, other) {
  const SIZE = 4
  const SHADE = 20
  const [a, b] = [await painted(one, 1), await painted(other, 1)]
  const { width, height } = a.canvas
  if (width !== b.canvas.width || height !== b.canvas.height) return width * height
  const [left, right] = [a, b].map(({ pen }) => pen.getImageData(0, 0, width, height).data)
  const mean = (data, x, y, channel) => {
    let sum = 0
    for (let j = 0; j < SIZE; j++) for (let i = 0; i < SIZE; i++) sum += data[((y + j) * width + x + i) * 4 + channel]
    return sum / SIZE ** 2
  }
  let count = 0
  for (let y = 0; y + SIZE <= height; y += SIZE) {
    for (let x = 0; x + SIZE <= width; x += SIZE) {
      if ([0, 1, 2].some((one) => Math.abs(mean(left, x, y, one) - mean(right, x, y, one)) > SHADE)) count++
    }
  }
  return count
}

async function painted(png, times) {
  const image = new Image()
  image.src = `data:image/png;base64,${png}`
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = Math.round(image.width / times)
  canvas.height = Math.round(image.height / times)
  const pen = canvas.getContext("2d", { willReadFrequently: true })
  pen.imageSmoothingQuality = "high"
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return { canvas, pen }
}

/** From now on, notes with each key what has the focus and whether any of it is seen. */
export function watchFocus() {
  globalThis.stops = []
  const isSeen = (one) =>
    [...one.getClientRects()].some(({ left, top, width, height }) =>
      [0.1, 0.3, 0.5, 0.7, 0.9].some((x) =>
        [0.1, 0.5, 0.9].some((y) => one.contains(document.elementFromPoint(left + x * width, top + y * height))),
      ),
    )
  addEventListener("keyup", () => {
    const one = document.activeElement
    if (one !== document.body) globalThis.stops.push([isSeen(one), named(one)])
  })
}

/** Puts the focus on the last that can have it, with nothing of the page below it in sight. */
export function focusLast() {
  const last = [...document.querySelectorAll("main :is(a[href], button, summary)")].filter(seen).at(-1)
  last?.focus()
  last?.scrollIntoView({ block: "start" })
}

/** What had the focus since it is watched. */
export function focused() {
  return globalThis.stops
}

/** Text and controls that are cut off or stand outside of the window; what is cut behind a link to all of it is not lost. */
export function lost() {
  const width = document.documentElement.clientWidth
  const wide = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : []
  const apart = ".ec-heard, .ec-offstage, .md-skip, .md-search__inner, svg, select, textarea, [aria-hidden=true]"
  const controls = [...document.querySelectorAll("main :is(button, input, select, textarea, summary)")].filter(seen)
  const outside = controls.filter((one) => one.getBoundingClientRect().right > width + 1).map(named)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const around = text.parentElement
    if (!text.data.trim() || !seen(around) || around.closest(apart)) continue
    const range = document.createRange()
    range.selectNodeContents(text)
    const box = range.getBoundingClientRect()
    if (box.width > 0 && isCut(around, box, width)) texts.push(`${text.data.trim().slice(0, 40)} in ${named(around)}`)
  }
  return [...wide, ...outside, ...texts]
}

function isCut(around, box, width) {
  for (let one = around; one !== document.body; one = one.parentElement) {
    const { overflowX, overflowY, textOverflow, clipPath } = getComputedStyle(one)
    if (["auto", "scroll"].includes(overflowX) || clipPath.includes("50%")) return false
    if (textOverflow === "ellipsis" && (one.closest("a") || one.querySelector("a"))) return false
    if (![overflowX, overflowY].some((how) => ["hidden", "clip"].includes(how))) continue
    const frame = one.getBoundingClientRect()
    if (box.right > frame.right + 1 || box.bottom > frame.bottom + 2) return true
  }
  return box.right > width + 1
}

/** Tables without a name, heads of columns and rows without a scope, and pictures without words. */
export function unnamed() {
  const tables = [...document.querySelectorAll("table")].filter((one) => !one.caption && !document.getElementById(one.getAttribute("aria-labelledby")) && !one.closest("[role=group][aria-label]"))
  const heads = [...document.querySelectorAll("th:not([scope])")]
  const pictures = [...document.querySelectorAll("svg, img")].filter(
    (one) => !one.closest("[aria-hidden=true], button, label, [role=img][aria-label], [role=img][aria-labelledby]") && !one.alt,
  )
  return [...tables, ...heads, ...pictures].filter(seen).map(named)
}
