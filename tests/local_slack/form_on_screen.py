"""An open form as a person sees it: fields by their labels, and what stands in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]

INITIAL: Mapping[str, str] = {
    "plain_text_input": "initial_value",
    "datetimepicker": "initial_date_time",
    "static_select": "initial_option",
    "checkboxes": "initial_options",
    "users_select": "initial_user",
}
STATE: Mapping[str, str] = {
    "plain_text_input": "value",
    "datetimepicker": "selected_date_time",
    "static_select": "selected_option",
    "checkboxes": "selected_options",
    "users_select": "selected_user",
}


@dataclass(slots=True)
class FormOnScreen:
    """A modal. What was typed stays in it when it comes back with errors."""

    view: Json
    errors: Mapping[str, str] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)

    def fill(self, typed: Mapping[str, str]) -> None:
        """Type into fields, named by the first word of their label, in lower case."""
        for word, text in typed.items():
            self.typed[self._block(word)["block_id"]] = text

    def holds(self, word: str) -> Any:
        """Say what stands in a field."""
        return self._value(self._block(word))

    def error_at(self, word: str) -> str:
        """Say what is wrong with a field, nothing if nothing is."""
        return self.errors.get(self._block(word)["block_id"], "")

    def values(self) -> dict[str, Any]:
        """Give the state of every field, as a client sends it."""
        return {
            block["block_id"]: {
                block["element"]["action_id"]: {
                    "type": block["element"]["type"],
                    STATE[block["element"]["type"]]: self._value(block),
                }
            }
            for block in self._inputs()
        }

    def _inputs(self) -> Iterator[Json]:
        return (block for block in self.view["blocks"] if block["type"] == "input")

    def _block(self, word: str) -> Json:
        return next(
            block
            for block in self._inputs()
            if block["label"]["text"].partition(" ")[0].casefold() == word
        )

    def _value(self, block: Json) -> Any:
        element = block["element"]
        return self.typed.get(block["block_id"], element.get(INITIAL[element["type"]]))
