"""English of a region, or of any: what is right in London is no mistake in a reply whose region nobody has set."""

from __future__ import annotations

from collections.abc import Callable

from replyctl.grammar.engine import Finding
from replyctl.grammar.masking import Masked
from replyctl.grammar.tame import kept

REGIONS = ("en-US", "en-GB")
"""Where no dialect is set, a word is right that is right in one of these."""


def in_region(dialect: str, masked: Masked, check: Callable[[str], list[Finding]]) -> list[Finding]:
    """What is left of what `check` finds in a region's English; "" for any region's.

    A second region is asked only about a text with unknown words: those that it knows are right where no dialect is set,
    and no slips but foreign where one is.
    """
    found = check(dialect or REGIONS[0])
    if not any(one.kind == "spelling" for one in found):
        return kept(found, masked)
    other = next(region for region in REGIONS if region != (dialect or REGIONS[0]))
    abroad = {one.start for one in check(other) if one.kind == "spelling"}
    if not dialect:
        found = [one for one in found if one.kind == "grammar" or one.start in abroad]
    return kept(found, masked, abroad)
