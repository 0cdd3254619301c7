"""The files, connections among them, that the process may have open."""

import resource

from service.settings import SettingError

ACCEPTED = 128
"""Connections that are accepted at once; those of three rounds are open before the first of them has been counted."""
OTHERS = 3 * ACCEPTED + 100
"""What is open besides the connections that are counted, the files of the service among them."""


def allow_connections(connections: int) -> None:
    """Lets the process open what so many connections need; 512 fit in 1,024, which is the usual limit.

    Raises:
        SettingError: the process may not open so many files.
    """
    needed = connections + OTHERS
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (needed, hard))
    except (ValueError, OverflowError, OSError) as error:
        detail = f"{connections} connections need {needed} open files, of which {hard} are allowed (ulimit -n)"
        raise SettingError(f"NIANBAO_MAX_CONNECTIONS: {detail}") from error
