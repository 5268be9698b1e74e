"""The files for programs as a host serves them."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import pytest

from macros import addresses
from tests.conftest import SITE_URL

if TYPE_CHECKING:
    from pathlib import Path


def test_true(address: str, tmp_path: Path) -> None:
    """Whatever schemathesis asks a server of the site, it gets what the description says."""
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "run", f"{address}/{addresses.API_OPENAPI()}"),
        *("--url", address, "--max-examples", "5", "--seed", "1", "--no-color"),
        # Files have no states and take no parameters that more random ones would find out.
        *("--phases", "examples,coverage"),
        # A static host answers the same whatever else a request holds.
        *("--exclude-checks", "negative_data_rejection"),
    ]
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "No issues found" in result.stdout


@pytest.mark.parametrize("path", ["api/v1/wechat/12345.json", "api/v2/index.json", "api/v1/x"])
def test_missing(address: str, path: str) -> None:
    """What does not exist below `/api/` is answered as JSON, open to every site."""
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}/{path}", timeout=10)  # noqa: S310 - our own server
    assert error.value.code == 404
    assert error.value.headers["Access-Control-Allow-Origin"] == "*"
    assert error.value.headers["Content-Type"].startswith("application/json")
    assert json.load(error.value)["index_url"] == f"{SITE_URL}{addresses.API_INDEX()}"
