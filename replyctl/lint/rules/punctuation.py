"""Write each mark once, right after its word, and none that only a web page or Markdown turns into something.

Bad: Your order ships on Friday ,, as promised . <br>Thanks &amp; regards
Good: Your order ships on Friday… as promised (at 10:30).
"""

import re
from collections.abc import Iterator

from replyctl.lint.rule import Cut, Draft, Severity, Violations, at
from replyctl.reading.exclaimed import ends_a_name
from replyctl.reading.greeting import addressed
from replyctl.reading.markup import markup
from replyctl.text.normal import plain
from replyctl.text.scripts import HAN

SEVERITY = Severity.WARNING
GROUP = "proof"
SOURCE = ("B1",)
# Classes beyond ASCII take a millisecond to compile: most drafts need none of them.
_HINT = r"[.,;:!?]{2}|[ \t][,;!?.:]|[，。、；：！？]"
_DOUBLED = (
    r"(?<![.])\.\.(?![.])|,{2,}|;{2,}|(?<!:):{2}(?![:\w])|[,;:][.!?]|[!?][.,;]|\.[,;](?!\S)|。{2,}(?!。)|[，、；：]{2,}|[，、；：][。！？]|[。！？][，、；]"
    rf"|(?<=[{HAN}])[,;:.!?][，、；：。！？]|[，、；：。][,;:.](?!\w)"
)
_SPACE_BEFORE = (
    r"(?<=[^\s\d.,;:!?()\[\]*_#>|/\\+=&~-])[ \t]+([,;!?]|[.:](?=\s|\Z))(?![\w(/=)-]|[ \t]\.)(?=\s|\Z|[\"'”’)])|(?<=[^\W\d_])[ \t]+([,;])(?=[^\W\d_])"
    r"|(?<=[\w）”》」』])[ \t]+([，。、；：！？])|(?<=\d)[ \t]+([,;.])(?=[ \t]+[^\W\d_]|[ \t]*\n|[ \t]*\Z)"
)
_HALF_WIDTH = (
    rf"(?<=[{HAN}])[,;?!:](?=[{HAN}\s]|\Z)|(?<=[{HAN}])\.(?=[{HAN}]|\s*\Z|\n)|(?<=[A-Za-z0-9])[,;?!](?=[{HAN}])"
)
_BRACKETS = rf"(?<=[{HAN}])\((?=[^()\n]{{0,30}}[{HAN}])([^()\n]{{1,40}})\)"
_DOTS = rf"(?<=[{HAN}])\.{{3,}}"
_TILDES = rf"(?<=[{HAN}！。])[~～]+(?=[\s，。！？]|\Z)"
_DIGITS = r"[０-９]+"
_FULL_WIDTH = {",": "，", ";": "；", "?": "？", "!": "！", ":": "：", ".": "。"}
_INITIAL = r"(?:(?:^|[\s.])[^\W\d_]|['׳])\Z"
_LAST_WORD = r"[^\W\d_]+\Z"


def check(draft: Draft) -> Violations:
    """Each doubled or clashing mark, each space before a mark, each half-width mark among full-width characters."""
    for piece in draft.pieces:
        yield from _run_on(piece)
        for kind in markup(piece):
            message = f"{kind.name} is shown as it is in a text mail: {piece.text[slice(*kind.spans[0])]}"
            yield at(piece, *kind.spans[0], message, edits=kind.edits, safe=True)
        if not (piece.language.full_width or re.search(_HINT, piece.text)):
            continue
        for start, end, message, edits in _found(piece):
            if _is_looked_at(piece, start) and not ends_a_name(piece.text, start, draft.exclaimed_names):
                yield at(piece, start, end, message, edits=edits, safe=True)


def _run_on(piece: Cut) -> Violations:
    """Each mark with no space behind it, in a script of its own: there it cannot be part of an address or a name."""
    if piece.language.by_character:
        return
    if not piece.language.letters:
        yield from _run_into(piece)
        return
    own = "".join(piece.language.letters)
    for match in re.finditer(rf"(?<=[{own}]{{2}})[,;!?.](?=[{own}]{{2}})|(?<=\d),(?=[{own}]{{2}})", piece.text):
        if _is_looked_at(piece, match.start()):
            edits = ((*match.span(), f"{match[0]} "),)
            yield at(piece, *match.span(), f"A space is missing after '{match[0]}'.", edits=edits, safe=True)


def _run_into(piece: Cut) -> Violations:
    """Each comma with no space behind it where a function word follows: what is joined on purpose (red,blue) has none."""
    for match in re.finditer(r"(?<=[^\W\d_][^\W\d_])[,;](?=([^\W\d_]{2,})(?=[\s,.!?]))", piece.text):
        if piece.language.has("stop-words", match[1].casefold()) and _is_looked_at(piece, match.start()):
            edits = ((*match.span(), f"{match[0]} "),)
            yield at(piece, *match.span(), f"A space is missing after '{match[0]}'.", edits=edits, safe=True)


def _is_looked_at(piece: Cut, start: int) -> bool:
    return not (piece.is_hidden(start) or piece.zone_of(start) == "signature")


def _is_meant(piece: Cut, at_: int, marks: str) -> bool:
    """Whether the full stop belongs to an abbreviation ("Inc.,"), or a mark is named ("the marks ?, ! and ;")."""
    before = piece.text[max(0, at_ - 8) : at_]
    if marks[0] != ".":
        return before[-1:].isspace() and len(set(marks)) > 1
    word = re.search(_LAST_WORD, before)
    last = word.group().lower() if word else ""
    known = last in piece.language.abbreviations or piece.language.has("short-forms", last)
    return known or bool(re.search(_INITIAL, before))


def _found(piece: Cut) -> Iterator[tuple[int, int, str, tuple[tuple[int, int, str], ...]]]:
    for match in re.finditer(_DOUBLED, piece.text):
        marks = match.group()
        if _is_meant(piece, match.start(), marks):
            continue
        edits = ((*match.span(), marks[0]),) if len(set(marks)) == 1 else ()
        yield *match.span(), f"Marks that clash: {marks}", edits
    greeted = addressed(piece) if piece.whole else None
    named = bool(greeted and greeted.words)  # the placeholder rule reports a gap in place of the name
    # A space after a link keeps the mark from becoming part of it.
    links = {end for _, end, kind in piece.masks if kind in {"§url", "§email"}}
    for match in re.finditer(_SPACE_BEFORE, piece.text):
        mark = match[match.lastindex or 0]
        if (match.start() >= piece.zones.greeting_end or named) and match.start() not in links:
            yield *match.span(), f"A space before '{mark}'.", ((*match.span(), mark),)
    if piece.language.full_width:
        yield from _half_width(piece)
        yield from _other_forms(piece)


def _other_forms(piece: Cut) -> Iterator[tuple[int, int, str, tuple[tuple[int, int, str], ...]]]:
    """Brackets, dots and digits of the wrong width, and waves in place of a full stop."""
    for match in re.finditer(_BRACKETS, piece.text):
        start, end = match.span()
        edits = ((start, start + 1, "（"), (end - 1, end, "）"))
        yield start, end, "Half-width brackets among full-width characters: （）", edits
    for match in re.finditer(_DOTS, piece.text):
        yield *match.span(), "Three dots among full-width characters: ……", ((*match.span(), "……"),)
    for match in re.finditer(_TILDES, piece.text) if piece.whole else ():  # in a subject they are ornaments
        yield *match.span(), f"'{match[0]}' is not a mark that ends a sentence.", ()
    for match in re.finditer(_DIGITS, piece.text):
        yield *match.span(), "Full-width digits: write the plain ones.", ((*match.span(), plain(match[0])),)


def _half_width(piece: Cut) -> Iterator[tuple[int, int, str, tuple[tuple[int, int, str], ...]]]:
    """One finding per mark, whose fix corrects all: who types half-width commas types them throughout.

    Marks that the author silenced are left out of these: each is a finding of its own.
    """
    spans: dict[tuple[str, int | None], list[tuple[int, int]]] = {}
    for match in re.finditer(_HALF_WIDTH, piece.text):
        start = match.start()
        if _is_looked_at(piece, start):
            apart = start if piece.directives.silences("punctuation", start) else None
            spans.setdefault((match.group(), apart), []).append(match.span())
    for (mark, _), found in spans.items():
        full = _FULL_WIDTH[mark]
        edits = tuple((start, end, full) for start, end in found)
        yield *found[0], f"A half-width '{mark}' among full-width characters: {full}", edits
