"""Which of several findings a field gets, and what must be asked if that is not clear."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from bot.calls.doubts import Doubt, Field, Reason
from bot.parsing.found import Found, Span
from bot.parsing.phone_guesses import FoundPhone

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[Value]):
    """A field's value or proposal, where it stands, and the doubts about it."""

    value: Value | None = None
    span: Span | None = None
    doubts: tuple[Doubt, ...] = ()
    taken: tuple[Span, ...] = ()
    """Everything that the field took out of the line."""


def one_of(field: Field, found: Sequence[Found[Value]], spellings: Sequence[str]) -> Choice[Value]:
    """
    Choose among findings of equal right; different ones must be asked about.

    `spellings` says, for each finding, what it comes to: equal ones are one value said twice.
    """
    if not found:
        return Choice()
    different = tuple(dict.fromkeys(spellings))
    if len(different) > 1:
        best = next((each for each in found if each.value is not None), found[0])
        options = tuple(
            spelling
            for spelling, each in zip(spellings, found, strict=True)
            if each.value is not None
        )
        doubt = Doubt(field=field, reason=Reason.SEVERAL, options=tuple(dict.fromkeys(options)))
        return Choice(value=best.value, span=best, doubts=(doubt,), taken=(best,))
    return only(found[0], also=found[1:])


def only(found: Found[Value], *, also: Sequence[Span] = ()) -> Choice[Value]:
    """Choose the one finding there is."""
    doubts = () if found.doubt is None else (found.doubt,)
    return Choice(value=found.value, span=found, doubts=doubts, taken=(found, *also))


def missing(field: Field) -> Choice[Value]:
    """Ask for what nobody said."""
    return Choice(doubts=(Doubt(field=field, reason=Reason.MISSING),))


def choose_phone(found: Sequence[FoundPhone]) -> Choice[FoundPhone]:
    """Choose the number to call; digits that are only perhaps one count where no other is."""
    strong = [phone for phone in found if not phone.weak]
    readable = [phone for phone in found if phone.value is not None]
    numbers = strong or readable[:1] or found[:1]
    wrapped = [
        Found(
            start=phone.start,
            end=phone.end,
            value=None if phone.value is None else phone,
            doubt=phone.doubt,
        )
        for phone in numbers
    ]
    spellings = [phone.value.e164 if phone.value else str(phone.start) for phone in numbers]
    return (
        one_of(Field.PHONE_NUMBER, wrapped, spellings) if wrapped else missing(Field.PHONE_NUMBER)
    )


def choose_email(found: Sequence[Found[str]]) -> Choice[str]:
    """Choose the address of the contact."""
    spellings = [email.value.casefold() if email.value else str(email.start) for email in found]
    return one_of(Field.EMAIL, found, spellings) if found else missing(Field.EMAIL)


def choose_time(found: Sequence[Found[datetime]]) -> Choice[datetime]:
    """Choose the time of the call; none is no doubt, since it means now."""
    spellings = [
        time.value.isoformat() if time.value else str(time.doubt or time.start) for time in found
    ]
    return one_of(Field.SCHEDULED_TIME, found, spellings)
