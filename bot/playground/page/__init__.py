"""The page of `try`: a workspace as Slack shows it, with Zeeg's desk behind it."""
