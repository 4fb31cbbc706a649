"""A row of a table that was said yes to becomes a call, once, if the rules still let it."""

from dataclasses import dataclass

from bot.calls.bulk import BulkRow, Job, RowState
from bot.calls.concerns import name_of
from bot.calls.draft import Draft, Surface
from bot.calls.permission import NotAllowed
from bot.calls.profile import Profile
from bot.use_cases.asking import Accepted, TurnedAway
from bot.use_cases.intake import Intake, Refused
from bot.use_cases.reading import read_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """It is a call now, or was one before."""

    call_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A rule says no by now; `why` names it. Nobody is called."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """The worker's verb for one row. It blocks, shortly, on the ledger."""

    intake: Intake

    def __call__(
        self, job: Job, row: BulkRow, profile: Profile | None
    ) -> Called | Dropped | NotAllowed:
        """
        Record the call, unless an earlier try has. What was not said yes to in the preview, such
        as an hour that is no usual one any more, is dropped; who may not call now is told why.
        """
        key = f"{job.team_id}:{job.key}:{row.number}"
        earlier = self.intake.ledger.call_with_key(key)
        if earlier is not None:
            return Called(call_id=earlier.call_id)
        reader = self.intake.reader(job, profile)
        reading = read_form(row.fields, reader)
        if reading.request is None:
            return Dropped(why=next(iter(reading.mistakes.values())).reason.value)
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
        answer = self.intake.accept(
            draft,
            reading.request,
            reader,
            key=key,
            confirmed=row.state is RowState.UNUSUAL,
            is_kept=False,
        )
        match answer:
            case Accepted(call=call):
                return Called(call_id=call.call_id)
            case TurnedAway(barred=barred):
                return barred
            case Refused(doubt=doubt):
                return Dropped(why=doubt.reason.value)
            case _:
                return Dropped(why=name_of(answer.concerns[0]))
