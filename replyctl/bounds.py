"""How much is taken of what others write, so that nothing takes longer, or more memory, than anybody needs.

The bounds of one rendering stand with the templates (`template/budget.py`).
"""

from __future__ import annotations

TEXT = 1_000_000
"""Characters of a draft, or of a customer's mail: some 150,000 words, more than any thread of mail."""
VALUE = 20_000
"""Characters of one value."""
MESSAGE = 32 << 20
"""Bytes of a message with its attachments, as mail servers take it."""
NAME = 200
"""Characters of a name that is looked for in a text."""
FILE = 1 << 20
"""Bytes of a snippet or a configuration."""
PATTERN = 1_000
"""Characters of a pattern in one of them."""
PATTERN_SECONDS = 0.2
"""Of the processor, for one value against all patterns that it may fit: a thousand times what a pattern needs."""
