"""What command, form and button share: who asks, the checks, and recording what passes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from bot.calls.bulk import ListRow
from bot.calls.call import Call
from bot.calls.concerns import Concern, OpenCall, TimeLeftOut, digest
from bot.calls.doubts import Doubt
from bot.calls.draft import Draft, DraftState, FormField
from bot.calls.form import Form
from bot.calls.history import History
from bot.calls.permission import NotAllowed, Rule
from bot.calls.phone_number import PhoneNumber
from bot.calls.profile import Profile
from bot.calls.request import Agent, CallRequest
from bot.calls.review import REPEAT_WINDOW, Policy, may_be_slip, refuse, refuse_time, review
from bot.calls.say import Say, Saying
from bot.errors import DailyCapError, NumberBlockedError, OpenCallError
from bot.ports import Clock
from bot.use_cases.asking import Accepted, Refused, TurnedAway, Unconfirmed
from bot.use_cases.callers import Callers
from bot.use_cases.new_call import new_call
from bot.use_cases.preferring import Asker, IntakeLedger, wished
from bot.use_cases.reader import Reader
from bot.use_cases.reading import was_timed
from bot.use_cases.veiling import Veil


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """
    What the verbs of asking work with. Every method blocks, shortly: it reads and writes the
    ledger and nothing else. `region` is the ISO 3166 code whose national numbers are understood
    where nobody prefers another.
    `new_id` gives an id that nobody can guess.
    """

    ledger: IntakeLedger
    clock: Clock
    policy: Policy
    agents: tuple[Agent, ...]
    region: str | None
    new_id: Callable[[], str]
    callers: Callers
    veil: Veil

    def known_profile(self, draft: Draft) -> Profile | None:
        """Read who wrote a draft, None if that is unknown or was read too long ago."""
        return self.callers.known(team_id=draft.team_id, user_id=draft.user_id)

    def open_draft(self, draft_id: str, *, team_id: str, user_id: str) -> Draft | None:
        """Read a draft for whoever goes on with it: None if it was sent, or is somebody else's."""
        draft = self.ledger.draft(draft_id)
        if draft is None or draft.state is DraftState.CLOSED:
            return None
        return draft if (draft.team_id, draft.user_id) == (team_id, user_id) else None

    def reader(self, who: Asker, profile: Profile | None) -> Reader:
        """Say whose words are to be read, when, and what is meant where they do not say it."""
        wishes = wished(self.ledger, who)
        return Reader(
            now=self.clock.now(),
            profile=profile,
            region=wishes.region or self.region,
            agents=self._with_first(wishes.agent_uuid),
        )

    def agents_of(self, who: Asker) -> tuple[Agent, ...]:
        """Give the agents, first the one that calls where somebody names none."""
        return self._with_first(wished(self.ledger, who).agent_uuid)

    def _with_first(self, agent_uuid: str | None) -> tuple[Agent, ...]:
        return tuple(sorted(self.agents, key=lambda agent: agent.uuid != agent_uuid))

    def region_of(self, who: Asker) -> str | None:
        """Give the ISO 3166 code whose national numbers somebody means."""
        return wished(self.ledger, who).region or self.region

    def form(
        self,
        draft: Draft,
        reader: Reader,
        *,
        fields: Mapping[FormField, str],
        hints: tuple[Doubt, ...] = (),
        unconfirmed: Unconfirmed | None = None,
    ) -> Form:
        """Fill in a draft's form; what is not for its reader's eyes stands there hidden."""
        earlier = self._anothers(draft)
        return Form(
            draft=draft,
            fields=fields if earlier is None else self.veil.hide(fields, earlier),
            agents=reader.agents,
            zone=reader.zone if reader.knows_zone else None,
            hints=hints if earlier is None else self.veil.cover(hints, earlier),
            concerns=unconfirmed.concerns if unconfirmed else (),
            asked=unconfirmed.asked if unconfirmed else None,
        )

    def meant(self, draft: Draft, fields: Mapping[FormField, str]) -> Mapping[FormField, str]:
        """Give what a submitted form means, of which some may have been hidden."""
        earlier = self._anothers(draft)
        return fields if earlier is None else self.veil.lift(fields, earlier)

    def covered(self, draft: Draft, at: Mapping[FormField, Doubt]) -> Mapping[FormField, Doubt]:
        """Give mistakes as a draft's reader may see them."""
        earlier = self._anothers(draft)
        if earlier is None:
            return at
        return dict(zip(at, self.veil.cover([*at.values()], earlier), strict=True))

    def form_again(
        self,
        draft: Draft,
        reader: Reader,
        fields: Mapping[FormField, str],
        answer: Refused | Unconfirmed,
    ) -> Form:
        """Fill in the form with what a rule says no to, or asks about."""
        if isinstance(answer, Refused):
            return self.form(draft, reader, fields=fields, hints=(answer.doubt,))
        return self.form(draft, reader, fields=fields, unconfirmed=answer)

    def keep(self, draft: Draft, fields: Mapping[FormField, str]) -> Draft:
        """Keep what was typed into a draft's form, beside the line that it began with."""
        line = draft.fields.get(FormField.REQUEST_TEXT)
        kept = dict(fields) if line is None else {FormField.REQUEST_TEXT: line, **fields}
        self.ledger.change_draft(draft.draft_id, fields=kept)
        return replace(draft, fields=kept)

    def accept(
        self,
        draft: Draft,
        request: CallRequest,
        reader: Reader,
        *,
        key: str,
        confirmed: bool = False,
        is_kept: bool = True,
        row: ListRow | None = None,
    ) -> Accepted | Refused | Unconfirmed | TurnedAway:
        """
        Record a call that passes every rule; raises CallMovedError if the call that it takes the
        place of was sent or stopped. `confirmed` counts only if the warnings are the same
        that the draft's form showed, about the same number, time and agent. A draft that is not
        kept yet is kept with its call; raises RepeatedClickError if its click was kept before.
        The `row` of a list that it is made of is settled with it; raises RowSettledError if that
        was settled before.
        """
        again = partial(
            self.accept,
            draft,
            request,
            reader,
            key=key,
            confirmed=confirmed,
            is_kept=is_kept,
            row=row,
        )
        asked_in = row.asked_in if row is not None else draft.channel_id
        away = self.turned_away(draft, reader.profile, asked_in=asked_in)
        if away is not None:
            return away
        concerns = self._reviewed(draft, request, reader, is_kept=is_kept)
        if isinstance(concerns, Refused):
            return concerns
        asked = digest(request, concerns)
        if concerns and not (confirmed and draft.asked == asked):
            return Unconfirmed(concerns=concerns, asked=asked)
        new = new_call(
            draft,
            request,
            reader,
            key=key,
            concerns=concerns,
            policy=self.policy,
            retry_of=self._retried(draft, request),
        )
        may_repeat = any(
            isinstance(concern, OpenCall) and concern.by_same_agent for concern in concerns
        )
        try:
            recorded = self.ledger.record_call(
                replace(new, is_veiled=self._is_veiled(draft, request)),
                draft_id=draft.draft_id,
                may_repeat=may_repeat,
                say=[Say(saying=Saying.CARD)],
                fresh=None if is_kept else draft,
                cap=self.callers.cap(reader.profile),
                row=row,
            )
        except (OpenCallError, NumberBlockedError):
            return again()  # what came in between is on record by now, and is asked about
        except DailyCapError as error:
            barred = NotAllowed(rule=Rule.DAILY_CAP, limit=error.limit)
            return TurnedAway(draft=draft, barred=barred)
        return Accepted(call=recorded.call, is_new=recorded.is_new)

    def _reviewed(
        self, draft: Draft, request: CallRequest, reader: Reader, *, is_kept: bool
    ) -> Refused | tuple[Concern, ...]:
        """Say why a call is refused, or all that a person has to say yes to."""
        history = self._history(request.phone, reader, without=draft.replaces)
        refusal = refuse(request.phone, policy=self.policy, history=history)
        refusal = refusal or refuse_time(
            request.scheduled_time, policy=self.policy, now=reader.now
        )
        if refusal is not None:
            return Refused(doubt=refusal)
        left_out = self._left_out(draft, request, reader) if is_kept else ()
        return *left_out, *review(request, history=history, policy=self.policy, now=reader.now)

    def turned_away(
        self, draft: Draft, profile: Profile | None, *, asked_in: str | None = None
    ) -> TurnedAway | None:
        """Say why the writer of a draft may not call, None if they may."""
        channel_id, in_place = asked_in or draft.channel_id, draft.replaces is not None
        barred = self.callers.refusal(profile, channel_id=channel_id, in_place=in_place)
        return TurnedAway(draft=draft, barred=barred) if barred is not None else None

    def foresee(
        self, request: CallRequest, reader: Reader, *, without: int | None = None
    ) -> Unconfirmed | None:
        """
        Name what would be asked about, None if nothing would; `without` is the call that this
        one would take the place of.
        """
        history = self._history(request.phone, reader, without=without)
        concerns = review(request, history=history, policy=self.policy, now=reader.now)
        if not concerns:
            return None
        return Unconfirmed(concerns=concerns, asked=digest(request, concerns))

    def refusals(
        self, phone: PhoneNumber | None, reader: Reader, *, at: datetime | None = None
    ) -> tuple[Doubt, ...]:
        """
        Say why a number, or a time, is none to call. Who is on the do-not-call list is for
        members: whoever is not known to be one is told so once they may call.
        """
        is_known = reader.profile is not None
        history = self._history(phone, reader) if phone and is_known else History()
        number = refuse(phone, policy=self.policy, history=history) if phone else None
        time = refuse_time(at, policy=self.policy, now=reader.now)
        return tuple(doubt for doubt in (number, time) if doubt is not None)

    def _left_out(
        self, draft: Draft, request: CallRequest, reader: Reader
    ) -> tuple[TimeLeftOut, ...]:
        """Ask where a time was taken out: without one, or "now", it may be a slip."""
        if request.scheduled_time is not None or draft.fields.get(FormField.WHEN_WORDS):
            return ()
        had_time = was_timed(draft, self._earlier(draft), reader)
        return (TimeLeftOut(),) if had_time else ()

    def _retried(self, draft: Draft, request: CallRequest) -> int | None:
        """Give the call that this one repeats: none, if somebody else was typed meanwhile."""
        earlier = self._earlier(draft)
        if earlier is None:
            return None
        was = earlier.request
        is_same = was.phone.e164 == request.phone.e164 or was.email == request.email
        return earlier.call_id if is_same else None

    def _earlier(self, draft: Draft) -> Call | None:
        """Read the call that a draft repeats, if its contact is still known."""
        call = self.ledger.call(draft.retry_of) if draft.retry_of is not None else None
        return None if call is None or call.is_erased else call

    def _anothers(self, draft: Draft) -> Call | None:
        """Read the call that a draft repeats, if it is not its writer's to see."""
        call = self._earlier(draft)
        return None if call is None or call.is_whole_for(draft.user_id) else call

    def _is_veiled(self, draft: Draft, request: CallRequest) -> bool:
        """Whether something was taken over that its writer has not seen."""
        earlier = self._anothers(draft)
        return earlier is not None and self.veil.is_over(request, earlier)

    def _history(
        self, phone: PhoneNumber, reader: Reader, *, without: int | None = None
    ) -> History:
        asks = may_be_slip(phone, policy=self.policy, home=reader.region, zone=reader.zone)
        region, since = phone.region if asks else None, reader.now - REPEAT_WINDOW
        found = self.ledger.history(phone_number=phone.e164, since=since, region=region)
        if without is None:
            return found
        return replace(found, calls=tuple(c for c in found.calls if c.call_id != without))
