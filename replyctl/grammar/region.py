"""English of one region, or of any: if no region is set, what is right in London is not a mistake."""

from __future__ import annotations

from collections.abc import Callable

from replyctl.grammar.engine import Finding
from replyctl.grammar.masked import Masked
from replyctl.grammar.tame import kept

REGIONS = ("en-US", "en-GB")
"""If no dialect is set, a word is right if it is right in one of these."""


def regions(dialect: str) -> tuple[str, ...]:
    """The regions whose English is right: the dialect's, or all of them."""
    return (dialect,) if dialect else REGIONS


def in_region(dialect: str, masked: Masked, check: Callable[[str], list[Finding]]) -> list[Finding]:
    """The findings of `check` worth reporting in the English of `dialect`; "" stands for any region.

    A second region is only asked about texts with unknown words. If no dialect is set, only words unknown in both are
    reported, if either takes them for slips; if one is, a word that only the other region knows is reported even if it does not look like a slip.
    """
    found = check(dialect or REGIONS[0])
    if not any(one.kind == "spelling" for one in found):
        return kept(found, masked)
    other = check(next(region for region in REGIONS if region != (dialect or REGIONS[0])))
    if dialect:
        return kept(found, masked, {one.start for one in other if one.kind == "spelling"})
    here, abroad = kept(found, masked), kept(other, masked)
    unknown = _unknown(found, masked) & _unknown(other, masked)
    slips = {one.start: one for one in (*abroad, *here) if one.kind == "spelling" and one.start in unknown}
    return sorted([*(one for one in here if one.kind == "grammar"), *slips.values()])


def _unknown(found: list[Finding], masked: Masked) -> set[int]:
    """Where the words of the original begin that a region does not know."""
    spans = (masked.back(one.start, one.end) for one in found if one.kind == "spelling")
    return {span[0] for span in spans if span}
