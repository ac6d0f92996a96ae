from __future__ import annotations

import pytest

from replyctl.reading import links


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Help.Shop.example/a?b=c", "help.shop.example"),
        ("shop.example/a", "shop.example"),
        ("https://shop.example@evil.example/a", "evil.example"),
        ("http://192.0.2.17/label", "192.0.2.17"),
        ("https://[2001:db8::1]/a", "[2001:db8::1]"),
        ("https://shop.example:8080/", "shop.example"),
        ("mailbox", ""),
    ],
)
def test_an_address_leads_to_a_host(url: str, host: str) -> None:
    assert links.host(url) == host


@pytest.mark.parametrize(
    ("shown", "host"),
    [
        ("shop.example", "shop.example"),
        ("our page www.shop.example/returns", "shop.example"),
        ("https://Shop.dev/a", "Shop.dev"),
        ("登录 shop.com", "shop.com"),
        ("www.shop.co.il כאן", "shop.co.il"),
        ("report.pdf", ""),
        ("Node.js", ""),
        ("help@shop.example", ""),
        ("click here", ""),
    ],
)
def test_a_links_text_names_a_host_or_none(shown: str, host: str) -> None:
    assert links.named(shown) == host


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("help.shop.example", "www.shop.example", True),
        ("SHOP.example", "shop.example", True),
        ("shop.example", "shop.example.evil.test", False),
        ("shop.co.uk", "evil.co.uk", False),
        ("help.shop.co.il", "shop.co.il", True),
        ("www.shop.co.uk", "shop.co.uk", True),
        ("shop.example.", "help.shop.example", True),
        ("shop.ltd.uk", "evil.ltd.uk", False),
        ("shop.bj.cn", "evil.bj.cn", False),
        ("shop.xn--55qx5d.cn", "evil.xn--55qx5d.cn", False),
        ("shop.muni.il", "help.shop.muni.il", True),
        ("shop.myshopify.com", "evil.myshopify.com", False),
        ("github.io", "evil.github.io", False),
        ("help.ac.de", "shop.ac.de", True),
        ("shop.test", "[2001:db8::1]", False),
        ("localhost", "shop.localhost", False),
        ("a." * 5_000 + "shop.test", "b.shop.test", True),
    ],
)
def test_two_hosts_are_one_partys(one: str, other: str, same: bool) -> None:
    assert links.same(one, other) is same


@pytest.mark.parametrize(
    ("host", "bare", "at_home"),
    [
        ("203.0.113.5", True, False),
        ("[2001:db8::1]", True, False),
        ("192.168.1.1", False, True),
        ("172.20.0.1", False, True),
        ("172.32.0.1", True, False),
        ("localhost", False, True),
        ("shop.example", False, False),
    ],
)
def test_a_bare_address_is_the_routers_or_a_strangers(host: str, bare: bool, at_home: bool) -> None:
    assert (links.is_ip(host), links.is_at_home(host)) == (bare, at_home)
