"""Where and when the lines of the corpora are typed, and how one is read there."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.calls.doubts import Field
from bot.parsing import ParsedRequest, parse


@dataclass(frozen=True, kw_only=True)
class Desk:
    """Somebody's desk: what their clock, numbers and language are."""

    zone: str
    region: str | None
    locale: str | None

    def read(self, text: str) -> ParsedRequest:
        """Read a line on Monday 23 November 2026, 10:44 on the wall, between two seconds."""
        now = datetime(2026, 11, 23, 10, 44, 0, 123_456, tzinfo=ZoneInfo(self.zone))
        return parse(text, now=now, tz=self.zone, region=self.region, locale=self.locale)

    def clock(self, call: ParsedRequest) -> str | None:
        """The call's time as this desk's clock shows it."""
        at = call.scheduled_time
        return None if at is None else f"{at.astimezone(ZoneInfo(self.zone)):%d.%m.%Y %H:%M}"


BERLIN = Desk(zone="Europe/Berlin", region="DE", locale="en-GB")
BERLIN_DE = Desk(zone="Europe/Berlin", region="DE", locale="de-DE")
VIENNA = Desk(zone="Europe/Vienna", region="AT", locale="de-AT")
PARIS = Desk(zone="Europe/Paris", region="FR", locale="fr-FR")
MADRID = Desk(zone="Europe/Madrid", region="ES", locale="es-ES")
ROME = Desk(zone="Europe/Rome", region="IT", locale="en-GB")
LONDON = Desk(zone="Europe/London", region="GB", locale="en-GB")
SAN_FRANCISCO = Desk(zone="America/Los_Angeles", region="US", locale="en-US")
KOLKATA = Desk(zone="Asia/Kolkata", region="IN", locale="en-IN")
NOWHERE = Desk(zone="Europe/Berlin", region=None, locale=None)

PHONE, EMAIL, NAME = Field.PHONE_NUMBER, Field.EMAIL, Field.FULL_NAME
WHEN, CONTEXT = Field.SCHEDULED_TIME, Field.ADDITIONAL_DATA
