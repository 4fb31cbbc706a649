"""Why digits are no number that can be called, and which number may have been meant."""

from collections.abc import Iterator
from dataclasses import dataclass

from phonenumbers import is_valid_number

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.number_rules import objection_to
from bot.calls.phone_number import PhoneNumber
from bot.parsing.found import Found
from bot.parsing.phone_facts import describe, is_emergency_or_short, parse_leniently
from bot.parsing.phone_groups import MIN_DIGITS, Piece
from bot.parsing.phone_surroundings import follows_reference_word

_WORTH_A_WORD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPhone(Found[PhoneNumber]):
    """
    A number, or digits that may be meant as one.

    `extension` is what follows "ext."; `weak` digits are to be left alone where another number is.
    """

    extension: str = ""
    weak: bool = False


def guess(text: str, piece: Piece, *, end: int, region: str | None) -> Iterator[FoundPhone]:
    """Explain a piece in which no number stands; nothing where nobody would take it for one."""
    written = text[piece.start : end]
    reason, options = _explain(written, piece, region)
    if reason is None:
        return
    callable_ = [phone for phone in options if objection_to(phone) is None]
    yield FoundPhone(
        start=piece.start,
        end=end,
        value=callable_[0] if callable_ else None,
        weak=_is_weak(text, piece),
        doubt=Doubt(
            field=Field.PHONE_NUMBER,
            reason=reason,
            read=written,
            options=tuple(dict.fromkeys(phone.e164 for phone in callable_)),
        ),
    )


def _is_weak(text: str, piece: Piece) -> bool:
    return not (piece.has_plus and piece.digits > _WORTH_A_WORD) or follows_reference_word(
        text, piece.start
    )


def _explain(
    written: str, piece: Piece, region: str | None
) -> tuple[Reason | None, list[PhoneNumber]]:
    if any(char.isalpha() for char in written):
        looks_dialled = piece.has_plus or piece.digits >= _WORTH_A_WORD
        return (Reason.NUMBER_HAS_LETTERS if looks_dialled else None), []
    if is_emergency_or_short(written, region):
        return Reason.NUMBER_EMERGENCY, []
    if piece.has_plus:
        return Reason.NUMBER_INVALID, []
    if piece.digits < MIN_DIGITS:
        return (Reason.NUMBER_INVALID if piece.digits >= _WORTH_A_WORD else None), []
    return _explain_national(written, region)


def _explain_national(written: str, region: str | None) -> tuple[Reason, list[PhoneNumber]]:
    """Explain digits without a plus: it may be forgotten, or the trunk zero, or the country."""
    digits = "".join(char for char in written if char.isdigit())
    abroad = _valid(f"+{digits.removeprefix('011').lstrip('0')}", None)
    if digits.startswith("0") and not digits.startswith(("00", "011")):
        abroad = []
    if region is None:
        return (
            (Reason.NUMBER_WITHOUT_PLUS if abroad else Reason.NUMBER_NEEDS_COUNTRY),
            abroad,
        )
    if _valid(written, region):
        # a zero is missing, or a country: what it would be here may be a stranger's number
        return Reason.NUMBER_NEEDS_COUNTRY, abroad
    return (Reason.NUMBER_WITHOUT_PLUS if abroad else Reason.NUMBER_INVALID), abroad


def _valid(written: str, region: str | None) -> list[PhoneNumber]:
    number = parse_leniently(written, region)
    return [describe(number)] if number is not None and is_valid_number(number) else []
