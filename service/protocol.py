"""Connections that do not wait for ever."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle


class PatientProtocol(H11Protocol):
    """A connection that is closed where the whole head of a request does not come in the time that it is kept open between two.

    uvicorn itself bounds only the time in which nothing at all comes.
    """

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for the first request."""
        super().connection_made(transport)
        self._await_head()

    def on_response_complete(self) -> None:
        """Begins to wait for the next request."""
        super().on_response_complete()
        self._await_head()

    def _await_head(self) -> None:
        self.loop.call_later(self.timeout_keep_alive, self._close_unless_begun, self.cycle)

    def _close_unless_begun(self, before: RequestResponseCycle | None) -> None:
        if self.cycle is before:
            self.timeout_keep_alive_handler()
