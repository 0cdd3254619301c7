import os
from pathlib import Path

import pytest

from model.cpus import usable_cpus


@pytest.fixture
def cgroups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)))
    (tmp_path / "own").write_text("5:devices:/\n0::/system.slice/nianbao.service\n")
    (tmp_path / "fs/system.slice/nianbao.service").mkdir(parents=True)
    return tmp_path / "fs"


def limit(folder: Path, quota: str) -> None:
    (folder / "cpu.max").write_text(f"{quota} 100000\n")


def cpus(cgroups: Path) -> int:
    return usable_cpus(cgroups, cgroups.parent / "own")


def test_the_affinity_counts_where_there_is_no_quota(cgroups: Path) -> None:
    assert cpus(cgroups) == 8
    limit(cgroups / "system.slice/nianbao.service", "max")
    assert cpus(cgroups) == 8


def test_the_least_quota_of_the_cgroup_and_those_above_it_counts(cgroups: Path) -> None:
    limit(cgroups / "system.slice/nianbao.service", "450000")
    assert cpus(cgroups) == 4
    limit(cgroups / "system.slice", "200000")
    assert cpus(cgroups) == 2
    limit(cgroups, "1200000")
    assert cpus(cgroups) == 2


def test_a_part_of_a_cpu_is_one(cgroups: Path) -> None:
    limit(cgroups / "system.slice", "50000")
    assert cpus(cgroups) == 1


def test_a_system_without_cgroups_has_no_quota(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 3})
    assert usable_cpus(tmp_path / "none", tmp_path / "none") == 2
