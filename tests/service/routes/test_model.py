from starlette.testclient import TestClient


def test_the_model_is_named_with_its_manifest(client: TestClient) -> None:
    manifest = {"name": "digits", "labels": ["OTHER_COUNT"]}
    assert client.get("/v1/model").json() == {"name": "digits", "precision": "int8", "manifest": manifest}
