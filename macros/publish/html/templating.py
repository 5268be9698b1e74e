"""Jinja without what no template of ours needs: it asks anew of each call, attribute and value.

A page of a code has hundreds of each. Templates are as strict as before: a name or an attribute
that there is not stops the build, and every text is escaped.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]

from macros.kept import digest
from macros.publish.compiled import Compiled

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping


class _Context(Context):
    """What one template is filled with; no function of ours takes it as an argument."""

    def call(
        self,
        called: Callable[..., Any],
        *arguments: Any,  # noqa: ANN401 - whatever a template hands over
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Call a function or a macro as Python does."""
        return called(*arguments, **named)


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

    context_class = _Context
    template_class = _Template
    getattr = staticmethod(getattr)  # type: ignore[assignment]

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
