"""A text in the other script of its language (Traditional Chinese), read in the first one, in the same places.

Only a text that needs it pays for the converter, which knows words beside characters: 瞭解 is 了解, 簡訊 is 短信.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache as once
from typing import TYPE_CHECKING

from replyctl.language.facts import Facts, OtherScript
from replyctl.language.tag import spelt
from replyctl.text.scripts import HAN_CHARACTER

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = f"{HAN_CHARACTER}+"


def read(text: str, facts: Facts) -> str:
    """`text` in the first script of the language, character for character as long as it is."""
    other = facts.other_script
    if other is None or text.isascii() or not _foreign(text, other):
        return text
    run = _runs(other.shared)
    runs = run.findall(text)
    whole = iter(_converted(runs, other.reads))
    single = dict(zip(chars := sorted(set("".join(runs))), _converted(chars, other.reads), strict=True))

    kept = str.maketrans(other.reads_as)

    def read_as(found: re.Match[str]) -> str:
        """What a run is; character by character where its words have other lengths (隨身碟 is U盘)."""
        one = next(whole)
        same = found[0] not in other.shared and len(one) == len(found[0])
        return (one if same else "".join(single[char][:1] or char for char in found[0])).translate(kept)

    return run.sub(read_as, text)


def written(text: str, facts: Facts) -> str:
    """`text`, which is in the first script, in the other one."""
    return text if facts.other_script is None else _converter(facts.other_script.writes).convert(text)


def composed(text: str, facts: Facts, tag: str) -> str:
    """`text` as readers of `tag`, who have the other script, write it; one that is in that script stays as it is."""
    other = facts.other_script
    if other is None or text.isascii() or is_other(text, facts):
        return text
    region = next((part for part in spelt(tag).split("-") if part in other.composes), "")
    way = other.composes[region]
    converted: str = _converter(way).convert(text)
    said = {**other.composed_as.get("", {}), **other.composed_as.get(way, {})}
    return _wrong(tuple(said)).sub(lambda found: said[found[0]], converted)


@once
def _wrong(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or r"(?!)")


def is_other(text: str, facts: Facts) -> bool:
    """Whether the text is in the other script: its character set holds more of it."""
    other = facts.other_script
    if other is None or text.isascii() or not _foreign(text, other):
        return False
    han = "".join(re.findall(_HAN, text))
    return len(_held(han, other.own_encoding)) < len(_held(han, other.encoding))


def is_asked_for(tag: str, facts: Facts) -> bool:
    """Whether a language tag names the other script, or a region that writes it."""
    other = facts.other_script
    parts = set(spelt(tag).split("-"))
    return other is not None and not parts.isdisjoint({*other.regions, other.tag.rpartition("-")[2]})


def _foreign(text: str, other: OtherScript) -> bool:
    """Whether the text holds a character that only the other script's set knows."""
    with suppress(UnicodeEncodeError):
        text.encode(other.own_encoding)
        return False  # as nearly every text in the first script does
    han = "".join(re.findall(_HAN, "".join(set(text))))
    rest = set(han).difference(_held(han, other.own_encoding))
    return bool(_held("".join(rest), other.encoding))


def _held(text: str, encoding: str) -> str:
    """The characters of the text that a character set holds."""
    return text.encode(encoding, "ignore").decode(encoding)


@once
def _runs(shared: tuple[str, ...]) -> re.Pattern[str]:
    """Stretches to convert: a word that both scripts share, or all up to the next one."""
    words = "|".join(shared)
    return re.compile(f"{words}|(?:(?!{words}){HAN_CHARACTER})+")


def _converted(runs: list[str], way: str) -> list[str]:
    converted: str = _converter(way).convert("\n".join(runs))
    return converted.split("\n")


@once
def _converter(way: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(way)
