"""Read the content and check it: the only part of the project that opens files under `content/`."""
