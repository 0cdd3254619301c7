"""The option that says which released model reads."""

import argparse
from pathlib import Path

from service.settings import Settings


def add_release(command: argparse.ArgumentParser) -> None:
    """Declares the option."""
    command.add_argument("--release", type=Path, metavar="FOLDER", help="the released model (default: the setting NIANBAO_RELEASE)")


def chosen(options: argparse.Namespace, settings: Settings) -> Settings:
    """The settings with the release that the options name, if they name one."""
    return settings if options.release is None else settings.model_copy(update={"release": options.release})
