"""Labelled data, the corpus, the base encoder, training, evaluation, export and releases."""
