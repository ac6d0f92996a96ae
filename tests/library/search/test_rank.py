from __future__ import annotations

from dataclasses import asdict

import pytest

from replyctl.library.find import Library
from replyctl.library.search.index import Index, Searched
from replyctl.library.search.rank import MOST_COMPARED, Search
from replyctl.library.snippet import Snippet, Text
from tests.growing import growth


def made(name: str, title: str, *, asks: tuple[str, ...] = (), body: str = "b") -> Snippet:
    return Snippet(name=name, title=title, kind="answer", text={"en": Text(subject="s", body=body)}, asks=list(asks))


def search_over(*snippets: Snippet) -> Search:
    sources = {one.name: Searched(0, asdict(one)) for one in snippets}
    return Search(sources, Index.in_memory(sources))


SNIPPETS = (
    made("damaged-item", "Damaged item: refund and replacement", asks=("my parcel arrived broken",)),
    made("order-delayed", "订单延迟：原因和新日期", asks=("我的包裹怎么还没到",)),
    made("refund-approved", "החזר כספי אושר", body="Your café voucher for the order is on its way."),
    made("resume-upload", "Résumé upload"),
)


@pytest.fixture(scope="module")
def few() -> Search:
    return search_over(*SNIPPETS)


@pytest.fixture(scope="module")
def shipped() -> Search:
    return Search.of(Library.open([]))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("damaged", "damaged-item"),
        ("dam", "damaged-item"),
        ("DAMAGED ITEM", "damaged-item"),
        ("damagd", "damaged-item"),
        ("dmgi", "damaged-item"),
        ("parcel broken", "damaged-item"),
        ("parcels", "damaged-item"),
        ("replacing", "damaged-item"),
        ("replaceme", "damaged-item"),
        ("my parcel came broken", "damaged-item"),
        ("订单", "order-delayed"),
        ("单", "order-delayed"),
        ("包裹没到", "order-delayed"),
        ("החזר", "refund-approved"),
        ("ההחזר הכספי", "refund-approved"),
        ("resume", "resume-upload"),
        ("cafe", "refund-approved"),
        ("refund", "refund-approved"),
        ("refund replacement", "damaged-item"),
    ],
)
def test_what_is_meant_comes_first(query: str, first: str, few: Search) -> None:
    assert [hit.name for hit in few.typed(query)][:1] == [first]


@pytest.mark.parametrize(
    "mail", ["Where is my lamp?", "Hello,\n\nwhere is my lamp? I paid.", "I wait. Where is my LAMP"]
)
def test_a_sentence_that_is_a_snippets_own_question_fits_it_wholly(mail: str) -> None:
    search = search_over(
        made("lamp-lost", "Looking into it", asks=("nothing moves", "i was charged", "where is my lamp")),
        made("lamp-shipped", "Where your lamp is", body="Where your lamp is now: see here. My lamp, my lamp."),
    )

    assert [(hit.name, hit.score) for hit in search.fitting(mail)][:1] == [("lamp-lost", 1.0)]
    assert search.fitting("Where is my old lamp?")[0] != ("lamp-lost", 1.0)


def test_an_ask_in_the_other_script_is_a_question_word_for_word_too() -> None:
    search = search_over(made("sent", "寄出", asks=("我的包裹寄出了嗎", "寄了没有")), made("other", "其他"))

    assert search.fitting("你好！我的包裹寄出了嗎？")[0] == ("sent", 1.0)
    assert search.fitting("請問：寄了沒有")[0].name == "sent"
    assert search.fitting("寄了沒有？")[0] == ("sent", 1.0)


def test_a_blank_query_finds_all_and_nonsense_nothing(few: Search) -> None:
    assert [hit.name for hit in few.typed("  ")] == sorted(one.name for one in SNIPPETS)
    assert few.typed("xylophone") == []
    assert search_over().typed("order") == []
    assert search_over().fitting("order") == []


def test_words_that_stand_everywhere_find_nothing_alone_beside_one_that_stands_nowhere(shipped: Search) -> None:
    assert shipped.typed("you xylophone") == []
    assert shipped.typed("you")


def test_the_best_comes_first_with_its_score(few: Search) -> None:
    scores = [hit.score for hit in few.typed("refund")]
    assert scores == sorted(scores, reverse=True)
    assert len(scores) == 2
    assert all(0 < score <= 1 for score in scores)


def test_each_shipped_snippet_is_found_by_its_own_title_in_each_language(shipped: Search) -> None:
    for name, source in shipped.sources.items():
        for language, title in source.plain["title"].items():
            assert name in [hit.name for hit in shipped.typed(title)][:2], (language, title)


@pytest.mark.parametrize(
    ("mail", "first"),
    [
        ("Hello,\n\nmy vase arrived in pieces and I want my money back.\n\nThanks, Diane", "damaged-item"),
        ("I have tried three times to log in, and it doesnt accept my pasword.", "password-reset-help"),
        ("我的花瓶收到就碎了，想退款", "damaged-item"),
        ("שלום, האגרטל שקניתי הגיע מנופץ ואני רוצה את הכסף בחזרה", "damaged-item"),
        ("請問我的包裹寄出了嗎？請給我物流單號", "order-shipped"),
        ("Is the rug washable? Does it come in grey? And how heavy is it?", "several-questions"),
        ("Hi, just a compliment: your driver was lovely and the shelves look great. Thanks!", "thanks-for-praise"),
        ("the garantee ran out in may, will you still repare it for free", "refusal-out-of-warranty"),
    ],
)
def test_what_a_customer_wrote_finds_the_snippet_for_it_in_any_language(mail: str, first: str, shipped: Search) -> None:
    assert shipped.fitting(mail)[0].name == first


def test_of_a_large_library_what_shares_telling_words_with_a_mail_is_compared() -> None:
    crowd = [
        made(f"other-{n}", f"Other {n}", asks=(f"hello, my thing{n} please", "i wait for my lamp")) for n in range(300)
    ]
    search = search_over(made("damaged-item", "Damage", asks=("my vase arrived in pieces",)), *crowd)

    hits = search.fitting("Hello, my vase was in pieces, please help")

    assert hits[0].name == "damaged-item"
    assert len(hits) <= MOST_COMPARED
    assert search.fitting("hello my")
    assert search.fitting("vaes peices")[0].name == "damaged-item"
    assert search.fitting(" … ") == []


def test_a_snippet_without_asks_is_found_by_its_text() -> None:
    search = search_over(*SNIPPETS, made("parking", "Where to park", body="You can leave your car behind the shop."))

    assert search.fitting("can i come by car and leave it behind your shop")[0].name == "parking"


@pytest.mark.parametrize("hostile", ['"', "* OR NEAR(", "name : x", "\0\ud800", "'; DROP TABLE snippets --", "-"])
def test_a_query_is_never_a_language_of_its_own(hostile: str, few: Search) -> None:
    few.typed(hostile)
    few.fitting(hostile)

    assert few.typed("damaged")


def test_four_times_as_many_snippets_take_four_times_as_long() -> None:
    some = [source.plain for source in Search.of(Library.open([])).sources.values()]

    def many(count: int) -> dict[str, Searched]:
        copies = [{**some[n % len(some)], "name": f"{some[n % len(some)]['name']}-{n}"} for n in range(count)]
        return {one["name"]: Searched(0, one) for one in copies}

    def run(sources: dict[str, Searched]) -> None:
        Search(sources, Index.in_memory(sources)).typed("damagd parcel")

    assert growth(run, many(50), many(200), 5) <= 5


def test_a_mail_ten_times_as_long_takes_at_most_ten_times_as_long(shipped: Search) -> None:
    mail = "Hello, my vase arrived in pieces and I want my money back. " * 20
    shipped.fitting(mail)

    assert growth(shipped.fitting, mail, mail * 10, 12) <= 12


def test_how_many_questions_a_mail_asks_counts_where_it_is_known_and_not_how_many_marks_it_has(shipped: Search) -> None:
    angry = "You lost my parcel, are you serious? When do I get my money back?"

    def several(questions: int | None) -> float:
        return dict(shipped.fitting(angry, questions))["several-questions"]

    assert several(1) < several(2) == several(None)


def test_every_snippet_is_first_where_its_name_is_typed(shipped: Search) -> None:
    names = [*shipped.sources]

    assert [shipped.typed(name)[0].name for name in names] == names


@pytest.mark.parametrize(
    ("before", "question", "first"),
    [
        ("My order HW-12 was due on Monday and nothing came.", "When will it come?", "order-delayed"),
        ("The vase arrived in pieces.", "What now?", "damaged-item"),
        ("Hi, I would like to return the lamp.", "How?", "return-instructions"),
        ("您好，我把椅子退回去了，钱还没有退。", "要多久？", "refund-approved"),
        ("您好，我在你们那定制了一张橡木书桌。", "什么时候好？", "custom-order-status"),
        ("הזמנה HW-5 הגיעה שבורה\nהשולחן הגיע שבור. האם אפשר לקבל החזר כספי?", "ותוך כמה זמן?", "refund-approved"),
        ("שלום, אני רוצה להחזיר את המנורה.", "איך?", "return-instructions"),
        ("The vase arrived in pieces.", "When are you open on Sundays and can I park there?", "shop-information"),
        ("您好，灯罩碎了。", "另外，发票可以改开公司抬头吗？", "invoice-sent"),
    ],
)
def test_a_short_question_is_understood_from_what_was_said_before_it(
    shipped: Search, before: str, question: str, first: str
) -> None:
    assert shipped.fitting(question, 1, before)[0].name == first
