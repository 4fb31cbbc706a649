"""The Slack door: its payloads in, its cards, replies and forms out."""
