"""The OpenAPI description: sound by its own specification."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from openapi_spec_validator import OpenAPIV31SpecValidator

from macros import addresses
from macros.publish.api.files import Files
from macros.publish.api.interface import ENDPOINTS

if TYPE_CHECKING:
    from macros.atlas import Atlas


def test_sound(golden: Atlas) -> None:
    """The description is valid OpenAPI 3.1, and knows every address below `/api/v1/`."""
    description = json.loads(Files(golden, "https://a.example/")[addresses.API_OPENAPI()])
    OpenAPIV31SpecValidator(description).validate()
    listed = {f"/{endpoint.address.template}" for endpoint in ENDPOINTS}
    assert set(description["paths"]) == {path for path in listed if path.startswith("/api/v1/")}
    assert description["servers"] == [{"url": "https://a.example"}]
    assert description["security"] == []
    assert description["info"]["license"]["identifier"] == "MIT"


def test_what_is_missing_is_described(golden: Atlas) -> None:
    """Each file can be missing: one that a site no longer has answers as one that never was."""
    description = json.loads(Files(golden, "/")[addresses.API_OPENAPI()])
    for path, operations in description["paths"].items():
        assert set(operations["get"]["responses"]) == {"200", "404"}, path


def test_of_a_site_without_an_address(golden: Atlas) -> None:
    """Where the site does not know its address, the server is the root of its host."""
    description = json.loads(Files(golden, "/")[addresses.API_OPENAPI()])
    assert description["servers"] == [{"url": "/"}]
