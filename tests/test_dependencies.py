"""What is installed is what was looked at: every version is fixed, and every licence allows what this project's own does.

Known vulnerabilities cannot be looked up without a network: `make audit` does that.
"""

import re
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.dependencies import ROOT, closure, constraints, project, serving

FREE = re.compile(
    r"\b(MIT|Apache|BSD|ISC|Python Software Foundation|PSF|MPL-2\.0|Mozilla Public License 2\.0|HPND|Zlib|0BSD)\b", re.IGNORECASE
)


def licence(found: Distribution) -> str:
    """What a distribution says of its licence: an SPDX expression, classifiers, or the first line of a text."""
    said = found.metadata.json
    classifiers = [one for one in said.get("classifier", ()) if one.startswith("License ::")]
    return str(said.get("license_expression") or "; ".join(classifiers) or str(said.get("license", "")).partition("\n")[0])


def test_every_requirement_is_one_version() -> None:
    declared = project()
    extras = declared["project"]["optional-dependencies"]
    groups = [declared["build-system"]["requires"], declared["project"]["dependencies"], *extras.values()]
    for requirement in (Requirement(text) for group in groups for text in group):
        assert [one.operator for one in requirement.specifier] == ["=="], requirement
        assert "*" not in str(requirement.specifier)


def test_the_constraints_fix_all_that_serving_installs() -> None:
    assert (ROOT / "constraints.txt").read_text(encoding="utf-8") == constraints(), "run make constraints"


def test_every_file_that_is_no_module_goes_into_the_wheel() -> None:
    setuptools = project()["tool"]["setuptools"]
    folders = {name: ROOT / name.replace(".", "/") for name in setuptools["packages"]}
    nearest = {path: next(one for one in path.parents if one in folders.values()) for path in _no_modules(folders.values())}
    found = {name: sorted(str(path.relative_to(folder)) for path in nearest if nearest[path] == folder) for name, folder in folders.items()}
    assert {name: files for name, files in found.items() if files} == setuptools["package-data"]


def _no_modules(folders: Iterable[Path]) -> set[Path]:
    found = {path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".py"}
    return {path for path in found if "__pycache__" not in path.parts}


@pytest.mark.parametrize("name", sorted(closure(serving())))
def test_every_licence_is_free_and_asks_no_more_than_to_be_named(name: str) -> None:
    assert FREE.search(licence(closure(serving())[name]))


def test_serving_needs_no_torch() -> None:
    assert not {"torch", "transformers", "accelerate"} & set(closure(serving()))
