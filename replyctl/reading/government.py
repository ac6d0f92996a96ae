"""Finds verbs in a form that the words before them do not take: "did not received", "has send", "to sent"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from replyctl.reading.neighbours import begins_clause, begins_line, is_joined, is_small
from replyctl.reading.verb_place import VerbPlace
from replyctl.reading.verbs import Verb, verbs
from replyctl.text.cut import Cut, remembered
from replyctl.text.hits import Hit
from replyctl.text.tokens import END, LINE

_MOST_BETWEEN = 2
"""Adverbs between a verb and what governs it."""
_FEW = 8
"""How many words before `is` may show that the verb behind it is what somebody does: "all you need to do is reply"."""


@remembered
def misgoverned(piece: Cut) -> list[Hit]:
    """Each verb and what governs it; the value has the verb in the right form."""
    known = verbs(piece.language.code)
    return list(_found(piece, known)) if known else []


def _found(piece: Cut, known: Mapping[str, Verb]) -> Iterator[Hit]:
    for at, word in enumerate(piece.words):
        verb = known.get(word)
        before = verb and _governor(piece, at)
        if (
            verb is None
            or before is None
            or not (is_small(piece, at) and (is_small(piece, before) or begins_line(piece, before)))
        ):
            continue
        place = VerbPlace(piece, at, before, verb)
        better = next(filter(None, (judge(place) for judge in _JUDGES)), None)
        if better:
            yield Hit(before, at + 1, f"_ {better}")


def _governor(piece: Cut, at: int) -> int | None:
    """The word that governs the verb, with nothing but adverbs between; None at a line's or a clause's beginning."""
    for index in range(at - 1, max(-1, at - 2 - _MOST_BETWEEN), -1):
        if piece.words[index] in {END, LINE} or not is_joined(piece, index + 1):
            return None
        if not piece.language.has("between-verbs", piece.words[index]):
            return index
    return None


def _behind_modal(place: VerbPlace) -> str | None:
    """Will received -> will receive; not "Will returned items …", nor "a can opening"."""
    verb, before = place.verb, place.before
    helps = place.has("modal-forms", before) or place.has("do-forms", before)
    sure = "'" in place.piece.words[before] or place.at > before + 1
    if not helps or place.word == verb.plain or (place.has("determiners", before - 1) and not sure):
        return None
    if place.has("do-forms", before) and not sure:
        return None  # "what she did helped"
    subject = place.has("subjects", before - 1)
    if place.word == verb.ing:
        return verb.plain if subject and place.at == before + 1 and "'" not in place.piece.words[before] else None
    if place.word == verb.third:
        sure = sure or subject or (verb.kind == "only" and not place.begins(before))
        return verb.plain if sure else None
    return verb.plain if sure or not place.begins(before) else None


def _behind_subject(place: VerbPlace) -> str | None:
    """Do you has -> do you have; have you receive -> have you received."""
    verb, subject = place.verb, place.before
    if place.at != subject + 1 or not place.has("subjects", subject) or not place.asks(subject - 1):
        return None
    if place.has("modal-forms", subject - 1) or place.has("do-forms", subject - 1):
        return verb.plain if place.word != verb.plain else None
    if place.has("perfects", subject - 1) and place.word in {verb.plain, verb.past, verb.third}:
        return verb.participle if place.word != verb.participle else None
    return None


def _behind_asked(place: VerbPlace) -> str | None:
    """Does the app shows -> does the app show."""
    asked = place.before - 2
    if place.word != place.verb.third or asked < 0 or not place.has("determiners", asked + 1):
        return None
    helps = place.has("do-forms", asked) or place.has("modal-forms", asked)
    return place.verb.plain if helps and place.asks(asked) and not place.has("stop-words", place.before) else None


def _behind_perfect(place: VerbPlace) -> str | None:
    """Has receive -> has received; has went -> has gone; not "we have work"."""
    verb = place.verb
    if not place.has("perfects", place.before) or place.word not in {verb.plain, verb.past, verb.third}:
        return None
    if place.has("subjects", place.before - 1) and not begins_clause(place.piece, place.before - 1):
        return None  # "all that we had went out"
    if place.word == verb.third and verb.kind != "only":
        return None
    clear = place.takes_object and not place.has("subjects", place.at + 1)
    noun = verb.kind != "only" and place.word != verb.past and not clear
    return None if noun or place.word == verb.participle else verb.participle


def _behind_object(place: VerbPlace) -> str | None:
    """Let me knew -> let me know."""
    verb = place.verb
    wrong = {verb.past, verb.third} - {verb.plain, verb.participle}
    lets = place.at in place.piece.find("let-words").lasts and place.word in wrong
    return verb.plain if lets else None


def _without_have(place: VerbPlace) -> str | None:
    """I seen -> I have seen; not "are we given"."""
    verb, subject = place.verb, place.before
    if place.word != verb.participle or verb.participle in {verb.past, verb.plain} or place.at != subject + 1:
        return None
    sure = place.has("plural-subjects", subject) and begins_clause(place.piece, subject)
    return f"+have {verb.participle}" if sure else None


def _behind_been(place: VerbPlace) -> str | None:
    """Been charge -> been charged; are apologise -> are apologising; not "all you do is send it"."""
    verb, before = place.verb, place.before
    if not place.has("be-forms", before) or place.word not in {verb.plain, verb.past} - {verb.participle}:
        return None
    if place.word == verb.plain and (_names_a_deed(place) or verb.kind == "other" or place.begins(before)):
        return None
    if place.word == verb.plain and not _goes_on(place):
        return None
    return verb.ing if place.has("be-present", before) and place.word == verb.plain else verb.participle


def _goes_on(place: VerbPlace) -> bool:
    """Whether what follows shows a verb: "was charge twice", "we are look into it"; not "our advice is buy it"."""
    passive = place.has("be-past", place.before)
    goes_on = place.has("behind-verbs", place.at + 1)
    if place.verb.kind == "only":
        return passive or place.has("be-present", place.before) or (goes_on and not place.takes_object)
    return (passive or place.has("subjects", place.before - 1)) and (goes_on or place.takes_object)


def _names_a_deed(place: VerbPlace) -> bool:
    """Whether what somebody does is named ("what we will do is send it"), or there is some of it ("has been work")."""
    return any(place.has("deed-words", index) for index in range(max(0, place.before - _FEW), place.before))


def _behind_to(place: VerbPlace) -> str | None:
    """To sent it -> to send it; not "to limited items"."""
    verb = place.verb
    if not place.has("infinitive-marks", place.before) or place.at != place.before + 1:
        return None
    if place.word == verb.third:
        return verb.plain if verb.kind == "only" and place.takes_object else None
    sure = place.word == verb.past != verb.participle or place.takes_object
    return verb.plain if sure and place.word not in {verb.plain, verb.ing} else None


def _behind_please(place: VerbPlace) -> str | None:
    """Please chose -> please choose."""
    verb = place.verb
    if place.at not in place.piece.find("please-words").lasts or place.word in {verb.plain, verb.ing}:
        return None
    return verb.plain if place.takes_object or verb.kind == "only" else None


def _behind_preposition(place: VerbPlace) -> str | None:
    """By confirm your -> by confirming your."""
    verb = place.verb
    known = place.has("before-gerunds", place.before) and place.at == place.before + 1
    if not known or place.word != verb.plain or not place.takes_object:
        return None
    return verb.ing if verb.kind == "only" else None


def _behind_wish(place: VerbPlace) -> str | None:
    """Would like offer you -> would like to offer you; not "if able, send me one"."""
    verb = place.verb
    if place.word != verb.plain or place.at not in place.piece.find("before-infinitives").lasts:
        return None
    sure = verb.kind == "only" or (verb.kind == "counted" and place.takes_object)
    return f"+to {verb.plain}" if sure else None


_JUDGES: tuple[Callable[[VerbPlace], str | None], ...] = (
    _behind_modal,
    _behind_subject,
    _behind_asked,
    _behind_object,
    _without_have,
    _behind_perfect,
    _behind_been,
    _behind_to,
    _behind_please,
    _behind_preposition,
    _behind_wish,
)
