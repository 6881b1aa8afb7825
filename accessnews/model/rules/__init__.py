"""What `accessnews explain` knows: one TOML file per topic, one table per code."""
