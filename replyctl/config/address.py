"""The address of a server. Only this code parses it, so that the address that was checked is the one connected to.

Programs read unusual URLs differently: a name before an @, a backslash, a number as host. So only one unambiguous
spelling is accepted.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

_URL = re.compile(
    r"(?P<scheme>https?)://"
    r"(?:(?P<name>[a-z0-9_][a-z0-9_-]*(?:\.[a-z0-9_][a-z0-9_-]*)*)|\[(?P<six>[0-9a-f:]+)\])"
    r"(?::(?P<port>[1-9][0-9]{0,4}))?"
    r"(?P<path>(?:/[a-z0-9_~-][a-z0-9_~.-]*)*)/?",
    re.ASCII | re.IGNORECASE,
)
_LONGEST = 300
_NUMBER = re.compile(r"(?:.*\.)?(?:[0-9]+|0x[0-9a-f]*)")
"""A name that resolvers may read as an IPv4 address."""
_PORTS = {"http": 80, "https": 443}
_LAST_PORT = 65535


class Address(NamedTuple):
    """Where a server is."""

    scheme: str
    """`http` or `https`."""
    host: str
    """A name or an IP address, without brackets."""
    port: int
    path: str
    """A prefix of the server's paths, such as `/languagetool`, or ""."""

    @classmethod
    def read(cls, url: str) -> Address:
        """The address in `url`. ValueError for anything but a plain `http://host:port/path`."""
        found = _URL.fullmatch(url) if len(url) <= _LONGEST else None
        if not found:
            raise ValueError("not a plain address")
        scheme, host = found["scheme"].lower(), (found["name"] or "").lower()
        if not host:
            host = str(IPv6Address(found["six"]))
        elif _NUMBER.fullmatch(host):
            host = str(IPv4Address(host))
        port = int(found["port"] or _PORTS[scheme])
        if port > _LAST_PORT:
            raise ValueError("not a port number")
        return cls(scheme, host, port, found["path"])

    @property
    def is_local(self) -> bool:
        """Whether it is this computer itself."""
        if ":" in self.host:
            return IPv6Address(self.host).is_loopback
        return self.host == "localhost" or (bool(_NUMBER.fullmatch(self.host)) and IPv4Address(self.host).is_loopback)
