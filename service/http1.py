"""HTTP/1.1 as it comes over a connection."""

import h11

HEAD_BYTES = 16 << 10
"""The most of a head that is kept while it is not yet whole."""


class Http1(h11.Connection):
    """The server's end of a connection, which passes over empty lines before a request (RFC 9112, 2.2)."""

    def __init__(self) -> None:
        super().__init__(h11.SERVER, HEAD_BYTES)

    def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """What came next.

        Raises:
            h11.RemoteProtocolError: it is no HTTP, or, with the hint 431, more than `HEAD_BYTES` of what is no whole head.
        """
        if self.their_state is h11.IDLE:
            received, _ = self.trailing_data
            self._receive_buffer.maybe_extract_at_most(len(received) - len(received.lstrip(b"\r\n")))
        return super().next_event()
