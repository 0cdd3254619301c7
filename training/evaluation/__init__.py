"""How well a release reads labelled texts: scores, slices, certainty, errors, and a page of them."""
