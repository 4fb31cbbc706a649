"""Hides an earlier call's number and email from whoever repeats it and did not ask for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.calls.call import Call
from bot.calls.doubts import Doubt, Reason
from bot.calls.draft import FormField

ZEEGS = frozenset({Reason.ZEEG_REFUSED, Reason.ZEEG_SAID})


@dataclass(frozen=True, slots=True, kw_only=True)
class Veil:
    """
    How values are hidden; what is typed back unchanged means what was hidden. `number` hides most
    of a number, `text` every number and email in running text.
    """

    number: Callable[[str], str]
    text: Callable[[str], str]

    def hide(self, fields: Mapping[FormField, str], call: Call) -> dict[FormField, str]:
        """Give what a form shows of an earlier call to somebody else than its requester."""
        shown = dict(fields)
        for field, (whole, hidden) in self._hidden(call).items():
            if shown.get(field) == whole:
                shown[field] = hidden
        return shown

    def lift(self, fields: Mapping[FormField, str], call: Call) -> dict[FormField, str]:
        """Give what a form means in which some values stand hidden."""
        meant = dict(fields)
        for field, (whole, hidden) in self._hidden(call).items():
            if meant.get(field, "").strip() == hidden:
                meant[field] = whole
        return meant

    def cover(self, doubts: Sequence[Doubt], call: Call) -> tuple[Doubt, ...]:
        """Give what is said at fields that hold hidden values; Zeeg may quote one as it likes."""
        return tuple(replace(doubt, read=self._covered(doubt, call)) for doubt in doubts)

    def _covered(self, doubt: Doubt, call: Call) -> str:
        said = doubt.read
        for whole, hidden in self._hidden(call).values():
            said = said.replace(whole, hidden)
        return self.text(said) if doubt.reason in ZEEGS else said

    def _hidden(self, call: Call) -> dict[FormField, tuple[str, str]]:
        request = call.request
        about = request.additional_data or ""
        pairs = {
            FormField.PHONE_NUMBER: (request.phone.e164, self.number(request.phone.e164)),
            FormField.EMAIL: (request.email, self.text(request.email)),
            FormField.ADDITIONAL_DATA: (about, self.text(about)),
        }
        return {field: pair for field, pair in pairs.items() if pair[0] and pair[0] != pair[1]}
