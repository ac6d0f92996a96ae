"""`--statistics`: the number of problems by rule, the most frequent first."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from replyctl.report.checked import Checked


class Statistics:
    """Counts by rule and severity, printed at the end."""

    head = ""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.counts: Counter[tuple[str, str]] = Counter()

    def draft(self, checked: Checked) -> str:
        """Nothing yet."""
        self.counts.update((problem.rule, str(problem.severity)) for problem in checked.problems)
        return ""

    def early(self, _checked: Checked) -> str:
        """Nothing: what is found later may stand before it."""
        return ""

    def error(self, _place: dict[str, Any]) -> str:
        """Nothing: the error is printed on stderr."""
        return ""

    @property
    def tail(self) -> str:
        """One line per rule: count, severity, name; or a JSON array of them."""
        rows = self.counts.most_common()
        if self.as_json:
            found = [{"rule": rule, "severity": severity, "count": count} for (rule, severity), count in rows]
            return json.dumps(found, indent=2) + "\n"
        return "".join(f"{count:6}  {severity:10}  {rule}\n" for (rule, severity), count in rows)
