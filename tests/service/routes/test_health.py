from starlette.testclient import TestClient


def test_the_service_is_up_and_ready(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ready", "model": "digits", "precision": "int8"}
