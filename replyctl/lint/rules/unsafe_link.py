"""Send links that a careful customer would click.

A link that shows one address and leads to another, a login without encryption, a bare IP or a shortened address is what
customers are taught to distrust.

Bad: Sign in at [shop.example](https://evil.example/login).
Good: Sign in at [shop.example](https://www.shop.example/login).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from replyctl.lint.rule import Cut, Draft, Finding, NoOptions, Severity, at
from replyctl.text.masks import TLD

SEVERITY = Severity.WARNING
GROUP = "policy"
SOURCE = ("B29",)
Options = NoOptions
# Strings: most drafts hold no link, and compiling takes time.
_LABELLED = (
    r"(?i)\[([^\]\n]{1,200})\]\((https?://[^)\s]+)\)|<a\s[^>]*href=[\"'](https?://[^\"']+)[\"'][^>]*>([^<]{1,200})</a>"
)
_BARE = r"(?i)https?://[^\s<>\"')\]，。；！？）】]+"
_HOST = r"(?i)(?:https?://)?(?:[^@/\s]*@)?((?:[\w-]+\.)+[\w-]{2,}|\[[0-9a-f:]+\])"
_SHOWN_HOST = r"(?i)(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})"
_BEFORE, _BEHIND = 60, 30
"""Code points around a link in which a login is spoken of."""
_IP = r"(?:\d{1,3}\.){3}\d{1,3}\Z|\["


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each unsafe link outside quotes."""
    piece = draft.body
    if "://" not in piece.text:
        return
    seen = [mask[:2] for mask in piece.masks if mask[2] == "§code"]
    for match in re.finditer(_LABELLED, piece.text):
        if any(low <= match.start() < high for low, high in seen):
            continue
        shown, target = match[1] or match[4], match[2] or match[3]
        host, named = _host(target), re.search(_SHOWN_HOST, shown)
        if named and _is_host(shown, named[1]) and host and not _same(named[1].lower(), host):
            seen.append(match.span())
            yield at(piece, match.start(), match.end(), f"The text names {named[1]}, the link leads to {host}.")
    for match in re.finditer(_BARE, piece.text):
        covered = any(low <= match.start() < high for low, high in (*seen, *piece.quotes))
        reason = None if covered else _reason(piece, match)
        if reason:
            yield at(piece, match.start(), match.end(), reason)


def _reason(piece: Cut, match: re.Match[str]) -> str | None:
    url, host = match.group().lower(), _host(match.group())
    if re.match(_IP, host):
        return "The link leads to a bare IP address: use the site's name."
    if piece.language.has("shorteners", host):
        return "A shortened address hides where it leads: give the whole one."
    if "@" in url.split("://", 1)[1].split("/", 1)[0]:
        return "The link hides its host behind an @."
    if url.startswith("http://") and (_is_login(piece, url) or _speaks_of_login(piece, match)):
        return "A login without encryption: use https."
    return None


def _is_login(piece: Cut, url: str) -> bool:
    paths = piece.language.sets.get("login-paths", frozenset())
    return not paths.isdisjoint(re.split(r"[^a-z]+", url.split("://", 1)[1]))


def _speaks_of_login(piece: Cut, match: re.Match[str]) -> bool:
    low, high = match.start() - _BEFORE, match.end() + _BEHIND
    return any(low <= piece.starts[hit.first] <= high for hit in piece.find("login-words"))


def _host(url: str) -> str:
    match = re.match(_HOST, url)
    return match[1].lower() if match else ""


def _is_host(shown: str, name: str) -> bool:
    """Whether a link's text names a host at all, and not a file or a product: report.pdf, Node.js."""
    return shown.lower().startswith(("http", "www.")) or bool(re.fullmatch(rf"(?i).*\.{TLD}", name))


def _same(shown: str, host: str) -> bool:
    return host == shown or host.endswith(f".{shown}") or shown.endswith(f".{host.removeprefix('www.')}")
