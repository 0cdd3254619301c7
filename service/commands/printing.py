"""What the commands print: answers on the standard output in UTF-8 whatever the locale, complaints on standard error."""

import errno
import os
import sys


def put(text: str) -> None:
    """Prints the text as it is.

    Raises:
        OSError: it cannot be written, for example as the standard output is closed.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard output")
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def complain(message: str) -> None:
    """Tells what went wrong; nobody where the standard error is closed."""
    # Without a file print would take the standard output, which is for answers.
    if sys.stderr is not None:
        print(f"nianbao: {message}", file=sys.stderr)
