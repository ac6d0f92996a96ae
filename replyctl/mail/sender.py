"""Who the sender is by name: from the signature, the display name and what they ask to be called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from replyctl.language import available, load
from replyctl.language.mail_words import mail_words
from replyctl.language.names import plain
from replyctl.mail.addresses import NamedAddress, unquoted
from replyctl.mail.name_agreement import agrees, shares
from replyctl.mail.signed_name import signed_name
from replyctl.people import order
from replyctl.people.name import Name
from replyctl.people.name_scripts import is_foreign, script
from replyctl.people.parts import tables
from replyctl.people.standin import holds_stand_in
from replyctl.reading.holes import unfilled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_QUOTED = r"[\"“„«「'‘]([^\"”“»」'’]{1,30})[\"”“»」'’]"
_INITIAL = 2
"""Characters of a word up to which it may stand for a longer one (D., Jo)."""


class Sender(NamedTuple):
    """The sender's name; each part is "" where it is unknown."""

    name: str = ""
    preferred: str = ""
    """What they sign with or ask to be called, where that is not the whole name."""
    title: str = ""
    """As written."""
    signed_as: str = ""
    """What stands in the place of the name and is not taken for it: a nickname, a town."""


def sender(displayed: NamedAddress, signature: Sequence[str], text: str, language: str, title: str = "") -> Sender:
    """The sender of a mail in `language` ("" if unknown), who says `text`, by display name and signature."""
    tongue = language.partition("-")[0]
    tongue = tongue if tongue in available() else ""
    shown = _displayed(displayed, tongue, title)
    signed = signed_name(signature, tongue, lambda name: agrees(name, shown, displayed, tongue))
    titled = shown and signed and signed.title and signed.full
    is_other = titled and shown and signed and not shares(signed, shown, displayed, tongue)
    name = signed if is_other else _chosen(shown, signed, language)
    preferred = _asked(text) or _signs_with(name, signed) or _nickname(displayed.name, shown)
    titles = [one.title for one in (shown, signed) if one and one.title]
    full = name.full if name else ""
    doubtful = None if signed else signed_name(signature, tongue, lambda name: not holds_stand_in(name.full))
    signed_as = doubtful.full if doubtful else ""
    return Sender(full, "" if plain(preferred) == plain(full) else preferred, next(iter(titles), title), signed_as)


def _displayed(displayed: NamedAddress, language: str, title: str) -> Name | None:
    """The display name, None if it names nobody."""
    text = re.split(rf"\s(?:{'|'.join(mail_words().via)})\s", displayed.name, maxsplit=1, flags=re.IGNORECASE)[0]
    text = unquoted(text.strip())
    text = order.turned(text, tables(map(load, available())), displayed.address)
    if not text or "@" in text or unfilled(text, name=True):
        return None
    name = Name.parse(text, title, language)
    return None if name.kind == "nobody" else name


def _chosen(shown: Name | None, signed: Name | None, language: str) -> Name | None:
    """Which of the two is the name: the one in the mail's script, else the fuller one, else the signature's."""
    if signed is None or not signed.full:
        return shown
    if shown is None or not shown.full or (shown.kind == "organisation" and signed.kind != "organisation"):
        return signed
    in_script = [_in_script(name, language) for name in (shown, signed)]
    if in_script[0] != in_script[1]:
        return shown if in_script[0] else signed
    shown_words, signed_words = (_words(name) for name in (shown, signed))
    if len(signed_words) == 1 and (not _is_whole(signed) or signed.full in shown.full):
        is_handle = len(shown_words) == 1 and shown.full.islower()
        return signed if is_handle and len(signed.full) > _INITIAL else shown
    if _holds(shown_words, signed_words) and len(shown_words) > len(signed_words):
        return shown
    is_other = not set(shown_words) & set(signed_words) or _shares_family_only(shown, signed)
    return signed if is_other or _holds(signed_words, shown_words) else shown


def _shares_family_only(shown: Name, signed: Name) -> bool:
    """Whether two people of one family share the mailbox: Anna Smith's, and Mike Smith signs."""
    first, second = plain(shown.given), plain(signed.given)
    return bool(first and second) and plain(shown.family) == plain(signed.family) and first[0] != second[0]


def _is_whole(name: Name) -> bool:
    """Whether one run of characters is family and given name."""
    return name.family_first and bool(name.family and name.given)


def _words(name: Name) -> list[str]:
    return [plain(word) for word in re.split(r"[\s.,-]+", name.full) if word]


def _holds(words: Iterable[str], others: Iterable[str]) -> bool:
    """Whether each of the others is one of the words, or the beginning of one."""
    words = list(words)
    return all(
        any(word == other or (len(other) <= _INITIAL and word.startswith(other)) for word in words) for other in others
    )


def _in_script(name: Name, language: str) -> bool:
    """Whether the name is written in the letters of the language; in an unknown one, in Latin letters."""
    base = language.partition("-")[0]
    if base not in available():
        letters = mail_words().letters.get(base)
        return any(char in letters for char in name.full.lower()) if letters else script(name.full) == "LATIN"
    if load(base).letters:
        return not is_foreign(name.full, base) and any(char > "\x7f" for char in name.full)
    return script(name.full) == "LATIN"


def _signs_with(name: Name | None, signed: Name | None) -> str:
    """The name under the mail, where it is neither the whole name, nor initials, nor a title."""
    if (
        name is None
        or signed is None
        or signed.title
        or {name.kind, signed.kind} != {"person"}
        or len(signed.full) < _INITIAL
    ):
        return ""
    return "" if len(_words(signed)) > 1 and len(_words(name)) > 1 else signed.full


def _asked(text: str) -> str:
    """What the mail asks to call its sender."""
    found = (next(filter(None, match.groups())) for match in mail_words().asked_names.finditer(text))
    name = next(found, "")
    return "" if name.casefold() in mail_words().not_names else name[:1].upper() + name[1:]


def _nickname(displayed: str, shown: Name | None) -> str:
    """The name between quotation marks inside the display name: Elizabeth "Liz" Stone."""
    match = re.search(rf"(?<=\S)\s+{_QUOTED}\s+(?=\S)", displayed)
    return match[1].strip() if match and shown and match[1].strip() in shown.notes else ""
