"""`nianbao train NAME`: a new release from the corpus and the labelled reports."""

import argparse

from service.commands.development import add_development


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    add_development(commands, "train", "training.train", "train a release on the corpus and the labelled reports")
