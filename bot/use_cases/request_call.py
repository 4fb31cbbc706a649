"""Somebody types a command: it is on disk, then placed or turned into the right question."""

from dataclasses import dataclass, replace

from bot.calls.doubts import Doubt, Reason
from bot.calls.draft import Draft, FormField, Surface
from bot.calls.permission import SLACK_MAY_SAY_ELSE, NotAllowed, Rule
from bot.calls.profile import Profile
from bot.errors import RepeatedClickError
from bot.use_cases.asking import (
    Accepted,
    Answer,
    Asked,
    OpenForm,
    ReadProfile,
    Repeated,
    TurnedAway,
)
from bot.use_cases.intake import Intake
from bot.use_cases.reader import Reader
from bot.use_cases.reading import LineReading, read_line

OFFER_AFTER = 4.0
"""Seconds until a form that nobody saw is offered by a button: its trigger lives three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCall:
    """The verb behind the command. It blocks, shortly, on the ledger."""

    intake: Intake

    def ask(self, asked: Asked) -> Answer:
        """Place it, or keep what was typed and say what has to be asked; either is on disk."""
        draft = self._draft(asked)
        profile = self.intake.known_profile(draft)
        barred = self.intake.turned_away(draft, profile)
        if barred is not None and self._is_worth_asking(draft, barred.barred):
            return ReadProfile(draft=draft) if self._keep(draft) else Repeated()
        if barred is not None and barred.barred.rule is not Rule.UNKNOWN:
            return self._turned_away(barred)
        try:
            answer = self._answer(draft, profile, is_kept=False)
        except RepeatedClickError:
            return Repeated()
        if isinstance(answer, Accepted):
            return answer
        if isinstance(answer, TurnedAway):
            return self._turned_away(answer)
        return answer if self._keep(replace(draft, asked=answer.form.asked)) else Repeated()

    def resume(self, draft: Draft, profile: Profile | None) -> OpenForm | Accepted | TurnedAway:
        """Go on with a kept draft, now that its writer is known or cannot be found out."""
        barred = self.intake.turned_away(draft, profile)
        if barred is not None and barred.barred.rule is not Rule.UNKNOWN:
            self.intake.ledger.draft_shown(draft.draft_id)
            return barred
        answer = self._answer(draft, profile, is_kept=True)
        if isinstance(answer, OpenForm) and answer.form.asked is not None:
            self.intake.ledger.show_warnings(draft.draft_id, asked=answer.form.asked)
        return answer

    def _turned_away(self, barred: TurnedAway) -> TurnedAway | Repeated:
        """Keep what was typed; its form is not offered to somebody who may not send it."""
        if not self._keep(barred.draft):
            return Repeated()
        self.intake.ledger.draft_shown(barred.draft.draft_id)
        return barred

    def _keep(self, draft: Draft) -> bool:
        return self.intake.ledger.record_draft(draft, offer_after=OFFER_AFTER)

    def _answer(
        self, draft: Draft, profile: Profile | None, *, is_kept: bool
    ) -> OpenForm | Accepted | TurnedAway:
        """Read the line; one that a message says was written for others, so it is always shown."""
        reader = self.intake.reader(draft, profile)
        line = read_line(draft, reader)
        if line.request is None or draft.surface is Surface.SHORTCUT:
            refused = self.intake.refusals(line.phone, reader)
            hints = (*refused, *shown_hints(draft, line, reader))
            return OpenForm(form=self.intake.form(draft, reader, fields=line.fields, hints=hints))
        answer = self.intake.accept(draft, line.request, reader, key=draft.key, is_kept=is_kept)
        if isinstance(answer, Accepted | TurnedAway):
            return answer
        return OpenForm(form=self.intake.form_again(draft, reader, line.fields, answer))

    def _draft(self, asked: Asked) -> Draft:
        return Draft(
            draft_id=self.intake.new_id(),
            key=asked.key,
            team_id=asked.team_id,
            channel_id=asked.channel_id,
            user_id=asked.user_id,
            surface=asked.surface,
            fields={FormField.REQUEST_TEXT: asked.text} if asked.text.strip() else {},
            thread_ts=asked.thread_ts,
            source_link=asked.source_link,
            response_url=asked.response_url,
            created_at=self.intake.clock.now(),
            written_at=asked.written_at,
        )

    def _is_worth_asking(self, draft: Draft, barred: NotAllowed) -> bool:
        """
        Whether Slack has to be asked who wrote before it can go on: not for a form, which is
        looked at again when it is submitted.
        """
        if barred.rule is Rule.UNKNOWN:
            return self._only_zone_is_open(draft)
        return barred.rule in SLACK_MAY_SAY_ELSE

    def _only_zone_is_open(self, draft: Draft) -> bool:
        """Whether everything but the time is clear, so that it is worth asking Slack who wrote."""
        reader = self.intake.reader(draft, None)
        line = read_line(draft, reader)
        return all(doubt.field == "scheduled_time" for doubt in line.doubts)


def shown_hints(draft: Draft, line: LineReading, reader: Reader) -> tuple[Doubt, ...]:
    """
    Choose what the form points at: nothing in an empty one, and not at a time that is only
    unclear because Slack was not asked yet who typed it; by submission that is known.
    """
    if not draft.fields:
        return ()
    if reader.knows_zone:
        return line.doubts
    return tuple(doubt for doubt in line.doubts if doubt.reason is not Reason.TIME_ZONE_UNCLEAR)
