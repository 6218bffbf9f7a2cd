"""Write all lock files anew from pyproject.toml and package.json: with hashes, without addresses."""

from __future__ import annotations

from bootstrap import LAYERS, LOCKS, NPM_OPTIONS, find_npm, find_uv, run, say

FORM = "--universal --python-version=3.13 --generate-hashes --no-emit-index-url --no-header --no-annotate".split()

if __name__ == "__main__":
    for name in ("site", "pdf", "sbom", "test", "audit", "node", "uv"):
        say(f"Writing locks/{name}.txt")
        # What two layers need, both need in the same version.
        same = [
            part for below in LAYERS.get(name, "-")[:-1] for part in ("--constraints", LOCKS / f"{below}.txt")
        ]
        group = ["--group", name, "--output-file", LOCKS / f"{name}.txt"]
        run([find_uv(), "pip", "compile", "--quiet", "--upgrade", *FORM, *same, *group])
    say("Writing package-lock.json")
    _, *npm = find_npm()
    run([*npm, "install", "--package-lock-only", "--omit-lockfile-registry-resolved", *NPM_OPTIONS])
