from __future__ import annotations

import io
import os
import socket
import threading
from typing import TYPE_CHECKING

import pytest

from replyctl.opening import given, lines, regular

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_is_read_up_to_its_limit_and_one_byte_more(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"abcdef")

    assert regular(file, 6) == given(file, 6) == b"abcdef"
    assert regular(file, 3) == given(file, 3) == b"abcd"


def test_where_a_file_is_meant_a_pipe_a_device_or_a_folder_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    (link := tmp_path / "link").symlink_to("/dev/zero")

    for path in (pipe, link):
        with pytest.raises(OSError, match="a pipe, a device or a socket, not a file"):
            regular(path, 10)
    with pytest.raises(IsADirectoryError):
        regular(tmp_path, 10)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        with pytest.raises(OSError, match="No such device"):
            regular(tmp_path / "socket", 10)


def test_a_pipe_that_a_person_names_is_waited_for_and_a_device_read_no_further_than_the_limit(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe")
    writer = threading.Thread(target=pipe.write_bytes, args=(b"late",))
    writer.start()

    assert given(pipe, 10) == b"late"
    writer.join()
    assert given(tmp_path.joinpath("/dev/zero"), 3) == b"\0\0\0\0"


def test_nothing_is_read_behind_a_line_that_is_too_long() -> None:
    assert list(lines(io.BytesIO(b"ab\nabcd\nlast"), 5)) == [b"ab\n", b"abcd\n", b"last"]
    assert list(lines(io.BytesIO(b"ab\nabcdef\nlast"), 5)) == [b"ab\n", b"abcdef"]
