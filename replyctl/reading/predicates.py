"""Finds verbs and adjectives that do not agree with their noun, in languages whose nouns have a gender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from replyctl.reading.inflected import FEMININE, MASCULINE, SEVERAL, SEVERAL_FEMININE, WordForm, forms
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.scripts import COMMAS
from replyctl.text.tokens import END, LINE

_MOST = 3
"""The most words between a noun and its verb."""
_ONE = {"=masculine": MASCULINE, "=feminine": FEMININE}
_MANY = {"=masculine": SEVERAL, "=feminine": SEVERAL_FEMININE}
_ENDING = {
    "=either": {MASCULINE, SEVERAL},
    "=feminine": {FEMININE},
    "=several": {SEVERAL},
    "=several feminine": {SEVERAL_FEMININE},
}


class Noun(NamedTuple):
    """A noun in a text: its word, what goes with it, and the letters before it."""

    at: int
    wanted: int
    lead: str
    definite: bool


@remembered
def unfitting(piece: Cut) -> list[Hit]:
    """Each noun with the verb or adjective that does not fit it; the value says it better."""
    if not piece.language.groups.get("things"):
        return []
    found = (_subject(piece, noun) or _described(piece, noun) for noun in _nouns(piece))
    return [hit for hit in found if hit]


def _nouns(piece: Cut) -> Iterator[Noun]:
    article, groups = piece.language.article_prefix, piece.language.groups
    things, own, several = groups["things"], groups.get("things-of-yours", {}), groups.get("noun-genders", {})
    leads = sorted({"", *piece.language.prefixes}, key=len)
    for at, word in enumerate(piece.words):
        if word in own:
            yield Noun(at, _ONE[own[word]], "", definite=True)
            continue
        for lead in leads:
            noun = word[len(lead) :] if word.startswith(lead) else ""
            wanted = _ONE.get(things.get(noun, "")) if noun in things else _MANY.get(several.get(noun, ""))
            if wanted is not None:
                yield Noun(at, wanted, lead, lead.endswith(article) and bool(lead))
                break


def _subject(piece: Cut, noun: Noun) -> Hit | None:
    """A noun that begins its clause, with a verb that does not fit it."""
    if not (noun.definite and _begins(piece, noun)):
        return None
    article = piece.language.article_prefix
    known: Mapping[str, WordForm] = {**forms(piece.language.code, "describing"), **_verbs(piece)}
    for at in range(noun.at + 1, min(noun.at + 2 + _MOST, len(piece.words))):
        word = piece.words[at]
        if not _follows(piece, at) or (word in known and word not in piece.language.sets["beside-things"]):
            return _unfitting(noun, at, known[word]) if _follows(piece, at) else None
        if _with_another(piece, word):
            known = forms(piece.language.code, "agreeing")  # an adjective may be the other thing's
        elif not (piece.language.has("beside-things", word) or word.removeprefix(article) in known):
            return None
    return None


def _with_another(piece: Cut, word: str) -> bool:
    """Whether the word is another thing with a preposition joined to it ("the fault in the system")."""
    things, article, joint = piece.language.groups["things"], piece.language.article_prefix, piece.language.and_prefix
    leads = (lead for lead in piece.language.prefixes if word.startswith(lead) and word[len(lead) :] in things)
    return any(not lead.endswith(article) and not lead.startswith(joint) for lead in leads)


def _verbs(piece: Cut) -> Mapping[str, WordForm]:
    return forms(piece.language.code, "agreeing", "agreeing-now")


def _begins(piece: Cut, noun: Noun) -> bool:
    """Whether the noun begins a clause, and so is its subject: after "and" it may be the last of several."""
    before = piece.words[noun.at - 1] if noun.at else LINE
    joint = noun.lead.removesuffix(piece.language.article_prefix)
    if joint and joint != piece.language.and_prefix:
        return piece.language.has("that-prefixes", joint)
    if before in {END, LINE} or (before in _verbs(piece) if joint else piece.language.has("before-subjects", before)):
        return True
    return not set(piece.text[piece.ends[noun.at - 1] : piece.starts[noun.at]]).isdisjoint(COMMAS)


def _described(piece: Cut, noun: Noun) -> Hit | None:
    """A noun with an adjective that does not fit it, nor another noun before it."""
    at, article = noun.at + 1, piece.language.article_prefix
    if at >= len(piece.words) or not _follows(piece, at):
        return None
    word, known = piece.words[at], forms(piece.language.code, "describing", "pointing", "pointing-too")
    said = word if word in known else word.removeprefix(article)
    # A preposition joined to the noun takes its article's place.
    fits = word.startswith(article) == noun.definite or noun.lead not in {"", article}
    if said not in known or not fits or not _stands_alone(piece, noun, known[said]):
        return None
    if _describes_more(piece, noun, known[said]):
        return None
    return _unfitting(noun, at, known[said], word.removesuffix(said))


def _describes_more(piece: Cut, noun: Noun, form: WordForm) -> bool:
    """Whether an adjective may be of both nouns ("a mail and phone that are new"), or an abstract noun ("of privacy")."""
    joint, article = piece.language.and_prefix, piece.language.article_prefix
    if noun.lead.startswith(joint) and not form.fits.isdisjoint({SEVERAL, SEVERAL_FEMININE}):
        return True
    return noun.lead not in {"", article} and form.fits == {SEVERAL_FEMININE}


def _stands_alone(piece: Cut, noun: Noun, form: WordForm) -> bool:
    """Whether no noun before it can be what the adjective describes ("the number of the order, which is new")."""
    for at in range(noun.at - 1, -1, -1):
        word = piece.words[at]
        between = piece.text[piece.ends[at] : piece.starts[at + 1]]
        if word in {END, LINE} or not between.isspace() or piece.language.has("before-things", word):
            return True
        if word in forms(piece.language.code, "agreeing"):
            return True
        if not piece.language.has("stop-words", word) and not form.fits.isdisjoint(_could_be(piece, word)):
            return False
    return True


def _could_be(piece: Cut, word: str) -> set[int]:
    """What goes with the word if it is a noun, by its ending."""
    endings = piece.language.groups["noun-endings"]
    told = [_ENDING[group] for ending, group in endings.items() if word.endswith(ending)]
    return set().union(*told) or {MASCULINE}


def _follows(piece: Cut, at: int) -> bool:
    return piece.text[piece.ends[at - 1] : piece.starts[at]] == " "


def _unfitting(noun: Noun, at: int, form: WordForm, before: str = "") -> Hit | None:
    if noun.wanted in form.fits:
        return None
    better = form.fitting(noun.wanted)
    return Hit(noun.at, at + 1, f"_ {before}{better}") if better else None
