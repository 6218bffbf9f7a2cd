"""``python -m publisher build | serve``: build the site into site/; build it and serve it on this machine."""

from __future__ import annotations

import argparse
import os

# MkDocs Material warns at length about MkDocs 2 on every start; mkdocs is locked below 2.
os.environ["NO_MKDOCS_2_WARNING"] = "1"


def main() -> None:
    """Read the command and do it."""
    parser = argparse.ArgumentParser(prog="python -m publisher", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="build the site into site/")
    build.add_argument("--force", action="store_true", help="build even where nothing has changed")
    serve = commands.add_parser("serve", help="build the site and serve it on this machine")
    serve.add_argument("--port", type=int, default=8000, help="the first port to try (8000)")
    arguments = parser.parse_args()

    # After the environment is set, and nothing that `--help` needs.
    from publisher import serve as server  # noqa: PLC0415
    from publisher import site  # noqa: PLC0415

    if arguments.command == "build":
        site.build(force=arguments.force)
    else:
        site.build()
        server.main(port=arguments.port)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
