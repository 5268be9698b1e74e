"""Words for sums, as the foot of a table has them: a text -> whether it says nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = r"[0-9][0-9.,' ]*"
# English, German, the languages of Romance, Slavic ones, Turkish, and those of East Asia.
_SUM = (
    r"(?:grand |sub[ -]?|over ?all )?totals?|sums?|(?:total |over ?all )?count"
    r"|in total|in all|altogether"
    r"|(?:gesamt|zwischen)?summe|(?:gesamt)?zahl|gesamt|(?:gesamt)?anzahl|insgesamt"
    r"|(?:sous-)?total(?:e|i|es|en)?|somme|nombre(?: total)?|(?:sub|sotto)totale?|somma"
    r"|totaal|aantal|suma(?: total)?|soma|cantidad|quantidade|n[uú]mero(?: total)?|итого"
    r"|всего|сумма|количество|toplam|jumlah|razem|suma|[łl][aą]cznie|celkem|yhteens[aä]|summa|totalt|antal"
    r"|[合总總共小]\s*[计計]|总[数和]|總[數和]|计|計|総[計数]|합\s?계|총\s?계|총\s?합|소\s?계"
)
_COUNTED = (
    r"(?:(?:error|status|return|all) ?)?(?:codes|errors|messages)|rows|records|entries|items|lines"
    r"|(?:fehler)?codes|fehlercodes|eintr[aä]ge|zeilen|c[oó]digos|errores|erros|entradas|filas|linhas"
    r"|erreurs|entr[eé]es|lignes|codici|errori|righe|voci|кодов|коды|ошибок|записей|строк"
    r"|[个個条條项項行件]|[个個条條项項]?(?:错误码?|錯誤碼?|记录|記錄|数据|代码)|개|건|항목|件"
)
_OF = r"(?:\s+(?:of|de|d['’]|di|von|der|an|des|dos|das))?\s*"
_SAYS_SUM = re.compile(
    rf"(?:{_SUM})(?:{_OF}(?:{_COUNTED}))?\s*[.:：=]*\s*(?:{_NUMBER}\s*(?:{_COUNTED})?)?\W*"  # noqa: RUF001
    rf"|(?:{_NUMBER}\s*)?(?:{_COUNTED})\s+(?:{_SUM})\W*|{_NUMBER}\s*(?:{_COUNTED})\W*"
    rf"|[共总總총]\s*(?:{_NUMBER})?\s*(?:{_COUNTED})\W*",
    re.IGNORECASE,
)
_SAYS_WHAT = re.compile(rf"(?:{_NUMBER}\s*)?(?:{_COUNTED})\W*|{_NUMBER}", re.IGNORECASE)


def says(text: str) -> bool:
    """Tell whether a text says nothing but that something is summed up: `Total: 3`, `5 codes`."""
    return bool(_SAYS_SUM.fullmatch(text))


def says_what(text: str) -> bool:
    """Tell whether a text has nothing but what is counted, or a number: `codes`, `45`."""
    return bool(_SAYS_WHAT.fullmatch(text))


def are_of_foot(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row have sums, or what is counted, and nothing else but numbers.

    A row of a code can look so, too: nothing is lost where it tells nothing of the others.
    """
    said = [text for text in texts if text]
    has_words = any(map(str.isalpha, "".join(said)))
    return has_words and all(says(text) or says_what(text) for text in said)
