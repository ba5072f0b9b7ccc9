"""Rules that look across values and files; each is a small pure function (see `Rule`)."""
