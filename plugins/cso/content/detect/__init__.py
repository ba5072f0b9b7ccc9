"""Finds contacts and addresses in human text. Knows nothing of files, fields or rules: text in, spans out."""
