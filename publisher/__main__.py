"""``python -m publisher serve | pdf | permalinks``: serve the built site as a host would, typeset it, list its links."""

from __future__ import annotations

import argparse
import os

from publisher.errors import PublisherError
from publisher.hosting.server import port_number
from publisher.hosting.server import serve as serve_site
from publisher.hosting.site import built_site


def main() -> None:
    """Read the command and do it."""
    parser = argparse.ArgumentParser(prog="python -m publisher", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="serve the built site on this machine")
    serve.add_argument("--port", type=port_number, default=8000, help="the first port to try (8000)")
    pdf = commands.add_parser("pdf", help="typeset every work into .build/pdf/")
    pdf.add_argument(
        "--if-possible",
        action="store_true",
        help="where nothing can typeset here, only say so: for `make build`",
    )
    links = commands.add_parser(
        "permalinks", help="compare the permanent links with the built site, or list them anew"
    )
    links.add_argument("--write", action="store_true", help="write docs/permalinks.txt")
    links.add_argument(
        "--unpublished",
        action="store_true",
        help="with --write, before the first edition is out: take all as it is",
    )
    arguments = parser.parse_args()
    if arguments.command == "pdf":
        _typeset(if_possible=arguments.if_possible)
    elif arguments.command == "permalinks":
        if arguments.unpublished and not arguments.write:
            parser.error("--unpublished says how to write the list: give --write as well")
        _permalinks(write=arguments.write, unpublished=arguments.unpublished)
    else:
        serve_site(built_site(), arguments.port)


def _typeset(*, if_possible: bool) -> None:
    """Typeset everything and say where it is; where it cannot be done, end with the reason, or only say it."""
    from publisher.paths import ROOT  # noqa: PLC0415  # of what only this command needs
    from publisher.pdf import make  # noqa: PLC0415
    from publisher.sheets import typesetting  # noqa: PLC0415

    if if_possible and (reason := make.lacking()):
        print(f"• The site gets no new PDF files. {reason}", flush=True)
        return
    site = os.environ.get("SITE_URL", "")
    for file in (*make.make(site=site), *typesetting.make(site=site)):
        if not if_possible:
            print(file.relative_to(ROOT), flush=True)


def _permalinks(*, write: bool, unpublished: bool) -> None:
    from publisher.changelog import permalinks  # noqa: PLC0415
    from publisher.changelog.changes import changes  # noqa: PLC0415
    from publisher.paths import SITE  # noqa: PLC0415

    if not (SITE / "index.html").is_file():
        raise SystemExit("site/ is not built: run `mkdocs build` first.")
    if write:
        print(f"{permalinks.write(SITE, unpublished=unpublished)} permanent links in docs/permalinks.txt.")
    elif found := permalinks.problems(permalinks.read(), permalinks.published(SITE), changes()):
        raise SystemExit("\n".join(found))


if __name__ == "__main__":
    try:
        main()
    except PublisherError as error:
        raise SystemExit(str(error)) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None
