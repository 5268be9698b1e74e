"""Languages that are new in a file of translations: options of the document before -> those now.

Such a file is read in one language, and has the same codes once more in each of the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml import YAMLError

from macros.maintain.document import translations
from macros.maintain.revision.rekeyed import PARSERS
from macros.readers import tree_languages

if TYPE_CHECKING:
    from macros.maintain.document.reading import Options
    from macros.readers.rows import Document


def translated(options: Options, document: Document) -> list[str]:
    """Pass over the languages that are new beside the one that is read.

    Args:
        options: the options of the document before, which are changed.
        document: the later document.

    Returns:
        what changed, in sentences.
    """
    parse = PARSERS.get(options["format"])
    if parse is None:
        return []
    try:
        places = [place for place, _ in tree_languages.places(parse(document.text))]
    except (ValueError, YAMLError):
        return []
    held = options.get("languages", [])
    own = [one for one in places if _is_spoken(one) and _leads_through(options["path"], one)]
    beside = {_above(one) for one in [*own, *held]}
    new = [
        one
        for one in places
        if _is_spoken(one) and _above(one) in beside and one not in {*own, *held}
    ]
    if len(own) != 1 or not new:
        return []
    options["languages"] = [*held, *sorted(new)]
    return [
        f'"{one}" is new, and has the codes in another language: to have these, too, take the file'
        f" in once more with --language {_last(one)}, and a reader with"
        f" `path: {one}{options['path'].removeprefix(own[0])}` and the others under `languages`"
        for one in sorted(new)
    ]


def _leads_through(path: str, place: str) -> bool:
    return bool(re.match(rf"{re.escape(place)}(?:[.\[{{]|$)", path))


def _is_spoken(place: str) -> bool:
    return translations.is_language(_last(place))


def _above(place: str) -> str:
    return place.rpartition(".")[0]


def _last(place: str) -> str:
    return place.rpartition(".")[2]
