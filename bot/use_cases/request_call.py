"""Somebody types a command: it is on disk, then placed or turned into the right question."""

from dataclasses import dataclass

from bot.calls.doubts import Doubt, Reason
from bot.calls.draft import Draft, FormField
from bot.calls.profile import Profile
from bot.use_cases.asking import Accepted, Answer, Asked, OpenForm, ReadProfile, Repeated
from bot.use_cases.intake import Intake, Refused
from bot.use_cases.reading import LineReading, Reader, read_line

OFFER_AFTER = 4.0
"""Seconds until a form that nobody saw is offered by a button: its trigger lives three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestCall:
    """The verb behind the command. It blocks, shortly, on the ledger."""

    intake: Intake

    def ask(self, asked: Asked) -> Answer:
        """Keep what was typed, then place it, or say what has to be asked."""
        draft = self._draft(asked)
        if not self.intake.ledger.record_draft(draft, offer_after=OFFER_AFTER):
            return Repeated()
        profile = self.intake.known_profile(draft)
        if profile is None and self._only_zone_is_open(draft):
            return ReadProfile(draft=draft)
        return self.resume(draft, profile)

    def resume(self, draft: Draft, profile: Profile | None) -> OpenForm | Accepted:
        """Go on with a kept draft, now that its writer is known or cannot be found out."""
        reader = self.intake.reader(profile)
        line = read_line(draft.fields.get(FormField.REQUEST_TEXT, ""), reader)
        if line.request is None:
            hints = shown_hints(draft, line, reader)
            form = self.intake.form(draft, reader, fields=line.fields, hints=hints)
            return OpenForm(form=form)
        answer = self.intake.accept(draft, line.request, reader, key=draft.key, confirmed=False)
        if isinstance(answer, Accepted):
            return answer
        if isinstance(answer, Refused):
            form = self.intake.form(draft, reader, fields=line.fields, hints=(answer.doubt,))
        else:
            form = self.intake.form(draft, reader, fields=line.fields, concerns=answer.concerns)
        return OpenForm(form=form)

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
        )

    def _only_zone_is_open(self, draft: Draft) -> bool:
        """Whether everything but the time is clear, so that it is worth asking Slack who wrote."""
        line = read_line(draft.fields.get(FormField.REQUEST_TEXT, ""), self.intake.reader(None))
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
