"""Leave nothing unfilled.

"Hi [Name]" tells the customer that nobody wrote to them. A tag that the reply only explains, in code or in
quotation marks, is not reported.

Bad: Your order {{ order }} ships on Friday.
Good: Your order HW-659 ships on Friday [1], see [your account](https://shop.example).
"""

from collections.abc import Iterator

from replyctl.lint.rule import Cut, Draft, Severity, Violations, at
from replyctl.reading.holes import holes
from replyctl.reading.unnamed import unnamed

SEVERITY = Severity.ERROR
GROUP = "policy"
SOURCE = ("B18",)

_MORE = 4
"""How many more characters than the hole show that a quotation holds more than the hole."""


def check(draft: Draft) -> Violations:
    """Each hole in subject and body, outside quoted mail and code."""
    nobody = unnamed(draft.body, draft.customer_name)
    for piece in draft.pieces:
        found = [*_own(draft, piece), *([nobody] if nobody and piece is draft.body else [])]
        for start, end in sorted(found):
            yield at(piece, start, end, f"Nothing was filled in here: {piece.text[start:end].strip()}")


def _own(draft: Draft, piece: Cut) -> Iterator[tuple[int, int]]:
    """The reply's own holes: not quoted, not mentioned, and not taken from the customer's mail."""
    hidden, speech = piece.masked("§code", "§url"), piece.masked("§quote")
    # A word that the mail mentions in quotation marks, such as the name of a tab, is not a hole.
    spoken = (piece.text[mask[0] + 1 : mask[1] - 1] for mask in piece.masks if mask[2] == "§quote")
    named = {word for word in spoken if word.isalpha()}
    for start, end in holes(piece.text, piece.language):
        text, (low, high) = piece.text[start:end], speech.around(start)
        covered = piece.is_quoted(start) or hidden.hold(start)
        told = low < start and end < high and high - low > end - start + _MORE
        asked = draft.incoming and text in draft.incoming.text and start >= piece.zones.greeting_end
        if not (covered or told or asked or text in named):
            yield start, end
