"""Where each setting comes from: default < libraries < user file < project file < REPLYCTL_ variables."""

from __future__ import annotations

import os
from collections import ChainMap
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from replyctl import cache, ownership, paths
from replyctl.bounds import FILE
from replyctl.config import project
from replyctl.config.flat import KEYS, VARIABLES, build, flat
from replyctl.config.settings import Settings
from replyctl.errors import ConfigError, Place
from replyctl.opening import regular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Layer = tuple[dict[str, Any], Callable[[str], str]]

ELSEWHERE = "move it to your own file; `replyctl config path` shows where that is"
"""The hint for a setting that only the user's own file may hold."""
USER_FILE = "config.yaml"
_OF_A_TEAM = tuple(
    key
    for key in KEYS
    if key.partition(".")[0] in {"company", "salutation", "tone", "order_patterns", "calendar", "lint"}
)
"""What a library's own replyctl.yaml decides for all who use the library, wherever they are."""


class Origin(NamedTuple):
    """A setting and the origin of its value."""

    key: str
    value: Any
    origin: str
    """`default`, the name of a REPLYCTL_ variable, or file and line."""


def load(cwd: Path | None = None) -> Settings:
    """The settings of a command that runs in `cwd` (default: current folder). Raises ConfigError."""
    return build(ChainMap(*(values for values, _ in _layers(cwd or _here()))))


def origins(cwd: Path | None = None) -> tuple[Origin, ...]:
    """Every setting in `cwd`, in order, with its origin. Raises ConfigError."""
    layers = _layers(cwd or _here())
    winners = {key: next(layer for layer in layers if key in layer[0]) for key in KEYS}
    return tuple(Origin(key, values[key], name(key)) for key, (values, name) in winners.items())


def origin(key: str, cwd: Path | None = None) -> str:
    """The origin of a setting, as in `Origin`. Raises ConfigError."""
    return next(one.origin for one in origins(cwd) if one.key == key)


def place(key: str, *steps: str | int, cwd: Path | None = None) -> Place | None:
    """The place of what stands at `steps` in a setting in `cwd`; None if it is not in a file. Raises ConfigError."""
    from replyctl.yamlfile import read

    here, path = cwd or _here(), (*key.split("."), *steps)
    own = (Path(folder) / project.NAME for folder in load(here).libraries if key in _OF_A_TEAM)
    files = () if os.environ.get(VARIABLES[key]) else (project.find(here).file, user_file(), *own)
    trees = (read(file, ConfigError) for file in files if file and os.path.isfile(file))  # noqa: PTH113 - as below
    return next((tree.place(path, key=True) for tree in trees if tree.node(path)), None)


def user_file() -> Path:
    """The agent's own configuration file, whether or not it exists. ConfigError if the home folder is unknown."""
    if file := paths.config(USER_FILE):
        return file
    raise ConfigError("your own configuration file cannot be located: the home folder is unknown", hint="set HOME")


def passed_over(cwd: Path | None = None) -> tuple[str, ...]:
    """What a project offers in `cwd` and is not used, a line each with the reason."""
    found = project.find(cwd or _here())
    try:
        named = _file(found.file, foreign=ELSEWHERE).get("libraries", ())
    except ConfigError:  # told by the command that needs the settings
        named = ()
    own = (str(found.file.parent),) if found.file and _is_library(found.file) else ()
    return (*found.passed_over, *project.usable((*own, *named))[1])


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:  # a deleted folder has no project
        return Path("/")


def _layers(cwd: Path) -> tuple[Layer, ...]:
    """The settings of each source, and a function for their origin; the strongest first."""
    user, file = paths.config(USER_FILE), project.find(cwd).file
    given = _file(file, foreign=ELSEWHERE)
    if "libraries" in given:
        given["libraries"] = project.usable(given["libraries"])[0]
    layers: tuple[Layer, ...] = (
        (_environment(cwd), VARIABLES.__getitem__),
        (given, lambda key: _line(file, key)),
        (_file(user, foreign=why_foreign(user)), lambda key: _line(user, key)),
    )
    default: Layer = (flat(Settings()), lambda _: "default")
    checkout = project.usable([str(file.parent)])[0] if file and _is_library(file) else ()
    if checkout:  # in a library's checkout its own snippets come first
        configured = next((values["libraries"] for values, _ in layers if "libraries" in values), ())
        own = {"libraries": tuple(dict.fromkeys((*checkout, *configured)))}
        layers = (own, lambda _: f"{file}, which belongs to a library"), *layers
    libraries = next((values["libraries"] for values, _ in layers if "libraries" in values), ())
    return (*layers, *_of_libraries(libraries, file), default)


def _of_libraries(libraries: Sequence[str], project_file: Path | None) -> Iterator[Layer]:
    """What the libraries in use say of a reply's wording in their own replyctl.yaml; nothing of the agent or the computer."""
    for folder in project.usable(libraries)[0]:
        own = Path(folder) / project.NAME
        if own != project_file and project.is_usable(own):
            given = _file(own, foreign=ELSEWHERE)
            wording = {key: value for key, value in given.items() if key in _OF_A_TEAM}
            yield wording, partial(_line, own)


def _is_library(file: Path) -> bool:
    return (file.parent / "snippets").is_dir()


def _environment(cwd: Path) -> dict[str, Any]:
    given = {key: text for key, name in VARIABLES.items() if (text := os.environ.get(name))}
    if not given:
        return {}

    def check() -> dict[str, Any]:
        from replyctl.config.check import check_variables

        return check_variables(given)

    return _anchored(cache.remember("config", repr(given).encode("utf-8", "backslashreplace"), check, _known), cwd)


def why_foreign(user: Path | None) -> str:
    """What to do before the user's file can be trusted; "" if nobody else can write to it."""
    spot = ownership.weak_spot(user) if user else None
    return ownership.mend(spot) if spot else ""


def _file(path: Path | None, *, foreign: str) -> dict[str, Any]:
    """The settings in a file, {} if there is none.

    `foreign` is "" for the user's own file, which alone may run commands and send text; else a hint for such settings.
    """
    try:
        if path is None or not os.path.isfile(path):  # noqa: PTH113 - an unreadable file counts as missing
            return {}
        content = regular(path, FILE)
    except OSError as problem:
        raise ConfigError(f"cannot be read: {problem.strerror}", place=Place(str(path))) from problem

    def check() -> dict[str, Any]:
        from replyctl.config.check import check_file

        return check_file(content, str(path), foreign=foreign)

    return _anchored(cache.remember("config", bytes([not foreign]) + content, check, _known), path.parent)


def _known(values: dict[str, Any]) -> dict[str, Any]:
    """Validate a cache entry of `check_file`. ValueError if it is not one."""
    if not values.keys() <= {*KEYS}:
        raise ValueError
    return values


def _anchored(values: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Library folders made absolute, relative to the file that names them; ~ is the home folder."""
    if "libraries" not in values:
        return values
    written = filter(None, map(paths.expanded, values["libraries"]))
    return values | {"libraries": tuple(os.path.abspath(folder / path) for path in written)}  # noqa: PTH100 - links kept


def _line(path: Path | None, key: str) -> str:
    """The file and line that hold `key`."""
    from replyctl.yamlfile import read

    if path is None:
        return ""
    place = read(path, ConfigError).place(tuple(key.split(".")), key=True)
    return f"{path}:{place.line}"
