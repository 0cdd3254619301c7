"""What is installed to serve, from pyproject.toml on: `python -m tests.dependencies` prints it as pip's constraints."""

import sys
import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]


def project() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def serving() -> list[str]:
    """The requirements of the service, its extras for serving included."""
    declared = project()["project"]
    return [*declared["dependencies"], *declared["optional-dependencies"]["telemetry"]]


def closure(requirements: Iterable[str]) -> dict[str, Distribution]:
    """The installed distributions that the requirements need, and those that these need in turn, by canonical name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(text) for text in requirements]
    seen: set[tuple[str, str]] = set()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        for extra in requirement.extras | {""}:
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            found[name] = distribution(name)
            needed = (Requirement(text) for text in found[name].requires or ())
            waiting += [one for one in needed if one.marker is None or one.marker.evaluate({"extra": extra})]
    return found


def constraints() -> str:
    """The exact version of each, a line each."""
    return "".join(f"{name}=={found.version}\n" for name, found in sorted(closure(serving()).items()))


if __name__ == "__main__":
    sys.stdout.write(constraints())
