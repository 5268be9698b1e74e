"""Read the table of all codes and meanings."""

import csv
import io
import urllib.request

ATLAS = "https://atlas.example"


def table() -> list[dict[str, str]]:
    """Return its rows, without the apostrophes."""
    with urllib.request.urlopen(f"{ATLAS}/api/v1/catalog.csv", timeout=10) as response:
        text = io.StringIO(response.read().decode("utf-8"), newline="")
    rows = csv.DictReader(text)
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in rows]
