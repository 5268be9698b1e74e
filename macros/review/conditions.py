"""The same condition across providers: conditions.yml held against the catalogs.

Every code has one condition, and every condition a code.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from macros.cached import cached_property
from macros.errors import Problem, ProblemsError
from macros.review.nearest import Nearest
from macros.review.standing import chosen_for, earlier, held
from macros.review.verdicts import either, judge, told
from macros.sources import conditions as conditions_file
from macros.sources.conditions import NEVER_WAITS, UNREVIEWED, Entry
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code
    from macros.review.model import Review
    from macros.review.standing import Earlier
    from macros.review.verdicts import Verdict
    from macros.sources.conditions import Condition, ConditionsFile, Family
    from macros.sources.provider import Revision
    from macros.sources.yaml_file import Written


@dataclass(frozen=True, slots=True)
class Unreviewed:
    """A code whose newest text nobody has classified.

    Attributes:
        entry: what was chosen for another text; None where nothing ever was.
        verdict: what was to do then; None where there is no entry.
        earlier: that text; None where there is no entry.
    """

    entry: Entry | None = None
    verdict: Verdict | None = None
    earlier: Earlier | None = None


@dataclass(frozen=True, repr=False)
class Conditions:
    """All conditions, and each code's.

    Attributes:
        families: in order.
        by_id: conditions by id, in order.
        entries: what holds for the newest text, by the code's address in the site.
        unreviewed: the codes for whose newest text nothing holds, by their addresses.
        held: the ids of the revisions for whose texts holds what was chosen for each code.
        codes: the codes of each condition, by id, in the order of providers and codes.
        file: the file that says so, as the project names it.
        lines: the line of each code in it, by provider and anchor.
    """

    families: tuple[Family, ...]
    by_id: dict[str, Condition]
    entries: dict[str, Entry]
    unreviewed: dict[str, Unreviewed]
    held: dict[str, frozenset[str]]
    codes: dict[str, tuple[Code, ...]]
    file: str
    lines: dict[str, dict[str, int]]

    def written(self, code: Code) -> tuple[str, int]:
        """Return the file and line in which the condition of a code stands."""
        return self.file, self.lines[code.provider.id][code.anchor]

    @property
    def chosen(self) -> list[Condition]:
        """The conditions that are chosen for codes, in order: all but the one of no choice."""
        return [condition for condition in self.by_id.values() if condition.id != UNREVIEWED]

    @property
    def by_family(self) -> list[tuple[Family, list[Condition]]]:
        """The families, each with its conditions."""
        return [
            (family, [condition for condition in self.chosen if condition.family == family.id])
            for family in self.families
        ]

    def entry(self, code: Code) -> Entry:
        """Return what one code belongs to."""
        return self.entries[code.url]

    def of(self, code: Code) -> Condition:
        """Return the condition of one code."""
        return self.by_id[self.entry(code).condition]

    def judge(self, code: Code, condition: Condition) -> Verdict:
        """Return what to do where a code means a condition."""
        return judge(code, self.entry(code), condition)

    def verdict(self, code: Code) -> Verdict:
        """Return the verdict that holds: the most cautious of all that a code means.

        Later pages of the provider may give it other meanings: what to do with the document's is
        said first, and then what to do with the other.
        """
        return self._verdicts[code.url]

    @cached_property
    def _verdicts(self) -> dict[str, Verdict]:
        return {code.url: self._verdict(code) for codes in self.codes.values() for code in codes}

    def _verdict(self, code: Code) -> Verdict:
        own = self.judge(code, self.of(code))
        if not code.differs:
            return own
        others = [
            (differs.text, self.judge(code, self.by_id[differs.condition]))
            for differs in code.differs
        ]
        verdicts = [own, *(verdict for _, verdict in others)]
        most = min(verdicts, key=lambda verdict: verdict.caution)
        says = either((" / ".join(code.meanings), own), others)
        return replace(most, says=says, for_user=told(code, verdicts))

    def meaning(self, code: Code, text: str) -> Condition:
        """Return the condition of one of the newest texts of a code: its own, else the code's."""
        entry = self.entry(code)
        return self.by_id[chosen_for(entry, text) or entry.condition]

    def said(self, code: Code, revision: Revision, text: str) -> Verdict:
        """Return what to do where a code means what one revision said of it.

        What was chosen for another text says nothing of this one.
        """
        standing = self.unreviewed.get(code.url)
        entry = (standing and standing.entry) or self.entry(code)
        own = chosen_for(entry, text)
        if not own and revision.id not in self.held[code.url]:
            return judge(code, Entry(condition=UNREVIEWED), self.by_id[UNREVIEWED])
        return judge(code, entry, self.by_id[own or entry.condition])

    def nearest(self, code: Code, most: int) -> tuple[Code, ...]:
        """Return some codes of other providers with the same condition, nearest by words first."""
        if code.url in self.unreviewed:
            return ()
        condition = self.entry(code).condition
        elsewhere = (
            other
            for provider, codes in self._by_provider[condition].items()
            if provider != code.provider.id
            for other in codes
        )
        others = tuple(islice(elsewhere, 2 * most))
        if not others:
            return ()
        if condition not in self._nearest:
            self._nearest[condition] = Nearest(self.codes[condition])
        return self._nearest[condition].of(code, others, most)

    @cached_property
    def _nearest(self) -> dict[str, Nearest]:
        return {}

    @cached_property
    def _by_provider(self) -> dict[str, dict[str, list[Code]]]:
        """The codes of each condition, by provider."""
        listed: dict[str, dict[str, list[Code]]] = {}
        for condition, codes in self.codes.items():
            own = listed[condition] = {}
            for code in codes:
                own.setdefault(code.provider.id, []).append(code)
        return listed


def load(data: Path, catalogs: Mapping[str, Catalog], reviews: Mapping[str, Review]) -> Conditions:
    """Read the conditions, and hold them against the catalogs.

    Args:
        data: the folder.
        catalogs: all catalogs, by provider.
        reviews: what is known of their changes, by provider.

    Raises:
        ProblemsError: with every code that lacks a condition, ready to paste, and all that is
            unknown, unused, doubled or out of order.
    """
    written = conditions_file.read(data)
    differing = {
        differs.condition
        for catalog in catalogs.values()
        for listed in catalog.observations.content.codes.values()
        for observation in listed.values()
        for differs in observation.differs
    }
    problems = [
        *_condition_problems(written, differing),
        *_code_problems(written, catalogs),
        *_differing_problems(written, catalogs),
        *_revision_problems(written, catalogs),
    ]
    if problems:
        raise ProblemsError(problems)
    content = written.content
    all_codes = [code for catalog in catalogs.values() for code in catalog.codes]
    entries = {code.url: content.codes[code.provider.id][code.anchor] for code in all_codes}
    by_id = {condition.id: condition for condition in content.conditions}
    # Only what a later document has beside a text can speak against a verdict.
    verdicts = {
        code.url: judge(code, entries[code.url], by_id[entries[code.url].condition])
        for code in all_codes
        if any(row.columns for listing in code.listings[1:] for row in listing.all_rows)
    }
    unreviewed = {
        code.url: standing
        for code in all_codes
        if (standing := _unreviewed(code, content, by_id, reviews, verdicts.get(code.url)))
    }
    holding = {
        code.url: held(
            code,
            entries[code.url].as_of,
            content.reviewed.get(code.provider.id),
            reviews[code.provider.id].changes_of(code),
            verdicts[code.url].retry if code.url in verdicts else None,
        )
        for code in all_codes
    }
    entries |= dict.fromkeys(unreviewed, Entry(condition=UNREVIEWED))
    found: dict[str, list[Code]] = {ident: [] for ident in by_id}
    for code in all_codes:
        found[entries[code.url].condition].append(code)
    codes = {ident: tuple(same) for ident, same in found.items()}
    lines = {provider: written.lines("codes", provider) for provider in catalogs}
    return Conditions(
        tuple(content.families), by_id, entries, unreviewed, holding, codes, written.name, lines
    )


def _unreviewed(
    code: Code,
    content: ConditionsFile,
    by_id: Mapping[str, Condition],
    reviews: Mapping[str, Review],
    verdict: Verdict | None,
) -> Unreviewed | None:
    """Return why nothing holds for a code's newest text, if nothing does."""
    entry = content.codes[code.provider.id][code.anchor]
    if entry.condition == UNREVIEWED:
        return Unreviewed()
    changes = reviews[code.provider.id].changes_of(code)
    reviewed = content.reviewed.get(code.provider.id)
    was = earlier(code, entry.as_of, reviewed, changes, verdict.retry if verdict else None)
    verdict = verdict or (judge(code, entry, by_id[entry.condition]) if was else None)
    return Unreviewed(entry, verdict, was) if was else None


def _revision_problems(
    written: Written[ConditionsFile], catalogs: Mapping[str, Catalog]
) -> Iterator[Problem]:
    """Yield a problem for each revision in `reviewed` that there is not."""
    for provider_id, revision in written.content.reviewed.items():
        known = (
            [one.id for one in catalogs[provider_id].provider.revisions]
            if (provider_id in catalogs)
            else []
        )
        if revision not in known:
            what = f'{provider_id} has no revision "{revision}".'
            do = f"Its revisions are {', '.join(known)}." if known else "Remove it."
            yield written.problem(what, do, "reviewed", provider_id)


def _condition_problems(written: Written[ConditionsFile], differing: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with the conditions themselves; `differing` are used by observations."""
    content = written.content
    families = [family.id for family in content.families]
    for place, family in enumerate(families):
        if family in families[:place]:
            what = f'there are two families "{family}".'
            yield written.problem(what, "Keep one.", "families", place)
        elif all(condition.family != family for condition in content.conditions):
            what = f'no condition is of the family "{family}".'
            yield written.problem(what, "Remove it, or give it one.", "families", place)
    used = {
        ident
        for entries in content.codes.values()
        for entry in entries.values()
        for ident in (entry.condition, *(meaning.condition for meaning in entry.meanings))
    }
    cautious = [one.id for one in content.conditions if one.retry == "check-first"]
    if UNREVIEWED not in cautious:
        what = f'there is no condition "{UNREVIEWED}" with the verdict "check-first".'
        do = "Describe it: it is the condition of texts that nobody has classified."
        yield written.problem(what, do, "conditions")
    before: list[tuple[int, str]] = []
    for place, condition in enumerate(content.conditions):
        if condition.family not in families:
            what = f'there is no family "{condition.family}".'
            do = f"The families are {', '.join(families)}."
            yield written.problem(what, do, "conditions", place)
            continue
        order = (families.index(condition.family), condition.id)
        if any(order <= other for other in before):
            what = f'"{condition.id}" is not in its place: by family, then by id, each once.'
            yield written.problem(what, "Move it.", "conditions", place)
        before.append(order)
        if condition.id not in used | differing | {UNREVIEWED}:
            what = f'no code has the condition "{condition.id}".'
            yield written.problem(what, "Remove it, or give it its codes.", "conditions", place)


def _code_problems(
    written: Written[ConditionsFile], catalogs: Mapping[str, Catalog]
) -> Iterator[Problem]:
    """Yield what is wrong with the list of codes."""
    for provider_id in written.content.codes.keys() - catalogs.keys():
        what = f'there is no provider "{provider_id}".'
        yield written.problem(what, "Mend or remove it.", "codes", provider_id)
    for provider_id, catalog in catalogs.items():
        entries = written.content.codes.get(provider_id, {})
        codes = {code.anchor: code for code in catalog.codes}
        if missing := [code for code in catalog.codes if code.anchor not in entries]:
            what = f"codes of {provider_id} without a condition: {len(missing)}."
            do = "\n".join(
                [
                    f"Add them in their places, each with a condition or as {UNREVIEWED}:",
                    *map(_draft, missing),
                ]
            )
            yield written.problem(what, do, "codes", provider_id)
        listed = [anchor for anchor in entries if anchor in codes]
        if listed != [anchor for anchor in codes if anchor in entries]:
            what = f"the codes of {provider_id} are not in the order of codes."
            yield written.problem(what, "Sort them as the catalog page does.", "codes", provider_id)
        yield from _entry_problems(written, provider_id, codes)


def _differing_problems(
    written: Written[ConditionsFile], catalogs: Mapping[str, Catalog]
) -> Iterator[Problem]:
    """Yield a problem for each condition of an observation that there is not."""
    known = {condition.id for condition in written.content.conditions}
    for catalog in catalogs.values():
        for code_set, listed in catalog.observations.content.codes.items():
            for code, observation in listed.items():
                for place, differs in enumerate(observation.differs):
                    if differs.condition not in known:
                        what = f'there is no condition "{differs.condition}".'
                        do = f"Mend it, or describe it in {written.name}."
                        path = ("codes", code_set, code, "differs", place)
                        yield catalog.observations.problem(what, do, *path)


def _draft(code: Code) -> str:
    """Return the line of a code that has no condition yet, with what the provider says of it."""
    said = " / ".join(one_line(text) for text in code.meanings)
    return f'    "{code.anchor}": {UNREVIEWED}  # {said}'


def _entry_problems(
    written: Written[ConditionsFile], provider_id: str, codes: Mapping[str, Code]
) -> Iterator[Problem]:
    conditions = {condition.id: condition for condition in written.content.conditions}
    for anchor, entry in written.content.codes.get(provider_id, {}).items():
        faults = (
            _entry_faults(entry, codes[anchor], conditions)
            if anchor in codes
            else [
                (f'no document of {provider_id} lists the code "{anchor}".', "Mend or remove it.")
            ]
        )
        for what, do in faults:
            yield written.problem(what, do, "codes", provider_id, anchor)


def _entry_faults(
    entry: Entry, code: Code, conditions: Mapping[str, Condition]
) -> Iterator[tuple[str, str]]:
    named = [entry.condition, *(meaning.condition for meaning in entry.meanings)]
    unknown = [ident for ident in named if ident not in conditions]
    for ident in unknown:
        yield f'there is no condition "{ident}".', "Mend it, or describe it under `conditions`."
    if entry.as_of and all(entry.as_of != one.revision.id for one in code.listings):
        listing = [one.revision.id for one in code.listings]
        do = f"It is in {', '.join(listing)}." if listing else "Remove `as_of`."
        yield f'no revision "{entry.as_of}" lists {code.name}.', do
    said = {row.message for listing in code.listings for row in listing.rows}
    says = code.observed.observation.says if code.observed else None
    if says and says.doubt and not entry.confidence:
        yield f"what {code.name} means is not sure.", "Add `confidence: low` and `why`."
    texts = [meaning.text for meaning in entry.meanings]
    for text in texts:
        if text not in said:
            yield f'no revision says "{text}" of {code.name}.', "Quote the document."
        if texts.count(text) > 1:
            yield f'"{text}" has two conditions.', "Keep one."
    if unknown:
        return
    own = judge(code, entry, conditions[entry.condition])
    yield from _verdict_faults(own, code)
    current = (chosen_for(entry, text) for text in code.messages)
    verdicts = [judge(code, entry, conditions[ident]) for ident in current if ident]
    most = min(verdicts, key=lambda verdict: verdict.caution, default=own)
    if own.caution != most.caution:
        what = f"the verdict of {code.name} is not the most cautious of its meanings."
        yield what, f'Choose the one with the verdict "{most.retry}".'


def _verdict_faults(verdict: Verdict, code: Code) -> Iterator[tuple[str, str]]:
    """Yield what does not go together in what an entry and its condition say."""
    if verdict.retry == "later-with-backoff" and not verdict.wait:
        yield f"how long to wait with {code.name} is not said.", "Add `wait`."
    if verdict.wait and verdict.retry in NEVER_WAITS:
        yield f'nobody waits where the verdict is "{verdict.retry}".', "Remove `wait`."
