"""Limits on input from others, so that nothing takes too much time or memory.

The limits of one rendering are in `template/budget.py`.
"""

from __future__ import annotations

TEXT = 1_000_000
"""Characters of a draft, or of a customer's mail: some 150,000 words, more than any mail thread."""
VALUE = 20_000
"""Characters of one value."""
MESSAGE = 32 << 20
"""Bytes of a message with attachments, as mail servers accept it."""
NAME = 200
"""Characters of a name searched in a text."""
DATA = 8 << 20
"""Bytes of a JSON object given as a file: the longest mail in it, each letter escaped."""
FILE = 1 << 20
"""Bytes of a snippet or configuration file."""
PATTERN = 1_000
"""Characters of a pattern in such a file."""
PATTERN_SECONDS = 0.2
"""Seconds of processor time to match one value against all its patterns; a pattern normally needs a thousandth."""
