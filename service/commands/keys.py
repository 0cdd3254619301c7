"""`nianbao keys add|list|revoke`: the API keys of the file that the setting NIANBAO_KEYS names."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from service.commands.printing import put
from service.keys import Scope, add_key, read_keys, revoke_key
from service.settings import SettingError, Settings


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the command."""
    command = commands.add_parser("keys", help="make, list and revoke the API keys of the file that NIANBAO_KEYS names")
    actions = command.add_subparsers(dest="action", required=True)
    adding = actions.add_parser("add", help="make a key and print it, this once; the file keeps a hash of it")
    adding.add_argument("name", metavar="NAME", help="whose key it is")
    scopes = "what it allows, may be given more than once: read reports (the default), label reports, admin"
    adding.add_argument("--scope", action="append", choices=[scope.value for scope in Scope], help=scopes)
    actions.add_parser("list", help="print each key's id, time, scopes and name")
    revoking = actions.add_parser("revoke", help="take a key out of the file; a running service refuses it at once")
    revoking.add_argument("id", metavar="ID", help="its id, as listed")
    command.set_defaults(run=run)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Runs the command; KeysError where the file cannot be read or written or has no such key."""
    path = _path(settings)
    match options.action:
        case "add":
            _add(path, options.name, [Scope(name) for name in dict.fromkeys(options.scope or ["read"])])
        case "list":
            for key in read_keys(path):
                put(f"{key.id}\t{key.created.isoformat()}\t{','.join(key.scopes)}\t{key.name}\n")
        case "revoke":
            revoke_key(path, options.id)
    return 0


def _add(path: Path, name: str, scopes: Sequence[Scope]) -> None:
    secret = add_key(path, name, scopes)
    try:
        put(secret + "\n")
    except BaseException:
        # Nobody saw it, and it is shown only once.
        revoke_key(path, secret.split("_")[1])
        raise


def _path(settings: Settings) -> Path:
    if settings.keys is None:
        raise SettingError("NIANBAO_KEYS: must be set to the file that keeps the keys")
    return settings.keys
