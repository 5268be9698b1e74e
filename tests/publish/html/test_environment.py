"""Templates: each uses what its context has, all of it, and links by the addresses alone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from jinja2 import UndefinedError, meta

from macros.publish.html.environment import TEMPLATES, Context, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULES = (
    "bare",
    "feed",
    "html.across",
    "html.all_changes",
    "html.catalog",
    "html.home",
    "html.catalog_part",
    "html.changes",
    "html.code",
    "html.how_far",
    "html.open_work",
    "html.programs",
    "html.provider",
)
SHARED = {"parts.html", "catalog_shared.html", "changed.html", "picture.html", "unfurled.html"}


def _contexts() -> Iterator[type[Context]]:
    for name in MODULES:
        for value in vars(import_module(f"macros.publish.{name}")).values():
            if isinstance(value, type) and issubclass(value, Context) and value is not Context:
                yield value


CONTEXTS = {context.template: context for context in _contexts()}


def test_every_template_has_a_context() -> None:
    """Each template has one class that says what it may use."""
    assert set(CONTEXTS) | SHARED == {path.name for path in TEMPLATES.iterdir() if path.is_file()}


@pytest.mark.parametrize("template", CONTEXTS)
def test_contract(template: str) -> None:
    """A template uses the fields of its context, every one, and nothing else beside the globals."""
    context = CONTEXTS[template]
    assert is_dataclass(context)
    source = (TEMPLATES / template).read_text(encoding="utf-8")
    used = meta.find_undeclared_variables(environment.parse(source))
    assert used - set(environment.globals) - {"link"} == {field.name for field in fields(context)}


def test_no_address_by_hand() -> None:
    """Templates make every link of an address: none holds a path of the site."""
    for path in TEMPLATES.iterdir():
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            for sign in ("../", 'href="/', 'src="', 'href="#', "assets/"):
                allowed = text.count('src="{{ link(') if sign == 'src="' else 0
                assert text.count(sign) == allowed, (path.name, sign)


def test_names_are_strict() -> None:
    """A name that a template misspells stops the build."""
    with pytest.raises(UndefinedError):
        environment.from_string("{{ no_such_name }}").render()
