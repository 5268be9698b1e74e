"""The scripts of the pages: modules in the order of their imports, each with names of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from macros.errors import ProblemsError
from macros.publish import scripts

ASSETS = Path(__file__).resolve().parents[2] / "docs/assets"
NODE = Path(sys.executable).parent / "node"

MODULES = {
    "pages/one.js": """\
// Says the same name twice.

import { same as other, twice } from "../shared/name.js"
import "../shared/first.js"

/** @type {string} */
const same = `${other}//`

said.push(same, twice(same), new URL("./work.js", import.meta.url).href)
""",
    "shared/name.js": """\
import { hidden } from "./first.js"

/** What is not exported meets nobody. */
const same = hidden

/** @param {string} text */
export function twice(text) {
  return text + text // of two
}
export { same }
""",
    "shared/first.js": 'said.push("first")\nexport const hidden = /** @type {string} */ ("hi")\n',
    "pages/two.js": 'import { twice } from "../shared/name.js"\nsaid.push(twice("2"))\n',
    "pages/work.js": 'import { hidden } from "../shared/first.js"\nsaid.push(hidden)\n',
}


def _named(path: str, text: str) -> str:
    return f"{Path(path).stem}.{len(text)}.js"


def _run(script: str) -> list[str]:
    """Return what a script says, which runs as one of a page."""
    around = f"""
        globalThis.said = []
        globalThis.document = {{ currentScript: {{ src: "https://atlas.example/s/one.js" }} }}
        new Function({json.dumps(script)})()
        console.log(JSON.stringify(said))
    """
    ran = subprocess.run([NODE, "-e", around], check=True, capture_output=True, text=True)
    said: list[str] = json.loads(ran.stdout)
    return said


def test_joined() -> None:
    """What none imports is a script; modules run once, in their order, and no names meet."""
    made = scripts.joined(MODULES, _named)
    assert set(made) == {"pages/one.js", "pages/two.js", "pages/work.js"}
    work = f"https://atlas.example/s/{_named('work.js', made['pages/work.js'])}"
    assert _run(made["pages/one.js"]) == ["first", "hi//", "hi//hi//", work]
    assert _run(made["pages/two.js"]) == ["first", "22"]
    assert _run(made["pages/work.js"]) == ["first", "hi"]


def test_text() -> None:
    """A script has the lines of its modules, without comments that fill lines or tell types."""
    made = scripts.joined(
        {
            "a/one.js": MODULES["pages/two.js"].replace("name", "b"),
            "shared/b.js": "export const twice = 1\n",
        },
        _named,
    )
    assert (
        made["a/one.js"]
        == """\
(() => {
"use strict"
const $shared_b = (() => {
const twice = 1
return { twice }
})()
const $a_one = (() => {
const { twice } = $shared_b
said.push(twice("2"))
})()
})()
"""
    )


REFUSED = {
    'import all from "./b.js"\n': (1, '"import" is of a kind'),
    '/**\n * One.\n */\nimport * as all from "./b.js"\n': (4, '"import" is of a kind'),
    "\nexport default 1\n": (2, '"export" is of a kind'),
    "export let a = 1\n": (1, '"export" is of a kind'),
    'const a = await import("./b.js")\n': (1, '"import(" is of a kind'),
    "const a = import.meta.resolve\n": (1, '"import.meta" is of a kind'),
    'import { b } from "./c.js"\n': (0, "it needs docs/assets/a/c.js, which is not there"),
    'new Worker(new URL("./c.js", import.meta.url))\n': (0, "it needs docs/assets/a/c.js"),
    'import { c } from "./b.js"\n': (0, 'it imports "c", which docs/assets/a/b.js does not'),
}


@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    """What cannot be joined is told with its file and line, and what to do."""
    line, what = REFUSED[text]
    with pytest.raises(ProblemsError) as raised:
        scripts.joined({"a/one.js": text, "a/b.js": "export const b = 1\n"}, _named)
    (problem,) = raised.value.problems
    assert (problem.file, problem.line) == ("docs/assets/a/one.js", line)
    assert problem.what.startswith(what)
    assert problem.do


def test_circle() -> None:
    """Modules that import each other are told."""
    circle = {
        f"a/{one}.js": f'import {{ x }} from "./{two}.js"\nexport const x = 1\n'
        for one, two in ("bc", "cb")
    }
    with pytest.raises(ProblemsError, match="it imports itself by way of a/"):
        scripts.joined(circle, _named)


TOKENS = """
    const { tokenizer } = require("acorn")
    const { texts } = JSON.parse(require("fs").readFileSync(0, "utf8"))
    const options = { ecmaVersion: "latest", sourceType: "module" }
    const tokens = (text) => JSON.stringify([...tokenizer(text, options)].map(({ type, value }) =>
        [type.label, value instanceof RegExp ? String(value) : value]))
    console.log(JSON.stringify(texts.map(([one, other]) => tokens(one) === tokens(other))))
"""


def test_comments_alone(project: Path) -> None:
    """What is left out of the real modules are comments: a parser finds the same in what stays."""
    sources = {path: path.read_text("utf-8") for path in sorted(ASSETS.glob("*/*.js"))}
    texts = [[text, scripts.without_comments(text)] for text in sources.values()]
    assert sum(len(bare) for _, bare in texts) < sum(len(text) for text, _ in texts) * 0.75
    ran = subprocess.run(
        [NODE, "-e", TOKENS],
        cwd=project,
        input=json.dumps({"texts": texts}),
        check=True,
        capture_output=True,
        text=True,
    )
    same = dict(zip(sources, json.loads(ran.stdout), strict=True))
    assert [path for path, is_same in same.items() if not is_same] == []
