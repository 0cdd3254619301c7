"""The command line with the reader of the tests, as a program: `python -m tests.service.fake_cli extract FILE…`."""

import sys

import service.engine
from service.__main__ import main
from tests.service.fakes import DigitReader

if __name__ == "__main__":
    service.engine.load_reader = lambda settings: DigitReader()  # type: ignore[assignment,return-value]
    sys.exit(main())
