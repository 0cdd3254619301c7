"""What the commands print: answers on the standard output in UTF-8 whatever the locale, complaints on standard error."""

import sys


def put(text: str) -> None:
    """Prints the text as it is."""
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def complain(message: str) -> None:
    """Tells what went wrong."""
    print(f"nianbao: {message}", file=sys.stderr)
