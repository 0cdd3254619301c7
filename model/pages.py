"""The numbers of pages, which stand between lines wherever a page ended."""

_SPACE = r"[^\S\n]?"
PAGE_NUMBER = rf"[-—–]{_SPACE}\d{{1,3}}{_SPACE}[-—–]|第{_SPACE}\d{{1,3}}{_SPACE}页(?:{_SPACE}[,/]?{_SPACE}共{_SPACE}\d{{1,3}}{_SPACE}页)?"
"""What can be nothing else, in folded text: - 3 -, 第3页, 第3页共9页; on one line, for cells that hold marks have a line each."""
