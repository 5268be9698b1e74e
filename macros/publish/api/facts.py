"""What the atlas knows, in its public shape: catalogs, reviews, conditions -> shape."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from macros.publish.api import addresses, findings, shape
from macros.publish.pages import document_path

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalog.model import Atlas, Catalog, Code, Listing, Row
    from macros.review.conditions import Conditions
    from macros.review.load import Review
    from macros.sources.provider import CodeSet, Provider, Revision


@dataclass(frozen=True, repr=False)
class Facts:
    """All that the files for programs are made of.

    Attributes:
        atlas: all catalogs.
        reviews: what is found in and between the documents, by provider.
        conditions: which condition each code has.
        base: what addresses begin with: the site's own address, or `/` where it does not know it.
    """

    atlas: Atlas
    reviews: Mapping[str, Review]
    conditions: Conditions
    base: str

    def link(self, path: str) -> str:
        """Return the address of a path of the site."""
        return f"{self.base}{path}"

    @cached_property
    def catalog(self) -> shape.Catalog:
        """Everything that there is to know of each code."""
        providers = [self._provider(one) for one in self.atlas.catalogs.values()]
        return shape.Catalog(schema_version=shape.SCHEMA_VERSION, providers=providers)

    def code(self, one: Code) -> shape.Code:
        """Return one code."""
        return self._codes[one.url]

    @cached_property
    def _codes(self) -> dict[str, shape.Code]:
        pairs = zip(self.atlas.catalogs.values(), self.catalog.providers, strict=True)
        return {
            code.url: shown
            for catalog, provider in pairs
            for code, shown in zip(catalog.codes, provider.codes, strict=True)
        }

    def alike(self) -> dict[str, shape.Codes]:
        """Return all entries with the same code, by the path of their file."""
        found: dict[str, shape.Codes] = {}
        for catalog in self.atlas.catalogs.values():
            for one in catalog.codes:
                path = addresses.alike(one)
                entries = found.setdefault(path, shape.Codes(key=one.code.lower(), entries=[]))
                entries.entries.append(self.code(one))
        return found

    def retry_table(self, catalog: Catalog) -> shape.RetryTable:
        """Return whether to retry, for every code of one provider."""
        provider = catalog.provider
        successes = [code for one in provider.code_sets for code in one.response.success]
        return shape.RetryTable(
            provider=provider.id,
            by="atlas",
            success=list(dict.fromkeys(successes)),
            codes={code.anchor: self._verdict(code) for code in catalog.codes},
        )

    def _verdict(self, code: Code) -> shape.Verdict:
        condition, entry = self.conditions.of(code), self.conditions.entry(code)
        return shape.Verdict(
            condition=condition.id,
            rpc=condition.rpc,
            retry=condition.retry,
            confidence=entry.confidence,
        )

    def all_conditions(self) -> shape.Conditions:
        """Return all conditions, with their codes."""
        conditions = self.conditions
        return shape.Conditions(
            families=[shape.Family(id=one.id, title=one.title) for one in conditions.families],
            conditions=[
                shape.Condition(
                    id=one.id,
                    family=one.family,
                    title=one.title,
                    description=one.says,
                    synonyms=one.synonyms,
                    rpc=one.rpc,
                    http_status=one.http,
                    retry=one.retry,
                    why=one.why,
                    acts=one.acts,
                    codes=[self._reference(code) for code in conditions.codes[one.id]],
                    by="atlas",
                )
                for one in conditions.by_id.values()
            ],
        )

    def index(self, digest: str) -> shape.Index:
        """Return where everything is, and how much; `digest` is of all the other files."""
        codes = [code for one in self.atlas.catalogs.values() for code in one.codes]
        listed = [
            shape.Address(
                path=f"/{one.path}",
                title=one.title,
                media_type=one.media_type,
                schema_url=self.link(addresses.schema(one.shape)) if one.shape else None,
            )
            for one in addresses.ADDRESSES
        ]
        return shape.Index(
            schema_version=shape.SCHEMA_VERSION,
            updated=max(
                revision.added
                for one in self.atlas.catalogs.values()
                for revision in one.provider.revisions
            ).isoformat(),
            digest=digest,
            documentation_url=self.link("programs/"),
            counts=shape.Counts(
                providers=len(self.atlas.catalogs),
                revisions=sum(len(one.provider.revisions) for one in self.atlas.catalogs.values()),
                codes=len(codes),
                current=sum(not code.dropped for code in codes),
                conditions=len(self.conditions.by_id),
                changes=sum(len(one.changes) for one in self.reviews.values()),
                discrepancies=sum(
                    len(one.findings) + len(one.twins) for one in self.reviews.values()
                ),
            ),
            providers=list(self.atlas.catalogs),
            addresses=listed,
        )

    def not_found(self) -> shape.NotFound:
        """Return the answer to an address that does not exist."""
        return shape.NotFound(
            error="not-found",
            message="There is no such file: not an address, not the id of a provider, or a code"
            " that is in no revision held. The letters of codes are in lower case.",
            index_url=self.link(addresses.INDEX),
        )

    def _provider(self, catalog: Catalog) -> shape.Provider:
        provider = catalog.provider
        return shape.Provider(
            id=provider.id,
            name=provider.name,
            product=provider.product,
            vendor=provider.vendor,
            aliases=provider.aliases,
            about=provider.about,
            official_url=provider.official.url,
            url=self.link(f"{provider.id}/"),
            revisions=[self._revision(provider, one) for one in provider.revisions],
            code_sets=[_code_set(one) for one in provider.code_sets],
            codes=[self._code(one) for one in catalog.codes],
        )

    def _revision(self, provider: Provider, one: Revision) -> shape.Revision:
        return shape.Revision(
            id=one.id,
            date=_day(one),
            dated_by=one.dated_by,
            added=one.added.isoformat(),
            source=None if one.source == "unknown" else one.source,
            licence=one.licence,
            sha256=one.sha256,
            source_url=self.link(document_path(provider, one)),
        )

    def _code(self, code: Code) -> shape.Code:
        review = self.reviews[code.provider.id]
        condition = self.conditions.of(code) if self.conditions else None
        entry = self.conditions.entry(code) if self.conditions else None
        return shape.Code(
            provider=code.provider.id,
            product=code.provider.product,
            code_set=code.code_set.id,
            code=code.code,
            name=code.name,
            message=" / ".join(code.messages),
            status="dropped" if code.dropped else "current",
            success=code.success,
            first_revision=code.listings[0].revision.id,
            last_revision=code.last.revision.id,
            range=_range(code),
            condition=condition.id if condition else None,
            rpc=condition.rpc if condition else None,
            http_status=condition.http if condition else None,
            retry=condition.retry if condition else None,
            classification=shape.Classification(
                by="atlas", confidence=entry.confidence, why=entry.why
            )
            if entry
            else None,
            meanings=[
                self._meaning(code, listing, row)
                for listing in code.listings
                for row in listing.rows
            ],
            changes=list(findings.changes_of(code, review)),
            discrepancies=list(findings.discrepancies_of(code, review)),
            same_number=[self._reference(one) for one in self.atlas.same_number(code)],
            url=self.link(code.url),
            anchor_url=self.link(f"{code.provider.id}/#{code.anchor}"),
            markdown_url=self.link(addresses.markdown(code)),
            source_url=self.link(document_path(code.provider, code.last.revision)),
        )

    def _meaning(self, code: Code, listing: Listing, row: Row) -> shape.Meaning:
        meant = self.conditions.meaning(code, row.message) if self.conditions else None
        return shape.Meaning(
            revision=listing.revision.id,
            date=_day(listing.revision),
            message=row.message,
            columns=row.columns,
            file=row.file,
            line=row.line,
            source_url=self.link(document_path(code.provider, listing.revision)),
            condition=meant.id if meant else None,
            rpc=meant.rpc if meant else None,
            http_status=meant.http if meant else None,
            retry=meant.retry if meant else None,
        )

    def _reference(self, code: Code) -> shape.Reference:
        return shape.Reference(
            provider=code.provider.id,
            code_set=code.code_set.id,
            code=code.code,
            url=self.link(code.url),
        )


def _day(revision: Revision) -> str | None:
    return None if revision.date == "unknown" else revision.date.isoformat()


def _code_set(code_set: CodeSet) -> shape.CodeSet:
    response = code_set.response
    return shape.CodeSet(
        id=code_set.id,
        title=code_set.title,
        code_at=response.code,
        message_at=response.message,
        type=response.type,
        success=response.success,
        success_means=response.success_means,
        note=response.note,
        example=response.example.strip(),
    )


def _range(code: Code) -> shape.Range | None:
    one = code.range
    if not one:
        return None
    return shape.Range(first=one.first, last=one.last, title=one.title, by=one.titled_by)
