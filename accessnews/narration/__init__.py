"""From an article to what is said and when: script, voice segments, timeline."""
