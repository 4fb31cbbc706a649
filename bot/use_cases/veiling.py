"""Hides an earlier call's number and email from whoever repeats it and may not see them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.calls.call import Call
from bot.calls.doubts import Doubt, Reason
from bot.calls.draft import FormField
from bot.calls.request import CallRequest

_NUMBER = FormField.PHONE_NUMBER
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

    def is_over(self, request: CallRequest, call: Call) -> bool:
        """Whether a request holds something of an earlier call that was hidden."""
        held = _values(request)
        return any(held[field] == whole for field, (whole, _) in self._hidden(call).items())

    def _covered(self, doubt: Doubt, call: Call) -> str:
        said = doubt.read
        for whole, hidden in self._hidden(call).values():
            said = said.replace(whole, hidden)
        return self.text(said) if doubt.reason in ZEEGS else said

    def _hidden(self, call: Call) -> dict[FormField, tuple[str, str]]:
        pairs = {
            field: (whole, self.number(whole) if field is _NUMBER else self.text(whole))
            for field, whole in _values(call.request).items()
        }
        return {field: pair for field, pair in pairs.items() if pair[0] and pair[0] != pair[1]}


def _values(request: CallRequest) -> dict[FormField, str]:
    """Give what may have to be hidden."""
    return {
        _NUMBER: request.phone.e164,
        FormField.EMAIL: request.email,
        FormField.ADDITIONAL_DATA: request.additional_data or "",
    }
