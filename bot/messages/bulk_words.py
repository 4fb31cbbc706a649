"""Many calls at once: what stands in its form, its preview and its card."""

from collections.abc import Mapping

from bot.calls.bulk import JobState, RowState
from bot.calls.concerns import OPEN_CALL
from bot.calls.doubts import Reason
from bot.messages.words import sentence

PAUSE, RESUME, STOP = "bulk_pause", "bulk_resume", "bulk_stop"
OPEN_PREVIEW = "bulk_preview"
SEND_RESULT = "bulk_result"

TITLE = sentence("Call a list")
READ = sentence("Check the list")
ROWS_LABEL = sentence("Rows, pasted from a spreadsheet")
ROWS_HINT = sentence(
    "One contact a row, with name, phone and email; also when, note and agent. With a header, "
    "columns may stand in any order."
)
EXAMPLE = sentence("Name;Phone;Email\nAlex Mueller;+49 151 23456789;alex@example.com")
FILE_LABEL = sentence("Or a CSV file")
WHEN_LABEL = sentence("When, for rows that say nothing")
WHEN_EXAMPLE = sentence("Now, if this is empty. Or: tomorrow 2pm")
NOTHING_GIVEN = sentence("Paste the rows here, or add a file below.")
ONE_ONLY = sentence("Paste rows or add a file, not both: which of them is meant?")
READING = sentence(
    "I am reading your list. Nobody is called before you have seen it and said yes."
)
STARTED = sentence(
    "I have your list. Its card will show how far it is: in the channel or, where I may not "
    "post, in your direct messages with me."
)
SHOWN_NOWHERE = sentence(
    "Nobody of your list was called: I may neither post in this channel nor write to you, so "
    "there would be no card to show how far it is ({code}). {advice} Then send the list again."
)
ANSWERED = sentence(
    "This list was answered already, or has changed. Nothing new was started. Type "
    "`/zeegcall bulk` for a new one."
)
NOT_YOURS = sentence("Only whoever sent this list and admins can do that. Nothing was changed.")
READY = sentence("Your list is read: look at it before anybody is called.")
LOOK = sentence("Look at the list")
CALL_THEM = sentence("Call them")
ALL_UNUSUAL = sentence(
    "All of them are unusual: tick this to call them anyway. Nobody was called yet."
)
INCLUDE = sentence("Yes, call these too")
UNUSUAL_LABEL = sentence("What is unusual")

WRITE_IT_OUT = sentence("In a list, write date and hour out in full: 2026-12-01 15:00.")

PROBLEMS: Mapping[str, str] = {
    "empty": sentence("I found no rows in it. Nobody was called."),
    "no_numbers": sentence(
        "I found no column with phone numbers in it. Put a header above it, such as Phone. "
        "Nobody was called."
    ),
    "unknown_column": sentence(
        "Without a header I can't tell what each column means. Put one above them, such as Name, "
        "Phone, Email, When, Note. Nobody was called."
    ),
    "too_many": sentence(
        "That is more than 500 rows. Please send them in several lists. Nobody was called."
    ),
    "broken": sentence(
        "I can't read this as a table: perhaps a quotation mark is not closed. Nobody was called. "
        "Mend it, and send the list again."
    ),
    "encoding": sentence(
        "I can't tell which letters are meant in this list: a name could come out with wrong ones."
        " Save it as CSV UTF-8, or paste its rows. Nobody was called."
    ),
    "no_file": sentence(
        "Slack did not let me read the file. Paste the rows instead, or ask whoever manages this "
        "Slack app to add the scope `files:read`. Nobody was called."
    ),
    "file_away": sentence(
        "Slack does not hand the file over at the moment. Send the list again later, or paste its "
        "rows. Nobody was called."
    ),
    "workbook": sentence(
        "This is a spreadsheet program's own file, which I can't read. Save it there as CSV, or "
        "paste its rows. Nobody was called."
    ),
    "too_large": sentence("The file is larger than 2 MB. Nobody was called."),
}
"""By why nothing of a table could be used."""

WARNINGS: Mapping[str, str] = {
    "outside_hours": sentence("it would ring outside the usual hours there"),
    "zone_unknown": sentence("the number does not tell what time it is there"),
    OPEN_CALL.partition(":")[0]: sentence("a call to this number is not over"),
    "called_recently": sentence("this number was called in the last 24 hours"),
    "unusual_number": sentence("a freephone or company number"),
    "new_country": sentence("in a country that was not called from here before"),
}
"""By how the name of a warning begins."""

ROW_SAYS: Mapping[Reason, str] = {
    Reason.ASKS_FOR_NO_CALL: sentence("“{read}” sounds as if nobody should be called"),
    Reason.TIME_OF_WHAT: sentence("“{read}” may say when to call"),
    Reason.NUMBER_COUNTRY_UNCLEAR: sentence("“{read}” may be another country than the number's"),
    Reason.WHOSE: sentence("“{read}” may mean that the number or the address is another's"),
}
"""By what a row that can be called says against that."""

ROW_WORDS: Mapping[RowState, str] = {
    RowState.READY: sentence("not called yet"),
    RowState.UNUSUAL: sentence("not called yet"),
    RowState.WRONG: sentence("left out"),
    RowState.LEFT_OUT: sentence("left out: it was unusual, and nobody said yes to it"),
    RowState.CALLED: sentence("asked for"),
    RowState.DROPPED: sentence("not called: by its turn a rule said no"),
    RowState.STOPPED: sentence("not called: stopped"),
}

STATES: Mapping[JobState, str] = {
    JobState.RUNNING: sentence("Under way"),
    JobState.PAUSED: sentence("Paused"),
    JobState.STOPPING: sentence("Being stopped"),
    JobState.ENDED: sentence("Done: each row is at Zeeg, was stopped or left out"),
}
