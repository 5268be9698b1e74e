"""The JSON Schemas and the OpenAPI 3.1 description, made from the public shape."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import models_json_schema

from macros.publish.api import addresses, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from macros.catalog.model import Atlas
    from macros.publish.api.addresses import Address

# What a path can hold; no file's name begins with a full stop.
_SEGMENT = "^[a-z0-9_-][a-z0-9._-]*$"


def shapes() -> list[type[BaseModel]]:
    """Return the shapes of whole files."""
    found = [one.shape for one in addresses.ADDRESSES if one.shape]
    return [*found, shape.NotFound]


def schemas(base: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the path and the JSON Schema of each shape."""
    parts = definitions("#/$defs/{model}")
    for one in shapes():
        path = addresses.schema(one)
        used = _used(parts, one.__name__) - {one.__name__}
        yield (
            path,
            {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "$id": f"{base}{path}",
                **parts[one.__name__],
                "$defs": {name: part for name, part in parts.items() if name in used},
            },
        )


def definitions(template: str) -> dict[str, Any]:
    """Return the schemas of all shapes and of what they are made of, by name."""
    _, schema = models_json_schema(
        [(one, "serialization") for one in shapes()], ref_template=template
    )
    found: dict[str, Any] = schema["$defs"]
    return found


def _used(parts: dict[str, Any], name: str) -> set[str]:
    """Return the names of the parts that one of them is made of, itself too."""
    found, waiting = set(), [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += re.findall(r"#/\$defs/(\w+)", json.dumps(parts[one]))
    return found


def description(atlas: Atlas, base: str, examples: tuple[str, str]) -> dict[str, Any]:
    """Return the OpenAPI description.

    Args:
        atlas: all catalogs, whose ids the paths take.
        base: what addresses begin with.
        examples: a provider's id and the address of one of its codes.
    """
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Error Code Atlas",
            "version": shape.SCHEMA_VERSION,
            "summary": "API providers' error codes, read from their own documents.",
            "description": "Static files. Fields are added, never renamed or removed, within v1.",
        },
        "externalDocs": {"url": f"{base}programs/", "description": "The manual"},
        "servers": [{"url": base.rstrip("/") or "/"}],
        "paths": {
            f"/{one.path}": {"get": _operation(one, atlas, examples)}
            for one in addresses.ADDRESSES
            if one.path.startswith(addresses.ROOT)
        },
        "components": {
            "schemas": definitions("#/components/schemas/{model}"),
            "responses": {
                "NotFound": {
                    "description": "There is no such file.",
                    "content": {addresses.JSON: {"schema": _reference(shape.NotFound)}},
                }
            },
        },
    }


def _operation(one: Address, atlas: Atlas, examples: tuple[str, str]) -> dict[str, Any]:
    words = one.path.removeprefix(addresses.ROOT).replace("{", "").replace("}", "")
    operation: dict[str, Any] = {
        "operationId": words.replace("/", "_").replace(".", "_"),
        "summary": one.title,
        "parameters": list(_parameters(one, atlas, examples)),
        "responses": {
            "200": {
                "description": one.title,
                "content": {one.media_type: {"schema": _schema(one)}},
            },
        },
    }
    if operation["parameters"]:
        operation["responses"]["404"] = {"$ref": "#/components/responses/NotFound"}
    return operation


def _parameters(one: Address, atlas: Atlas, examples: tuple[str, str]) -> Iterator[dict[str, Any]]:
    provider, code = examples
    if "{provider}" in one.path:
        known = {"examples": list(atlas.catalogs)}
        yield _parameter("provider", "The provider's id.", provider, known)
    if "{code}" in one.path:
        yield _parameter("code", "The code with its sign, letters in lower case.", code, {})


def _parameter(name: str, says: str, example: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name,
        "in": "path",
        "required": True,
        "description": says,
        "schema": {"type": "string", "pattern": _SEGMENT, **schema},
        "example": example,
    }


def _schema(one: Address) -> dict[str, Any]:
    if one.shape:
        return _reference(one.shape)
    return {"type": "object" if one.media_type == addresses.JSON else "string"}


def _reference(one: type[BaseModel]) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{one.__name__}"}
