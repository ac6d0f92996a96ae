"""The language of short texts."""

from __future__ import annotations

import pytest

from replyctl.mail.tongue import tongue


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("where is my order", "en"),
        ("איפה ההזמנה שלי?", "he"),
        ("我11月12日下的订单HW2026还没到", "zh"),
        ("我的訂單還沒有收到，請問什麼時候會送達？", "zh-Hant"),
        ("Wo ist meine Bestellung? Ich warte schon sehr lange.", "de"),
        ("Bonjour, où est ma commande ?", "fr"),
        ("Hola, ¿dónde está mi pedido?", "es"),
        ("Buongiorno, dove è il mio ordine?", "it"),
        ("Olá, onde está a minha encomenda?", "pt"),
        ("Waar is mijn bestelling? Ik heb nog niets.", "nl"),
        ("Где мой заказ?", "ru"),
        ("أين طلبي؟", "ar"),
        ("注文した商品はいつ届きますか", "ja"),
        ("주문한 상품은 언제 도착하나요", "ko"),
        ("12345 https://a.example", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_script_and_commonest_words(text: str, tag: str) -> None:
    assert tongue(text) == tag


def test_the_next_text_tells_what_the_first_does_not() -> None:
    assert tongue("4711", "איפה זה?") == "he"
