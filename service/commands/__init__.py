"""The commands of the command line, one group a file: `add` declares the options, and the function that it sets as `run` does the work."""
