from __future__ import annotations

from dataclasses import fields
from inspect import signature

from replyctl.cli.compose import compose
from replyctl.cli.reply import reply
from replyctl.cli.request import Request
from replyctl.compose.start import Start


def test_every_flag_has_its_field_in_the_record_that_it_belongs_to() -> None:
    flags = {*signature(compose).parameters, *signature(reply).parameters} - {"ctx"}
    named = {one.name for kind in (Start, Request) for one in fields(kind)} - {"start"}

    # These two are told the other way round on the command line.
    assert flags - {"library", "no_shipped"} == named - {"libraries", "shipped"}
