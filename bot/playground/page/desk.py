"""What stands on Zeeg's desk, as JSON for the page: POSTs, calls, webhooks and the knobs."""

from typing import Final

from bot.playground.page.backstage import Backstage
from bot.playground.records import Payload
from bot.playground.traffic import Exchange, Way
from bot.playground.zeeg import Post
from bot.playground.zeeg_moods import MOODS

MOST: Final = 30


def desk(backstage: Backstage) -> Payload:
    """Write everything that the page shows behind the scenes."""
    playground, clock = backstage.playground, backstage.clock
    zeeg = playground.zeeg
    webhooks = [each for each in playground.traffic.exchanges if each.way is Way.ZEEG_WEBHOOK]
    ends = backstage.ends_by_itself
    return {
        "clock": {"offset": round(clock.offset, 1), "held_at": clock.held_at},
        "moods": [{"name": name, "title": mood.title} for name, mood in MOODS.items()],
        "mood": backstage.mood_now,
        "keeps_mood": backstage.keeps_mood,
        "ends_by_itself": {"seconds": ends[0], "outcome": ends[1].value} if ends else None,
        "delivery_failure": backstage.delivery_failure,
        "zone": zeeg.zone,
        "posts": [_post(number, post) for number, post in enumerate(zeeg.posts, start=1)][-MOST:][
            ::-1
        ],
        "webhook": {
            "url": backstage.callback_url,
            "is_subscribed": bool(zeeg.webhooks.subscriptions),
            "deliveries": [_delivery(each) for each in webhooks][-MOST:][::-1],
        },
    }


def _post(number: int, post: Post) -> Payload:
    exchange = post.exchange
    headers = {name.lower(): value for name, value in exchange.headers.items()}
    agents = post.agent_uuid
    return {
        "number": number,
        "asked_at": exchange.asked_at,
        "path": f"/v2/agents/{agents}/outbound-calls",
        "has_token": headers.get("authorization", "").startswith("Bearer "),
        "body": exchange.body,
        "is_over": exchange.is_over,
        "status": exchange.status,
        "answer": exchange.answer,
        "call": None
        if post.call is None
        else {"id": post.call.id, "due_at": post.call.due_at, "ends": post.call.ends},
    }


def _delivery(exchange: Exchange) -> Payload:
    return {
        "asked_at": exchange.asked_at,
        "event": exchange.method,
        "body": exchange.body,
        "is_over": exchange.is_over,
        "status": exchange.status,
    }
