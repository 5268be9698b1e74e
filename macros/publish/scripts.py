"""The scripts of the pages: plain modules -> one script for each that no other imports.

The modules in `docs/assets` run as they are. A page would ask for a dozen of them, each when the
one before has come. Here each becomes a function that returns what it exports, called before
whoever imports it: no names of two modules meet, and the whole is a script that needs no support
for modules, nor a host that serves them.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_COMMENT = re.compile(r"^[ \t]*//[^\n]*$|/\*\*.*?\*/[ \t]?", re.MULTILINE | re.DOTALL)
_IMPORT = re.compile(r'^import (?:\{([^}]*)\} from )?"([^"]+)"$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function|class|const) (\w+))", re.MULTILINE)
_EXPORTS = re.compile(r"^export \{([\w\s,]*)\}$", re.MULTILINE)
_OWN = "import.meta.url"
_WORKER = re.compile(rf'(?<=\bnew URL\(")([^"]+\.js)(?=", {re.escape(_OWN)}\))')
_UNFIT = re.compile(r"^\s*(?:import|export)\b|\bimport\(|\bimport\.meta\b(?!\.url)", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class _Module:
    """A module in parts.

    Attributes:
        imports: the paths of other modules, each with a pattern of the names that it imports.
        exports: the names that it exports.
        workers: the paths of the scripts that it starts, by how it calls them.
        body: the rest of it, without comments, on the lines where it stands.
    """

    imports: tuple[tuple[str, str], ...]
    exports: tuple[str, ...]
    workers: Mapping[str, str]
    body: str

    @property
    def needs(self) -> set[str]:
        """The paths of all that has to be there before."""
        return {*self.workers.values(), *(path for path, _ in self.imports)}


def joined(sources: Mapping[str, str], named: Callable[[str, str], str]) -> dict[str, str]:
    """Return the script for each module that no other imports, by the path of the module.

    Args:
        sources: the text of each module by its path, such as `search/ask.js`.
        named: returns how a script calls another that it starts, of the path and the text of that.
            All scripts are in one folder, as deep as those of the modules.

    Raises:
        ProblemsError: when a module is not there, two import each other, or one imports or exports
            otherwise than by name.
    """
    modules = {path: _module(path, sources[path]) for path in sorted(sources)}
    problems = [problem for path, one in modules.items() for problem in _faults(path, one, modules)]
    if problems:
        raise ProblemsError(problems)
    order = _order(modules)
    imported = {path for one in modules.values() for path, _ in one.imports}
    scripts: dict[str, str] = {}
    names: dict[str, str] = {}
    for path in order:
        if path not in imported:
            parts = [one for one in order if one in _reached(path, modules)]
            scripts[path] = _script([(one, modules[one]) for one in parts], names)
            names[path] = named(path, scripts[path])
    return scripts


def _module(path: str, text: str) -> _Module:
    code = without_comments(text)
    listed = [name for names in _EXPORTS.findall(code) for name in re.findall(r"\w+", names)]
    return _Module(
        tuple(
            (_beside(path, other), " ".join(names.replace(" as ", ": ").split()))
            for names, other in _IMPORT.findall(code)
        ),
        (*_EXPORT.findall(code), *listed),
        {name: _beside(path, name) for name in _WORKER.findall(code)},
        _EXPORT.sub("", _EXPORTS.sub("", _IMPORT.sub(_lines, code))),
    )


def without_comments(text: str) -> str:
    """Return a module, line for line, without comments that fill lines or tell types."""
    return _COMMENT.sub(_lines, text)


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _beside(path: str, name: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name))


def _faults(path: str, module: _Module, modules: Mapping[str, _Module]) -> Iterator[Problem]:
    file = f"docs/assets/{path}"
    for found in _UNFIT.finditer(module.body):
        line = module.body.count("\n", 0, found.end()) + 1
        what = f'"{found[0].strip()}" is of a kind that the build does not join to one script.'
        do = 'Write `import { name } from "./a.js"`, or `export` before a function, class or const.'
        yield Problem(file, line, what, do)
    for other in sorted(module.needs - modules.keys()):
        yield Problem(
            file, 0, f"it needs docs/assets/{other}, which is not there.", "Mend the path."
        )
    for other, names in module.imports:
        if other in modules:
            wanted = {name.partition(":")[0].strip() for name in names.split(",")} - {""}
            for name in sorted(wanted - set(modules[other].exports)):
                what = f'it imports "{name}", which docs/assets/{other} does not export.'
                yield Problem(file, 0, what, "Export it there, or mend the name.")


def _order(modules: Mapping[str, _Module]) -> list[str]:
    """Return all paths, each behind those that it needs."""
    try:
        return [
            *TopologicalSorter(
                {path: sorted(one.needs) for path, one in modules.items()}
            ).static_order()
        ]
    except CycleError as error:
        first, *others = error.args[1]
        what = f"it imports itself by way of {', '.join(others[:-1]) or 'nothing'}."
        do = "Move what both need into a module of its own."
        raise ProblemsError([Problem(f"docs/assets/{first}", 0, what, do)]) from None


def _reached(path: str, modules: Mapping[str, _Module]) -> set[str]:
    """Return the paths of a module and of all that it imports, by way of others too."""
    others = (_reached(other, modules) for other, _ in modules[path].imports)
    return {path}.union(*others)


def _script(modules: Iterable[tuple[str, _Module]], names: Mapping[str, str]) -> str:
    """Return the script of modules in their order; `names` has how it calls those it starts."""
    functions = [f"const {_variable(path)} = {_function(one, names)}" for path, one in modules]
    whole = "\n".join(functions)
    own = "const $url = document.currentScript.src\n" if "$url" in whole else ""
    return f'(() => {{\n"use strict"\n{own}{whole}\n}})()\n'


def _function(module: _Module, names: Mapping[str, str]) -> str:
    """Return a call of a function that runs a module and returns what it exports."""
    imports = "\n".join(
        f"const {{ {what} }} = {_variable(path)}" for path, what in module.imports if what
    )
    body = _WORKER.sub(lambda found: f"./{names[module.workers[found[1]]]}", module.body)
    body = _BLANK.sub("\n", f"\n{imports}\n{body.replace(_OWN, '$url')}\n")
    returned = f"return {{ {', '.join(module.exports)} }}\n" if module.exports else ""
    return f"(() => {{{body}{returned}}})()"


def _variable(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))
