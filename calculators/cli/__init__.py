"""The command line: facts from flags, files or standard input, the finding as text or JSON."""
