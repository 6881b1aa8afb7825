"""What everything speaks of: errors, findings, the article, reviews, settings. The standard library is enough."""
