"""The mails of a command, one by one: files, mailbox files, folders of mails (maildir), stdin."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from replyctl import opening
from replyctl.clean import printable
from replyctl.errors import DataError, Place, ReplyctlError, UsageError
from replyctl.mail.message.intake import CHUNK, messages
from replyctl.mail.read import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from replyctl.cli.streams import Streams
    from replyctl.config import Settings
    from replyctl.mail.case import CustomerCase
    from replyctl.mail.message.intake import Raw

_ADDRESS = r"[^\s<>(),;:\"@]{1,64}@[^\s<>(),;:\"@]{1,255}"
_MAILDIR = ("cur", "new")


class Mail(NamedTuple):
    """One mail, or the error that prevented reading it."""

    path: str
    """Its file, "stdin"; with `#` and its number in a mailbox file."""
    case: CustomerCase | None = None
    error: ReplyctlError | None = None


class Reader:
    """Reads mails with what the settings know: the team's addresses, the form of its order numbers."""

    def __init__(self, settings: Settings) -> None:
        self.ours = frozenset(one.lower() for one in re.findall(_ADDRESS, settings.agent.contact))
        self.order_patterns = tuple(settings.order_patterns)

    def one(self, given: str, streams: Streams) -> CustomerCase:
        """The one mail that is meant: a file, `-` for stdin, `box#3` for the third of a mailbox file.

        DataError if it cannot be read, or if there are several.
        """
        file, number = _numbered(given)
        mails = self.mails((file,) if given != "-" else (), streams)
        if number:
            wanted = f"{file}#{number}"
            mails = (mail for mail in mails if mail.path in {wanted, file})
        first = next(mails, None)
        if first is None:
            raise DataError(
                "there is no mail of this number", place=Place(given), hint=f"`replyctl read {file}` numbers them"
            )
        if first.case is None:
            raise first.error or DataError("no mail to read")
        if not number and (second := next(mails, None)):
            raise DataError(
                "several mails", place=Place("stdin" if file == "-" else file), hint=_which(first.path, second.path)
            )
        return first.case

    def mails(self, given: tuple[str, ...], streams: Streams) -> Iterator[Mail]:
        """All mails, each read when needed. UsageError if there is nothing to read."""
        if not given and streams.stdin_is_terminal:
            raise UsageError("no mail to read", hint="name a file, or pipe in a mail")
        for name in given or ("-",):
            if name == "-":
                yield from self._each("stdin", streams.chunks(CHUNK))
            else:
                yield from self._named(Path(name))

    def _named(self, path: Path) -> Iterator[Mail]:
        try:
            files = _in_folder(path) if path.is_dir() else [path]
        except (OSError, DataError) as error:
            yield _failed(str(path), error)
            return
        for file in files:
            try:
                with file.open("rb") as opened:
                    yield from self._each(str(file), opening.chunks(opened, CHUNK))
            except (OSError, ValueError) as error:
                yield _failed(str(file), error)

    def _each(self, name: str, lines: Iterable[bytes]) -> Iterator[Mail]:
        found = False
        try:
            for raw in messages(lines):
                found = True
                path = f"{name}#{raw.number}" if raw.number else name
                yield self._one(path, raw)
        except DataError as error:  # stdin cannot be read any further
            yield _failed(name, error)
            return
        if not found:
            yield _failed(name, DataError("no mail: it is empty", hint="pipe in a mail, or name its file"))

    def _one(self, path: str, raw: Raw) -> Mail:
        try:
            return Mail(path, read(raw, self.ours, self.order_patterns))
        except ReplyctlError as error:
            return _failed(path, error)
        except (Exception, MemoryError) as error:  # noqa: BLE001 - one bad mail must not stop the others
            return _failed(path, DataError(f"cannot be read: {type(error).__name__}"))


def _numbered(given: str) -> tuple[str, int]:
    """A mailbox file and the number of a mail in it, 0 without one."""
    found = re.fullmatch(r"(.+)#([1-9]\d{0,8})", given)
    return (found[1], int(found[2])) if found and not Path(given).exists() else (given, 0)


def _which(first: str, second: str) -> str:
    """What to write instead."""
    if first.startswith("stdin#"):
        return "pipe in one mail, or name the file and the number of the mail in it, as in box.mbox#2"
    return f"name one of them: {first}, {second}, …"


def _in_folder(folder: Path) -> list[Path]:
    """The mails of a maildir, else the .eml files of a folder, by name. DataError if there are none."""
    inner = [folder / name for name in _MAILDIR if (folder / name).is_dir()]
    files = [file for one in inner or [folder] for file in one.iterdir() if file.is_file()]
    files = [file for file in files if inner or file.suffix.lower() == ".eml"]
    if not files and not inner:
        raise DataError("no mails in this folder", hint="name a maildir, or a folder with .eml files")
    return sorted(files, key=lambda file: file.name)


def _failed(path: str, error: Exception) -> Mail:
    if not isinstance(error, ReplyctlError):
        why = getattr(error, "strerror", None) or type(error).__name__
        error = DataError(f"cannot be read: {printable(str(why))}")
    error.place = error.place or Place(path)
    return Mail(path, error=error)
