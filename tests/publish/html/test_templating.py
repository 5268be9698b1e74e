"""Jinja without what no template needs says the same as Jinja."""

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from macros.publish.html.templating import Environment, escaped

LOADER = jinja2.DictLoader(
    {
        "parts": (
            "{% macro named(one, tag='b') %}<{{ tag }}>{{ one }}</{{ tag }}>{% endmacro %}"
            "{% macro around(tag) %}<{{ tag }}>{{ caller() }}</{{ tag }}>{% endmacro %}"
        ),
        "page": (
            "{% from 'parts' import named, around %}"
            "{% for one in shown %}{{ named(one) }}{{ joined(one, end='<') }}{{ loop.index }}"
            "{% endfor %}{{ named(shown[0], 'i') }}{{ text.upper() }}"
            "{% call around('u') %}{{ text }}{% endcall %}{{ joined(*['c'], **{'end': '>'}) }}"
            "{{ (text ~ 'z').title() }}{{ 5 .real }}{{ joined(joined('m', end='n').upper(), 'o') }}"
        ),
        "attribute": "{{ text.no_such_thing }}",
        "name": "{{ no_such_name }}",
        "without": "{% from 'parts' import named %}{{ named() }}",
        "by_name": "{% from 'parts' import named %}{{ named('x', tag='i') }}",
        "too_many": "{% from 'parts' import named %}{{ named('x', 'i', 'z') }}",
    }
)


def _joined(one: str, end: str) -> str:
    return f"{one}{end}"


@given(st.text() | st.integers() | st.none() | st.text().map(Markup))
def test_it_escapes_as_markupsafe_does(value: object) -> None:
    """Every value is shown as `escape` shows it."""
    assert escaped(value) == escape(value)


def test_it_fills_templates_as_jinja_does() -> None:
    """Loops, macros, blocks for them, functions, methods and attributes give the same text."""
    plain = jinja2.Environment(loader=LOADER, autoescape=True)
    shown = ["a & b", Markup("<br>")]
    ours, theirs = (
        environment.get_template("page").render(shown=shown, text="x<y", joined=_joined)
        for environment in (Environment(LOADER), plain)
    )
    assert ours == theirs
    assert ours.startswith("<b>a &amp; b</b>a &amp; b&lt;1<b><br></b>&lt;br&gt;&lt;2")
    assert ours.endswith("X&lt;Y<u>x&lt;y</u>c&gt;X&lt;Yz5MNo")


def test_globals_reach_macros() -> None:
    """What all templates have is there in an imported macro, too."""
    loader = jinja2.DictLoader(
        {
            "parts": "{% macro said() %}{{ word }}{% endmacro %}",
            "page": "{% from 'parts' import said %}{{ said() }}",
        }
    )
    environment = Environment(loader)
    environment.globals["word"] = "<w>"
    assert environment.get_template("page").render() == "&lt;w&gt;"


def test_it_is_strict() -> None:
    """A name or an attribute that there is not is an error."""
    environment = Environment(LOADER)
    with pytest.raises(jinja2.UndefinedError, match="no_such_name"):
        environment.get_template("name").render()
    with pytest.raises(AttributeError, match="no_such_thing"):
        environment.get_template("attribute").render(text="")


def test_macros_are_called_by_position() -> None:
    """A macro that is given too little, too much or anything by name stops the build."""
    environment = Environment(LOADER)
    with pytest.raises(jinja2.UndefinedError, match="'one' was not provided"):
        environment.get_template("without").render()
    for name in ("by_name", "too_many"):
        with pytest.raises(TypeError, match="argument"):
            environment.get_template(name).render()
