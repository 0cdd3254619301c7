"""HTTP/1.1 as it comes over a connection."""

import h11


class Http1(h11.Connection):
    """The server's end of a connection, which passes over empty lines before a request (RFC 9112, 2.2)."""

    def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """What came next.

        Raises:
            h11.RemoteProtocolError: it is no HTTP.
        """
        if self.their_state is h11.IDLE:
            received, _ = self.trailing_data
            self._receive_buffer.maybe_extract_at_most(len(received) - len(received.lstrip(b"\r\n")))
        return super().next_event()
