"""What mails in a language look like around their text, as data: the typed form of `language/<code>/mail.yaml`.

A mail may hold marks of several languages (a Hebrew text from an English program), so all are looked for in every mail.
`language/others/<code>.yaml` has the same of languages in which no replies are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cache as once
from pathlib import Path
from typing import NamedTuple

from replyctl import cache
from replyctl.language import FOLDER, stamp

_LINE = 80
_FILE, _OTHERS = "mail.yaml", "others"


@dataclass(frozen=True, kw_only=True)
class MailFile:
    """The keys of `mail.yaml`. Words are compared without case; expressions are regular expressions, likewise."""

    letters: list[str] = field(default_factory=list)
    """Ranges of letters by which a text is told to be in the language, where `language.yaml` does not say it."""
    common: list[str] = field(default_factory=list)
    """Its commonest words, for the same end."""
    quote_headers: dict[str, list[str]] = field(default_factory=dict)
    """Labels above a quoted mail ("From:"), by header: from, sent, to, subject."""
    forwards: list[str] = field(default_factory=list)
    """Expressions of the line above a forwarded mail."""
    forward_subjects: list[str] = field(default_factory=list)
    """Expressions of what the subject of a forwarded mail begins with, before its colon."""
    sign_offs: list[str] = field(default_factory=list)
    """What ends a mail before the name, alone on its line."""
    sign_off_forms: list[str] = field(default_factory=list)
    """Expressions of whole lines that do so in many wordings ("With kindest regards")."""
    postscripts: list[str] = field(default_factory=list)
    """Expressions of what a postscript begins with."""
    device_lines: list[str] = field(default_factory=list)
    """Expressions of lines that programs add ("Sent from my iPhone")."""
    disclaimers: list[str] = field(default_factory=list)
    """Expressions of what a paragraph with a legal notice begins with."""
    footers: list[str] = field(default_factory=list)
    """Expressions of what a line begins with that a firm puts under signatures ("Follow us on …")."""
    form_labels: dict[str, list[str]] = field(default_factory=dict)
    """Labels of contact forms by field: name, given, family, title, email, phone, order, subject, message, other."""
    form_footers: list[str] = field(default_factory=list)
    """Expressions of the lines that a form's program adds above or below the fields."""
    automatic_subjects: list[str] = field(default_factory=list)
    """Expressions of what the subject of an automatic reply begins with."""
    bounce_subjects: list[str] = field(default_factory=list)
    """The same of a message that could not be delivered."""
    references: dict[str, list[str]] = field(default_factory=dict)
    """Words before a number, by what it numbers: order, invoice, case, ticket, other."""
    number_words: list[str] = field(default_factory=list)
    """What may stand between such a word and its number."""
    money: list[str] = field(default_factory=list)
    """Words beside an amount."""
    asked_names: list[str] = field(default_factory=list)
    """Expressions that ask to be called by a name, which is their only group."""
    not_names: list[str] = field(default_factory=list)
    """Words that such an expression may find in the place of a name ("call me back")."""
    via: list[str] = field(default_factory=list)
    """Words between a name and the list or service that the mail came through."""


class MailWords(NamedTuple):
    """Those of all languages together, ready for use."""

    letters: dict[str, frozenset[str]]
    """By language, only of those without `language.yaml`; likewise `common`."""
    common: dict[str, frozenset[str]]
    quote_headers: dict[str, str]
    """Each label with its header."""
    forwards: re.Pattern[str]
    forward_subjects: re.Pattern[str]
    sign_offs: frozenset[str]
    sign_off_forms: re.Pattern[str]
    postscripts: re.Pattern[str]
    device_lines: re.Pattern[str]
    disclaimers: re.Pattern[str]
    footers: re.Pattern[str]
    form_labels: dict[str, str]
    form_footers: re.Pattern[str]
    automatic_subjects: re.Pattern[str]
    bounce_subjects: re.Pattern[str]
    references: dict[str, str]
    """Each word with the kind of number."""
    number_words: frozenset[str]
    money: frozenset[str]
    asked_names: re.Pattern[str]
    """One group for each expression."""
    not_names: frozenset[str]
    via: tuple[str, ...]


@once
def mail_words() -> MailWords:
    """The words of all languages."""
    files = _files()
    key = b"".join(map(stamp, sorted({path.parent.name for path in files.values()})))
    return cache.remember("mail-words", key, lambda: {code: asdict(read(path)) for code, path in files.items()}, _ready)


def signs_off(line: str) -> bool:
    """Whether the line, without its mark, is what a mail ends with before the name."""
    bare = " ".join(line.casefold().split())
    return bare in mail_words().sign_offs or (len(bare) <= _LINE and bool(mail_words().sign_off_forms.fullmatch(bare)))


def _files() -> dict[str, Path]:
    """The file of each language by its code; one that has a folder of its own has it there."""
    others = {path.stem: path for path in sorted(FOLDER.glob(f"{_OTHERS}/*.yaml"))}
    return {**others, **{path.parent.name: path for path in sorted(FOLDER.glob(f"*/{_FILE}"))}}


def read(path: Path) -> MailFile:
    """The file of a language. LanguageError with the place of a mistake."""
    from replyctl import yamlfile
    from replyctl.errors import LanguageError

    tree = yamlfile.read(path, LanguageError)
    found = yamlfile.validate(MailFile, tree)
    _check(found)
    return found


def _check(found: MailFile) -> None:
    for expressions in asdict(found).values():
        for one in expressions if isinstance(expressions, list) else ():
            re.compile(one)


def _ready(files: dict[str, dict[str, dict[str, list[str]]]]) -> MailWords:
    def every(key: str) -> list[str]:
        return [one for file in files.values() for one in file[key]]

    def by_word(key: str) -> dict[str, str]:
        groups = ((kind, word) for file in files.values() for kind, words in file[key].items() for word in words)
        return {word.casefold(): kind for kind, word in groups}

    def any_of(key: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{one})" for one in every(key)) or r"(?!)", re.IGNORECASE)

    return MailWords(
        letters={
            code: frozenset(map(chr, _between(list(file["letters"]))))
            for code, file in files.items()
            if file["letters"]
        },
        common={code: frozenset(file["common"]) for code, file in files.items() if file["common"]},
        quote_headers=by_word("quote_headers"),
        sign_offs=frozenset(one.casefold() for one in every("sign_offs")),
        form_labels=by_word("form_labels"),
        references=by_word("references"),
        number_words=frozenset(one.casefold() for one in every("number_words")),
        money=frozenset(one.casefold() for one in every("money")),
        not_names=frozenset(one.casefold() for one in every("not_names")),
        via=tuple(every("via")),
        **{
            key: any_of(key)
            for key in (
                *("forwards", "postscripts", "device_lines", "disclaimers", "form_footers", "sign_off_forms"),
                *("automatic_subjects", "bounce_subjects", "asked_names", "forward_subjects", "footers"),
            )
        },
    )


def _between(ranges: list[str]) -> Iterator[int]:
    """The code points of ranges such as а-я."""
    for one in ranges:
        yield from range(ord(one[0]), ord(one[-1]) + 1)
