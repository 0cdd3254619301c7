"""What the settings name outside of the service, looked at before it starts, not hours later by the first request that needs it."""

import os
import socket
from pathlib import Path

from service.settings import SettingError, Settings


def look_round(settings: Settings) -> None:
    """Looks for the addresses of the host, and whether the database of labelled reports, where one is set, can be written.

    Raises:
        SettingError: there are none, or it cannot.
        OSError: names cannot be looked up just now.
    """
    _resolve(settings.host, settings.port)
    # Who keeps no labelled reports need not set it to have the service in a folder that nothing can be written to.
    if "labelled" in settings.model_fields_set and not _is_writable(settings.labelled):
        raise SettingError(f"NIANBAO_LABELLED: {settings.labelled} must be a file that can be written, or made in its folder")


def _resolve(host: str, port: int) -> None:
    try:
        socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except UnicodeError as error:
        raise SettingError(f"NIANBAO_HOST: {host} is no name of a host") from error
    except socket.gaierror as error:
        # The same start may go well once the network is up.
        if error.errno == socket.EAI_AGAIN:
            raise
        raise SettingError(f"NIANBAO_HOST: {host}: {error.strerror}") from error


def _is_writable(database: Path) -> bool:
    folder = database.parent
    if not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
        return False
    return not database.exists() or (database.is_file() and os.access(database, os.R_OK | os.W_OK))
