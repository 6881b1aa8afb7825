"""What every reader knows about written news: letters, mastheads, captions and the outline of a story."""
