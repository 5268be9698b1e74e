"""One code in its public shape: entry -> Code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from macros.catalog import model
from macros.publish.api import fields, findings
from macros.publish.api.fields import SINCE_LANGUAGES, By, Day, Reports, Retry, Rpc, Url, field
from macros.publish.api.findings import discrepancy_of_finding, discrepancy_of_twins
from macros.publish.api.limit import SINCE as LIMITS_SINCE
from macros.publish.api.limit import CodeField, Limit
from macros.publish.api.observation import SINCE, Observation
from macros.publish.entry import document_address
from macros.sources.conditions import Acts

if TYPE_CHECKING:
    from macros.publish import entry
    from macros.publish.api.fields import Link
    from macros.publish.api.findings import Discrepancy
    from macros.readers.rows import Row
    from macros.review import changes
    from macros.sources import provider


class Reference(BaseModel):
    """Which code is meant."""

    provider: str = fields.PROVIDER
    code_set: str = fields.CODE_SET
    code: str = fields.CODE
    url: Url = fields.CODE_URL

    @classmethod
    def of(cls, code: model.Code, link: Link) -> Reference:
        """Refer to a code."""
        return cls(
            provider=code.provider.id,
            code_set=code.code_set.id,
            code=code.code,
            url=link(code.url),
        )


class Range(BaseModel):
    """A titled stretch of codes."""

    first: str = field("The first code of the range, as printed.", "40001")
    last: str = field("The last code of the range, as printed.", "40051")
    title: str = field("What the codes of the range are about.", "Invalid value")
    by: By = field("Whose title it is: the provider's own, or the atlas'.", "atlas")

    @classmethod
    def of(cls, span: provider.Range) -> Range:
        """Describe a range."""
        return cls(first=span.first, last=span.last, title=span.title, by=span.titled_by)


# The version in which ranges, sections, named columns and unreadable rows came.
READ_SINCE = "1.3"


class Covers(BaseModel):
    """The codes that one entry stands for, where a document lists them as a range."""

    first: str = field("The first code, as printed.", "50001", READ_SINCE)
    last: str = field("The last code, as printed.", "50501", READ_SINCE)


class Meaning(BaseModel):
    """One row of one revision: what the provider says, and where."""

    revision: str = field("The id of the revision.", "2025-12-10")
    date: Day | None = field(
        "The revision's own day (ISO); null where it is unknown.", "2025-12-10"
    )
    message: str = field(
        "The provider's words, character for character as its own page shows them; a line break is"
        " a line feed.",
        "Invalid OAuth code",
    )
    columns: dict[str, str] = field(
        "The other columns of the row: heading to text; empty where the document has none.",
        {"isSuccess": "false"},
    )
    named: dict[str, str] = field(
        "What some of the columns say, by a name that is the same for all providers: `name`,"
        " `cause`, `remedy`, `http`, `language`, `note`; those that the row has.",
        {"remedy": "Send it again."},
        READ_SINCE,
    )
    section: str | None = field(
        "The nearest heading above the row in the document; null where there is none.",
        "Docks",
        READ_SINCE,
    )
    file: str = field("The document, as the project names it.", "data/wechat/r2.txt")
    line: int = field("The line of the document on which the code stands, counted from 1.", 25)
    source_url: Url = fields.DOCUMENT_URL
    condition: str | None = field(
        "The id of the condition that this text stands for, by the atlas; null where it has none.",
        "invalid-authorization-code",
    )
    rpc: Rpc | None = field(
        "The google.rpc.Code of that condition; null where there is none.", "INVALID_ARGUMENT"
    )
    http_status: int | None = field(
        "The HTTP status that usually means that condition; null where there is none.", 400
    )
    retry: Retry | None = field(
        "Whether to send again if the code means this; null where it has no condition.",
        "after-fix",
    )
    wait: str | None = fields.WAIT
    language: str = field("The language of `message`, as a BCP 47 tag.", "en", SINCE_LANGUAGES)

    @classmethod
    def of(cls, said: entry.Said, document: str, link: Link) -> Meaning:
        """Describe a row, which stands in a `document` of the site."""
        return cls(
            revision=said.revision.id,
            date=fields.day(said.revision),
            message=said.row.message,
            columns=said.row.columns,
            named=said.row.named,
            section=said.row.section,
            file=said.row.file,
            line=said.row.line,
            source_url=link(document),
            condition=said.verdict.condition.id,
            rpc=said.verdict.condition.rpc,
            http_status=said.verdict.condition.http,
            retry=said.verdict.retry,
            wait=said.verdict.wait,
            language=said.row.language,
        )


class Translation(BaseModel):
    """One row of one revision in another language than that of its `message`."""

    language: str = field("The language, as a BCP 47 tag.", "ko", SINCE_LANGUAGES)
    revision: str = field("The id of the revision.", "2025-12-10", SINCE_LANGUAGES)
    message: str = field(
        "The provider's words in that language, character for character; a line break is a line"
        " feed.",
        "유효하지 않은 코드",
        SINCE_LANGUAGES,
    )
    columns: dict[str, str] = field(
        "The other columns of the row: heading to text; empty where the document has none.",
        {},
        SINCE_LANGUAGES,
    )
    file: str = field(
        "The document, as the project names it.", "data/wechat/r2.ko.txt", SINCE_LANGUAGES
    )
    line: int = field(
        "The line of the document on which the code stands, counted from 1.", 25, SINCE_LANGUAGES
    )
    source_url: Url = fields.FURTHER_DOCUMENT_URL

    @classmethod
    def of(cls, code: model.Code, listing: model.Listing, row: Row, link: Link) -> Translation:
        """Describe a row of a listing of a code."""
        return cls(
            language=row.language,
            revision=listing.revision.id,
            message=row.message,
            columns=row.columns,
            file=row.file,
            line=row.line,
            source_url=link(document_address(code, listing.revision, row)),
        )


class Classification(BaseModel):
    """How sure `condition`, `rpc`, `http_status` and `retry` are; they are the atlas' words."""

    by: Literal["atlas"] = fields.BY_ATLAS
    confidence: Literal["low"] | None = fields.CONFIDENCE
    why: str | None = field(
        "Why the condition is open; null where it is plain.",
        "The message names no parameter.",
    )


class CodeDiscrepancy(BaseModel):
    """What looks wrong in a document about this code."""

    codes: list[str] = field("All codes that it is about, as printed.", ["3016", "-3016"])
    kind: str = field(
        findings.KIND,
        "spelling",
    )
    title: str = findings.TITLE
    harm: fields.Harm = findings.HARM
    revisions: list[str] = field(
        "The ids of the revisions that have it, oldest first.", ["2025-12-10"]
    )
    note: str = field(
        "What looks wrong, in a sentence for readers.", '"doesn not" probably should be "does not".'
    )
    by: Literal["atlas"] = fields.BY_ATLAS

    @classmethod
    def of(cls, discrepancy: Discrepancy) -> CodeDiscrepancy:
        """Shorten a discrepancy to what a code's file says of it."""
        return cls(
            codes=discrepancy.codes,
            kind=discrepancy.kind,
            title=discrepancy.title,
            harm=discrepancy.harm,
            revisions=discrepancy.revisions,
            note=discrepancy.note,
            by="atlas",
        )


class CodeChange(BaseModel):
    """What happened to this code from one revision to the next."""

    kind: str = field(
        "What kind of change it is. New kinds may be added: treat an unknown one as"
        ' "meaning-changed".',
        "meaning-changed",
    )
    revisions: list[str] = field(
        "The ids of two revisions: the one before the change and the one after.",
        ["2022-05-19", "2025-12-10"],
    )
    note: str | None = field(
        "What a person says of the change; null where there is nothing to say beyond the kind.",
        "Still a failed validation.",
    )
    only_in: str | None = findings.ONLY_IN
    by: Literal["atlas"] = fields.BY_ATLAS

    @classmethod
    def of(cls, change: changes.Change) -> CodeChange:
        """Describe a change."""
        return cls(
            kind=change.kind.value,
            revisions=[change.before.id, change.after.id],
            note=change.note.why if change.note else None,
            only_in=change.only_in or None,
            by="atlas",
        )


class Code(BaseModel):
    """One code of one provider, with everything that is known of it."""

    provider: str = fields.PROVIDER
    product: str = field("The product whose API answers with the code.", "WeChat Official Accounts")
    code_set: str = fields.CODE_SET
    code: str = fields.CODE
    name: str = field("The provider's short name and the code.", "WeChat 40029")
    message: str = field(
        "What the code means as of the newest revision, or meant when it was last listed; several"
        ' meanings with " / " between them. Of a code that no document lists, what the API was seen'
        " to send; empty where that is unknown: `observation` says what it means.",
        "Invalid OAuth code",
    )
    status: model.Status = field(
        '"current" where the newest revision lists the code, "dropped" where only an older one'
        ' does, "observed" where none does and it was met in the wild.',
        "current",
    )
    readable: bool = field(
        "Whether the newest revision that lists the code has a row of it that can be read; where it"
        " has none, `message` is that of an older one, or empty.",
        True,  # noqa: FBT003
        READ_SINCE,
    )
    covers: Covers | None = field(
        "The codes that the entry stands for, where the document lists a range of codes as one; its"
        " `code` is then both ends with a hyphen between; null for a single code.",
        None,
        READ_SINCE,
    )
    success: bool = field("Whether the code says that all went well.", False)  # noqa: FBT003
    first_revision: str = field(
        "The id of the first revision held that lists it; empty where none does.", "r1"
    )
    last_revision: str = field(
        "The id of the last revision held that lists it; empty where none does.", "r2"
    )
    range: Range | None = field(
        "The titled range that the code stands in; null where it stands in none.",
        {"first": "40001", "last": "40051", "title": "Invalid value", "by": "atlas"},
    )
    condition: str | None = field(
        "The id of the condition that the code stands for, as conditions.json lists it; null where"
        " it has none.",
        "invalid-authorization-code",
    )
    rpc: Rpc | None = field(
        "The google.rpc.Code of the condition; null where there is none.", "INVALID_ARGUMENT"
    )
    http_status: int | None = field(
        "The HTTP status that usually means the condition; null where there is none.", 400
    )
    retry: Retry | None = field(
        "Whether to send the request again. A code with several current meanings has the most"
        " cautious verdict of them, and of what later pages of the provider say; null where it has"
        " no condition.",
        "after-reauthentication",
    )
    wait: str | None = fields.WAIT
    wait_seconds: int | None = fields.WAIT_SECONDS
    advice: str = field(
        "What to do, in a sentence by the atlas.", "Get a new token, then send again once.", "1.2"
    )
    acts: Acts = field("Who has to do it.", "caller", "1.2")
    for_user: str = field(
        "What a program can show to an end user: it tells no secret and promises nothing.",
        "Your session has ended. Please try again.",
        "1.2",
    )
    reports: Reports = fields.REPORTS
    disputed: bool = field(
        "Whether a later page of the provider gives the code another meaning, so that `retry` is"
        " the most cautious of all of them.",
        False,  # noqa: FBT003
        SINCE,
    )
    reviewed: bool = fields.REVIEWED
    earlier_condition: str | None = field(
        "The id of the condition that was chosen for what was said earlier; null where `condition`"
        " holds, and where there was none.",
        "server-busy",
        "1.3",
    )
    classification: Classification | None = field(
        "How sure `condition`, `rpc`, `http_status` and `retry` are; null where there is no"
        " condition.",
        {"by": "atlas", "confidence": None, "why": None},
    )
    meanings: list[Meaning] = field(
        "Each row of each revision, oldest revision first, in the document's order.", []
    )
    changes: list[CodeChange] = field("What happened to the code, oldest first.", [])
    moves: list[findings.Move] = field(
        "Texts that seem to have moved from this code to another one, or from another one to it.",
        [],
        findings.SINCE,
    )
    discrepancies: list[CodeDiscrepancy] = field(
        "What looks wrong about the code in the documents, the worst `harm` first.", []
    )
    observation: Observation | None = field(
        "What is known of the code beyond the documents; null where nothing is.", None, SINCE
    )
    same_number: list[Reference] = field(
        "Other codes with the same digits, whatever the sign, of any provider: easily taken for"
        " this one.",
        [],
    )
    url: Url = fields.CODE_URL
    anchor_url: Url = field(
        "The row of the code on the provider's catalog page.",
        "https://atlas.example/wechat/#40029",
    )
    markdown_url: Url = field(
        "The page of the code as Markdown: a file of its own, or a place in a pack.",
        "https://atlas.example/wechat/40029/index.md",
    )
    source_url: Url = field(
        "The document that says so, byte for byte as the atlas keeps it; of a code that no document"
        " lists, a page outside the atlas that tells what it means.",
        "https://atlas.example/sources/wechat/r2.txt",
    )
    limits: list[Limit] = field(
        "The limits that its messages name, as of the newest revision that lists it, in their"
        " order; only those that the words leave no doubt of.",
        [],
        LIMITS_SINCE,
    )
    language: str = field(
        "The language of `message`, as a BCP 47 tag: English where the document has it.",
        "en",
        SINCE_LANGUAGES,
    )
    translations: list[Translation] = field(
        "Each row of each revision in other languages, oldest revision first.",
        [],
        SINCE_LANGUAGES,
    )
    retracted: bool = field(
        "Whether the provider has retracted all revisions that list the code.",
        False,  # noqa: FBT003
        SINCE_LANGUAGES,
    )
    # The last one: below it the name is no longer the module's.
    fields: list[CodeField] = field(
        "The identifiers that these messages name, by name.", [], LIMITS_SINCE
    )

    @classmethod
    def of(cls, entry: entry.Entry, link: Link) -> Code:
        """Give an entry its public shape."""
        code, condition = entry.code, entry.condition
        earlier = entry.unreviewed.verdict if entry.unreviewed else None
        wrong = [discrepancy_of_finding(finding) for finding in entry.findings]
        if entry.twins:
            wrong.append(discrepancy_of_twins(entry.twins, entry.twins_say))
        return cls(
            provider=code.provider.id,
            product=code.provider.product,
            code_set=code.code_set.id,
            code=code.code,
            name=code.name,
            message=" / ".join(code.messages if code.listings else code.sent[:1]),
            status=code.status,
            success=code.success,
            readable=code.readable,
            covers=Covers(first=code.ends[0], last=code.ends[1]) if code.ends else None,
            first_revision=code.revisions[0].id if code.revisions else "",
            last_revision=code.revisions[-1].id if code.revisions else "",
            range=Range.of(code.range) if code.range else None,
            condition=condition.id,
            rpc=condition.rpc,
            http_status=condition.http,
            retry=entry.verdict.retry,
            wait=entry.verdict.wait,
            wait_seconds=entry.verdict.wait_seconds,
            advice=entry.verdict.says,
            acts=entry.verdict.acts,
            for_user=entry.verdict.for_user,
            reports=code.code_set.reports,
            disputed=bool(entry.differs),
            reviewed=not entry.unreviewed,
            earlier_condition=earlier.condition.id if earlier else None,
            classification=Classification(
                by="atlas", confidence="low" if entry.doubt else None, why=entry.doubt
            ),
            meanings=[
                Meaning.of(said, document_address(code, said.revision, said.row), link)
                for said in entry.said
            ],
            changes=[CodeChange.of(change) for change in entry.changes],
            moves=[findings.Move.of(move) for move in entry.moves],
            discrepancies=[CodeDiscrepancy.of(discrepancy) for discrepancy in wrong],
            observation=Observation.of(code.observed, entry.differs, reviewed=not entry.outdated)
            if code.observed
            else None,
            limits=[Limit.of_stated(stated) for stated in entry.limits],
            fields=[CodeField.of(on.field, link) for on in entry.fields],
            language=code.language,
            translations=[
                Translation.of(code, listing, row, link)
                for listing in code.listings
                for row in listing.twins
            ],
            retracted=code.retracted,
            same_number=[Reference.of(other.code, link) for other in entry.look_alikes],
            url=link(code.url),
            anchor_url=link(code.row_url),
            markdown_url=link(entry.packs.markdown(code)),
            source_url=link(entry.document) if code.revisions else entry.document,
        )
