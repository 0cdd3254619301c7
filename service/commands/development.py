"""Commands that stand in `training` and need its packages: they are loaded when they are called, and serving does without them."""

import argparse
from collections.abc import Callable
from importlib import import_module

from service.commands.printing import complain
from service.settings import Settings


def add_development(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, module: str, summary: str, store: bool = True
) -> None:
    """Declares a command that hands its arguments over to the `main` of a module of `training`.

    Args:
        store: whether that reads the store of labelled reports beside the releases.
    """
    # Without a prefix of options the parser leaves all arguments to the module, `--help` among them.
    command = commands.add_parser(name, help=summary, add_help=False, prefix_chars="\0")
    command.add_argument("arguments", nargs="*")
    command.set_defaults(run=_handing_over_to(module, store))


def _handing_over_to(module: str, store: bool) -> Callable[[argparse.Namespace, Settings], int]:
    def run(options: argparse.Namespace, settings: Settings) -> int:
        try:
            main = import_module(module).main
        except ModuleNotFoundError as error:
            complain(f"this needs the packages of training, of which {error.name} is not installed: pip install 'nianbao[train]'")
            return 2
        places = ["--releases", str(settings.release.parent), *(["--store", str(settings.labelled)] if store else [])]
        return int(main([*places, *options.arguments]))

    return run
