"""Why a person must be asked about a field before anybody is called; worded in `messages`."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Field(StrEnum):
    """A field of a call, by Zeeg's name in snake_case."""

    PHONE_NUMBER = "phone_number"
    EMAIL = "email"
    FULL_NAME = "full_name"
    SCHEDULED_TIME = "scheduled_time"
    ADDITIONAL_DATA = "additional_data"
    AGENT = "agent"


class Reason(StrEnum):
    """What is unclear about a field, or wrong with it."""

    MISSING = "missing"
    NOT_IN_PROFILE = "not_in_profile"  # missing, and the member's Slack profile does not show it
    SEVERAL = "several"  # several values, and nothing says which; `options` holds them
    HALVES_DISAGREE = "halves_disagree"  # Slack's token shows one value and links to another
    UNREADABLE = "unreadable"  # a label or a form field holds something that is no such value
    TOO_LONG = "too_long"
    ZEEG_SAID = "zeeg_said"  # Zeeg answered 422, and not to one of the form's fields
    ZEEG_REFUSED = "zeeg_refused"  # Zeeg answered 422 to it; `read` is what Zeeg said
    ASKS_FOR_NO_CALL = "asks_for_no_call"  # "block Anna …", "please do not call"
    LABEL_UNCLEAR = "label_unclear"  # "naem: Alex": nearly a label; `options` holds the real one

    WHOSE = "whose"  # "our phone", "owner:": somebody else's perhaps, as `read` says

    NOTHING_CHANGED = "nothing_changed"  # rescheduled to what it is; `read` is the call's number

    # phone numbers
    NUMBER_INVALID = "number_invalid"  # looks like a number, but no network has it
    NUMBER_HAS_LETTERS = "number_has_letters"
    NUMBER_UNCLEAR = "number_unclear"  # where it ends or begins can be read in two ways
    NUMBER_NEEDS_COUNTRY = "number_needs_country"  # national format, and no region is known
    NUMBER_COUNTRY_UNCLEAR = "number_country_unclear"  # ours, or that of the email address
    NUMBER_COUNTRY_PROPOSED = "number_country_proposed"  # no number of ours: the address's country
    NUMBER_WITHOUT_PLUS = "number_without_plus"  # reads as international if a + is put before it
    NUMBER_EMERGENCY = "number_emergency"  # emergency or short number: never called
    NUMBER_KIND_REFUSED = "number_kind_refused"  # premium rate, shared cost, pager, satellite ...
    NUMBER_KIND_UNUSUAL = "number_kind_unusual"  # toll-free or company number: asked
    NUMBER_COUNTRY_REFUSED = "number_country_refused"  # its country is not on the allow-list
    NUMBER_PREFIX_REFUSED = "number_prefix_refused"  # `options` holds the beginning that is denied
    NUMBER_BLOCKED = "number_blocked"  # on the do-not-call list; `options` say why, if anybody did
    EXTENSION = "extension"  # Zeeg takes none; `options` holds it, and the context keeps it

    # emails
    EMAIL_INVALID = "email_invalid"
    EMAIL_LOOKALIKE = "email_lookalike"  # letters of several scripts in one domain label

    # names
    NAME_UNCLEAR = "name_unclear"  # where the name ends and the context begins is a guess

    # times
    TIME_BARE_HOUR = "time_bare_hour"  # "at 3": morning or afternoon
    TIME_WITHOUT_CLOCK = "time_without_clock"  # "tomorrow"
    TIME_VAGUE = "time_vague"  # "tomorrow morning", "end of day"
    TIME_RANGE = "time_range"  # "2-3pm", "after 3pm", "between 2 and 4"
    TIME_REPEATS = "time_repeats"  # "every monday at 9"
    TIME_PAST = "time_past"
    TIME_TOO_SOON = "time_too_soon"  # before the call's card stands and its undo is over
    TIME_NEVER = "time_never"  # 25:00, 31 February, or skipped by a change to summer time
    TIME_TWICE = "time_twice"  # the hour that a change to winter time repeats
    TIME_TWICE_AT_ZEEG = "time_twice_at_zeeg"  # so in Zeeg's zone: Zeeg cannot be told which one
    TIME_ZONE_UNCLEAR = "time_zone_unclear"  # "3pm IST"
    TIME_THEIRS = "time_theirs"  # "3pm their time", where their number says which that is
    TIME_DAY_UNCLEAR = "time_day_unclear"  # "next friday"; a weekday that does not fit its date
    TIME_ORDER_UNCLEAR = "time_order_unclear"  # 03/04: day first or month first
    TIME_SPELLING = "time_spelling"  # "tomorrwo 2pm"
    TIME_OUTSIDE_HOURS = "time_outside_hours"  # `options` holds the next usual time instead
    TIME_OF_WHAT = "time_of_what"  # "trial lesson Thu 9:00": of the call, or of something else
    TIME_UNCLEAR = "time_unclear"  # understood no further


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """
    One thing to ask about one field.

    `read` is the piece of text that it is about, as typed; `options` are the values that it may
    mean (E.164, address, name, or ISO 8601 time with offset), best first.
    """

    field: Field
    reason: Reason
    read: str = ""
    options: tuple[str, ...] = ()


def hidden(doubt: Doubt) -> Doubt:
    """Leave out what was read: it may be a name, a number or an address."""
    kept = doubt.options if doubt.field is Field.SCHEDULED_TIME else ("…",) * len(doubt.options)
    return replace(doubt, read="…", options=kept)
