"""`nianbao models list|show|promote|rollback`: the releases, and which of them is the current one."""

import argparse
import json
from collections.abc import Mapping
from typing import Any

from model.release import ReleaseError
from service.commands.development import add_development
from service.commands.printing import complain, put
from service.settings import Settings
from training.registry import CURRENT, Registry, user


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the commands."""
    group = commands.add_parser("models", help="the releases, and which of them is current").add_subparsers(dest="action", required=True)
    group.add_parser("list", help="print a line for each release, and the changes of the current one").set_defaults(run=list_models)
    showing = group.add_parser("show", help="verify a release and print its manifest")
    showing.add_argument("name", nargs="?", default=CURRENT, help="default: the current one")
    showing.set_defaults(run=show)
    add_development(group, "promote", "training.promote", "make a release the current one, if it passes the gate", store=False)
    back = group.add_parser("rollback", help="make the release current that the current one took the place of")
    back.add_argument("--why", default="", help="a reason for the history")
    back.set_defaults(run=rollback)


def list_models(_options: argparse.Namespace, settings: Settings) -> int:
    """Prints `*` before the current release, name, day and F1 of facts; one that does not verify is told."""
    registry = _registry(settings)
    failed = False
    for name in registry.names():
        mark = "*" if name == registry.current() else " "
        try:
            manifest = registry.load(name).manifest
        except ReleaseError as error:
            complain(str(error))
            failed = True
            continue
        put(f"{mark} {name}\t{manifest['made'][:10]}\t{_scores(manifest)}\n")
    for change in registry.history():
        overruled = f" (overruled: {'; '.join(change.reasons)})" if change.reasons else ""
        put(f"{change.time} {change.action} {change.previous or 'nothing'} -> {change.release} by {change.by}: {change.why}{overruled}\n")
    return int(failed)


def _scores(manifest: Mapping[str, Any]) -> str:
    """The F1 of facts on each set that the served model was scored on when the release was made."""
    scores = {name.removesuffix(" int8"): one["facts"]["f1"] for name, one in manifest["scores"].items() if name.endswith(" int8")}
    return ", ".join(f"{name} {f1:.4f}" for name, f1 in scores.items())


def show(options: argparse.Namespace, settings: Settings) -> int:
    """Prints the manifest of a release that verifies."""
    put(json.dumps(_registry(settings).load(options.name).manifest, ensure_ascii=False, indent=1) + "\n")
    return 0


def rollback(options: argparse.Namespace, settings: Settings) -> int:
    """Goes back, and says to what."""
    change = _registry(settings).rollback(user(), options.why)
    put(f"{change.release} is the current release again, in the place of {change.previous}\n")
    return 0


def _registry(settings: Settings) -> Registry:
    """The folder that the release of the settings stands in."""
    return Registry(settings.release.parent)
