"""The starter, laid out by ``accessnews init``."""
