"""Reads what the letters of a zone are written with: dots between them, a mark before."""

from bot.parsing.times.line import Line
from bot.parsing.times.tokens import Shape
from bot.parsing.times.zone_names import zone_abbreviated

_MARKS = "\\`*=<>{}'+"


def dotted_letters(line: Line, start: int) -> tuple[str, int] | None:
    """Put together letters with dots between, as in E.S.T., and give the token after them."""
    letters, at = "", start
    while len(line.text(at)) == 1 and line.shape(at, Shape.WORD):
        if letters and not line.joined(at):
            break
        letters, at = letters + line.text(at), at + 1
        if not line.sign(at, "."):
            break
        at += 1
    return (letters, at) if len(letters) > 1 else None


def is_mark_before_zone(line: Line, at: int) -> bool:
    r"""Whether a sign is only the mark before a zone, as in \EST or *EST*: no other is glue."""
    marks = line.text(at) in _MARKS and line.joined(at + 1) and line.shape(at + 1, Shape.WORD)
    return (
        marks and line.tokens[at + 1].capitals and zone_abbreviated(line.text(at + 1)) is not None
    )
