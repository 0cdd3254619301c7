"""The settings of the service: environment variables named `NIANBAO_…`, and a TOML file, which they override."""

import os
import tomllib
from collections.abc import Iterable, Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, HttpUrl, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, PydanticBaseSettingsSource, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parents[1]
PREFIX = "NIANBAO_"
CONFIG = f"{PREFIX}CONFIG"
"""The variable that names the TOML file, whose keys are the settings in lower case; unset, there is none."""


class SettingError(Exception):
    """Settings that the service cannot work with: a line for each, which begins with its name."""


def _listed(value: object) -> object:
    return value.replace(",", " ").split() if isinstance(value, str) else value


def _as_browsers_send(origin: str) -> str:
    """The origin, if that is how the URL standard serialises it, as browsers do: two ways to write one are never compared."""
    sent = str(HttpUrl(origin)).removesuffix("/")
    if origin != sent:
        raise ValueError(f"browsers send {origin} as {sent}")
    return origin


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


Origin = Annotated[str, Field(pattern=r"^https?://[^/*?#@\\\s]+$"), AfterValidator(_as_browsers_send)]
Host = Annotated[str, Field(pattern=r"^[^/*:\sA-Z]+$")]


class Settings(BaseSettings):
    """Where the service listens, what it serves, how much it accepts and from whom."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid")

    host: str = "127.0.0.1"
    """Beyond loopback, `keys` must be set."""
    port: int = Field(default=8000, ge=0, le=65535)
    """0 takes any free port."""
    release: Path = REPOSITORY / "data" / "releases" / "current"
    """The folder of the released model."""
    labelled: Path = REPOSITORY / "data" / "labelled.sqlite"
    """The database of labelled reports; it is made when it is first needed. The folder of one that is set must be there."""
    max_requests: int = Field(default=9, ge=1)
    """Requests that are worked on at the same time, those that wait for the encoder or a parser included; more are refused."""
    max_connections: int = Field(default=512, ge=1)
    """Connections that are open at the same time; where one more comes, the one is dropped that has waited the longest for its client."""
    max_text_characters: int = Field(default=200_000, ge=1)
    """The longest text, in code points; texts that are longer together are not read at the same time. A long one takes 2 kB a character."""
    max_body_bytes: int = Field(default=16 * 1024 * 1024, ge=1)
    """The longest request body; the default holds the longest text however its characters are escaped."""
    max_batch_documents: int = Field(default=100, ge=1)
    max_seconds: float = Field(default=120, gt=0)
    """From the end of a request's body to its answer."""
    max_file_seconds: float = Field(default=20, gt=0, le=20)
    """In which a file must be parsed, not counting what it waits for others; the parser's process allows itself no more than 20."""
    max_client_seconds: float = Field(default=30, gt=0)
    """In which a client must send a body, and again in which it must take an answer."""
    max_idle_seconds: int = Field(default=10, ge=1)
    """In which the head of a request must come, from the connection or the answer before it."""
    max_drain_seconds: int = Field(default=30, ge=1)
    """In which what was accepted is answered when the service is stopped; what is left then is dropped."""
    threads: int | None = Field(default=None, ge=1)
    """Windows of texts that are encoded at the same time, one thread each; None takes as many as there are CPUs for the process."""
    review_below: float | None = Field(default=None, ge=0, le=1)
    """Facts less sure than this are marked `needs_review`; None takes the release's own threshold."""
    keys: Path | None = None
    """The file of API keys that `nianbao keys` writes. Where it is set, every request must bring one, on loopback too."""
    requests_per_minute: int = Field(default=600, ge=1)
    """How many requests a key may make at once, and then in each minute; a batch is one."""
    cors_origins: Annotated[tuple[Origin, ...], NoDecode, BeforeValidator(_listed)] = ()
    """The origins (`https://host`) whose pages may call the service from a browser, separated by commas or spaces."""
    allowed_hosts: Annotated[tuple[Host, ...], NoDecode, BeforeValidator(_listed)] = ()
    """The names, besides this machine's own, by which the service may be called where it needs no keys."""
    log_level: Annotated[Literal["debug", "info", "warning", "error"], BeforeValidator(_lower)] = "info"
    telemetry: bool = False
    """Whether requests are traced by OpenTelemetry (`pip install nianbao[telemetry]`), which its own variables `OTEL_…` set up."""

    @field_validator("*", mode="before")
    @classmethod
    def _no_flag(cls, value: object, info: ValidationInfo) -> object:
        # Pydantic takes it for 1 or 0 where a number should be.
        if isinstance(value, bool) and cls.model_fields[str(info.field_name)].annotation is not bool:
            raise ValueError("Input should be neither true nor false")
        return value

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the service."""
        return is_loopback(self.host)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[Any, ...]:
        """Arguments before variables before the file."""
        return init_settings, env_settings, lambda: _unknown_variables(cls.model_fields), _file


def is_loopback(host: str) -> bool:
    """Whether an address, or the name of a host, is this machine's own."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def load_settings() -> Settings:
    """The settings as the environment and the file have them.

    Raises:
        SettingError: a setting cannot be what it is said to be, there is none of that name, or the file cannot be read.
    """
    try:
        return Settings()
    except ValidationError as error:
        raise SettingError("\n".join(map(_line, error.errors()))) from error


def _line(detail: ErrorDetails) -> str:
    return f"{_origin(str(detail['loc'][0]))}: {detail['msg'].removeprefix('Value error, ')}"


def _origin(name: str) -> str:
    variable = PREFIX + name.upper()
    set_by = _variables()
    return f"{set_by[CONFIG]}: {name}" if variable not in set_by and CONFIG in set_by else variable


def _variables() -> dict[str, str]:
    """The variables of the service by their names in capitals; pydantic takes no notice of case either."""
    return {name.upper(): value for name, value in os.environ.items() if name.upper().startswith(PREFIX)}


def _unknown_variables(names: Iterable[str]) -> Mapping[str, str]:
    """Variables that would be settings if there were such: left to pydantic, which would not look at them, to refuse."""
    known = {CONFIG, *(PREFIX + name.upper() for name in names)}
    return {name.removeprefix(PREFIX).lower(): value for name, value in _variables().items() if name not in known}


def _file() -> dict[str, Any]:
    name = _variables().get(CONFIG)
    if not name:
        return {}
    try:
        return tomllib.loads(Path(name).read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingError(f"{CONFIG}: {name}: {error.strerror}") from error
    except ValueError as error:
        raise SettingError(f"{CONFIG}: {name} is not TOML in UTF-8: {error}") from error
