r"""Say what you are thankful for.

Bad: {body: "Hi Diane,\n\nThank you. Your order ships on Friday."}
Good: {body: "Hi Diane,\n\nThank you for the photos. Your order ships on Friday."}
"""

from itertools import islice

from replyctl.lint.rule import Cut, Draft, Hit, Severity, Violations, at_words
from replyctl.reading.content_words import content
from replyctl.text.scripts import BANGS, STOPS

SEVERITY = Severity.SUGGESTION
GROUP = "thanks"
SOURCE = ("B13",)
_BESIDE = 4
"""Words beside thanks that only make them warmer (Thanks so much, 非常感谢您)."""
_PARAGRAPH = "\n\n"
_ENDS = frozenset(f"{STOPS}{BANGS}")


def check(draft: Draft) -> Violations:
    """The first thanks for nothing in particular, if no thanks in the mail says what for."""
    piece = draft.body
    said = piece.find("thanks-words")
    own = [sentence for sentence in piece.sentences if sentence.zone in {"body", "list"}]
    thanks = [hit for hit in said if piece.zone_of(piece.starts[hit.first]) in {"body", "list"}]
    thanks = [hit for hit in thanks if hit.first < own[-1].first]  # a final "Thank you." is part of the sign-off
    thanks += [hit for hit in said if _is_before_sign_off(piece, hit)]
    # The first thanks of a sentence is followed by everything that follows the others.
    leading = {piece.sentence_at(hit.first): hit for hit in reversed(thanks)}.values()
    if thanks and not piece.find("thanks-for") and not any(_names_matter(piece, hit) for hit in leading):
        first = thanks[0]
        yield at_words(piece, first.first, first.last, "Thanks for what? Name it: the photos, the patience, the order.")


def _names_matter(piece: Cut, hit: Hit) -> bool:
    """Whether the sentence goes on to say what for, in a language without a word such as "for" before it."""
    sentence = piece.sentence_at(hit.first)
    if sentence is None or piece.language.thanks_take_for:
        return False
    return len(list(islice(content(piece, hit.last, sentence.last), 2))) > 1


def _is_before_sign_off(piece: Cut, hit: Hit) -> bool:
    """Whether the thanks are a sentence and a paragraph of their own, and the mail signs off in a later one."""
    sentence = piece.sentence_at(hit.first)
    if sentence is None or piece.text[sentence.end : sentence.end + 1] not in _ENDS:
        return False
    if hit.first - sentence.first + sentence.last - hit.last > _BESIDE:
        return False
    start, end = piece.zones.closing
    before, behind = piece.text[: sentence.start], piece.text[sentence.end + 1 : end]
    signs = end > sentence.end and start <= sentence.end + len(_PARAGRAPH) + 1
    return before.endswith(_PARAGRAPH) and behind.startswith(_PARAGRAPH) and signs and bool(behind.strip())
