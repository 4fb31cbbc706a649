"""Two at once: threads with an engine each, as two processes have."""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import TypeVar

from bot.calls.call import Card
from bot.calls.draft import FormField
from bot.calls.status import NOT_SENT, Status
from bot.errors import OpenCallError
from bot.ledger import SqlLedger
from bot.ports import Claim
from tests.ledger.conftest import Opening
from tests.ledger.samples import (
    ADA,
    BEN,
    CARD,
    EDIT,
    MINUTE,
    NOW,
    PENDING,
    STOPPED,
    UNCERTAIN,
    a_call,
    a_draft,
    announced,
    claimed,
    let_pass,
    next_message,
    now_of,
    recorded,
    waiting,
)

Answer = TypeVar("Answer")
MANY = 12
STANDS = Card(channel_id="C1", ts="1.1")


def at_once(*deeds: Callable[[], Answer]) -> list[Answer]:
    """Do all of it at the same moment."""
    line = Barrier(len(deeds))

    def do(deed: Callable[[], Answer]) -> Answer:
        line.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as threads:
        return list(threads.map(do, deeds))


def test_two_deliveries_of_one_click_make_one_call(opening: Opening) -> None:
    ledgers = [opening() for _ in range(4)]

    answers = at_once(
        *(
            partial(ledger.record_call, a_call(), draft_id=None, may_repeat=False, say=[CARD])
            for ledger in ledgers
        )
    )

    assert [answer.is_new for answer in answers].count(True) == 1
    assert len({answer.call.call_id for answer in answers}) == 1
    assert len(waiting(ledgers[0])) == 1


def test_two_clicks_on_one_draft_make_one_call(opening: Opening) -> None:
    ledgers = [opening() for _ in range(4)]
    ledgers[0].record_draft(a_draft(), offer_after=60)

    answers = at_once(
        *(
            partial(
                ledger.record_call,
                a_call(f"click {n}", phone=f"+4915112345{n:03}"),
                draft_id="d1",
                may_repeat=False,
                say=[CARD],
            )
            for n, ledger in enumerate(ledgers)
        )
    )

    assert [answer.is_new for answer in answers].count(True) == 1
    assert len({answer.call.call_id for answer in answers}) == 1
    assert len(waiting(ledgers[0])) == 1


def test_two_people_at_once_make_one_call(opening: Opening) -> None:
    def record(ledger: SqlLedger, click: str) -> str:
        try:
            return recorded(ledger, a_call(click)).status
        except OpenCallError:
            return "asked"

    answers = at_once(*(partial(record, opening(), f"click {n}") for n in range(4)))

    assert sorted(answers) == ["asked", "asked", "asked", "recorded"]
    assert len(waiting(opening())) == 1


def test_a_call_is_claimed_by_one(opening: Opening) -> None:
    ledger = opening()
    for n in range(MANY):
        announced(ledger, a_call(f"click {n}", phone=f"+49151000000{n:02}"))

    def claim_all(ledger: SqlLedger) -> Sequence[Claim]:
        claims: list[Claim] = []
        while found := ledger.claim_calls(now=NOW, limit=2, lease=600):
            claims += found
        return claims

    taken = [claim for claims in at_once(*_each(opening, claim_all)) for claim in claims]

    assert sorted(claim.call.call_id for claim in taken) == list(range(1, MANY + 1))
    assert len({claim.token for claim in taken}) == MANY


def test_a_message_is_claimed_by_one_and_in_its_turn(opening: Opening) -> None:
    ledger = opening()
    for n in range(MANY):
        new = a_call(f"click {n}", phone=f"+49151000000{n:02}")
        ledger.record_call(new, draft_id=None, may_repeat=False, say=[CARD, PENDING])
    told: list[str] = []

    def say_all(ledger: SqlLedger) -> None:
        while len(told) < 2 * MANY:
            for message in ledger.claim_messages(limit=2, lease=600):
                told.append(message.key)
                assert ledger.said(message, ts="1.1")

    at_once(*_each(opening, say_all))

    assert set(Counter(told).values()) == {1}
    for call_id in range(1, MANY + 1):
        assert told.index(f"call:{call_id}:card") < told.index(f"call:{call_id}:reply:pending")
    assert waiting(ledger) == []


def test_undo_and_claim_never_both_win(opening: Opening) -> None:
    ledger, other = opening(), opening()
    for n in range(MANY):
        call_id = announced(ledger, a_call(f"click {n}")).call_id
        claims: list[Claim] = []

        def claim(claims: list[Claim] = claims) -> bool:
            claims.extend(other.claim_calls(now=NOW, limit=1, lease=600))
            return bool(claims)

        def undo(call_id: int = call_id) -> bool:
            return ledger.move(call_id, to=Status.CANCELLED, out_of=NOT_SENT) is not None

        assert sorted(at_once(undo, claim)) == [False, True]
        for held in claims:
            ledger.settle(held, to=Status.COMPLETED)


def test_a_late_answer_and_the_reaper_agree(opening: Opening) -> None:
    ledger, other = opening(), opening()
    for n in range(MANY):
        claim = claimed(ledger, a_call(f"click {n}"), lease=30)
        let_pass(ledger, 31)

        settled, _ = at_once(
            partial[object](ledger.settle, claim, to=Status.COMPLETED, say=[EDIT]),
            partial[object](other.reap_calls, say=[UNCERTAIN], failure=STOPPED),
        )

        assert settled
        assert now_of(ledger, claim.call).status is Status.COMPLETED


def test_a_card_and_an_undo_at_once_never_announce(opening: Opening) -> None:
    ledger, other = opening(), opening()
    for n in range(MANY):
        call = recorded(ledger, a_call(f"click {n}"))
        message = next_message(ledger)

        at_once(
            partial[object](ledger.card_said, message, card=STANDS, send_at=NOW),
            partial[object](
                other.move, call.call_id, to=Status.CANCELLED, out_of=NOT_SENT, say=[EDIT]
            ),
        )

        stands = now_of(ledger, call)
        assert (stands.status, stands.card) == (Status.CANCELLED, STANDS)
        assert ledger.said(next_message(ledger), ts=None)
        assert other.claim_calls(now=NOW + MINUTE, limit=9, lease=30) == ()


def test_two_numbers_that_stand_in_the_same_words_are_forgotten_at_once(opening: Opening) -> None:
    ledger, other = opening(), opening()
    for n in range(MANY):
        both = {FormField.REQUEST_TEXT: f"Ada {ADA} or Ben {BEN}"}
        for phone in (ADA, BEN):
            draft = a_draft(f"{phone}:{n}", fields=both)
            ledger.record_draft(draft, offer_after=60)
            new = a_call(f"{phone}:{n}", phone=phone)
            ledger.record_call(new, draft_id=draft.draft_id, may_repeat=False, say=[CARD])

        answers = at_once(
            partial(ledger.forget, ADA, by="U1", digits=ADA[1:], say=[]),
            partial(other.forget, BEN, by="U1", digits=BEN[1:], say=[]),
        )

        assert [len(answer.erased) for answer in answers] == [1, 1]


def _each(opening: Opening, deed: Callable[[SqlLedger], Answer]) -> list[Callable[[], Answer]]:
    """Let four processes do the same."""
    return [partial(deed, opening()) for _ in range(4)]
