"""A Slack workspace and a Zeeg of one's own, that speak real HTTP and ring nobody."""
