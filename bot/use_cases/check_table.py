"""Every row of a table goes through the checks of a single call, and gets its own answer."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.calls.bulk import TO_DO, BulkRow, Job, RowState
from bot.calls.concerns import name_of
from bot.calls.doubts import Doubt
from bot.calls.draft import FormField
from bot.calls.profile import Profile
from bot.calls.request import Agent, CallRequest
from bot.parsing.row_owner import spellings_in
from bot.parsing.tables import TableRow
from bot.use_cases.form_reading import FormReading, read_form
from bot.use_cases.intake import Intake
from bot.use_cases.reader import Reader
from bot.use_cases.row_reading import not_theirs, refused_in, time_beside
from bot.use_cases.when import picked

REPEATED = "repeated"
"""Why a row is left out whose number stands in an earlier one; that one's number follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTable:
    """The verb behind the preview. It blocks on the ledger, a little for each row."""

    intake: Intake

    def __call__(
        self, job: Job, rows: Sequence[TableRow], profile: Profile | None
    ) -> tuple[BulkRow, ...]:
        """Say of each row whether it can be called, needs a yes, or is wrong."""
        reader = self.intake.reader(job, profile)
        names = spellings_in([row.fields.get(FormField.FULL_NAME, "") for row in rows])
        first: dict[str, int] = {}
        refusals: dict[str, Doubt] = {}
        checked = [
            self._checked(row, job.settings, reader, names, first, refusals) for row in rows
        ]
        return tuple(_with_refusal(row, refusals) for row in checked)

    def _checked(
        self,
        row: TableRow,
        settings: Mapping[FormField, str],
        reader: Reader,
        names: Collection[str],
        first: dict[str, int],
        refusals: dict[str, Doubt],
    ) -> BulkRow:
        """
        Check a row. Where it says that nobody is to be called, that is kept in `refusals` for
        each row of its number, whatever else is wrong with it.
        """
        said = {**settings, **row.fields}
        reading = read_form(_with_agent(said, reader.agents), reader)
        request = _to_the_minute(reading.request)
        refusal = refused_in(row)
        if refusal is not None:
            refusals.update(dict.fromkeys(_numbers_in(reading), refusal))
        if request is None:
            doubts = tuple(reading.mistakes.values())
            return BulkRow(number=row.number, state=RowState.WRONG, fields=said, doubts=doubts)
        number = request.phone.e164
        earlier = first.setdefault(number, row.number)
        if earlier != row.number:
            why = f"{REPEATED}:{earlier}"
            return BulkRow(number=row.number, state=RowState.WRONG, fields=said, why=why)
        refused = self.intake.refusals(request.phone, reader, at=request.scheduled_time)
        if refused:
            return BulkRow(number=row.number, state=RowState.WRONG, fields=said, doubts=refused)
        unconfirmed = self.intake.foresee(request, reader)
        fields = _fields_of(request)
        timed = time_beside(row, request.phone, settings, reader)
        doubts = not_theirs(row, request, names, reader) + (() if timed is None else (timed,))
        if unconfirmed is None and not doubts:
            return BulkRow(number=row.number, state=RowState.READY, fields=fields)
        concerns = unconfirmed.concerns if unconfirmed is not None else ()
        return BulkRow(
            number=row.number,
            state=RowState.UNUSUAL,
            fields=fields,
            doubts=doubts,
            warnings=tuple(map(name_of, concerns)),
            asked=unconfirmed.asked if unconfirmed is not None else None,
        )


def _numbers_in(reading: FormReading) -> list[str]:
    """List the numbers that a row may mean."""
    if reading.request is not None:
        return [reading.request.phone.e164]
    doubt = reading.mistakes.get(FormField.PHONE_NUMBER)
    known = [] if reading.phone is None else [reading.phone.e164]
    return [*known, *(doubt.options if doubt is not None else ())]


def _with_refusal(row: BulkRow, refusals: Mapping[str, Doubt]) -> BulkRow:
    """Ask about a row if it, or another of its number, says that nobody is to be called."""
    refusal = refusals.get(row.fields.get(FormField.PHONE_NUMBER, ""))
    if refusal is None or row.state not in TO_DO:
        return row
    return replace(row, state=RowState.UNUSUAL, doubts=(refusal, *row.doubts))


def _to_the_minute(request: CallRequest | None) -> CallRequest | None:
    """Cut the time as it is kept, so that a yes is to what is called."""
    if request is None or request.scheduled_time is None:
        return request
    at = request.scheduled_time
    return replace(request, scheduled_time=at.replace(second=0, microsecond=0))


def _with_agent(said: Mapping[FormField, str], agents: Sequence[Agent]) -> dict[FormField, str]:
    """Name the agent by its uuid where a cell names it by its name."""
    named = said.get(FormField.AGENT, "").strip().casefold()
    known = {agent.name.casefold(): agent.uuid for agent in agents}
    return {**said, **({FormField.AGENT: known.get(named, named)} if named else {})}


def _fields_of(request: CallRequest) -> dict[FormField, str]:
    """Write a request down as the form has it, with its time fixed."""
    fields = {
        FormField.FULL_NAME: request.full_name,
        FormField.PHONE_NUMBER: request.phone.e164,
        FormField.EMAIL: request.email,
        FormField.ADDITIONAL_DATA: request.additional_data or "",
        FormField.AGENT: request.agent.uuid,
    }
    if request.scheduled_time is not None:
        fields[FormField.WHEN_PICKED] = picked(request.scheduled_time)
    return {field: said for field, said in fields.items() if said}
