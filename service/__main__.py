"""The program `nianbao`, which is `python -m service` too: the command line, and before it what cannot wait until that is imported."""

import signal
import sys


def main() -> int:
    """Runs the command line, as `service.cli.main` says; 130 where it is interrupted, as shells say of SIGINT."""
    if sys.argv[1:2] == ["serve"]:
        # A reload while the service is imported would end it; the release that is current is only looked for after that.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        from service.cli import main as command_line  # noqa: PLC0415 - takes a second

        return command_line()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
