"""Finds what nobody filled in, in a reply's text and in values: merge tags, bracketed names of values, rows of X."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from replyctl.language import DEFAULT, NEUTRAL, Language, load
from replyctl.reading.merge_tags import BEGINS, CROSSES, FORMS, MARKS, NAMED, PLAIN_MARKS, SURE, TOLD, WORDS
from replyctl.reading.stretch import QUOTES, Stretch
from replyctl.text.detect import detect
from replyctl.text.masks import CODE_HINT, masks
from replyctl.text.phrases import scan
from replyctl.text.spans import Range
from replyctl.text.wordsets import every, some, words_of

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_BRACKETS = frozenset("[【［〔<&«‹")
_CROSS = r"[xy]{1,6}"
_TO_COME = r"(?i:x{2,}|todo|tb[acd]|fixme|tktk)|×{2,}"
_MARKS = r"[_＿]+|[?？]+|[\[【<][XxＸ]{1,6}[\]】>]"
_NOTHING = frozenset({"undefined", "null", "NULL", "nan", "NaN"})
"""What programs print if they have no value."""
_KNOWN = ("hole-words", "name-words", "hole-beside", "fill-words", "stop-words")
_MOST_WORDS, _NOUN, _CHARACTERS = 5, 3, 6
_SQUARE = frozenset("[［〔")
"""Brackets that customers read as an author's; heavier ones also emphasise."""
_ABBREVIATION = r"[A-Z]{1,4}"
_TAG = 2_000
"""How many characters are searched for the end of an HTML element."""


def holes(text: str, language: Language) -> list[Range]:
    """Every hole in a text in this language, in reading form; code holds none."""
    code = [mask[:2] for mask in reversed(masks(text)) if mask[2] == "§code"] if CODE_HINT in text else []
    found: list[Range] = []
    end = 0
    for start in _beginnings(text):
        if start and text[start - 1] == text[start] in "xX":
            continue  # inside a run of them, which is read from its start
        while code and code[-1][1] <= start:
            code.pop()
        if start >= end and not (code and code[-1][0] <= start):
            end, is_hole = _read(text, start, language)
            if is_hole:
                found.append((start, end))
    return found


def unfilled(value: str, *, name: bool = False) -> str:
    """The hole in a given value, "" if there is none; `name` is set if it should be somebody's name.

    "null" is not a name, but nothing that anybody has to fill in either.
    """
    bare = value.strip(f"{QUOTES} ")
    language = _tongue(value, load(DEFAULT))
    if name and language.has("nothing-words", bare.casefold()):
        return ""
    if bare in _NOTHING or re.fullmatch(f"{_TO_COME}|{_MARKS}", bare):
        return value
    words = words_of(bare, language)
    told = some(words, language, "fill-words") and some(words, language, "hole-words", "name-words")
    if (told and every(words, language, *_KNOWN)) or (name and names_itself(bare, language)):
        return value
    return next((value[start:end] for start, end in holes(value, language) if not _is_quoted(value, start, end)), "")


def names_itself(name: str, language: Language) -> bool:
    """Whether what should be a name only asks for one ("First Name", 姓名)."""
    words = words_of(name, language)
    return every(words, language, *_KNOWN) and some(words, language, "name-words")


def _is_quoted(value: str, start: int, end: int) -> bool:
    """Whether the value quotes this stretch, and says more than that."""
    more = value[: max(0, start - 1)] + value[end + 1 :]
    return Stretch(value, start, end, load(DEFAULT)).is_quoted and any(map(str.isalnum, more))


def _beginnings(text: str) -> Iterator[int]:
    """Where holes may begin. Most texts contain a few of the marks and none of the words."""
    if any(word in text for word in WORDS):
        yield from (begin.start() for begin in re.finditer(BEGINS, text))
    else:
        begins, marks = re.compile(BEGINS), PLAIN_MARKS if text.isascii() else MARKS
        yield from (mark.start() for mark in re.finditer(marks, text) if begins.match(text, mark.start()))


def _read(text: str, start: int, language: Language) -> tuple[int, bool]:
    """Where what begins at `start` ends, and whether it is a hole; an explained one is skipped as a whole."""
    for firsts, pattern, is_hole in _TABLES:
        if text[start] in firsts and (match := re.compile(pattern).match(text, start)):
            stretch = Stretch(text, *match.span(), language)
            if is_hole(match, stretch):
                return match.end(), not stretch.is_explained
    return start, False


def _is_sure(_match: re.Match[str], _stretch: Stretch) -> bool:
    return True


def _names_a_value(match: re.Match[str], stretch: Stretch) -> bool:
    inside = match[match.lastindex or 0].strip()
    bracketed = match[0][0] in _BRACKETS
    language = _tongue(inside, stretch.language)
    words = words_of(inside, language)
    if re.fullmatch(_TO_COME, inside) or _is_number_to_come(words, language):
        return not stretch.is_box
    named = some(words, language, "hole-words", "name-words") or (words and every(words, language, "insert-words"))
    if not (named and every(words, language, *_KNOWN)) and not (bracketed and _describes(words, language)):
        return match[0][0] in _SQUARE and _may_be_a_noun(inside, words, language) and _stands_for(stretch)
    return not (bracketed and (stretch.is_label or _is_element(match, inside)))


def _may_be_a_noun(inside: str, words: list[str], language: Language) -> bool:
    """Whether it is a few words and neither an abbreviation nor an editor's remark ("[sic]")."""
    few = 0 < len(words) <= (_CHARACTERS if language.by_character else _NOUN)
    spelt = all(one.isalpha() or one in " -" for one in inside)
    return few and spelt and not re.fullmatch(_ABBREVIATION, inside) and not some(words, language, "bracket-remarks")


def _stands_for(stretch: Stretch) -> bool:
    return stretch.is_in_place_of_a_noun and not stretch.is_label


def _is_number_to_come(words: list[str], language: Language) -> bool:
    """Whether the words are letters in place of numbers: X, X to Y."""
    crosses = [word for word in words if re.fullmatch(_CROSS, word)]
    return bool(crosses) and every((word for word in words if word not in crosses), language, "stop-words")


def _describes(words: list[str], language: Language) -> bool:
    """Whether the words describe a value ("Team Lead Name", "insert expiry"), rather than an action ("Download link")."""
    if not (1 < len(words) <= _MOST_WORDS and all(map(str.isalpha, words))):
        return False
    if some(words[:1], language, "hole-openers", "insert-words"):
        return True
    return (
        some(words[-1:], language, "hole-heads")
        and not some(words[:1], language, "stop-words")
        and not any(hit.first == 0 for hit in scan(words, language).get("step-verbs", ()))
    )


def _is_element(match: re.Match[str], inside: str) -> bool:
    """Whether it is an HTML tag: a closing one, or one that is closed later."""
    return inside.startswith("/") or match.string.find(f"</{inside}", match.end(), match.end() + _TAG) >= 0


def _tells(match: re.Match[str], stretch: Stretch) -> bool:
    language = _tongue(match[1], stretch.language)
    words = words_of(match[1], language)
    return some(words, language, "insert-words") and every(words, language, *_KNOWN, "insert-words")


def _is_no_form(_match: re.Match[str], stretch: Stretch) -> bool:
    return not stretch.is_form


def _is_cross(match: re.Match[str], stretch: Stretch) -> bool:
    if match[0].startswith("某"):
        return stretch.is_person
    if match.lastgroup == "count":
        return stretch.is_count
    return not stretch.is_size


def _tongue(text: str, language: Language) -> Language:
    """The language in which to read a stretch of a text in `language`, chosen by its script."""
    if text.isascii():
        return load(language.latin) if language.latin else language
    code = detect(text)
    return language if code == NEUTRAL else load(code)


_TABLES: tuple[tuple[str, str, Callable[[re.Match[str], Stretch], bool]], ...] = (
    ("{%$#@!<[*⟦｛_＿TFLlNuE", "|".join(SURE.values()), _is_sure),
    (f"[【［〔<&«‹_$#@~|{_CAPITALS}", "|".join(NAMED.values()), _names_a_value),
    ("(（", "|".join(TOLD.values()), _tells),
    ("DdTJMmYyHh0", "|".join(FORMS.values()), _is_no_form),
    ("Xx Ｘ×$€£¥₪某○◯△", "|".join(CROSSES.values()), _is_cross),
)
"""For each kind of hole: its possible first characters, its patterns, and the test of a match."""
