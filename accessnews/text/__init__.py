"""What everyone knows of written news and of files: letters, languages, sentences, bytes."""
