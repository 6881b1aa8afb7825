"""Voices: one file, one engine; what engines share has a name that begins with an underscore."""
