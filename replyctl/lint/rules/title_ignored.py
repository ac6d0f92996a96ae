r"""Use the customer's title.

Bad: {body: "Dear Mr. Levi,\n\nYour order ships on Friday.", context: {customer: {name: Dan Levi, title: Dr.}}}
Good: {body: "Dear Dr. Levi,\n\nYour order ships on Friday.", context: {customer: {name: Dan Levi, title: Dr.}}}
"""

from replyctl.lint.rule import Draft, Severity, Violations, at
from replyctl.reading.greeted_titles import greeted_titles, known_title

SEVERITY = Severity.WARNING
GROUP = "greeting"
SOURCE = ("B10",)


def check(draft: Draft) -> Violations:
    """A greeting without a title that matters, or with a title that is not the customer's."""
    written = draft.context.customer.title
    start, end = draft.body.zones.greeting
    title = known_title(written, draft.language) if written else None
    frame = draft.language.salutation
    own = frame and title and frame.titles.get(title.key)
    said = frame.said(written, own) if frame and own and written else ""
    if not title or not said or start == end:
        return  # the language has no word for this title
    greeted = greeted_titles(draft.body)
    if any(other.key == title.key or other.text in said or said in other.text for other in greeted):
        return
    if greeted:
        yield at(draft.body, start, end, f"The customer's title is {written}, but the greeting uses another.")
    elif title.gender is None and draft.addresses_by_name and not draft.addresses_as_asked:
        yield at(draft.body, start, end, f"The greeting leaves out the customer's title ({written}).")
