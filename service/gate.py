"""Who may call: each request's key, looked at before anything of its body is read."""

from collections.abc import Collection
from math import ceil
from typing import Annotated
from urllib.parse import quote, urlsplit

from fastapi import Request, Security, params
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer, SecurityScopes
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Send
from starlette.types import Scope as Asgi

from service.handlers import respond
from service.keys import Key, Keyring, KeysError, Scope
from service.problems import HOST_REFUSED, KEY_REQUIRED, ORIGIN_REFUSED, RATE_LIMITED, SCOPE_MISSING, ProblemError
from service.rate import Rate
from service.settings import SettingError, Settings, is_loopback

OPEN = frozenset({"/healthz", "/readyz", "/openapi.json", "/docs"})
"""What a probe, or a browser that shows the documentation, asks for without a key; with all under /docs/."""
WITHOUT_KEYS = (Scope.READ, Scope.LABEL)
"""What is allowed where no keys are needed: all but to switch models."""

_BEARER = HTTPBearer(scheme_name="key", description="A key of `nianbao keys add`: `authorization: Bearer nianbao_…`.", auto_error=False)


def keyring_of(settings: Settings) -> Keyring | None:
    """The keys that requests need; None where they need none.

    Raises:
        SettingError: the file of keys cannot be read, or the service would listen beyond this machine without any.
    """
    if settings.keys is None:
        if settings.is_local:
            return None
        raise SettingError(f"NIANBAO_KEYS: must be set to listen on {settings.host}, which is beyond this machine: see nianbao keys add")
    try:
        return Keyring(settings.keys)
    except KeysError as error:
        raise SettingError(f"NIANBAO_KEYS: {error}; nianbao keys add makes one") from error


class Gate:
    """Refuses requests without a key of the keyring, and those of a key beyond its rate.

    Where there is no keyring, it refuses what pages of other machines send from a browser of this one, unless `origins` name them: those
    that say so, and those that reach it by a name of their own, which was made to lead here (DNS rebinding), unless `hosts` name that.
    Its own page may call it by the name by which it was reached.
    """

    def __init__(self, app: ASGIApp, keyring: Keyring | None, rate: Rate, origins: Collection[str], hosts: Collection[str]) -> None:
        self.app = app
        self.keyring = keyring
        self.rate = rate
        self.origins = origins
        self.hosts = hosts

    async def __call__(self, scope: Asgi, receive: Receive, send: Send) -> None:
        """Serves the request, with its key in its state."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            scope.setdefault("state", {})["key"] = self._key(scope)
        except ProblemError as error:
            await respond(Request(scope), error)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _key(self, scope: Asgi) -> Key | None:
        headers = Headers(scope=scope)
        if self.keyring is None:
            self._refuse_pages(headers.get("host"), headers.get("origin"))
        if self.keyring is None or scope["path"] in OPEN or scope["path"].startswith("/docs/"):
            return None
        scheme, _, presented = headers.get("authorization", "").partition(" ")
        key = self.keyring.find(presented.strip()) if scheme.lower() == "bearer" else None
        if key is None:
            raise ProblemError(
                KEY_REQUIRED, "send a key that is known, as the header authorization: Bearer KEY", headers={"www-authenticate": "Bearer"}
            )
        if wait := self.rate.wait(key.id):
            seconds = ceil(wait)
            raise ProblemError(RATE_LIMITED, f"the key may call again in {seconds} s", headers={"retry-after": str(seconds)})
        return key

    def _refuse_pages(self, host: str | None, origin: str | None) -> None:
        own: list[str] = []
        if host is not None:  # as every browser has it; probes of HTTP/1.0 send none
            name = _host_of(f"//{host}")
            if not is_loopback(name) and name not in self.hosts:
                raise ProblemError(HOST_REFUSED, f"a service that needs no keys may not be called as {quote(name[:200])}")
            own = [f"{scheme}://{host.lower()}" for scheme in ("http", "https")]
        if origin is not None and origin not in (*own, *self.origins) and not is_loopback(_host_of(origin)):
            raise ProblemError(ORIGIN_REFUSED, f"pages of {quote(origin[:200], ':/')} may not call a service that needs no keys")


def _host_of(address: str) -> str:
    """The host of an address, in lower case; empty where it has none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


async def _allowed(
    scopes: SecurityScopes, request: Request, _bearer: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]
) -> None:
    key: Key | None = request.state.key
    missing = set(scopes.scopes) - set(key.scopes if key else WITHOUT_KEYS)
    if missing:
        raise ProblemError(SCOPE_MISSING, f"this needs a key with the scope {', '.join(sorted(missing))}")


def needs(scope: Scope) -> params.Depends:
    """The dependency of routes that only keys with the scope may call."""
    dependency: params.Depends = Security(_allowed, scopes=[scope])
    return dependency
