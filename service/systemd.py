"""What systemd is told of a service of `Type=notify`."""

import logging
import os
import socket

logger = logging.getLogger(__name__)


def tell_ready() -> None:
    """Tells systemd, where it waits for this process, that the service can be used (sd_notify(3))."""
    address = os.environ.get("NOTIFY_SOCKET")
    if not address:
        return
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notified:
            # What begins with @ is no file, but a name of Linux's abstract namespace (unix(7)).
            notified.sendto(b"READY=1", f"\0{address[1:]}" if address.startswith("@") else address)
    except OSError as error:
        logger.error("systemd cannot be told that the service is ready: %s", error)
