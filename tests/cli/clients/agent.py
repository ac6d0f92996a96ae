"""What the agent does on replyctl's screens, and what has to leave the client then."""

from __future__ import annotations

from email.utils import parseaddr
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from customer import Customer
    from shop import Sent, Shop
    from terminal import Terminal

NAME = {"en": "Dana Levi", "zh": "李娜", "he": "דנה לוי"}
FAULT = {"en": "What went wrong", "zh": "出了什么问题", "he": "מה השתבש"}
REPLACEMENT = {"en": "Is a replacement on its way?", "zh": "是否已经补寄商品", "he": "נשלח משלוח חלופי"}
REVIEW = {"en": "Did the customer write a review?", "zh": "客户是否写了评价", "he": "נכתבה ביקורת"}
KEEPS = {"en": "May the customer keep", "zh": "破损商品是否无需寄回", "he": "הפריטים הפגומים יכולים"}


def answer(terminal: Terminal, customer: Customer) -> None:
    """Pick the snippet that stands first, answer its questions, and accept the reply."""
    assert "damaged-item" in terminal.see("Enter picks")
    terminal.press("enter")
    terminal.see(FAULT[customer.lang])
    terminal.press(customer.fault, "enter")
    terminal.see(REPLACEMENT[customer.lang])
    terminal.press("n")
    for question in (REVIEW, KEEPS):
        terminal.see(question[customer.lang])
        terminal.press("n")
    terminal.see("Enter done")
    terminal.press("enter")


def press_until(terminal: Terminal, keys: str, text: str, *, again: str) -> None:
    """Press, and press once more where a program takes a key before it can show what the key does."""
    terminal.press(keys)
    for _ in range(5):
        if not terminal.soon(text):
            terminal.press(again)
    terminal.see(text)


def check(sent: Sent, customer: Customer, shop: Shop) -> None:
    """The message is the answer to this customer's mail, goes to nobody else, and belongs to their thread."""
    message = sent.message
    body = message.get_content().replace("\r\n", "\n")
    kept = shop.last_reply()
    told = shop.told(sent.raw)

    assert sent.recipients == (customer.answered_at,)
    assert [(one.display_name, one.addr_spec) for one in message["To"].addresses] == [
        (customer.name, customer.answered_at)
    ]
    assert parseaddr(message["From"])[1] == "care@homeworks.example"
    assert (message["Cc"], message["Bcc"], message["X-Unsent"]) == (None, None, None)
    assert message["Subject"] == customer.reply_subject
    assert message["In-Reply-To"] == customer.message_id
    assert message["References"].split() == customer.thread
    assert all(message.get_all(name, []) and len(message.get_all(name, [])) == 1 for name in ("Date", "Message-ID"))
    assert body.startswith(f"{customer.greeting}\n")
    assert customer.sentence in body
    assert body.rstrip("\n") == kept["body"].rstrip("\n")
    assert (told["name"], told["reply_to"]) == (NAME[customer.lang], "care@homeworks.example")
    assert (told["order"], told["language"]) == ("HW-659", customer.lang)
