"""The marks in a rendered text that tell what comes from the template and what was filled in."""

from __future__ import annotations

import re

# Noncharacters: `clean` removes them from values, and `template` from sources.
OPEN, SHUT = "\ufdd0", "\ufdd1"
"""Around filled-in values; may nest."""
TAG = "\ufdd2"
"""Marks a tag: a line with only tags is removed, and space around a tag that printed nothing closes up."""
FIRST, LAST = "\ufdd3", "\ufdd4"
"""Around partials that are printed; may nest."""
MARKS = re.compile(r"[\ufdd0-\ufdef]")
