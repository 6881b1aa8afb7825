"""What is published: edition, artifacts, archives, the manifest, the output folder."""
