"""The command line `nianbao`: a command group a file of `service.commands`."""

import argparse
import os
import sys
from collections.abc import Sequence

from model.release import ReleaseError
from service.commands import evaluate, extract, keys, labelled, models, prelabel, serve, train
from service.commands.printing import complain
from service.keys import KeysError
from service.settings import SettingError, load_settings
from training.labelled.store import StoreError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line.

    Returns:
        0 where all went well, 1 where a document, the release, the store or the keys could not be read or a file not be written, 2 for
        wrong usage or settings.
    """
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options, load_settings()))
    except SettingError as error:
        for message in str(error).splitlines():
            complain(message)
        return 2
    except (ReleaseError, StoreError, KeysError) as error:
        complain(str(error))
        return 1
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more when it closes the pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        complain(f"{error.filename}: {error.strerror}" if error.filename else str(error))
        return 1


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    top = argparse.ArgumentParser(prog="nianbao", description="Reads annual reports on open government information.")
    commands = top.add_subparsers(dest="command", required=True)
    for group in (extract, serve, keys, labelled, prelabel, train, evaluate, models):
        group.add(commands)
    return top
