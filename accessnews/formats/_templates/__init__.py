"""What a page is made of: Jinja2 templates, one stylesheet, one script."""
