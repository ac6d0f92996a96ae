"""What `read` prints of mails: for people, as one JSON text, as JSON lines. Each prints a mail as soon as it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from replyctl.cli.case_view import view
from replyctl.reading.secrets import hide
from replyctl.report.json import dumps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from replyctl.cli.mail_inputs import Mail
    from replyctl.cli.streams import Streams
    from replyctl.errors import ReplyctlError


_ON_A_TERMINAL = 200
"""Lines of a mail that are shown on a terminal."""


class PrettyMails:
    """A mail as a person reads it; the path above it where there are several."""

    def __init__(self, streams: Streams, *, several: bool) -> None:
        self.streams, self.several = streams, several
        self.number = self.failed = 0

    def add(self, mail: Mail) -> None:
        """Print one."""
        self.number += 1
        if mail.case is None:
            self.failed += 1
            _tell(mail.error, self.streams)
            return
        named = self.several or "#" in mail.path or self.number > 1
        head = f"── {mail.path}\n" if named else ""
        gap = "\n" if self.number > 1 else ""
        most = _ON_A_TERMINAL if self.streams.stdout_is_terminal else None
        self.streams.show(f"{gap}{head}{view(mail.case, most)}")

    def end(self) -> bool:
        """Whether one could not be read."""
        return bool(self.failed)


class JsonlMails(PrettyMails):
    """A line for each, with its path."""

    def add(self, mail: Mail) -> None:
        """Print one."""
        self.failed += mail.case is None
        self.streams.draw(f"{dumps(_with_path(mail))}\n")


class JsonMails(PrettyMails):
    """One object for one mail, an array for several."""

    def __init__(self, streams: Streams, *, several: bool) -> None:
        super().__init__(streams, several=several)
        self.first: Mail | None = None

    def add(self, mail: Mail) -> None:
        """Print one; the first waits until it is known whether there is another."""
        self.number += 1
        self.failed += mail.case is None
        if self.number == 1 and not self.several:
            self.first = mail
            return
        if self.first:
            self._item(self.first, "[")
            self.first = None
            self._item(mail, ",")
        else:
            self._item(mail, "[" if self.number == 1 else ",")

    def end(self) -> bool:
        """Print what is left. Raises the error of an only mail that could not be read."""
        if self.first:
            if self.first.case is None:
                raise self.first.error or AssertionError
            self.streams.draw(f"{dumps(self.first.case.as_dict(), indent=2)}\n")
        elif self.number:
            self.streams.draw("\n]\n")
        else:
            self.streams.draw("[]\n")
        return bool(self.failed)

    def _item(self, mail: Mail, mark: str) -> None:
        self.streams.draw(f"{mark}\n{dumps(_with_path(mail), indent=2)}")


def _with_path(mail: Mail) -> dict[str, Any]:
    if mail.case is None:
        return {"path": mail.path, "error": hide(mail.error.message) if mail.error else ""}
    return {"path": mail.path, **mail.case.as_dict()}


def _tell(error: ReplyctlError | None, streams: Streams) -> None:
    from replyctl.yamlfile.validate import described

    if error:
        streams.tell(f"replyctl: {hide(described(error))}")


REPORTS: Mapping[str, Callable[..., PrettyMails]] = {"pretty": PrettyMails, "json": JsonMails, "jsonl": JsonlMails}
"""By the name of the format."""
