"""Serve the site on this machine, from the zip or from the folder it was unpacked into. Any Python from 3.8 on.

python3 rulebook-offline.zip
"""

import argparse
import json
import os

from server import Site, port_number, serve

HERE = os.path.dirname(__file__)


def read(name):
    """Return a file that lies beside this one, in the zip or in the folder; None where there is none."""
    try:
        return __loader__.get_data(os.path.join(HERE, *name.split("/")))
    except OSError:
        return None


def main():
    """Serve until Ctrl-C."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--port", type=port_number, default=8000)
    parser.add_argument("--no-browser", action="store_true", help="only serve, open nothing")
    arguments = parser.parse_args()
    site = Site(read=lambda name: read("site/" + name), **json.loads(read("settings.json").decode("utf-8")))
    serve(site, arguments.port, browser=not arguments.no_browser)


if __name__ == "__main__":
    main()
