"""Text to store: read → check → derive → build. The only writer."""
