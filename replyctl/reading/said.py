"""What the texts of a reply have said already, so that what stands around and after them does not say it again."""

from __future__ import annotations

from replyctl.reading.apology import apologies
from replyctl.text.cut import Cut


def thanks(piece: Cut) -> bool:
    """Whether the text thanks the customer."""
    return any(sentence for sentence in piece.prose() if piece.within(piece.find("thanks-words"), sentence))


def invites(piece: Cut) -> bool:
    """Whether the text says that the customer can answer the mail."""
    return any(sentence for sentence in piece.prose() if piece.within(piece.find("reply-here"), sentence))


def waits(piece: Cut) -> bool:
    """Whether the text says that the customer has waited for the answer."""
    return any(sentence for sentence in piece.prose() if piece.within(piece.find("waited-for-answer"), sentence))


def opens_with_apology(piece: Cut) -> bool:
    """Whether the first sentence below the greeting apologises."""
    first = next((one for one in piece.sentences if one.zone != "greeting"), None)
    return first is not None and any(one.sentence.first == first.first for one in apologies(piece))
