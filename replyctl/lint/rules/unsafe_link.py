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

SEVERITY = Severity.WARNING
GROUP = "policy"
SOURCE = ("B29",)
Options = NoOptions
_LABELLED = re.compile(
    r"\[([^\]\n]{1,200})\]\((https?://[^)\s]+)\)|<a\s[^>]*href=[\"'](https?://[^\"']+)[\"'][^>]*>([^<]{1,200})</a>",
    re.IGNORECASE,
)
_BARE = re.compile(r"https?://[^\s<>\"')\]，。；！？）】]+", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:[^@/\s]*@)?((?:[\w-]+\.)+[\w-]{2,}|\[[0-9a-f:]+\])", re.IGNORECASE)
_SHOWN_HOST = re.compile(r"(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)
_IP = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}\Z|\[")


def check(draft: Draft, _options: NoOptions) -> Iterator[Finding]:
    """Each unsafe link outside quotes."""
    piece = draft.body
    if "://" not in piece.text:
        return
    seen: list[tuple[int, int]] = []
    for match in _LABELLED.finditer(piece.text):
        shown, target = match[1] or match[4], match[2] or match[3]
        host, named = _host(target), _SHOWN_HOST.search(shown)
        if named and host and not _same(named[1].lower(), host):
            seen.append(match.span())
            yield at(piece, match.start(), match.end(), f"The text names {named[1]}, the link leads to {host}.")
    for match in _BARE.finditer(piece.text):
        covered = any(low <= match.start() < high for low, high in (*seen, *piece.quotes))
        reason = None if covered else _reason(piece, match)
        if reason:
            yield at(piece, match.start(), match.end(), reason)


def _reason(piece: Cut, match: re.Match[str]) -> str | None:
    url, host = match.group().lower(), _host(match.group())
    if _IP.match(host):
        return "The link leads to a bare IP address: use the site's name."
    if piece.language.has("shorteners", host):
        return "A shortened address hides where it leads: give the whole one."
    if "@" in url.split("://", 1)[1].split("/", 1)[0]:
        return "The link hides its host behind an @."
    around = piece.text[max(0, match.start() - 60) : match.end() + 30].lower() if url.startswith("http://") else ""
    if url.startswith("http://") and (_login(piece, url) or _login(piece, around)):
        return "A login without encryption: use https."
    return None


def _login(piece: Cut, text: str) -> bool:
    return any(word in text for word in piece.language.sets.get("login-words", ()))


def _host(url: str) -> str:
    match = _HOST.match(url)
    return match[1].lower() if match else ""


def _same(shown: str, host: str) -> bool:
    return host == shown or host.endswith(f".{shown}") or shown.endswith(f".{host.removeprefix('www.')}")
