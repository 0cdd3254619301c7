"""`nianbao serve`."""

import argparse
import gc
import sys

from service.logs import log_json
from service.server import Server
from service.settings import Settings

SWITCH_SECONDS = 0.0005
"""How long a thread that assembles may keep the event loop waiting; Python's own 5 ms add up where many do, and a refusal must be quick."""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    command = commands.add_parser("serve", help="serve over HTTP, as the settings NIANBAO_… say")
    command.set_defaults(run=serve)


def serve(_options: argparse.Namespace, settings: Settings) -> int:
    """Serves until interrupted."""
    log_json(settings.log_level)
    sys.setswitchinterval(SWITCH_SECONDS)
    server = Server(settings)
    # Else a collection of garbage now and then goes over all that was imported, and every thread waits 50 ms for it.
    gc.freeze()
    try:
        server.run()
    except KeyboardInterrupt:
        return 0
    return 1 if server.engine.failure else 0
