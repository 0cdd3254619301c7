"""The web server: uvicorn, which says when the service can be used."""

import asyncio
import socket
import sys

import uvicorn

from service.app import create_app
from service.engine import Engine, ReportReader
from service.settings import Settings


class Server(uvicorn.Server):
    """Serves the app; says so once the port is open and the model is loaded, and stops where it cannot be loaded."""

    def __init__(self, settings: Settings, reader: ReportReader | None = None) -> None:
        app = create_app(settings, reader)
        self.engine: Engine = app.state.engine
        super().__init__(uvicorn.Config(app, host=settings.host, port=settings.port, log_level="warning", access_log=False))

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Opens the port, then waits for the model beside the requests."""
        await super().startup(sockets)
        self._announcement = asyncio.create_task(self._announce())

    async def _announce(self) -> None:
        await self.engine.settled.wait()
        if self.engine.failure is None:
            sys.stdout.write(f"Nianbao serves on {self.address} (docs: /docs)\n")
            sys.stdout.flush()
        else:
            self.should_exit = True

    @property
    def address(self) -> str:
        """The URL of the open port."""
        host = f"[{self.config.host}]" if ":" in self.config.host else self.config.host
        return f"http://{host}:{self.servers[0].sockets[0].getsockname()[1]}"
