"""A mail server on this computer that keeps what it is given and sends nothing on."""

from __future__ import annotations

import socketserver
from threading import Thread
from typing import Self


class _Session(socketserver.StreamRequestHandler):
    """One client's commands; the words of SMTP that a client without TLS and login says."""

    server: SmtpServer

    def handle(self) -> None:
        self._say("220 here")
        recipients: list[str] = []
        for line in self.rfile:
            verb, _, rest = line.decode("ascii").strip().partition(":")
            command = verb.split(" ")[0].upper()
            if command == "RCPT":
                recipients.append(rest.strip().split(">")[0].lstrip("<"))
            if command == "DATA":
                self._say("354 go on")
                self.server.mails.append((tuple(recipients), self._message()))
            self._say("221 bye" if command == "QUIT" else "250 yes")
            if command == "QUIT":
                return

    def _message(self) -> bytes:
        lines = list(iter(self.rfile.readline, b".\r\n"))
        return b"".join(line.removeprefix(b".") if line.startswith(b"..") else line for line in lines)

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


class SmtpServer(socketserver.ThreadingTCPServer):
    """`mails` has the recipients and the bytes of each message, as the server was told and given them."""

    daemon_threads = True

    def __init__(self) -> None:
        self.mails: list[tuple[tuple[str, ...], bytes]] = []
        super().__init__(("127.0.0.1", 0), _Session)

    def __enter__(self) -> Self:
        Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    @property
    def port(self) -> int:
        """A free port that the system chose."""
        return int(self.server_address[1])
