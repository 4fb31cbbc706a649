"""A row of a table that was said yes to becomes a call, once, if the rules still let it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.calls.bulk import BulkRow, Job, ListRow, RowState
from bot.calls.concerns import OPEN_CALL, Concern, NewCountry, name_of
from bot.calls.doubts import Doubt
from bot.calls.draft import Draft, Surface
from bot.calls.permission import NotAllowed
from bot.calls.profile import Profile
from bot.errors import RepeatedClickError, RowSettledError
from bot.use_cases.asking import Accepted, Refused, TurnedAway, Unconfirmed
from bot.use_cases.form_reading import read_form
from bot.use_cases.intake import Intake


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """It is a call now, or was one before."""

    call_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A rule says no by now: `doubts` say which, or `why` names it. Nobody is called."""

    why: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """It was stopped, forgotten or called meanwhile, or its list does not run."""


YES_GOOD_FOR = timedelta(hours=1)
"""A yes to an unusual hour is one for about that hour, not for whenever a paused list goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """The worker's verb for one row. It blocks, shortly, on the ledger."""

    intake: Intake

    def __call__(
        self, job: Job, row: BulkRow, profile: Profile | None
    ) -> Called | Dropped | Gone | NotAllowed:
        """
        Record the call and settle the row in one, unless an earlier try has. What was not said
        yes to in the preview, such as an hour that is no usual one any more, is dropped, and what
        is not unusual any more keeps no row from being called; who may not call now is told why.
        """
        key = f"{job.team_id}:{job.key}:{row.number}"
        earlier = self.intake.ledger.call_with_key(key)
        if earlier is not None:
            return Called(call_id=earlier.call_id)
        reader = self.intake.reader(job, profile)
        reading = read_form(row.fields, reader)
        if reading.request is None:
            return Dropped(doubts=tuple(reading.mistakes.values()))
        draft = Draft(
            draft_id=self.intake.new_id(),
            key=key,
            team_id=job.team_id,
            channel_id=job.card_channel_id,
            user_id=job.user_id,
            surface=Surface.BULK,
            thread_ts=job.card_ts,
            asked=row.asked,
            created_at=reader.now,
        )
        at = reading.request.scheduled_time
        is_fresh = _is_fresh(job, reader.now)
        accept = partial(
            self.intake.accept,
            request=reading.request,
            reader=reader,
            key=key,
            confirmed=row.state is RowState.UNUSUAL and (at is not None or is_fresh),
            is_kept=False,
            row=ListRow(job_id=job.job_id, number=row.number, asked_in=job.channel_id),
        )
        try:
            answer = accept(draft)
            if isinstance(answer, Unconfirmed) and _were_said_yes_to(answer.concerns, row):
                again = replace(draft, asked=answer.asked)
                answer = accept(again, confirmed=True) if _is_of_list(answer) else accept(again)
        except (RowSettledError, RepeatedClickError):
            return Gone()
        match answer:
            case Accepted(call=call):
                return Called(call_id=call.call_id)
            case TurnedAway(barred=barred):
                return barred
            case Refused(doubt=doubt):
                return Dropped(doubts=(doubt,))
            case Unconfirmed(concerns=concerns):
                names = list(map(name_of, concerns))
                new = [name for name in names if name not in row.warnings]
                return Dropped(why=(new or names)[0])


def _is_of_list(answer: Unconfirmed) -> bool:
    """Whether all that is unusual is a country: the list's earlier rows may be all that is not."""
    return all(isinstance(concern, NewCountry) for concern in answer.concerns)


def _is_fresh(job: Job, now: datetime) -> bool:
    """Whether a yes to rings of now still counts: it was given for the hour that was shown."""
    if job.confirmed_at is None:
        return False
    return max(now - job.confirmed_at, job.confirmed_at - job.created_at) <= YES_GOOD_FOR


def _were_said_yes_to(concerns: Sequence[Concern], row: BulkRow) -> bool:
    """
    Whether all that is unusual by now was among what the preview showed. Of several open calls
    none may be gone: it may have rung meanwhile, which nobody says while another is open.
    """
    names = {name_of(each) for each in concerns if not isinstance(each, NewCountry)}
    shown = set(row.warnings)
    is_open = any(name.startswith(OPEN_CALL) for name in names)
    rang = is_open and any(name.startswith(OPEN_CALL) for name in shown - names)
    return names <= shown and not rang
