"""Words with a full stop that is no end of a sentence, one TOML file per language."""
