import subprocess
import sys

PROGRAM = """
import importlib, pkgutil, sys
for name in ("torch", "transformers", "datasets"):
    sys.modules[name] = None
import model, service, training.labelled
for package in (model, service, training.labelled):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
            print(module.name)
"""


def test_serving_needs_none_of_the_packages_of_training() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert {"model.pipeline", "model.checks.balance", "service.app", "service.cli", "training.labelled.store"} <= set(done.stdout.split())
