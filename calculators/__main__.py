"""``python -m calculators``: the command line."""

import sys

from calculators.adapters.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
