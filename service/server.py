"""The web server: uvicorn, which says when the service can be used."""

import asyncio
import logging
import signal
import socket
import sys
import threading
from functools import partial

import uvicorn

from service.app import create_app
from service.crowd import Crowd
from service.descriptors import ACCEPTED
from service.engine import Engine, ReportReader
from service.lingering import Lingering
from service.malformed import refuse_head, refuse_malformed
from service.protocol import PatientProtocol
from service.settings import Settings
from service.surroundings import look_round
from service.systemd import tell_ready

logger = logging.getLogger(__name__)

UNWINDING_SECONDS = 2
"""How long the requests that are dropped have to say so."""


class Server(uvicorn.Server):
    """Serves the app; says so once the port is open and the model is loaded, and stops where it cannot be loaded.

    On SIGHUP it takes up the release that is current by then.

    Raises:
        SettingError: the settings name no keys that can be used, where keys are needed, or what is not there.
    """

    def __init__(self, settings: Settings, reader: ReportReader | None = None) -> None:
        look_round(settings)
        app = create_app(settings, reader)
        self.engine: Engine = app.state.engine
        self._switches: set[asyncio.Task[None]] = set()
        config = uvicorn.Config(
            app,
            host=settings.host,
            port=settings.port,
            http=partial(  # type: ignore[arg-type]  # called as a class is
                PatientProtocol,
                client_seconds=settings.max_client_seconds,
                crowd=Crowd(settings.max_connections),
                malformed=app.watched(refuse_malformed),
                large_head=Lingering(app.watched(refuse_head), settings.max_client_seconds),
            ),
            ws="none",
            backlog=ACCEPTED,
            timeout_keep_alive=settings.max_idle_seconds,
            timeout_graceful_shutdown=settings.max_drain_seconds,
            log_config=None,
            log_level="warning",
            access_log=False,
        )
        super().__init__(config)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Opens the port, then waits for the model beside the requests."""
        # Before the release is looked for: none that is promoted from then on is missed.
        if threading.current_thread() is threading.main_thread():
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._hang_up)
        await super().startup(sockets)
        self._announcement = asyncio.create_task(self._announce())

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Closes the port and answers what was accepted; what is left once the time for that is over is answered a problem."""
        await super().shutdown(sockets)
        # uvicorn cancels what is left, does not wait for it, and then ends the process by the signal that it got.
        if self.server_state.tasks and not self.force_exit:
            await asyncio.wait(set(self.server_state.tasks), timeout=UNWINDING_SECONDS)

    def _hang_up(self) -> None:
        switch = asyncio.create_task(self._take_up())
        self._switches.add(switch)
        switch.add_done_callback(self._switches.discard)

    async def _take_up(self) -> None:
        """Takes up the release that is current by now."""
        await self.engine.settled.wait()
        try:
            reader = await self.engine.switch()
        except Exception as error:  # whatever it is, there is a reader
            logger.error("the release that is current now cannot be taken up, and the one before is served on: %s", error)
        else:
            sys.stdout.write(f"Nianbao serves the release {reader.release.name}\n")
            sys.stdout.flush()

    async def _announce(self) -> None:
        await self.engine.settled.wait()
        if self.engine.failure is None:
            port = self.servers[0].sockets[0].getsockname()[1]
            sys.stdout.write(f"Nianbao serves on {url(self.config.host, port)} (docs: /docs)\n")
            sys.stdout.flush()
            tell_ready()
        else:
            self.should_exit = True


def url(host: str, port: int) -> str:
    """The address of a service, an IPv6 host in brackets."""
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
