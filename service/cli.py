"""The command line `nianbao`: a command group a file of `service.commands`."""

import argparse
import os
import sys
from collections.abc import Sequence

from pydantic import ValidationError

from model.release import ReleaseError
from service.commands import extract, labelled, prelabel, serve
from service.commands.printing import complain
from service.settings import Settings
from training.labelled.store import StoreError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Returns:
        0 where all went well, 1 where a document, the release or the store could not be read, 2 for wrong usage or settings.
    """
    options = parser().parse_args(arguments)
    try:
        settings = Settings()
    except ValidationError as error:
        for detail in error.errors():
            complain(f"NIANBAO_{str(detail['loc'][0]).upper()}: {detail['msg']}")
        return 2
    try:
        return int(options.run(options, settings))
    except (ReleaseError, StoreError) as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    top = argparse.ArgumentParser(prog="nianbao", description="Reads annual reports on open government information.")
    commands = top.add_subparsers(dest="command", required=True)
    for group in (extract, serve, labelled, prelabel):
        group.add(commands)
    return top
