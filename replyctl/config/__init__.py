"""Settings of a team and an agent, typed, from all their sources."""

from replyctl.config.edit import set_value, unset_value
from replyctl.config.layers import Origin, load, origin, origins, passed_over, place, user_file
from replyctl.config.rewrite import flow
from replyctl.config.settings import Agent, Calendar, Company, Grammar, Lint, Settings, Vocabulary, Wording

__all__ = [
    "Agent",
    "Calendar",
    "Company",
    "Grammar",
    "Lint",
    "Origin",
    "Settings",
    "Vocabulary",
    "Wording",
    "flow",
    "load",
    "origin",
    "origins",
    "passed_over",
    "place",
    "set_value",
    "unset_value",
    "user_file",
]
