"""What a search engine with a server loads: atlas -> a JSON object for each code, one in a line.

The ids hold for the engines that are strictest. Meilisearch takes letters, digits, `-` and `_`, and
at most 511 bytes; Typesense takes strings that need no encoding in an address.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from macros.publish import wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.atlas import Atlas
    from macros.catalog.model import Code

_ELSE = re.compile(r"[^a-z0-9-]")


def lines(atlas: Atlas, url: str) -> Iterator[str]:
    """Yield the line of each code, in order.

    Args:
        atlas: all codes.
        url: what stands before the addresses of pages: the site's own with a slash, or a slash.
    """
    for code in atlas.codes:
        document = {
            "id": ident(code),
            "url": f"{url}{code.url}",
            "provider": code.provider.id,
            "code": code.code,
            "message": wording.meanings(code),
            "condition": atlas.condition_of(code).id,
            "revisions": [revision.id for revision in code.revisions],
        }
        yield f"{json.dumps(document, ensure_ascii=False)}\n"


def ident(code: Code) -> str:
    """Return the id of a code: `orbit_101`, `orbit_api_2e101` for `orbit/api.101/`.

    A sign that no id can have, and the underscore itself, becomes one with its number behind it.
    """
    address = _ELSE.sub(lambda sign: f"_{ord(sign[0]):02x}", code.address)
    return f"{code.provider.id}_{address}"
