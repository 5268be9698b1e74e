"""Templates: each uses what its context has, all of it, and links by the addresses alone."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest
from jinja2 import UndefinedError, meta

from macros.publish.html.environment import TEMPLATES, Context, environment, links_from

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


PLACES = ("", "404.html", "orbit/", "orbit/101/", "orbital/", "orbit/x.html", "a/b/c/", "orb/")


@pytest.mark.parametrize("here", PLACES)
def test_links(here: str) -> None:
    """A link on a page leads to the address that it was made of, wherever the page is."""
    link = links_from(here)
    for target in (*PLACES, "orbit/#101", "orbit/101/#ec:sent", "?q=1", "#top", "orbit/101.json"):
        led = urljoin(f"https://atlas.example/{here}", link(target))
        assert led == f"https://atlas.example/{target}", (here, target)
        assert not link(target).startswith("/")


def test_names_are_strict() -> None:
    """A name that a template misspells stops the build."""
    with pytest.raises(UndefinedError):
        environment.from_string("{{ no_such_name }}").render()
