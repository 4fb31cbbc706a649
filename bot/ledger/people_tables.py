"""The tables of people and channels: who somebody is, what they prefer, who opened Home."""

from sqlalchemy import JSON, Boolean, Column, Table, Text

from bot.ledger.columns import AwareTime
from bot.ledger.metadata import metadata

profiles = Table(
    "profiles",
    metadata,
    Column("team_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("zone", Text),
    Column("locale", Text),
    Column("is_guest", Boolean, nullable=False),
    Column("is_admin", Boolean, nullable=False),
    Column("read_at", AwareTime, nullable=False),
    Column("usergroups", JSON(none_as_null=True)),
)

homes = Table(
    "homes",
    metadata,
    Column("team_id", Text, primary_key=True),
    Column("user_id", Text, primary_key=True),
    Column("opened_at", AwareTime, nullable=False),
)

preferences = Table(
    "preferences",
    metadata,
    Column("team_id", Text, primary_key=True),
    Column("place", Text, primary_key=True),  # the id of a person or a channel
    Column("region", Text),
    Column("language", Text),
    Column("agent_uuid", Text),
    Column("results", Text),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", AwareTime, nullable=False),
)
