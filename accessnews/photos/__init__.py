"""Photo files: found, checked, made fit for a page, and what they say of their picture."""
