"""What is wrong with a draft as the answer to the mail that it is linted against: its headers, its language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.cli.draft_headers import misdirected
from replyctl.language import available, load
from replyctl.text import other_script
from replyctl.text.detect import detect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from replyctl.cli.inputs import Input
    from replyctl.lint.context import Context
    from replyctl.mail.case import CustomerCase

_FEWEST = 20
"""Characters of a paragraph whose language counts: less is a name, or what something is called."""


def notices(item: Input, tag: str, context: Context, mail: CustomerCase) -> Iterator[str]:
    """A line for each; `tag` is the draft's language, about which whoever gives one in `context` has decided."""
    if item.whole:
        yield from misdirected(item.body, mail)
    if not context.language:
        yield from in_another_language(tag, item.body, mail)


def in_another_language(tag: str, text: str, mail: CustomerCase) -> Iterator[str]:
    """A notice if the draft `text`, whose language has that tag, is in none of the languages that the mail is in."""
    ours, theirs = (one.partition("-")[0] for one in (tag, mail.language))
    if not {ours, theirs} <= {*available()} or tag == mail.language:
        return
    if ours == theirs and not (_shows_script(text, ours) and _shows_script(mail.own_text, ours)):
        return
    if ours != theirs and ours in _languages(mail.own_text):
        return
    yield f"the draft is in {_named(tag)}, the mail that it answers in {_named(mail.language)}"


def _shows_script(text: str, language: str) -> bool:
    """Whether it would look otherwise in the other script: much of a short text may be the same in both."""
    facts = load(language)
    return other_script.written(text, facts) != other_script.read(text, facts)


def _languages(text: str) -> set[str]:
    return {detect(one) for one in text.splitlines() if len(one.strip()) >= _FEWEST}


def _named(tag: str) -> str:
    from babel import Locale

    return Locale.parse(tag, sep="-").get_display_name("en") or tag
