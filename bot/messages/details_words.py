"""What is said around a call's details."""

from bot.messages.words import sentence

DETAILS_TITLE = sentence("Call #{call_id}")
RAW_TITLE = sentence("What Zeeg sent")
CLOSE = sentence("Close")
NOT_FOR_YOU = sentence(
    "Only {requester} and admins can open the details of call #{call_id}. What the team may see "
    "of it stands in the thread."
)
GONE = sentence("There is nothing kept of this any more.")
