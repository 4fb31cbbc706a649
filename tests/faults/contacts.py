"""People who do not exist, one for each request: their number tells which request rang."""

from dataclasses import dataclass

SURNAME = "Quellmann"


@dataclass(frozen=True, slots=True)
class Contact:
    """The contact of the request with this number."""

    number: int

    @property
    def phone(self) -> str:
        """The number to ring, E.164."""
        return f"+4930{20_000_000 + self.number}"

    @property
    def email(self) -> str:
        """What is found again in the ledger."""
        return f"quell{self.number}@example.com"

    @property
    def name(self) -> str:
        """A first name and a name that stands nowhere else."""
        return f"Alex {SURNAME}"

    @property
    def line(self) -> str:
        """All that a call needs."""
        return f"{self.name} {self.phone} {self.email} follow up on the demo"

    @property
    def unsure_line(self) -> str:
        """What opens the form."""
        return f"{self.name} {self.email} call about the demo"

    @property
    def fields(self) -> dict[str, str]:
        """What is typed into the form."""
        return {"full_name": self.name, "phone_number": self.phone, "email": self.email}


PERSONAL = (SURNAME, "quell", "example.com", "+49302", "302000", "follow up on")
"""Pieces of what contacts are made of: none of it may be in a log."""
