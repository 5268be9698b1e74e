"""The JSON Schemas and the OpenAPI 3.1 description, made from the public shape."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from macros import addresses
from macros.addresses import JSON
from macros.publish.api import fields
from macros.publish.api.interface import ENDPOINTS, NotFound, endpoints, schema_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from macros.atlas import Atlas
    from macros.publish.api.interface import Endpoint, Example

# What a path can hold; no file's name begins with a full stop.
_SEGMENT = "^[a-z0-9_-][a-z0-9._-]*$"
# How a schema refers to its parts, and the description to a shape.
_PART = "#/$defs/"
_COMPONENT = "#/components/schemas/{model}"


def shapes() -> list[type[BaseModel]]:
    """Return the shapes of whole files."""
    return [*(endpoint.shape for endpoint in ENDPOINTS if endpoint.shape), NotFound]


def schemas(base: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the address and the JSON Schema of each shape."""
    for shape in shapes():
        address = schema_address(shape)
        head = {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": f"{base}{address}",
        }
        parts = _parts(tuple(shapes()))
        within = sorted(_within(shape.__name__, parts))
        yield address, head | parts[shape.__name__] | {"$defs": {one: parts[one] for one in within}}


def definitions(template: str) -> dict[str, Any]:
    """Return the schemas of all shapes and of what they are made of, by name."""
    return _definitions(tuple(shapes()), template)


@cache
def _definitions(shapes: tuple[type[BaseModel], ...], template: str) -> dict[str, Any]:
    parts: dict[str, Any] = _referring(_parts(shapes), template)
    return parts


@cache
def _parts(shapes: tuple[type[BaseModel], ...]) -> dict[str, Any]:
    """Return them as they stand in a schema of their own."""
    _, schema = models_json_schema([(shape, "serialization") for shape in shapes])
    parts: dict[str, Any] = schema["$defs"]
    return parts


def _within(name: str, parts: dict[str, Any]) -> set[str]:
    """Return the names of all that a part is made of."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        new = {*_named(parts[waiting.pop()])} - found
        found |= new
        waiting += new
    return found


def _named(part: object) -> Iterator[str]:
    """Yield the names of what a part refers to."""
    if isinstance(part, dict):
        if isinstance(name := part.get("$ref"), str):
            yield name.removeprefix(_PART)
        for inner in part.values():
            yield from _named(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _named(inner)


def _referring(part: Any, template: str) -> Any:  # noqa: ANN401 - whatever JSON has
    """Return a part that refers to others by a template."""
    if isinstance(part, dict):
        return {
            key: template.format(model=inner.removeprefix(_PART))
            if key == "$ref"
            else _referring(inner, template)
            for key, inner in part.items()
        }
    return [_referring(inner, template) for inner in part] if isinstance(part, list) else part


def versions() -> dict[str, list[str]]:
    """Return what is new in each version of the shapes, oldest first: `Code.causes`, an address."""
    news: dict[str, list[str]] = {fields.FIRST_VERSION: []}
    for endpoint in ENDPOINTS:
        if endpoint.since != fields.FIRST_VERSION:
            news.setdefault(endpoint.since, []).append(f"/{endpoint.address.template}")
    for name, part in definitions(_COMPONENT).items():
        for field, schema in part.get("properties", {}).items():
            if since := schema.get(fields.SINCE):
                news.setdefault(since, []).append(f"{name}.{field}")
    return dict(sorted(news.items(), key=lambda entry: [int(part) for part in entry[0].split(".")]))


def schema_version() -> str:
    """Return the newest version of the shapes."""
    return list(versions())[-1]


def description(atlas: Atlas, base: str, example: Example) -> dict[str, Any]:
    """Return the OpenAPI description.

    Args:
        atlas: the atlas, whose providers' ids the paths take.
        base: what addresses begin with.
        example: what the examples of parameters are about.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Error Code Atlas",
            "version": schema_version(),
            "summary": "API providers' error codes, read from their own documents.",
            "description": "Static files. Fields are added, never renamed or removed, within v1."
            " Messages and columns are the providers' own words, which the licence is not about.",
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "externalDocs": {"url": f"{base}{addresses.PROGRAMS()}", "description": "The manual"},
        "servers": [{"url": base.rstrip("/") or "/"}],
        "security": [],
        "paths": {
            f"/{endpoint.address.template}": {"get": _operation(endpoint, atlas, example)}
            for endpoint in endpoints(atlas)
            if endpoint.address.template.startswith(addresses.API)
        },
        "components": {
            "schemas": definitions(_COMPONENT),
            "responses": {
                "NotFound": {
                    "description": "There is no such file.",
                    "content": {JSON: {"schema": _reference(NotFound)}},
                }
            },
        },
    }


def _operation(endpoint: Endpoint, atlas: Atlas, example: Example) -> dict[str, Any]:
    path = endpoint.address.template.removeprefix(addresses.API)
    return {
        "operationId": path.translate(str.maketrans("/.", "__", "{}")),
        "summary": endpoint.title,
        "parameters": list(_parameters(endpoint, atlas, example)),
        "responses": {
            "200": {
                "description": endpoint.title,
                "content": {endpoint.address.media_type: {"schema": _schema(endpoint)}},
            },
            "404": {"$ref": "#/components/responses/NotFound"},
        },
    }


def _parameters(endpoint: Endpoint, atlas: Atlas, example: Example) -> Iterator[dict[str, Any]]:
    path = endpoint.address.template
    if "{provider}" in path:
        known = {"examples": list(atlas.catalogs)}
        yield _parameter("provider", "The provider's id.", example.provider, known)
    if "{code}" in path:
        yield _parameter("code", "The code with its sign, letters in lower case.", example.code, {})
    if "{pack}" in path:
        name = {"pattern": f"^[0-9a-f]{{{len(example.pack)}}}$"}
        says = "The first digits of the SHA-256 of the code, A to Z in lower case."
        yield _parameter("pack", says, example.pack, name)


def _parameter(name: str, says: str, example: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": says,
        "schema": {"type": "string", "pattern": _SEGMENT, **schema},
        "example": example,
    }


def _schema(endpoint: Endpoint) -> dict[str, Any]:
    if endpoint.shape:
        return _reference(endpoint.shape)
    return {"type": "object" if endpoint.address.media_type == JSON else "string"}


def _reference(shape: type[BaseModel]) -> dict[str, Any]:
    return {"$ref": _COMPONENT.format(model=shape.__name__)}
