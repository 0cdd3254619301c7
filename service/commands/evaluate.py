"""`nianbao evaluate MODEL`: how well a release reads labelled texts."""

import argparse

from service.commands.development import add_development


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    add_development(commands, "evaluate", "training.evaluate", "evaluate a release on labelled texts, or list the evaluations")
