"""From a story to a bundle: what a project chooses, the recipe, and the way in from Python."""
