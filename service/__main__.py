"""`python -m service` is the command line `nianbao`."""

import sys

from service.cli import main

sys.exit(main())
