"""What a Slack profile tells of somebody who may be called."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """
    A person of the workspace; what they do not show is empty. Words as they typed them; `zone` is
    the IANA zone in which they live.
    """

    user_id: str
    full_name: str
    email: str = ""
    phone_number: str = ""
    zone: str = ""
