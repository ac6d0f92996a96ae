"""Tells whether a whole name, before it is split, is that of a family or an organisation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.names import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language.names import Names

_PART = r"[\s,，;()（）/]+"
_COMPANY = 2
"""The length up to which a legal form counts only in capitals: AG is one, Ag may be a person."""
_FULL_NAME = 4
"""The most characters in a person's name, with a compound family name, in a language without spaces."""
_OFFICE = 3
"""The fewest characters in the name of an office."""


def family(text: str, tables: Iterable[Names]) -> tuple[str, str]:
    """How a family is greeted, and its name: "The Smith Family", משפחת לוי, 陈晓东一家; both empty for others."""
    for table in tables:
        for written, printed in table.families.items():
            before, after = written.split("{name}")
            name = text[len(before) : len(text) - len(after)].strip()
            whole = text.casefold().startswith(before) and text.casefold().endswith(after) and name
            # "the Smiths", but not "The Red Lions": an ending joined to the name allows only a single word.
            if whole and (not after or not after.isalpha() or table.family_first or " " not in name):
                return printed.replace("{name}", name), name
    return "", ""


def is_organisation(text: str, tables: Sequence[Names]) -> bool:
    """Whether `text` names a company, department or office, which is greeted by its whole name."""
    words = [word for word in re.split(_PART, text) if word]
    forms = [plain(word) for word in words]
    return any(
        _is_office(text, table)
        if table.family_first
        else any(form in table.organisations for form in forms[len(forms) > 1 :] or forms)
        or (len(forms) > 1 and forms[0] in table.organisation_heads)
        or any(form in table.organisation_links for form in forms[1:-1])
        or any(_is_legal_form(word, form, table) for word, form in zip(words[1:], forms[1:], strict=True))
        for table in tables
    ) or (len(words) > 1 and any(map(str.isdigit, text)) and any(map(str.isalpha, text)))


def _is_legal_form(word: str, form: str, table: Names) -> bool:
    return form in table.companies and (len(form) > _COMPANY or word.isupper())


def _is_office(text: str, table: Names) -> bool:
    """Whether a name in a language without spaces ends like an organisation's, with or without a part in brackets."""
    for one in (text, re.split(r"[(（,，\s]", text)[0]):
        if any(one.endswith(ending) and one != ending for ending in table.companies):
            return True
        person = one[:1] in table.family_names and (len(one) < _FULL_NAME or one[:2] in table.family_names)
        if len(one) >= _OFFICE and one[-1:] in table.office_endings and not (person and len(one) <= _FULL_NAME):
            return True
    return False
