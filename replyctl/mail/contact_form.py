"""A web contact form's mail: labelled fields, of which the message alone was written by the customer."""

from __future__ import annotations

import re
from typing import NamedTuple

from replyctl.language.mail_words import mail_words

_SEPARATOR = re.compile(r"[:：=|\t]+")
_AROUND = " \t*>•·-#"
_LONGEST = 42
"""Characters of a label."""
_PAGE = r"https?://\S+"
_MOST_ABOVE = 6
"""Lines that a form's program writes above its fields."""


class Form(NamedTuple):
    """The fields by kind: name, email, phone, order, subject, title, message; others and empty ones are left out."""

    fields: dict[str, str]

    def get(self, kind: str) -> str:
        """The value of a field, "" without it."""
        return self.fields.get(kind, "")

    @property
    def name(self) -> str:
        """The name, also where it was asked for in two fields."""
        return self.get("name") or " ".join(filter(None, (self.get("given"), self.get("family"))))


class _Field(NamedTuple):
    """A label, on line `first`; what is behind it on its line."""

    first: int
    kind: str
    rest: str


def contact_form(text: str) -> Form | None:
    """The form that `text` is, None if it is none: a signature has labels too, but below a text of its own."""
    lines = text.split("\n")
    fields = _fields(lines)
    kinds = {field.kind for field in fields}
    above = [line for line in lines[: fields[0].first] if line.strip()] if fields else []
    told = any(mail_words().form_footers.match(line.strip(_AROUND)) for line in above)
    named = bool(kinds & {"name", "given", "family"})
    if "message" in kinds:
        is_form = (named or "email" in kinds or told) and len(above) <= _MOST_ABOVE
    else:
        is_form = named and bool(kinds & {"email", "phone"}) and (not above or told)
    return Form(_values(lines, fields)) if is_form else None


def _fields(lines: list[str]) -> list[_Field]:
    """The fields in order; behind the message only those of a block that ends the mail."""
    found = [field for number, line in enumerate(lines) if (field := _label(number, line))]
    message = next((at for at, field in enumerate(found) if field.kind == "message"), None)
    if message is None:
        return found
    start = _last_block(lines, found[message + 1 :])
    below = [field for field in found[message + 1 :] if field.first >= start]
    asked = {field.kind for field in found[:message]} - {"other"}
    is_own = not any(field.kind in asked for field in below)  # no form asks twice: whoever filled it in wrote these
    return [*found[: message + 1], *(below if is_own else [])]


def _label(number: int, line: str) -> _Field | None:
    """The label that the line begins with, or is."""
    bare = line.lstrip(_AROUND).rstrip(" \t*")
    mark = _SEPARATOR.search(bare, 0, _LONGEST)
    if mark is None and len(bare) > _LONGEST:
        return None
    label, rest = (bare[: mark.start()], bare[mark.end() :]) if mark else (bare, "")
    kind = mail_words().form_labels.get(label.strip(_AROUND).casefold(), "")
    return _Field(number, kind, rest.strip(" \t*")) if kind else None


def _last_block(lines: list[str], fields: list[_Field]) -> int:
    """Where the block of fields and footers begins that ends the mail."""
    labels = {field.first for field in fields}
    start = len(lines)
    value_of_next = False
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if number in labels:
            start, value_of_next = number, False
        elif not line.strip() or _is_footer(line):
            continue
        elif number - 1 in labels and not value_of_next:
            value_of_next = True  # the value stands below its label
        else:
            break
    return start


def _is_footer(line: str) -> bool:
    bare = line.strip(" \t*-_=")
    return not bare or bool(mail_words().form_footers.fullmatch(bare)) or bool(re.fullmatch(_PAGE, bare))


def _values(lines: list[str], fields: list[_Field]) -> dict[str, str]:
    values: dict[str, str] = {}
    rest: list[str] = []
    ends = [*(field.first for field in fields[1:]), len(lines)]
    for field, end in zip(fields, ends, strict=True):
        below = lines[field.first + 1 : end]
        text = field.rest
        if field.kind == "message":
            text = "\n".join([text, *_without_footers(below)])
        else:
            at = next((at for at, line in enumerate(below) if line.strip()), None) if not text else None
            text = below.pop(at) if at is not None else text
            rest += below
        if text.strip() and field.kind != "other":
            values.setdefault(field.kind, text.strip())
    if not any(field.kind == "message" for field in fields):  # whoever filled it in wrote below the labels
        values["message"] = "\n".join(_without_footers(rest)).strip()
    return values


def _without_footers(lines: list[str]) -> list[str]:
    """The lines of a message up to what the form's program wrote below it."""
    last = len(lines)
    while last and (_is_footer(lines[last - 1]) or not lines[last - 1].strip()):
        last -= 1
    kept = lines[:last]
    for number, line in enumerate(kept):
        if number and re.fullmatch(r"\s*(?:-{2,}|_{3,}|={3,}|\*{3,})\s*", line):
            rest = [one for one in kept[number + 1 :] if one.strip()]
            if all(_is_footer(one) or re.search(_PAGE, one) or len(rest) <= 2 for one in rest):  # noqa: PLR2004 - what a footer has
                return kept[:number]
    return kept
