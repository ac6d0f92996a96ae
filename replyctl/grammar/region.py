"""English of a region, or of any: what is right in London is no mistake in a reply whose region nobody has set."""

from __future__ import annotations

from collections.abc import Callable

from replyctl.grammar.engine import Finding
from replyctl.grammar.masked import Masked
from replyctl.grammar.tame import kept

REGIONS = ("en-US", "en-GB")
"""Where no dialect is set, a word is right that is right in one of these."""


def regions(dialect: str) -> tuple[str, ...]:
    """The regions whose English is right: the dialect's, or all of them."""
    return (dialect,) if dialect else REGIONS


def in_region(dialect: str, masked: Masked, check: Callable[[str], list[Finding]]) -> list[Finding]:
    """What is left of what `check` finds in a region's English; "" for any region's.

    A second region is asked only about a text with unknown words. Where no dialect is set, only what is a slip in both is
    said; where one is, a word that the other knows is foreign, whether or not it looks like a slip.
    """
    found = check(dialect or REGIONS[0])
    if not any(one.kind == "spelling" for one in found):
        return kept(found, masked)
    other = check(next(region for region in REGIONS if region != (dialect or REGIONS[0])))
    if dialect:
        return kept(found, masked, {one.start for one in other if one.kind == "spelling"})
    abroad = {one.start for one in kept(other, masked)}
    return [one for one in kept(found, masked) if one.kind == "grammar" or one.start in abroad]
