"""zeegcall: place a phone call from Slack."""
