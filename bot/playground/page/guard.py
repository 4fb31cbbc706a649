"""Lets only this machine's own page in: checks Host and Origin, and sets the page's limits."""

from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

NAMES: Final = frozenset({"127.0.0.1", "localhost"})
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def refusal(request: web.BaseRequest) -> str:
    """
    Say why a request is not from our own page; empty if it is.

    A name of somebody else's that leads to this machine (DNS rebinding) shows in Host,
    a form or script on another page in Origin or Sec-Fetch-Site.
    """
    if request.host.partition(":")[0] not in NAMES:
        return "This page answers to 127.0.0.1 and localhost only."
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"http://{request.host}":
        return "Only this page itself may ask."
    if request.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
        return "Only this page itself may ask."
    if request.method == "POST":
        return _post_refusal(request, origin)
    return ""


def _post_refusal(request: web.BaseRequest, origin: str | None) -> str:
    if origin is None:
        return "Only this page itself may ask."
    if request.content_type != "application/json":
        return "Only JSON is taken."
    return ""


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what is not from our own page."""
    reason = refusal(request)
    if reason:
        return web.Response(status=403, text=reason, headers=HEADERS)
    return await handler(request)


async def limited(request: web.Request, response: web.StreamResponse) -> None:
    """Tell the browser what the page may load, which is nothing from elsewhere."""
    del request
    response.headers.update(HEADERS)
