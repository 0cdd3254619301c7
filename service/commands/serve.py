"""`nianbao serve`."""

import argparse

from model.process import ready_process
from service.descriptors import allow_connections
from service.logs import log_json
from service.server import Server
from service.settings import Settings


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    command = commands.add_parser("serve", help="serve over HTTP, as the settings NIANBAO_… say")
    command.set_defaults(run=serve)


def serve(_options: argparse.Namespace, settings: Settings) -> int:
    """Serves until interrupted."""
    log_json(settings.log_level)
    allow_connections(settings.max_connections)
    server = Server(settings)
    ready_process()
    try:
        server.run()
    except KeyboardInterrupt:
        return 0
    return 1 if server.engine.failure else 0
