"""An invented provider: a real one and a number -> codes, with all that is said of them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, NamedTuple

from macros.codes import order
from macros.sources.observations import VARIABLE

if TYPE_CHECKING:
    from tests.bench.scale_models import Model, ModelProvider
    from tests.bench.scale_words import Rewording, Words

ROOM = 4  # numbers for each code, so that there are gaps
LONGEST = 200  # characters of a sentence in observations.yml
Fields = dict[str, Any]


class Changed(NamedTuple):
    """A change of a text: the place of the later revision, the kind and the reason."""

    place: int
    kind: str
    why: str | None


class Invented(NamedTuple):
    """A code of an invented provider.

    Attributes:
        printed: as printed.
        texts: what each revision says, oldest first; empty where one does not list it.
        change: where and why a text changed; none where none did.
        entry: its condition, as in conditions.yml.
        observation: as in observations.yml; none where there is none.
        finding: as in notes.yml; none where there is none.
    """

    printed: str
    texts: tuple[str, ...]
    change: Changed | None
    entry: Fields
    observation: Fields | None
    finding: Fields | None


def _lone(code: str) -> bool:
    """Tell whether a code has one digit, such as a success and a busy system."""
    return len(code.removeprefix("-")) == 1


def _folded(text: str) -> str:
    """Return a text as observations are compared: whatever its case and variables."""
    return VARIABLE.sub("{}", text).casefold()


class InventedProvider:
    """Invents the codes of one provider.

    Args:
        ident: the provider's id.
        like: the real provider that it takes after.
        lives: what becomes of codes, for a real provider that has one revision alone.
        count: how many codes.
        revisions: how many it has; where there are three, a code changes with one of them.
        words: where other words come from.

    Attributes:
        revisions: how many it has.
        codes: in order, by code set.
        sources: what observations rest on, by id, as in observations.yml.
    """

    def __init__(  # noqa: PLR0913 - each says one thing of a provider
        self,
        ident: str,
        like: ModelProvider,
        lives: list[Model],
        *,
        count: int,
        revisions: int,
        words: Words,
    ) -> None:
        self.ident = ident
        self.like = like
        self.sources: dict[str, Fields] = {}
        self._lives = lives
        self._words = words
        self._choose = random.Random(ident)  # noqa: S311 - the same data in every run, no secret
        self.revisions = revisions
        self._said: set[str] = set()
        self._sent: set[str] = set()
        self.codes = {
            code_set: self._code_set(models) for code_set, models in self._chosen(count).items()
        }

    def _chosen(self, count: int) -> dict[str, list[tuple[Model, int]]]:
        """Return whom the codes take after, by code set; each turn has each real code once."""
        chosen: dict[str, list[tuple[Model, int]]] = {one.id: [] for one in self.like.code_sets}
        turn = 0
        while count:
            # A code of one digit, such as the success, is there once.
            left = [one for one in self.like.models if not turn or not _lone(one.code)]
            models = self._choose.sample(left, min(count, len(left)))
            for model in models:
                chosen[model.code_set].append((model, turn))
            count -= len(models)
            turn += 1
        return chosen

    def _code_set(self, chosen: list[tuple[Model, int]]) -> list[Invented]:
        printed = self._printed([model for model, _ in chosen])
        codes = [
            self._code(model, turn, number)
            for (model, turn), number in zip(chosen, printed, strict=True)
        ]
        return sorted(codes, key=lambda code: order(code.printed))

    def _printed(self, models: list[Model]) -> list[str]:
        """Return a code for each, with as many digits as give them room, and signs as theirs."""
        digits = max(4, len(str(ROOM * len(models))) + 1)
        first = self._choose.randrange(1, 9) * 10 ** (digits - 1)
        numbers = iter(self._choose.sample(range(first, first + 10 ** (digits - 1)), len(models)))
        return [
            model.code
            if _lone(model.code)
            else f"{model.code[0] if model.code[0] in '-E' else ''}{next(numbers)}"
            for model in models
        ]

    def _code(self, model: Model, turn: int, printed: str) -> Invented:
        reword = self._words.anew()
        texts, change = self._texts(model, reword)
        entry = {
            key: reword(value) if key in {"why", "do", "for_user"} else value
            for key, value in model.entry.items()
        }
        observation = self._observation(model, turn, reword)
        finding = self._finding(model, printed, texts[-1], reword)
        return Invented(printed, texts, change, entry, observation, finding)

    def _texts(self, model: Model, reword: Rewording) -> tuple[tuple[str, ...], Changed | None]:
        """Return what the revisions say; what happens to a code does so with one of them."""
        if self.like.ages or not model.texts[-1]:
            like, (old, new) = model, (reword(text) for text in model.texts)
        else:
            like = self._choose.choice(self._lives)
            old = new = reword(model.texts[-1])
            new = f"{new} {self._more()}" if like.change else new
            old, new = old if like.texts[0] else "", new if like.texts[1] else ""
        while old in self._said or new in self._said:
            more = self._more()  # hardly any two codes have the same message
            old, new = (text and f"{text} {more}" for text in (old, new))
        self._said |= {old, new} - {""}
        place = self._choose.randrange(1, self.revisions)
        texts = (old,) * place + (new,) * (self.revisions - place)
        if not (old and new and old != new):
            return texts, None
        kind, why = like.change or ("reworded", None)
        return texts, Changed(place, kind, why and reword(why))

    def _more(self) -> str:
        return self._words.draw("token")

    def _finding(self, model: Model, printed: str, text: str, reword: Rewording) -> Fields | None:
        if not model.finding or not text:
            return None
        made = {"title": model.finding["title"], "harm": model.finding["harm"]}
        quote = {"code": printed, "text": text}
        if "should" in model.finding["quotes"][0]:
            quote["should"] = f"{text} {self._more()}"
        made["quotes"] = [quote]
        return made | {
            key: reword(model.finding[key]) for key in ("says", "why") if key in model.finding
        }

    def _observation(self, model: Model, turn: int, reword: Rewording) -> Fields | None:
        if not model.observation:
            return None
        made: Fields = {}
        if "says" in model.observation:
            made["says"] = self._statement(model.observation["says"], turn, reword)
        for kind in ("messages", "causes", "differs"):
            if kind in model.observation:
                made[kind] = [self._statement(one, turn, reword) for one in model.observation[kind]]
        for message in made.get("messages", ()):
            while _folded(message["text"]) in self._sent:
                message["text"] += f" {self._more()}"
            self._sent.add(_folded(message["text"]))
        return made

    def _statement(self, statement: Fields, turn: int, reword: Rewording) -> Fields:
        """Return a statement in other words; its sources are copies of the real ones."""
        made = {
            key: reword(value)[:LONGEST].strip()
            if key in {"text", "why", "tell", "do", "doubt"}
            else value
            for key, value in statement.items()
            if key != "shared"  # no two codes send the same text
        }
        made["sources"] = [f"{source}-{turn}" for source in statement["sources"]]
        for real, source in zip(statement["sources"], made["sources"], strict=True):
            page = {"id": source, "url": f"https://{self.ident}.example/{source}"}
            self.sources.setdefault(source, {**self.like.sources[real], **page})
        return made
