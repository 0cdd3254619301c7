"""A real server on a free port of this machine."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from service.engine import ReportReader
from service.server import Server
from service.settings import Settings


@contextmanager
def serving(settings: Settings, reader: ReportReader | None = None) -> Iterator[tuple[Server, int]]:
    """The server, ready, and its port; it is stopped at the end."""
    server = Server(settings, reader)
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + 30
    while not (server.started and server.engine.settled.is_set()) and time.monotonic() < deadline:
        time.sleep(0.01)
    try:
        yield server, server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()
