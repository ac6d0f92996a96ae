"""Sends one request to a LanguageTool server: to the address that was decided on, and nowhere else.

No redirect is followed, and no proxy or password file from the environment is used: a customer's text goes where the
user said, or nowhere.
"""

from __future__ import annotations

from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from replyctl.clean import clean
from replyctl.grammar.engine import EngineFailed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from replyctl.config.address import Address

NONSENSE = "its answer is not one of LanguageTool's"
_OK, _MULTIPLE_CHOICES, _BAD_REQUEST = 200, 300, 400
_MOST = 32 << 20
"""The most bytes read of an answer."""
_LONGEST = 300


def ask(address: Address, what: str, form: Mapping[str, str] | None = None, *, seconds: float) -> bytes:
    """What the server at `address` answers to `what` (`check`, `languages` …); a `form` is posted.

    EngineFailed if it does not answer, redirects us, or refuses.
    """
    connection = _connection(address, seconds)
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
    try:
        method, body = ("POST", urlencode(form)) if form else ("GET", None)
        connection.request(method, f"{address.path}/v2/{what}", body, headers)
        answer = connection.getresponse()
        content = answer.read(_MOST)
    except HTTPException as problem:
        raise EngineFailed(NONSENSE) from problem
    except OSError as problem:
        raise EngineFailed(_why(problem)) from problem
    finally:
        connection.close()
    if _MULTIPLE_CHOICES <= answer.status < _BAD_REQUEST:
        raise EngineFailed("it redirects to another address, which is not followed")
    if answer.status != _OK:
        raise EngineFailed(clean(content.decode("utf-8", "replace"))[:_LONGEST] or f"it answers {answer.status}")
    return content


def _connection(address: Address, seconds: float) -> HTTPConnection:
    if address.scheme == "http":
        return HTTPConnection(address.host, address.port, timeout=seconds)
    from ssl import create_default_context

    import certifi

    context = create_default_context()  # the system's authorities, including a company's own
    context.load_verify_locations(certifi.where())
    return HTTPSConnection(address.host, address.port, timeout=seconds, context=context)


def _why(problem: OSError) -> str:
    from ssl import SSLError

    if isinstance(problem, SSLError):
        return f"its certificate is not accepted: {clean(str(problem))[:_LONGEST]}"
    return "no answer in time" if isinstance(problem, TimeoutError) else "nobody answers there"
