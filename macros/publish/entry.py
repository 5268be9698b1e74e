"""What the atlas says of one code, decided once: atlas, code -> entry.

The code's page, its Markdown and its JSON are three renderings of this value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros import addresses
from macros.publish import answer, badges, body, history, wording
from macros.publish.packs import Packs
from macros.review.standing import chosen_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.atlas import Atlas
    from macros.catalog.model import Code
    from macros.publish.badges import Badge
    from macros.publish.history import Life
    from macros.readers.rows import Row, Unreadable
    from macros.review.changes import Change
    from macros.review.conditions import Unreviewed
    from macros.review.discrepancies import Finding
    from macros.review.fields import Field
    from macros.review.look_alikes import SignTwins
    from macros.review.model import Stated
    from macros.review.moves import Move
    from macros.review.standing import Earlier
    from macros.review.verdicts import Verdict
    from macros.sources.conditions import Condition
    from macros.sources.observations import Differs
    from macros.sources.provider import Revision

MOST_ELSEWHERE = 3  # codes of other providers with the same condition; the rest is a link


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of the texts of a code, with what to do if it means this."""

    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Said:
    """One row of one revision, with what to do if the code means what it says."""

    revision: Revision
    row: Row
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Differing:
    """What a later page of the provider says of the code, with what to do if it means that."""

    statement: Differs
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class InLanguage:
    """What the newest revision says of the code in one language; no rows where it lists it not."""

    language: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class LookAlike:
    """Another code with the same digits.

    Attributes:
        code: the other code.
        own: whether it is of the same provider.
        says: how it differs, in a few words.
        meanings: what it means, in one line, shortened.
    """

    code: Code
    own: bool
    says: str
    meanings: str


@dataclass(frozen=True, slots=True)
class OnField:
    """An identifier that the code's newest messages name.

    Attributes:
        field: the identifier, with all codes on it.
        others: other codes on it, the first of them.
        more: how many more there are.
    """

    field: Field
    others: tuple[Code, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What the atlas says of one code.

    Attributes:
        code: the code.
        place: product, code set and range.
        state: as of which revision the entry holds, in a sentence.
        standing: that it is dropped, not readable, not listed, or a range; empty where a person has
            to know nothing of the kind.
        compared: when that revision was last compared with what is published, and what came of it,
            in a sentence; empty where nobody has recorded that.
        delivery: what a delivery result is; empty of any other code.
        badges: the words beside the code.
        unreviewed: that its text is not classified; None where it is.
        condition: its condition; of several current meanings the most cautious one.
        verdict: what to do: by its condition, or by a more cautious one of `differs`.
        differs: the meanings that later pages of the provider give it, each with its verdict.
        outdated: the text beside which the observations were written, if it changed.
        doubt: why the classification is open; None where it is not.
        meanings: each current text with its own verdict, where there are several and they do not
            all mean the same.
        said: each row of each revision, oldest revision first.
        languages: what the newest revision that lists it says in each of its languages, that of
            titles first; nothing where it has one language.
        lives: what each revision has, newest first; nothing where none lists the code.
        unchanged: since when all revisions say the same, in a few words; empty where they do not.
        broke: what the newest change did that makes older clients wrong; None where none did.
        elsewhere: codes of other providers with the same condition: those with the same digits,
            then the nearest by words.
        same: how many codes have this condition; 0 where it is not classified.
        look_alikes: other codes with the same digits.
        confused: those of them that are easily taken for it and stand not in `elsewhere`.
        body: a response that carries it; None where none is known.
        limits: what its newest messages say is the most, the least or the like.
        fields: the identifiers that they name.
        changes: what happened to it, oldest first.
        moves: texts that went from it to another code, or came from one.
        findings: what looks wrong about it.
        twins: its pair with the other sign, if there is one.
        twins_say: what is said of the two, in a sentence; empty where there is none.
        previous: the code before it in the catalog.
        following: the code behind it.
        written: the file and line in which the atlas says what it says of the code.
        report: what a report of a mistake has to tell.
        document: the address of the document that lists it, in the site; of a code that was
            observed alone, of the first page that tells what it means.
        packs: in which files its JSON and its Markdown stand, and those of other codes.
    """

    code: Code
    place: tuple[str, ...]
    state: str
    standing: str
    compared: str
    delivery: str
    badges: list[Badge]
    unreviewed: Unreviewed | None
    condition: Condition
    verdict: Verdict
    differs: tuple[Differing, ...]
    outdated: Earlier | None
    doubt: str | None
    meanings: tuple[Meaning, ...]
    said: tuple[Said, ...]
    languages: tuple[InLanguage, ...]
    lives: tuple[Life, ...]
    unchanged: str
    broke: answer.Broke | None
    elsewhere: tuple[Code, ...]
    same: int
    look_alikes: tuple[LookAlike, ...]
    confused: tuple[LookAlike, ...]
    body: body.Body | None
    limits: tuple[Stated, ...]
    fields: tuple[OnField, ...]
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]
    findings: tuple[Finding, ...]
    twins: SignTwins | None
    twins_say: str
    previous: Code | None
    following: Code | None
    written: tuple[str, int]
    report: str
    document: str
    packs: Packs

    @property
    def sends(self) -> str:
        """The first text that the API sends, where the document says another; else nothing."""
        if not self.code.messages or self.code.success:
            return ""
        listed = {" ".join(text.casefold().split()) for text in self.code.messages}
        sent = (text for text in self.code.sent if " ".join(text.casefold().split()) not in listed)
        return next(sent, "")

    @property
    def maps_to(self) -> str:
        """What RPC and HTTP call its condition; nothing where it has several meanings."""
        if self.unreviewed or self.differs or self.meanings:
            return ""
        return answer.maps_to(self.condition)


def entry_of(atlas: Atlas, code: Code) -> Entry:
    """Return what the atlas says of a code."""
    review = atlas.review_of(code)
    conditions = atlas.conditions
    changes = review.changes_of(code)
    broke = next((one for one in reversed(changes) if _broke(one)), None)
    lives = history.lives(code, changes, broke)
    look_alikes = tuple(_look_alike(atlas, code, other) for other in atlas.same_number(code))
    elsewhere = _elsewhere(atlas, code)
    shown = {other.url for other in elsewhere}
    unreviewed = conditions.unreviewed.get(code.url)
    state = wording.state(code)
    previous, following = atlas.neighbours(code)
    twins = review.twins_of(code)
    return Entry(
        code=code,
        place=wording.place(code),
        state=state,
        standing=answer.standing(code, state),
        compared=wording.compared(atlas.catalogs[code.provider.id].compared),
        delivery=wording.delivery(code),
        badges=badges.of(code, review),
        unreviewed=unreviewed,
        condition=atlas.condition_of(code),
        verdict=conditions.verdict(code),
        differs=tuple(
            Differing(differs, conditions.judge(code, conditions.by_id[differs.condition]))
            for differs in code.differs
        ),
        outdated=review.outdated(code),
        doubt=conditions.entry(code).why,
        meanings=tuple(_meanings(atlas, code)),
        said=tuple(_said(atlas, code)),
        languages=tuple(_languages(code)),
        lives=lives,
        unchanged=history.unchanged(lives, changes),
        broke=answer.broke(broke) if broke else None,
        elsewhere=elsewhere,
        same=0 if unreviewed else len(conditions.codes[atlas.condition_of(code).id]),
        look_alikes=look_alikes,
        confused=tuple(one for one in look_alikes if one.code.url not in shown),
        body=body.body_of(code),
        limits=review.limits_of(code),
        fields=tuple(_on_field(field, code) for field in review.fields_of(code)),
        changes=changes,
        moves=review.moves_of(code),
        findings=review.findings_of(code),
        twins=twins,
        twins_say=wording.twins(twins, same_condition=_alike(atlas, twins)) if twins else "",
        previous=previous,
        following=following,
        written=(
            (code.observed.file, code.observed.line) if code.observed else conditions.written(code)
        ),
        report=wording.report(code),
        document=_document(code),
        packs=Packs.of(atlas),
    )


def _on_field(field: Field, code: Code) -> OnField:
    most = wording.MOST_ON_FIELD
    others = [other for other in field.codes[: most + 1] if other.url != code.url]
    return OnField(field, tuple(others[:most]), max(0, len(field.codes) - 1 - most))


def document_address(code: Code, revision: Revision, row: Row | Unreadable) -> str:
    """Return the address in the site of the document that has a row of a code."""
    name = revision.document(row.file).name
    return addresses.DOCUMENT(provider=code.provider.id, revision=name)


def _document(code: Code) -> str:
    if code.revisions:
        newest = code.newest
        rows, unread = code.rows(newest), code.unread_in(newest)
        return document_address(code, newest, unread.place if unread else rows[0])
    assert code.observed, "a code is listed or observed"
    assert code.observed.observation.says, "the review has refused it"
    return code.observed.sources(code.observed.observation.says)[0].url


def _broke(change: Change) -> bool:
    return change.kind.breaks and change.of_text


def _elsewhere(atlas: Atlas, code: Code) -> tuple[Code, ...]:
    """Return the codes of other providers with the same condition that an entry names."""
    near = atlas.conditions.nearest(code, MOST_ELSEWHERE)
    if not near:
        return ()
    condition = atlas.condition_of(code)
    alike = [
        other
        for other in atlas.same_number(code)
        if other.provider.id != code.provider.id and atlas.condition_of(other) is condition
    ]
    both = {other.url: other for other in (*alike, *near)}
    return tuple(both.values())[:MOST_ELSEWHERE]


def means_several(atlas: Atlas, code: Code) -> bool:
    """Tell whether a code has several current texts that do not all mean the same."""
    if len(code.messages) == 1:
        return False
    entry = atlas.conditions.entry(code)
    return any(chosen_for(entry, text) for text in code.messages)


def _meanings(atlas: Atlas, code: Code) -> Iterator[Meaning]:
    if means_several(atlas, code):
        for text in code.messages:
            verdict = atlas.conditions.judge(code, atlas.conditions.meaning(code, text))
            yield Meaning(text, verdict)


def _said(atlas: Atlas, code: Code) -> Iterator[Said]:
    for listing in code.listings:
        for row in listing.rows:
            verdict = atlas.conditions.said(code, listing.revision, row.message)
            yield Said(listing.revision, row, verdict)


def _languages(code: Code) -> Iterator[InLanguage]:
    if code.listings and len(code.last.revision.languages) > 1:
        for tag in dict.fromkeys((code.language, *code.last.revision.languages)):
            yield InLanguage(tag, code.last.within(tag))


def _look_alike(atlas: Atlas, code: Code, other: Code) -> LookAlike:
    own = other.provider.id == code.provider.id
    signed, other_signed = (which.code.startswith("-") for which in (code, other))
    pair = atlas.review_of(code).twins_of(code)
    twins = pair if pair and (other is pair.unsigned or other is pair.signed) else None
    differs = [] if own else ["another provider"]
    if signed != other_signed:
        differs.append("with the minus" if other_signed else "without the minus")
    if own and code.code_set is not other.code_set:
        differs.append(other.code_set.title)
    if note := wording.status_note(other):
        differs.append(note)
    if twins and not twins.same:
        differs.append("the same condition" if _alike(atlas, twins) else "another condition")
    if twins and twins.same:
        differs.append(f"the same meaning. {twins.same}")
    says = ", ".join(differs)
    return LookAlike(other, own, says, answer.shortened(wording.meanings(other)))


def _alike(atlas: Atlas, twins: SignTwins) -> bool:
    """Tell whether two codes that differ in sign alone have one condition."""
    return atlas.condition_of(twins.unsigned) is atlas.condition_of(twins.signed)
