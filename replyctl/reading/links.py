"""Compares hosts: which one an address leads to, which one a text names, and whether one party owns both."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from replyctl.text.masks import TLD

if TYPE_CHECKING:
    from publicsuffixlist import PublicSuffixList

# Strings, compiled when first used: most drafts hold no link.
_HOST = r"(?i)(?:https?://)?(?:[^@/\s]*@)?((?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?:[\w-]+\.)+[\w-]{2,}|\[[0-9a-f:]+\]|localhost)"
_SHOWN = r"(?i)(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})"
_MORE = r"(?:xyz|dev|site|online|store|biz|top|vip|club|live|click|tv|cc|ru|ca|au|nz|jp|kr|sg|ch|nl|br|gov|edu)"
_IP = r"(?:\d{1,3}\.){3}\d{1,3}\Z|\["
_AT_HOME = r"(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|localhost\Z"


def host(url: str) -> str:
    """The host that an address leads to, in small letters; "" if there is none."""
    match = re.match(_HOST, url)
    return match[1].lower() if match else ""


def is_ip(name: str) -> bool:
    """Whether the host is an IP address outside the reader's own network."""
    return bool(re.match(_IP, name)) and not is_at_home(name)


def is_at_home(name: str) -> bool:
    """Whether the host is in the reader's own network, such as the router."""
    return bool(re.match(_AT_HOME, name))


def named(shown: str) -> str:
    """The host that a link's text names; "" for a file or a product: report.pdf, Node.js."""
    match = re.search(_SHOWN, shown)
    if not match or "@" in shown:
        return ""
    sure = shown.lower().startswith(("http", "www.")) or re.fullmatch(rf"(?i).*\.(?:{TLD}|{_MORE})", match[1])
    return match[1] if sure else ""


def same(one: str, other: str) -> bool:
    """Whether two hosts belong to one party: help.shop.example and www.shop.example."""
    one, other = (name.lower().removeprefix("www.") for name in (one, other))
    return one == other or _registered(one) == _registered(other)


def _registered(name: str) -> str:
    """The part of a host that its owner registered; the whole of a public suffix, under which anybody may register."""
    return _suffixes("xn--" in name).privatesuffix(name) or name


@cache
def _suffixes(encoded: bool) -> PublicSuffixList:
    """The public suffixes, also in xn-- form if `encoded`, which takes three times as long to read."""
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList(accept_encoded_idn=encoded)
