"""One file, one input format; what readers share has a name that begins with an underscore."""
