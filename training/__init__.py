"""Labelled data, the corpus, the base encoder, training, evaluation, export and releases."""

import model  # noqa: F401 - keeps onnxruntime silent, whichever module of training imports it first
