"""What many of the public objects have in common: types with names, and fields.

The public shape of version 1 stands in this folder, apart from the model, so that the model can
change: each class says what its fields are and, beside them, where they come from. Fields are
added, never renamed or removed. The JSON Schemas and the OpenAPI description are made from them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, WithJsonSchema
from typing_extensions import TypeAliasType

from macros.sources import conditions

if TYPE_CHECKING:
    from macros.sources.provider import Revision

FIRST_VERSION = "1.0"
SINCE_LANGUAGES = "1.3"  # what tells of languages, of several documents and of retracted ones
SINCE = "x-since"  # in a schema: the version in which a field came

# Makes a full address of one of the site.
Link = Callable[[str], str]

# Types with names, so that code generators make one class of each.
Retry = TypeAliasType("Retry", conditions.Retry)
Rpc = TypeAliasType("Rpc", conditions.Rpc)

By = Literal["atlas", "provider"]
Reports = Literal["request", "delivery"]

Harm = Literal["misleads", "unclear", "style"]

Day = Annotated[str, WithJsonSchema({"type": "string", "format": "date"})]
Url = Annotated[str, WithJsonSchema({"type": "string", "format": "uri-reference"})]


def field(description: str, example: object, since: str = FIRST_VERSION) -> Any:  # noqa: ANN401 - as pydantic's own
    """Return a field of a public object.

    Args:
        description: what it is, and when it is null.
        example: a value.
        since: the version of the shapes in which it came; a new field raises the minor number.
    """
    extra: dict[str, Any] = {} if since == FIRST_VERSION else {SINCE: since}
    return Field(description=description, examples=[example], json_schema_extra=extra or None)


BY_ATLAS = field("Whose words these are: always the atlas', never the provider's.", "atlas")
CODE = field("The code as printed, with its sign; a string, never a number.", "-3016")
CODE_SET = field("The id of the code set, unique within the provider.", "api")
PROVIDER = field("The provider's id, as it stands in addresses.", "wechat")
CODE_URL = field("The page of the code.", "https://atlas.example/wechat/40029/")
_THE_DOCUMENT = "The document that says so, byte for byte as the atlas keeps it."
DOCUMENT_URL = field(_THE_DOCUMENT, "https://atlas.example/sources/wechat/r2.txt")
FURTHER_DOCUMENT_URL = field(
    _THE_DOCUMENT, "https://atlas.example/sources/wechat/r2.ko.txt", SINCE_LANGUAGES
)
RETRY = field(
    "Whether to send the request again. A code with several current meanings has the most cautious"
    " verdict of them.",
    "after-fix",
)
WAIT = field(
    "How long to wait at least before the next try: seconds, minutes, hours (then twice as long"
    " each time), next-day, window (until a time that the message, the account or the provider"
    ' names), or a number as in "1 hour"; null where waiting is not what helps.',
    "next-day",
    "1.2",
)
WAIT_SECONDS = field(
    "The seconds after which a first new try is safe: `wait` as a number. 86400 for next-day, as a"
    " day is over everywhere by then; null where nobody can say.",
    86400,
    "1.2",
)
RPC = field("The google.rpc.Code that the condition corresponds to.", "INVALID_ARGUMENT")
HTTP_STATUS = field("The HTTP status that usually means this condition.", 400)
REPORTS = field(
    'What the code speaks of: the "request" that it answers, or the "delivery" of a message whose'
    " request was accepted before. Whoever sends again after a delivery result sends another"
    " message, and the provider's own fallback may have gone out.",
    "request",
    "1.2",
)
REVIEWED = field(
    "Whether a person has classified what the provider says now. Where not, because the code is new"
    " or what is said of it changed, `condition` is unreviewed and `retry` check-first.",
    True,  # noqa: FBT003
    "1.3",
)
CONFIDENCE = field(
    '"low" where the message leaves the condition open; null where it is plain.', "low"
)


def day(revision: Revision) -> str | None:
    """Return a revision's own day (ISO); None where it is unknown."""
    return None if revision.date == "unknown" else revision.date.isoformat()
