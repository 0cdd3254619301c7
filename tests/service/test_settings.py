from pathlib import Path

import pytest

from service.settings import CONFIG, REPOSITORY, SettingError, Settings, load_settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "nianbao.toml"
    monkeypatch.setenv(CONFIG, str(path))
    return path


def test_the_service_listens_on_loopback_and_serves_the_current_release_unless_told_otherwise() -> None:
    settings = Settings()
    assert (settings.host, settings.port, settings.max_text_characters) == ("127.0.0.1", 8000, 200_000)
    assert settings.release == REPOSITORY / "data" / "releases" / "current"
    assert (settings.keys, settings.cors_origins, settings.telemetry) == (None, (), False)
    assert (REPOSITORY / "pyproject.toml").exists()


def test_a_setting_is_an_environment_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_PORT", "9000")
    monkeypatch.setenv("NIANBAO_THREADS", "")
    monkeypatch.setenv("NIANBAO_CORS_ORIGINS", "https://a.example, https://b.example")
    monkeypatch.setenv("NIANBAO_LOG_LEVEL", "WARNING")
    settings = Settings()
    assert (settings.port, settings.threads, settings.log_level) == (9000, None, "warning")
    assert settings.cors_origins == ("https://a.example", "https://b.example")


def test_a_setting_is_a_key_of_the_file_which_a_variable_overrides(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('port = 9000\nhost = "::1"\ncors_origins = ["https://a.example"]', encoding="utf-8")
    monkeypatch.setenv("NIANBAO_PORT", "9001")
    settings = Settings()
    assert (settings.port, settings.host, settings.cors_origins) == (9001, "::1", ("https://a.example",))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "high"),
        ("PORT", "70000"),
        ("MAX_BODY_BYTES", "0"),
        ("THREADS", "-1"),
        ("LOG_LEVEL", "loud"),
        ("TELEMETRY", "some"),
        ("PROT", "9000"),
        ("CORS_ORIGINS", "https://Office.example"),
        ("CORS_ORIGINS", "https://b.example:443"),
        ("CORS_ORIGINS", "https://c.example?x"),
        ("CORS_ORIGINS", "https://me@d.example"),
        ("CORS_ORIGINS", "https://e.example:99999"),
        ("CORS_ORIGINS", "https://政府.example"),
    ],
)
def test_a_variable_that_cannot_be_is_refused_by_its_name(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"NIANBAO_{name}", value)
    with pytest.raises(SettingError, match=rf"^NIANBAO_{name}: .+\Z"):
        load_settings()


def test_an_origin_is_refused_with_what_browsers_send(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NIANBAO_CORS_ORIGINS", "https://B.example:443")
    with pytest.raises(SettingError, match=r"^NIANBAO_CORS_ORIGINS: browsers send https://B\.example:443 as https://b\.example\Z"):
        load_settings()


@pytest.mark.parametrize("origin", ["http://b.example:8080", "https://[2001:db8::1]", "http://10.0.0.1"])
def test_an_origin_may_have_a_port_and_an_address(origin: str) -> None:
    assert Settings(cors_origins=(origin,)).cors_origins == (origin,)


def test_the_case_of_a_variable_does_not_matter(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("threads = 2", encoding="utf-8")
    monkeypatch.delenv(CONFIG)
    monkeypatch.setenv(CONFIG.lower(), str(file))
    monkeypatch.setenv("nianbao_port", "9000")
    settings = load_settings()
    assert (settings.threads, settings.port) == (2, 9000)


@pytest.mark.parametrize(("name", "value"), [("port", "high"), ("prot", "9000")])
def test_a_variable_in_small_letters_that_cannot_be_is_refused_by_its_name(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    file.touch()
    monkeypatch.setenv(f"nianbao_{name}", value)
    with pytest.raises(SettingError, match=rf"^NIANBAO_{name.upper()}: .+\Z"):
        load_settings()


def test_a_log_level_that_is_no_string_is_refused_by_its_name(file: Path) -> None:
    file.write_text("log_level = 10", encoding="utf-8")
    with pytest.raises(SettingError, match=rf"^{file}: log_level: .+\Z"):
        load_settings()


@pytest.mark.parametrize("content", ["port = 'high'", "port = 70000", "port.low = 1"])
def test_a_key_of_the_file_that_cannot_be_is_refused_by_its_name_and_the_files(file: Path, content: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingError, match=rf"^{file}: port: .+\Z"):
        load_settings()


@pytest.mark.parametrize("name", ["port", "max_requests", "max_seconds", "threads", "review_below"])
def test_a_number_that_is_true_is_refused_by_its_name(file: Path, name: str) -> None:
    file.write_text(f"{name} = true", encoding="utf-8")
    with pytest.raises(SettingError, match=rf"^{file}: {name}: Input should be neither true nor false\Z"):
        load_settings()


def test_each_wrong_setting_has_its_line(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("prot = 1", encoding="utf-8")
    monkeypatch.setenv("NIANBAO_THREADS", "0")
    with pytest.raises(SettingError) as refused:
        load_settings()
    assert str(refused.value).splitlines() == [
        "NIANBAO_THREADS: Input should be greater than or equal to 1",
        f"{file}: prot: Extra inputs are not permitted",
    ]


@pytest.mark.parametrize("content", [None, b"port = ", b"host = '\xff'"])
def test_a_file_that_cannot_be_read_is_refused_by_the_variable_that_names_it(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(SettingError, match=f"^{CONFIG}: {file}"):
        load_settings()


@pytest.mark.parametrize(
    ("host", "local"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("::", False), ("nianbao", False)],
)
def test_only_loopback_is_local(host: str, local: bool) -> None:
    assert Settings(host=host).is_local is local


def test_the_longest_text_fits_the_largest_body_however_its_characters_are_escaped() -> None:
    settings = Settings()
    assert settings.max_body_bytes > settings.max_text_characters * len(r"\ud83d\ude00")
