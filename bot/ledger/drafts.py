"""Drafts and profiles."""

from collections.abc import Mapping

from sqlalchemy import bindparam, select, update

from bot.calls.draft import Draft, DraftState, FormField
from bot.calls.profile import Profile
from bot.calls.say import Say, Saying
from bot.ledger import rows
from bot.ledger.columns import epoch_now
from bot.ledger.door import Door, insertion, insertion_once
from bot.ledger.schema import MessageState, drafts, fixed, outbox, preferences, profiles
from bot.ledger.writing_down import Subject, drop_unsaid, lock, write_down

OFFER = Say(saying=Saying.OFFER_FORM)

_wishes = (preferences.c.team_id == profiles.c.team_id) & (
    preferences.c.place == profiles.c.user_id
)
PROFILE = (
    select(profiles, preferences.c.language)
    .select_from(profiles.outerjoin(preferences, _wishes))
    .where(profiles.c.team_id == bindparam("team"), profiles.c.user_id == bindparam("user"))
)


class SqlDrafts:
    """The DraftLedger of `ports`."""

    _door: Door

    def record_draft(self, draft: Draft, *, offer_after: float) -> bool:
        """Keep a draft and the offer of its form."""
        with self._door.writing("intake") as connection:
            new = connection.execute(
                insertion_once(connection.dialect.name, drafts, "key").returning(drafts.c.id),
                rows.draft_values(draft),
            ).first()
            if new is None:
                return False
            subject = Subject(draft_id=draft.draft_id)
            write_down(connection, subject, [OFFER], after=offer_after)
            return True

    def draft(self, draft_id: str) -> Draft | None:
        """Read a draft."""
        with self._door.reading() as connection:
            found = connection.execute(select(drafts).where(drafts.c.id == draft_id))
            row = found.mappings().one_or_none()
            return None if row is None else rows.read_draft(row)

    def change_draft(self, draft_id: str, *, fields: Mapping[FormField, str]) -> None:
        """Keep what was typed since, in place of what was there: it is erased in its own time."""
        self._change(draft_id, {"fields": rows.field_values(fields), "erased_at": None})

    def show_warnings(self, draft_id: str, *, asked: str) -> None:
        """Keep which warnings the form shows."""
        self._change(draft_id, {"asked": asked})

    def draft_shown(self, draft_id: str) -> None:
        """Note that its form is seen, and drop the offer."""
        with self._door.writing("draft") as connection:
            connection.execute(
                update(drafts)
                .where(drafts.c.id == draft_id, drafts.c.state == fixed(DraftState.OPEN))
                .values(state=DraftState.SHOWN.value)
            )
            lock(connection, Subject(draft_id=draft_id))
            drop_unsaid(connection, Subject(draft_id=draft_id))

    def offer_form_now(self, draft_id: str) -> None:
        """Make the offer due, also one that was dropped; what is being said goes on."""
        with self._door.writing("draft") as connection:
            open_draft = select(drafts.c.id).where(
                drafts.c.id == draft_id, drafts.c.state != fixed(DraftState.CLOSED)
            )
            if connection.scalar(open_draft.with_for_update(key_share=True)) is None:
                return
            connection.execute(
                update(outbox)
                .where(
                    outbox.c.key == Subject(draft_id=draft_id).key(OFFER.what),
                    outbox.c.state.in_([MessageState.WAITING.value, MessageState.DROPPED.value]),
                    outbox.c.token.is_(None),
                )
                .values(state=MessageState.WAITING.value, due=epoch_now())
            )

    def profile(self, *, team_id: str, user_id: str) -> Profile | None:
        """Read what is remembered of a person, in the language that they prefer."""
        with self._door.reading() as connection:
            found = connection.execute(PROFILE, {"team": team_id, "user": user_id})
            row = found.mappings().one_or_none()
            return None if row is None else rows.read_profile(row)

    def remember_profile(self, profile: Profile) -> None:
        """Keep or replace what Slack says of a person."""
        with self._door.writing("profile") as connection:
            values = rows.profile_values(profile)
            connection.execute(
                insertion(connection.dialect.name, profiles).on_conflict_do_update(
                    index_elements=["team_id", "user_id"], set_=values
                ),
                values,
            )

    def _change(self, draft_id: str, values: rows.Values) -> None:
        with self._door.writing("draft") as connection:
            is_open = drafts.c.state != fixed(DraftState.CLOSED)
            this = update(drafts).where(drafts.c.id == draft_id, is_open)
            connection.execute(this.values(values))
