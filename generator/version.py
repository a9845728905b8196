"""The project's version, in one place: the build backend reads it here, and so does the command from a checkout."""

VERSION = "0.1.0"
