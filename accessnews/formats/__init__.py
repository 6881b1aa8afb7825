"""One file or folder, one output; what formats share has a name that begins with an underscore."""
