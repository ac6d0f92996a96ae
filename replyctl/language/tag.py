"""Language tags as people write them, in the one spelling that BCP 47 recommends."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*")


def spelt(tag: str) -> str:
    """The tag as BCP 47 spells it: zh-Hant-TW, whatever the case, with hyphens."""
    first, *rest = tag.replace("_", "-").split("-")
    forms = {4: str.title, 2: str.upper}
    return "-".join((first.lower(), *(forms.get(len(part), str.lower)(part) for part in rest)))


def is_tag(spelt_tag: str) -> bool:
    """Whether it is a language, optionally with script, region and variants, as `spelt` spells it."""
    return _TAG.fullmatch(spelt_tag) is not None
