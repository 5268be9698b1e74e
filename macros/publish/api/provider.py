"""A provider and everything of it in its public shape: catalogs -> Provider, Catalog."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros import addresses
from macros.publish.api import fields
from macros.publish.api.code import Code
from macros.publish.api.compared import SINCE as COMPARED_SINCE
from macros.publish.api.compared import LastCompared
from macros.publish.api.fields import SINCE_LANGUAGES, Day, Reports, Url, field
from macros.publish.api.limit import SINCE, Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.publish.api.fields import Link
    from macros.review import fields as review
    from macros.sources import provider as written
    from macros.sources.compared import Compared
    from macros.sources.revision import Also


class Document(BaseModel):
    """A further document of a revision: another part of it, or a twin in another language."""

    language: str = field("Its language, as a BCP 47 tag.", "ko", SINCE_LANGUAGES)
    date: Day | None = field(
        "Its own day (ISO) where that is known to be another than the revision's; else null.",
        None,
        SINCE_LANGUAGES,
    )
    source: str | None = field(
        "The address at which the provider published it; null where that is unknown.",
        "https://provider.example/ko/errors",
        SINCE_LANGUAGES,
    )
    licence: str = field(
        'The licence of the document, or "none stated".', "none stated", SINCE_LANGUAGES
    )
    sha256: str = field(
        "The SHA-256 of the document, in hexadecimal.", "75253717d6a8…", SINCE_LANGUAGES
    )
    source_url: Url = fields.FURTHER_DOCUMENT_URL

    @classmethod
    def of(cls, also: Also, document: str, link: Link) -> Document:
        """Describe a further document, which has the address `document` in the site."""
        return cls(
            language=also.language,
            date=also.date.isoformat() if isinstance(also.date, date) else None,
            source=None if also.source == "unknown" else also.source,
            licence=also.licence,
            sha256=also.sha256,
            source_url=link(document),
        )


class Revision(BaseModel):
    """One state of a provider's document."""

    id: str = field(
        "The document's own day (ISO) where it is known, with .2, .3, … for further ones of that"
        " day; else r1, r2 and so on.",
        "2025-12-10",
    )
    date: Day | None = field(
        "The document's own day (ISO); null where it is unknown.", "2025-12-10"
    )
    dated_by: str = field("How the day, or the order, is known.", "The page says so itself.")
    added: Day = field("The day (ISO) on which the atlas took the document in.", "2026-11-22")
    source: str | None = field(
        "The address at which the provider published it; null where that is unknown.",
        "https://provider.example/errors",
    )
    licence: str = field('The licence of the document, or "none stated".', "none stated")
    sha256: str = field("The SHA-256 of the document, in hexadecimal.", "75253717d6a8…")
    source_url: Url = fields.DOCUMENT_URL
    language: str = field("The language of the document, as a BCP 47 tag.", "en", SINCE_LANGUAGES)
    documents: list[Document] = field(
        "Further documents of the revision: other parts of it, and twins in other languages.",
        [],
        SINCE_LANGUAGES,
    )
    retracted: str | None = field(
        "Why the provider took it back; null where it did not. It is compared with nothing.",
        None,
        SINCE_LANGUAGES,
    )

    @classmethod
    def of(cls, provider: written.Provider, revision: written.Revision, link: Link) -> Revision:
        """Describe a revision of a provider's document."""
        first, *others = (
            addresses.DOCUMENT(provider=provider.id, revision=document.name)
            for document in revision.documents
        )
        return cls(
            id=revision.id,
            date=fields.day(revision),
            dated_by=revision.dated_by,
            added=revision.added.isoformat(),
            source=None if revision.source == "unknown" else revision.source,
            licence=revision.licence,
            sha256=revision.sha256,
            source_url=link(first),
            language=revision.language,
            documents=[
                Document.of(also, document, link)
                for also, document in zip(revision.also, others, strict=True)
            ],
            retracted=revision.retracted,
        )


class CodeSet(BaseModel):
    """Codes that are listed together, and stand in the same place of a response body."""

    id: str = field("Short, unique within the provider, and fixed for ever.", "delivery")
    title: str = field("What the codes are called.", "Delivery result codes")
    reports: Reports = fields.REPORTS
    code_at: list[str] = field(
        'Where in a body the code can stand: keys joined by ".", "[]" for each item of a list;'
        " empty where nothing is known of its bodies.",
        ["header.resultCode"],
    )
    message_at: list[str] = field(
        "Where in a body the message can stand, in the same form; empty where bodies have none.",
        ["header.resultMessage"],
    )
    type: Literal["integer", "string"] = field("The JSON type of the code in a body.", "integer")
    success: list[str] = field(
        "The codes that are successes, as printed; empty where a success has no code.", ["0"]
    )
    success_means: str = field("How a body says that all went well.", "errcode is 0.")
    note: str | None = field(
        "What else a reader of bodies must know; null where there is nothing.",
        "Some clients spell the key errCode.",
    )
    example: str = field(
        "A failing body, as JSON in a string; empty where none is known.", '{"errcode": 40029}'
    )

    @classmethod
    def of(cls, code_set: written.CodeSet) -> CodeSet:
        """Describe a code set."""
        response = code_set.response
        return cls(
            id=code_set.id,
            title=code_set.title,
            reports=code_set.reports,
            code_at=response.code,
            message_at=response.message,
            type=response.type,
            success=response.success,
            success_means=response.success_means,
            note=response.note,
            example=(response.example or "").strip(),
        )


class Provider(BaseModel):
    """One provider and all its codes."""

    id: str = field("Short and fixed for ever, as it stands in addresses.", "wechat")
    name: str = field("The short name, as it stands before a code in a ticket.", "WeChat")
    product: str = field("The product whose API it is.", "WeChat Official Accounts")
    vendor: str = field("The company or project behind it.", "Tencent")
    aliases: list[str] = field("Other names that people use for it, in lower case.", ["weixin"])
    about: str = field("What the product is.", "The API of Official Accounts on WeChat.")
    official_url: Url = field(
        "The provider's own current page of codes.", "https://provider.example/errors"
    )
    url: Url = field("The provider's catalog page.", "https://atlas.example/wechat/")
    revisions: list[Revision] = field("The documents that the atlas holds, oldest first.", [])
    code_sets: list[CodeSet] = field("The lists of codes, and how a body carries each.", [])
    fields: list[Field] = field(
        "The identifiers that the newest messages name, by name, with the codes on each.",
        [],
        SINCE,
    )
    last_compared: LastCompared | None = field(
        "When the newest revision was last compared with what the provider publishes; null where"
        " nobody has recorded that.",
        None,
        COMPARED_SINCE,
    )
    codes: list[Code] = field("All codes, in order; dropped and observed ones in their places.", [])

    @classmethod
    def of(
        cls,
        provider: written.Provider,
        codes: Iterable[Code],
        named: Iterable[review.Field],
        compared: Compared | None,
        link: Link,
    ) -> Provider:
        """Describe a provider, whose codes, named fields and last comparison are given."""
        return cls(
            id=provider.id,
            name=provider.name,
            product=provider.product,
            vendor=provider.vendor,
            aliases=provider.aliases,
            about=provider.about,
            official_url=provider.official.url,
            url=link(addresses.CATALOG(provider=provider.id)),
            revisions=[Revision.of(provider, revision, link) for revision in provider.revisions],
            code_sets=[CodeSet.of(code_set) for code_set in provider.code_sets],
            fields=[Field.of(one, link) for one in named],
            last_compared=LastCompared.of(compared),
            codes=list(codes),
        )


class Catalog(BaseModel):
    """Everything."""

    schema_version: str = field(
        "The version of these shapes, major.minor; the minor number rises when fields or addresses"
        " are added.",
        "1.0",
    )
    providers: list[Provider] = field("All providers, by id.", [])
