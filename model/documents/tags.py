"""The elements of HTML by what they do to the text around them (HTML Living Standard, section 15.3, as browsers render it)."""

_TABLES = "table caption tbody td tfoot th thead tr"
_SECTIONS = "address article aside blockquote body center details dialog div fieldset figure footer form header main nav section"
_LINES = "dd dl dt figcaption h1 h2 h3 h4 h5 h6 hgroup hr html legend li menu ol p pre summary ul"
_UNSEEN = "audio button canvas datalist embed head iframe input link meta noscript object option rp rt script select style svg template"
_STRUCK = "del s strike"

BLOCKS = frozenset(f"{_TABLES} {_SECTIONS} {_LINES}".split())
"""Elements that stand on lines of their own; all others are parts of a line and never split a word."""
CONTAINERS = frozenset(f"{_SECTIONS} td".split())
"""Elements that a page puts a whole article in."""
UNSEEN = frozenset(f"{_UNSEEN} {_STRUCK} textarea title video".split())
"""Elements whose text is no text of the page, or was struck out."""
