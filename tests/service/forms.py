"""Forms as a client writes them."""

FORM = {"content-type": "multipart/form-data; boundary=x"}


def part(name: str, content: str = "3", filename: str | None = None) -> str:
    """A part of a form; with a file name it is a file."""
    ending = "" if filename is None else f'; filename="{filename}"'
    return f'--x\r\nContent-Disposition: form-data; name="{name}"{ending}\r\n\r\n{content}\r\n'
