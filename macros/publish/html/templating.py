"""Jinja without what no template of ours needs: it asks anew of each call, attribute and value.

A page of a code has hundreds of each. Templates are as strict as before: a name or an attribute
that there is not stops the build, and every text is escaped.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from macros.kept import digest
from macros.publish.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, MutableMapping

    from jinja2 import nodes
    from jinja2.compiler import Frame, MacroRef


class _Written(CodeGenerator):
    """A template as Python: calls and attributes as they are written, with nothing asked before.

    No function of ours takes the context as an argument, no attribute is an item's key, and macros
    are called by position.
    """

    def blockvisit(self, nodes: Iterable[nodes.Node], frame: Frame) -> None:
        """Write some nodes; those of a whole template fill one list, as those of a macro do.

        Jinja gives out each piece by itself, of which the page of a code has two hundred.
        """
        whole = frame.rootlevel and frame.buffer is None
        if whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if whole:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Call(  # noqa: N802 - as Jinja calls it
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - the same
    ) -> None:
        """Write a call; one of another kind as Jinja does."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_body(
        self, node: nodes.Macro | nodes.CallBlock, frame: Frame
    ) -> tuple[Frame, MacroRef]:
        """Write the function of a macro, for which what it is not given is missing."""
        made = super().macro_body(node, frame)
        self.writeline(f"macro.__defaults__ = (missing,) * {len(node.args)}")
        return made

    def return_buffer_contents(
        self,
        frame: Frame,
        force_unescaped: bool = False,  # noqa: FBT001, FBT002 - as Jinja calls it
    ) -> None:
        """Let such a function return markup, which Jinja makes of it afterwards."""
        del force_unescaped
        super().return_buffer_contents(frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write a macro: that function itself, but for one that asks how it is called."""
        if macro_ref.accesses_caller or macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
        else:
            self.write("macro")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the same
        """Write an attribute."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class _Template(jinja2.Template):
    """A template that escapes texts without a `Markup` for each."""

    @classmethod
    def _from_namespace(
        cls,
        environment: jinja2.Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002 - as Jinja calls it
    ) -> jinja2.Template:
        """Let the code that Jinja wrote for a template use another `escape`."""
        namespace["escape"] = escaped
        return super()._from_namespace(environment, namespace, globals)


class Environment(jinja2.Environment):
    """Templates that show plain objects; it escapes everything, whatever a template's name is."""

    code_generator_class = _Written
    template_class = _Template

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        super().__init__(
            loader=loader,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=Compiled(f"atlas-{digest(Path(__file__)).hex()[:8]}"),
        )

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names that each template has beside its own: those of all templates."""
        return {**self.globals, **(d or {})}


def escaped(value: object) -> str:
    """Return a value as text in which nothing is markup, but for what is `Markup` already."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)
