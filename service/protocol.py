"""Connections that do not wait for ever, nor all at the same time."""

import asyncio
import sys
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

import h11
from starlette.types import ASGIApp
from uvicorn.protocols.http.flow_control import CLOSE_HEADER
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from service.crowd import Crowd
from service.http1 import Http1


class PatientProtocol(H11Protocol):
    """A connection whose client must send the head of a request, and take what it is answered, in time.

    It is closed where the whole head does not come in the time that it is kept open between two requests: uvicorn itself bounds only the
    time in which nothing at all comes. It is dropped where what was written is not taken: uvicorn hands an answer over to the transport
    and does not look after it, and a transport that is closed still waits until all is sent.

    Args:
        client_seconds: the time in which the client must take all that was written and not yet sent.
        crowd: all open connections.
        malformed: the app that answers what cannot be parsed.
        large_head: the app that answers a head that is too large; what its client sends on is taken and dropped until the answer ends.
        more: what uvicorn gives its protocols.
    """

    def __init__(self, client_seconds: float, crowd: Crowd, malformed: ASGIApp, large_head: ASGIApp, **more: Any) -> None:
        super().__init__(**more)
        self.conn = Http1()
        self._client_seconds = client_seconds
        self._crowd = crowd
        self._malformed = malformed
        self._large_head = large_head
        self._head: asyncio.TimerHandle | None = None
        self._drop: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begins to wait for the first request."""
        super().connection_made(transport)
        # Writing counts as paused as long as anything is not yet sent.
        transport.set_write_buffer_limits(high=0)
        self._await_head(self.cycle)
        self._crowd.enter(self)

    def on_response_complete(self) -> None:
        """Begins to wait for the next request."""
        answered = self.cycle
        super().on_response_complete()  # which begins the next one, where that is there already
        self._await_head(answered)
        self._crowd.put_last(self)

    def data_received(self, data: bytes) -> None:
        """Takes what the client sends; drops it after what could not be parsed."""
        if self.conn.their_state is not h11.ERROR:
            super().data_received(data)

    def pause_writing(self) -> None:
        """Begins to wait for the client to take what was written."""
        super().pause_writing()
        self._drop = self.loop.call_later(self._client_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Ends that wait: all is sent."""
        self._keep()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Ends all waits for the client."""
        self._crowd.leave(self)
        self._keep()
        self._end_wait_for_head()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """Closes the connection, after the answer that is owed on it, which then says so (RFC 9112, 9.6)."""
        if self.cycle is not None:
            self.cycle.default_headers = [*self.cycle.default_headers, CLOSE_HEADER]
        super().shutdown()

    def send_400_response(self, msg: str) -> None:
        """Answers what cannot be parsed, unless an answer has begun; `msg` is uvicorn's own plain text, which is not used."""
        self.flow.pause_reading()
        if self.conn.our_state is h11.IDLE:
            # The error that uvicorn handles at this moment, and does not hand over.
            error = cast(h11.RemoteProtocolError, sys.exception())
            app = self._large_head if error.error_status_hint == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE else self._malformed
            self._answer(app, {"type": "http", "method": "", "path": "", "headers": []})
        elif self.conn.our_state is h11.SEND_RESPONSE:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
            self._answer(self._malformed, self.scope)
        else:
            self.transport.close()

    def _answer(self, app: ASGIApp, scope: Mapping[str, Any]) -> None:
        self.cycle = RequestResponseCycle(
            scope=cast(Any, {**scope, "app": self.config.app}),
            conn=self.conn,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=self.server_state.default_headers,
            message_event=asyncio.Event(),
            on_response=self.on_response_complete,
        )
        task = self.loop.create_task(self.cycle.run_asgi(app))  # type: ignore[arg-type]  # Starlette's types of the same
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    @property
    def waits(self) -> bool:
        """Whether no request has come on it whose answer has not begun."""
        return self.cycle is None or self.cycle.response_started

    def drop(self) -> None:
        """Ends the connection at once."""
        self.transport.abort()

    def _keep(self) -> None:
        if self._drop is not None:
            self._drop.cancel()
            self._drop = None

    def _await_head(self, before: RequestResponseCycle | None) -> None:
        self._end_wait_for_head()
        self._head = self.loop.call_later(self.timeout_keep_alive, self._close_unless_begun, before)

    def _end_wait_for_head(self) -> None:
        if self._head is not None:
            self._head.cancel()

    def _close_unless_begun(self, before: RequestResponseCycle | None) -> None:
        if self.cycle is before:
            self.timeout_keep_alive_handler()
