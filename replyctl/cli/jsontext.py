"""JSON from a user. Errors give the place but never quote the content, which may be a whole mail."""

from __future__ import annotations

import json
from typing import Any

from replyctl.bounds import DATA
from replyctl.errors import DataError, Place


def parsed(content: bytes, place: Place) -> Any:  # noqa: ANN401 - JSON's values are of any type
    """The parsed `content`. DataError at `place`; if that has no line, with line and column in `content`."""
    try:
        return json.loads(content)
    except json.JSONDecodeError as error:
        where = place if place.line else Place(place.file, error.lineno, error.colno)
        raise DataError(f"not JSON: {error.msg}", place=where) from None
    except UnicodeDecodeError:
        raise DataError("not JSON: not UTF-8", place=place) from None
    except RecursionError:
        raise DataError("not JSON: nested too deeply", place=place) from None
    except ValueError:  # Python reads no number of more than 4300 digits
        raise DataError("not JSON: a number has too many digits", place=place) from None


def parsed_object(content: bytes, place: Place, option: str, example: str) -> dict[str, Any]:
    """The JSON object given to an option. DataError if it is not one, or longer than a data file may be."""
    if len(content) > DATA:
        raise DataError(f"{option} takes at most {DATA >> 20} MB", place=place)
    found = parsed(content, place)
    if not isinstance(found, dict):
        raise DataError(f"{option} takes a JSON object", hint=f"for example {example}", place=place)
    return found
