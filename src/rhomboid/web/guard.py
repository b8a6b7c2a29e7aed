"""Who may call, and what a page may do: checked for every request and every socket.

A page of ours may load nothing from elsewhere and tell nothing to anybody else;
the browser itself holds it to that.
"""

import hmac
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "rhomboid"
POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""What a page may do. Nothing is loaded from, or told to, anybody but this server."""
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(), geolocation=(), payment=(), usb=()",
}
_SAFE = {"GET", "HEAD", "OPTIONS"}
_FOR_EVER = "public, max-age=31536000, immutable"
_LOOPBACK = ("127.0.0.1", "::1", "testclient")
_ENTRANCE = "/pair"
_UNASKED = 4403
_UNKNOWN = 4401


class Guard:
    """Stands before the whole server.

    Parameters
    ----------
    app
        What is guarded.
    hosts
        Names under which it may be called, without port: no page from elsewhere
        can make a browser speak to it under another.
    secret
        What a caller from another machine must bring as a cookie; empty where
        only this machine can call.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], secret: str = "") -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._secret = secret

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a call through, or turn it away in one sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is None:
            is_page = scope["type"] == "http"
            await self._app(scope, receive, _with_headers(scope, send) if is_page else send)
            return
        code, reason = refusal
        if scope["type"] == "websocket":
            # A socket that was never opened cannot tell a browser why.
            await receive()
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.close", "code": code, "reason": reason})
            return
        answer = PlainTextResponse(reason, 401 if code == _UNKNOWN else 403)
        await answer(scope, receive, _with_headers(scope, send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return why a call is turned away, or None."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if _name(host) not in self._hosts:
            return _UNASKED, f"rhomboid is not called {_name(host)!r} here."
        origin = headers.get("origin")
        asks = scope["type"] == "websocket" or scope["method"] not in _SAFE
        if asks and origin is not None and urlsplit(origin).netloc != host:
            return _UNASKED, "Another page may not speak to rhomboid."
        if asks and headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            return _UNASKED, "Another page may not speak to rhomboid."
        if self._secret and not self._is_known(scope, headers):
            return _UNKNOWN, "Scan the code that rhomboid shows to be let in."
        return None

    def _is_known(self, scope: Scope, headers: Headers) -> bool:
        """Return whether a caller is this machine, or was let in before."""
        client = scope.get("client")
        if client is not None and client[0] in _LOOPBACK:
            return True
        if scope["path"] == _ENTRANCE:
            return True
        return hmac.compare_digest(_cookie(headers).encode(), self._secret.encode())


def _name(host: str) -> str:
    """Return a host without its port."""
    if host.startswith("["):
        return host.partition("]")[0] + "]"
    return host.partition(":")[0].lower()


def _cookie(headers: Headers) -> str:
    """Return our cookie; empty where there is none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _with_headers(scope: Scope, send: Send) -> Send:
    """Return a way to answer that says what a page may do, and what may be kept."""

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            is_kept = scope["path"].startswith("/static/") and message["status"] in (200, 206, 304)
            headers.setdefault("cache-control", _FOR_EVER if is_kept else "no-store")
        await send(message)

    return answer
