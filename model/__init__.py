"""What a report is and how one is read: text in, facts, record and checks out."""

import os

# onnxruntime of 1.29 and later sends its use to its maker and keeps an id of the machine, unless this stands before it is imported.
# Its own Privacy.md says so; a call that ends it later comes after the first message.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
