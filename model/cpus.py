"""How many CPUs this process may use."""

import os
from pathlib import Path

CGROUPS = Path("/sys/fs/cgroup")
OWN_CGROUP = Path("/proc/self/cgroup")


def usable_cpus(cgroups: Path = CGROUPS, own: Path = OWN_CGROUP) -> int:
    """CPUs that this process may use: its affinity, and the least quota of its cgroup and those above it (cgroup v2), rounded down.

    Args:
        cgroups: where the cgroups are mounted.
        own: the file that names the cgroup of this process.
    """
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    folder = cgroups / _own_path(own)
    quotas = [quota for one in (folder, *folder.parents) if one.is_relative_to(cgroups) and (quota := _quota(one)) is not None]
    return max(1, int(min([allowed, *quotas])))


def _own_path(own: Path) -> str:
    try:
        lines = own.read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.removeprefix("0::/") for line in lines if line.startswith("0::/")), "")


def _quota(cgroup: Path) -> float | None:
    """The CPUs that a cgroup may use; None where it has no limit of its own."""
    try:
        quota, period = (cgroup / "cpu.max").read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return None
    return None if quota == "max" else int(quota) / int(period)
