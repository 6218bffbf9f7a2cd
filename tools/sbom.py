"""Write the software bill of materials (CycloneDX) of the site into .build/sbom.cdx.json: all that the locks name.

    tools/python tools/bootstrap.py sbom && .venv/bin/python tools/sbom.py

Three kept tools know the packages: cyclonedx-py those of the locks, with hashes, and those that are installed, with
licences; npm those of package-lock.json. What reaches the reader has the scope ``required``, what only builds the site
``excluded``; programs within a package, of which no lock knows, stand under it. The same locks give the same bytes.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bootstrap import LAYERS, LOCKS, ROOT, VENV, Command, find_npm
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.utils import canonicalize_name

from calculators import __version__
from publisher.reference.licences import Part, parts

TARGET = ROOT / ".build" / "sbom.cdx.json"
VERSION = "1.6"
"""Of CycloneDX."""
_FORM = ("--sv", VERSION, "--of", "JSON", "--output-reproducible", "-o", "-")
Json = dict[str, Any]


def bill() -> Json:
    """Return the whole bill of materials."""
    shipped = {part.package: part for part in parts() if part.package}
    components = [*_python_components(), *_npm_components()]
    for component in components:
        kind = "npm" if component["purl"].startswith("pkg:npm/") else "python"
        part = shipped.pop(f"{kind}:{component['name'].lower()}", None)
        component["scope"] = "required" if part else "excluded"
        within = [_within(each) for each in parts() if part and each.within == part.name]
        if within:
            component["components"] = within
    if shipped:
        raise SystemExit(f"The locks do not name what the site carries: {', '.join(shipped)}")
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{VERSION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": VERSION,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "site",
                "name": "network-law-calculators",
                "version": __version__,
                "licenses": [{"license": {"id": "MIT", "acknowledgement": "declared"}}],
            }
        },
        "components": sorted(components, key=lambda each: str(each["purl"])),
        "dependencies": [{"ref": "site", "dependsOn": sorted(each["bom-ref"] for each in components)}],
    }


def _python_components() -> list[Json]:
    """Return the packages of the locks that the site is made from: hashes from the lock, the rest as installed."""
    program = VENV / "bin" / "cyclonedx-py"
    installed = {_key(each): each for each in _asked([program, "environment", VENV, *_FORM])["components"]}
    found = []
    for name in LAYERS["pdf"]:
        for locked in _asked([program, "requirements", LOCKS / f"{name}.txt", *_FORM])["components"]:
            known = installed.get(_key(locked), {})
            hashes = [each for each in locked["externalReferences"] if each["type"] == "distribution"]
            found.append(
                {
                    "type": "library",
                    "bom-ref": locked["purl"],
                    "name": locked["name"],
                    "version": locked["version"],
                    "purl": locked["purl"],
                    **({"licenses": known["licenses"]} if known.get("licenses") else {}),
                    "externalReferences": hashes,
                }
            )
    return list({each["purl"]: each for each in found}.values())


def _key(component: Json) -> str:
    return f"{canonicalize_name(component['name'])}=={component.get('version')}"


def _npm_components() -> list[Json]:
    """Return the packages of package-lock.json that are not for the tests alone."""
    with TemporaryDirectory() as place:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(str(ROOT / name), str(Path(place, name)))
        own = json.loads(Path(place, "package.json").read_text(encoding="utf-8"))
        own["version"] = __version__  # npm lists nothing for a package without one
        Path(place, "package.json").write_text(json.dumps(own), encoding="utf-8")
        _, *npm = find_npm()
        options = ["--sbom-format=cyclonedx", "--omit=dev", "--package-lock-only"]
        listed = _asked([*npm, "sbom", *options], Path(place))["components"]
    kept = ("type", "name", "version", "purl", "hashes", "licenses")
    return [{"bom-ref": each["purl"], **{key: each[key] for key in kept if each.get(key)}} for each in listed]


def _within(part: Part) -> Json:
    """Return a program that came inside a package."""
    version = {"version": part.version} if part.version else {}
    # By this name the registers of vulnerabilities know Python.
    known = {"cpe": f"cpe:2.3:a:python:python:{part.version}:*:*:*:*:*:*:*"} if part.id == "cpython" else {}
    licence = {"license": {"id": part.licence, "acknowledgement": "declared"}}
    home = [{"type": "website", "url": part.home}]
    return {
        "type": "library",
        "bom-ref": part.id,
        "name": part.name,
        **version,
        **known,
        "licenses": [licence],
        "externalReferences": home,
    }


def _asked(command: Command, folder: Path = ROOT) -> Json:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=str(folder),
        check=False,
        capture_output=True,
    )
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} lists nothing: {done.stderr.decode('utf-8', 'replace')[-500:]}")
    said: Json = json.loads(done.stdout)
    return said


def main() -> None:
    """Write the file, after a check against the schema."""
    text = json.dumps(bill(), indent=1, ensure_ascii=False) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong:
        raise SystemExit(f"This is no CycloneDX {VERSION}: {wrong}")
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET}: {text.count('bom-ref') - 1} parts")


if __name__ == "__main__":
    main()
