"""Sends Zeeg's events to whoever subscribed, and forgets a URL that is gone."""

from typing import Any, Final

import httpx

from bot.playground.traffic import Traffic, Way
from bot.playground.zeeg_outcomes import EVENT
from bot.playground.zeeg_subscriptions import Subscription

_GONE: Final = frozenset({404, 410})


class Webhooks:
    """The subscriptions, and the way to them."""

    def __init__(self, traffic: Traffic) -> None:
        self.traffic = traffic
        self.subscriptions: list[Subscription] = []
        self._client: httpx.AsyncClient | None = None

    def use(self, client: httpx.AsyncClient) -> None:
        """Send with this client from now on, which may carry an in-process transport."""
        self._client = client

    def subscribe(self, callback_url: str, token: str) -> None:
        """Subscribe a URL as the dashboard does, without trying it."""
        self.subscriptions.append(
            Subscription(callback_url=callback_url, token=token, events=[EVENT])
        )

    async def subscribe_and_try(self, body: dict[str, Any]) -> dict[str, Any]:
        """Subscribe as the API does, try the URL at once, and give the answer to that."""
        subscription = Subscription.read(body)
        status = await self._send(subscription, {"event": "webhook.test"})
        if status not in _GONE:
            self.subscriptions.append(subscription)
        return subscription.answer(status)

    async def tell(self, event: dict[str, Any]) -> list[int]:
        """Send an event to every subscriber; one that answers 404 or 410 is dropped."""
        statuses = []
        for subscription in list(self.subscriptions):
            status = await self._send(subscription, event)
            if status in _GONE:
                self.subscriptions.remove(subscription)
            statuses.append(status)
        return statuses

    async def _send(self, subscription: Subscription, event: dict[str, Any]) -> int:
        """Send an event, and give the status; 0 if nobody answered."""
        if self._client is None:
            self._client = httpx.AsyncClient(timeout=10, trust_env=False)
        exchange = self.traffic.asked(Way.ZEEG_WEBHOOK, str(event.get("event")), event)
        headers = {"Token": subscription.token} if subscription.token else {}
        url = subscription.callback_url
        try:
            response = await self._client.post(url, json=event, headers=headers)
        except httpx.TransportError:
            self.traffic.answered(exchange, 0, None)
            return 0
        self.traffic.answered(exchange, response.status_code, response.text)
        return response.status_code

    async def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None
