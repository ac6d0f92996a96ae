"""What every test stands on: caches of its own, so that no run leans on, or litters, the developer's."""

from __future__ import annotations

import os
import tempfile

os.environ["REPLYCTL_CACHE_DIR"] = tempfile.mkdtemp(prefix="replyctl-tests-")
os.environ["REPLYCTL_GRAMMAR_ENGINE"] = "off"  # what an engine says is the grammar tests' own matter
