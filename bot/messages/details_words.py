"""What is said around a call's details."""

DETAILS_TITLE = "Call #{call_id}"
RAW_TITLE = "What Zeeg sent"
CLOSE = "Close"
NOT_FOR_YOU = (
    "Only {requester} and admins can open the details of call #{call_id}. What the team may see "
    "of it stands in the thread."
)
GONE = "There is nothing kept of this any more."
