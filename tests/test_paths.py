"""Where things are kept, and who else could change them."""

from __future__ import annotations

import os
import pwd
import stat
from pathlib import Path

import pytest

from replyctl import paths
from replyctl.errors import OutputError

PLACES = {"config": ".config", "state": ".local/state", "cache": ".cache"}


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(("REPLYCTL_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", "/home/dana")
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.parametrize("kind", PLACES)
def test_the_desktops_convention_says_where(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    place = getattr(paths, kind)
    assert place() == Path("/home/dana", PLACES[kind], "replyctl")
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", "/xdg")
    assert place("a", "b") == Path("/xdg/replyctl/a/b")


@pytest.mark.parametrize("relative", ["relative/to/here", ".", "~/x", "", " "])
@pytest.mark.parametrize("kind", PLACES)
def test_a_relative_place_does_not_count(kind: str, relative: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", relative)
    assert getattr(paths, kind)() == Path("/home/dana", PLACES[kind], "replyctl")


@pytest.mark.parametrize("kind", ["state", "cache"])
def test_replyctls_own_variable_comes_first(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", "/xdg")
    monkeypatch.chdir(tmp_path)
    for given, meant in {"/own": "/own", "here": f"{tmp_path}/here", "~/own": "/home/dana/own"}.items():
        monkeypatch.setenv(f"REPLYCTL_{kind.upper()}_DIR", given)
        assert getattr(paths, kind)() == Path(meant)


@pytest.mark.parametrize("home", [None, "", "relative", "~", "."])
def test_without_a_home_there_is_no_place_and_no_folder_called_tilde(
    home: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody_knows_us(monkeypatch)
    monkeypatch.setenv("HOME", home) if home is not None else monkeypatch.delenv("HOME")
    assert [paths.home(), paths.config(), paths.state(), paths.cache("room")] == [None] * 4
    assert [paths.expanded("~"), paths.expanded("~/x")] == [None, None]
    monkeypatch.setenv("REPLYCTL_CACHE_DIR", "~/cache")
    assert paths.cache() is None
    monkeypatch.setenv("XDG_STATE_HOME", "/state")
    assert paths.state() == Path("/state/replyctl")
    with pytest.raises(OutputError, match="home folder is unknown"):
        paths.private(paths.cache())


def nobody_knows_us(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_user: int) -> None:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)


def test_without_the_variable_the_system_knows_the_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    assert paths.home() == Path(pwd.getpwuid(os.getuid()).pw_dir)


def test_a_name_that_only_begins_with_a_tilde_is_a_name() -> None:
    assert paths.expanded("~reply.txt") == Path("~reply.txt")
    assert paths.expanded("team/~x") == Path("team/~x")
    assert paths.expanded("~/team") == Path("/home/dana/team")


def test_what_is_made_is_the_owners_alone_whatever_the_umask(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        paths.private(tmp_path / "a" / "b" / "c")
    finally:
        os.umask(before)
    made = [tmp_path / "a", tmp_path / "a" / "b", tmp_path / "a" / "b" / "c"]
    assert [stat.S_IMODE(one.stat().st_mode) for one in made] == [0o700] * 3


def test_a_place_where_nothing_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for place in ("file", "file/state"):
        with pytest.raises(OutputError, match="cannot make the folder"):
            paths.private(tmp_path / place)


def test_a_folder_that_others_could_change_is_told_with_what_to_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o777)
    with pytest.raises(OutputError, match="other users can write to") as told:
        paths.private(tmp_path / "state")
    assert told.value.hint.endswith(f"chmod go-w {tmp_path}")
