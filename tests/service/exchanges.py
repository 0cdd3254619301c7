"""Requests to a real server, whole or begun, and what comes of them."""

import json
import socket
import time
from http.client import HTTPConnection
from typing import Any


def post(port: int, text: str = "3", path: str = "/v1/extract", body: object = None) -> tuple[int, dict[str, Any], float, dict[str, str]]:
    """Status, body, seconds and headers of the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    begun = time.perf_counter()
    connection.request("POST", path, json.dumps(body or {"text": text}), {"content-type": "application/json"})
    response = connection.getresponse()
    answer = json.loads(response.read())
    connection.close()
    return response.status, answer, time.perf_counter() - begun, {name.lower(): value for name, value in response.getheaders()}


def get(port: int, path: str) -> int:
    """Status of the answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    status = connection.getresponse().status
    connection.close()
    return status


def request(text: str, header: str = "") -> bytes:
    """A request to read the text, with a further header."""
    body = json.dumps({"text": text})
    head = f"POST /v1/extract HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n{header}\r\n"
    return (head + body).encode()


def small_window(port: int) -> socket.socket:
    """A connection that takes little before it is read from."""
    client = socket.socket()
    client.settimeout(20)
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.connect(("127.0.0.1", port))
    return client


def upload_begun(port: int) -> socket.socket:
    """A connection on which an upload was begun and goes no further."""
    client = socket.create_connection(("127.0.0.1", port), timeout=20)
    head = (
        "POST /v1/documents HTTP/1.1\r\nhost: localhost\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 9000\r\n\r\n--x"
    )
    client.sendall(head.encode())
    return client
