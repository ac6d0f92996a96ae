"""What a name is as a whole, before anything is split off it: a family, an organisation, or neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from replyctl.language.names import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from replyctl.language.names import Names

_PART = r"[\s,，;()（）/]+"
_COMPANY = 2
"""Letters of a legal form that counts only in capitals: AG is one, Ag may be somebody."""
_FULL_NAME = 4
"""Characters of the longest name of a person in a language without spaces, with a compound family name."""
_OFFICE = 3
"""Characters of the shortest office."""


def family(text: str, tables: Iterable[Names]) -> tuple[str, str]:
    """How a family is greeted, and its name; both empty if `text` is none: "The Smith Family", משפחת לוי, 陈晓东一家."""
    for table in tables:
        for written, printed in table.families.items():
            before, after = written.split("{name}")
            name = text[len(before) : len(text) - len(after)].strip()
            whole = text.casefold().startswith(before) and text.casefold().endswith(after) and name
            # "the Smiths", but no "The Red Lions": what is glued to the name takes a single word.
            if whole and (not after or not after.isalpha() or table.family_first or " " not in name):
                return printed.replace("{name}", name), name
    return "", ""


def is_organisation(text: str, tables: Sequence[Names]) -> bool:
    """Whether `text` names a company, a department or an office: it is greeted whole, never by its first word."""
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
    """Whether a name in a language without spaces ends as those of organisations do, with or without a part in brackets."""
    for one in (text, re.split(r"[(（,，\s]", text)[0]):
        if any(one.endswith(ending) and one != ending for ending in table.companies):
            return True
        person = one[:1] in table.family_names and (len(one) < _FULL_NAME or one[:2] in table.family_names)
        if len(one) >= _OFFICE and one[-1:] in table.office_endings and not (person and len(one) <= _FULL_NAME):
            return True
    return False
