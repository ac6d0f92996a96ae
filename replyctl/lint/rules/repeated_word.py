"""Do not write a word twice in a row.

Bad: Your parcel is on the the way.
Good: He had had enough; that that is written twice is fine.
"""

from replyctl.lint.rule import Cut, Draft, Severity, Violations, at
from replyctl.reading.homophones import is_two_halves
from replyctl.text.tokens import LINE

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)


def check(draft: Draft) -> Violations:
    """Each repeated word; in a language without word breaks, each doubling that is always a mistake."""
    for piece in draft.pieces:
        if piece.language.by_character:
            yield from _characters(piece)
            continue
        for index, word in enumerate(piece.words[1:], start=1):
            if word == piece.words[index - 1] and word[0].isalpha() and _meant_once(piece, index):
                if _is_a_name(draft, piece, index):
                    continue
                start, end = piece.starts[index], piece.ends[index]
                cut = ((piece.ends[index - 1], end, ""),)
                yield at(piece, start, end, f"'{piece.text[start:end]}' is written twice.", edits=cut, safe=True)


def _is_a_name(draft: Draft, piece: Cut, index: int) -> bool:
    """Whether the customer or another part of the draft repeats the word too: Bora Bora."""
    first, second = (
        piece.text[piece.starts[index - 1] : piece.ends[index - 1]],
        piece.text[piece.starts[index] : piece.ends[index]],
    )
    if not first[0].isupper() or first != second:
        return False
    others = [other.text for other in draft.pieces if other is not piece] + [draft.context.incoming or ""]
    return any(f"{first} {second}" in text for text in others)


def _characters(piece: Cut) -> Violations:
    """Doublings in a script without word breaks: only those that are always mistakes, since doubling softens a verb.

    As with words, what is repeated more than once is emphasis, or not text.
    """
    for hit in piece.find("doubled"):
        start, end = piece.span(hit.first, hit.last)
        once = piece.text[start : (start + end) // 2]
        runs_on = piece.text.endswith(once, 0, start) or piece.text.startswith(once, end)
        if end - start == hit.last - hit.first and not (runs_on or is_two_halves(piece, hit)):
            yield at(piece, start, end, f"'{piece.text[start:end]}' is doubled.")


def _meant_once(piece: Cut, index: int) -> bool:
    word, text = piece.words[index], piece.text
    first, second = text[piece.starts[index - 1] : piece.ends[index - 1]], text[piece.starts[index] : piece.ends[index]]
    gap = text[piece.ends[index - 1] : piece.starts[index]]
    hyphens = (
        text[piece.starts[index - 1] - 1 : piece.starts[index - 1]],
        text[piece.ends[index] : piece.ends[index] + 1],
    )
    names = first[0].isupper() and second[0].isupper() and not first.isupper()
    return (
        bool(gap)
        and gap.isspace()
        and "\n\n" not in gap
        and not piece.language.has("doubled-ok", word)
        and not {"-", "'", "’", "־"} & set(hyphens)
        and not (names and index > 1)
        and word not in _beside(piece, index)
        and piece.zone_of(piece.starts[index]) not in {"greeting", "signature"}
    )


def _beside(piece: Cut, index: int) -> list[str]:
    """The words before and after the two, even on other lines: a word written three times is intended."""
    before, behind = piece.words[max(index - 3, 0) : index - 1], piece.words[index + 1 : index + 3]
    return [word for word in before if word != LINE][-1:] + [word for word in behind if word != LINE][:1]
