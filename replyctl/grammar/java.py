"""Where LanguageTool and Java are on this computer, and the command that starts them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from replyctl import ownership, paths
from replyctl.errors import DataError, OutputError, Place
from replyctl.files import write_atomic
from replyctl.grammar.engine import EngineFailed

_OPTIONS = ("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dsun.net.httpserver.nodelay=true")
"""Measured: it starts in a second; without the last option each request on an open connection waits 44 ms."""
CONFIG = "pipelineCaching=true\ncacheSize=1000\nmaxTextLength=50000\nmaxCheckTimeMillis=20000\n"
_CLASS = "org.languagetool.server.HTTPServer"
_PLACE = "place"


def command(port: int, config: Path) -> list[str]:
    """The command for the server, which listens on this computer only. DataError as in `java`."""
    home = _home()
    path = os.pathsep.join(str(part) for part in (home, home / "*", home / "libs" / "*"))
    return [java(), *_OPTIONS, "-cp", path, _CLASS, "--port", str(port), "--config", str(config)]


def keeper(languages: tuple[str, ...]) -> list[str]:
    """The command for the keeper of the server; DataError if Java or LanguageTool is missing."""
    java()
    _home()
    return [sys.executable, "-P", "-m", "replyctl.grammar.keeper", *languages]


def java() -> str:
    """The path of Java; DataError if there is none."""
    from shutil import which

    own = Path(os.environ.get("JAVA_HOME", ""), "bin", "java")
    found = str(own) if os.environ.get("JAVA_HOME") and own.is_file() else which("java")
    if not found:
        raise DataError("LanguageTool needs Java 17 or newer, and there is no `java`", hint="install a Java runtime")
    return found


def take(place: Path) -> None:
    """Remember the folder of an unpacked LanguageTool. DataError if it is not one, or if others can change it."""
    if not _is_languagetool(place):
        hint = "name the folder that contains languagetool-server.jar"
        raise DataError("LanguageTool is not in this folder", hint=hint, place=Place(str(place)))
    if spot := ownership.weak_spot(place):
        raise DataError("others could change this LanguageTool", hint=ownership.mend(spot), place=Place(str(place)))
    folder = paths.private(paths.state("languagetool"))
    write_atomic(folder / _PLACE, os.fsencode(place.resolve()), 0o600)


def install() -> Path:
    """Download LanguageTool. OutputError where that fails."""
    from replyctl.grammar.languagetool_download import install as download

    java()
    try:
        place = download()
    except EngineFailed as problem:
        hint = "or unpack LanguageTool yourself: `replyctl grammar install FOLDER`"
        raise OutputError(f"LanguageTool could not be downloaded: {problem}", hint=hint) from None
    take(place)
    return place


def place() -> Path | None:
    """The folder that LanguageTool is in, None where it is not installed."""
    try:
        named = Path(os.fsdecode(ownership.kept(paths.state("languagetool", _PLACE))))
    except OSError:
        from replyctl.grammar.languagetool_download import installed

        return installed()
    return named if _is_languagetool(named) and not ownership.weak_spot(named) else None


def _home() -> Path:
    found = place()
    if found is None:
        hint = "`replyctl grammar install` downloads it, `replyctl grammar install FOLDER` uses an unpacked one"
        raise DataError("LanguageTool is not installed", hint=hint)
    return found


def _is_languagetool(place: Path) -> bool:
    """Whether LanguageTool is in `place`; a jar from Maven has the version in its name."""
    try:
        return place.is_dir() and any(place.glob("languagetool-server*.jar"))
    except (OSError, ValueError):  # the state folder's file holds no valid path
        return False
