"""The text of a message, whatever it stands in: blocks, attachments, forwarded mail. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

Json = Mapping[str, Any]

LONGEST = 4000
"""Characters of a message that are read; what comes behind stays in Slack."""

MOST_BLOCKS = 200
LONGEST_LABEL = 30

_BOLD = re.compile(r"\A\s*([*_`]{1,2})(?P<words>[^*_~`\n]+)\1(?P<rest>.*)\Z")
_FROM = re.compile(
    r"^[> \t*]{0,20}(?:from|von|de|expéditeur|remitente)[* \t]{0,5}:",
    re.IGNORECASE | re.MULTILINE,
)
"""The head of a mail in a mail."""

_VIA = re.compile(r" (?:via|über) .*\Z", re.DOTALL)
"""Eva Lenz via Google Forms."""

_ANSWERS = re.compile(r"\A(?:\s*(?:re|aw|antw|fwd?|wg|tr|rv)\s*:)+\s*", re.IGNORECASE)
"""Re: Fwd: before a subject, in all four languages."""

_WORDS = re.compile(r"[^\W_@]+|@")
_LABEL = re.compile(rf"\A\s*(?P<label>[^\W\d_][^:\n|<>@]{{0,{LONGEST_LABEL}}}?)\s*:\s*\Z")


def text_of_message(message: Json) -> str:
    """
    Give what a message says, a line for each thing, nothing twice, at most LONGEST characters.

    A label on a line of its own is put before what follows it: "*Phone*" above a number becomes
    "Phone: +49 …", as one would type it. Slack's tokens stay as they are.
    """
    said: list[str] = []
    seen, left = "", LONGEST
    lines = map(_cut, islice(_lines(message), LONGEST))
    for line in _with_their_labels(_unmarked(lines)):
        plain = _compared(line)
        if plain and f" {plain} " not in seen:
            left -= len(line) + 1
            if said and left < 0:  # a pasted log would hold up everybody's answers
                break
            seen += f"\n {plain} "
            said.append(line)
    return "\n".join(said)


def _cut(line: str) -> str:
    """Shorten a long line, and leave no part of a number at its end: that would be another one."""
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip(" +-./()0123456789")


def _lines(message: Json) -> Iterator[str]:
    for block in _listed(message.get("blocks"))[:MOST_BLOCKS]:
        yield from _of_block(block)
    for attachment in _listed(message.get("attachments"))[:MOST_BLOCKS]:
        yield from _of_attachment(attachment)
    for file in _listed(message.get("files"))[:MOST_BLOCKS]:
        yield from _of_file(file)
    yield from _split(message.get("text"))


def _of_block(block: Json) -> Iterator[str]:
    match block.get("type"):
        case "rich_text":
            for element in _listed(block.get("elements")):
                yield from _of_rich_text(element)
        case "context":
            for element in _listed(block.get("elements")):
                yield from _split(element.get("text"))
        case "table":
            for row in block.get("rows") or []:
                cells = [" ".join(_of_cell(cell)) for cell in row if isinstance(cell, Mapping)]
                yield ": ".join(cell for cell in cells if cell)
        case _:
            yield from _split(_text(block.get("text")))
            for field in _listed(block.get("fields")):
                yield from _split(_text(field))


def _of_cell(cell: Json) -> Iterator[str]:
    if cell.get("type") == "rich_text":
        yield from _of_block(cell)
    else:
        yield _text(cell.get("text"))


def _of_rich_text(element: Json) -> Iterator[str]:
    if element.get("type") == "rich_text_list":
        for item in _listed(element.get("elements")):
            yield from _of_rich_text(item)
        return
    whole = "".join(_of_inline(inline) for inline in _listed(element.get("elements")))
    yield from _split(whole)


def _of_inline(inline: Json) -> str:
    style = inline.get("style") or {}
    is_struck = style.get("strike")
    match inline.get("type"):
        case "link":
            url, label = _text(inline.get("url")), _text(inline.get("text"))
            if is_struck:
                return _struck(label or url.removeprefix("mailto:").removeprefix("tel:"))
            return f"<{url}|{label}>" if label and label != url else f"<{url}>"
        case "user":
            return f"<@{_text(inline.get('user_id'))}>"
        case "text":
            text = _text(inline.get("text"))
            if is_struck:
                return _struck(text)
            bold = style.get("bold") and text.strip()
            return f"*{text.strip()}* " if bold and "*" not in text else text
        case "date":
            at, fallback = inline.get("timestamp"), _text(inline.get("fallback"))
            return f"<!date^{at}^{_text(inline.get('format'))}|{fallback}>"
        case _:
            return ""


def _struck(text: str) -> str:
    """Write each line as one that is struck out, and no link in it."""
    return "\n".join(f" ~{line.strip(' ~')}~ " for line in text.split("\n") if line.strip(" ~"))


def _of_attachment(attachment: Json) -> Iterator[str]:
    yield from _split(_text(attachment.get("pretext")))
    yield from _split(_text(attachment.get("author_name")))
    told = [attachment.get(key) for key in ("title", "text")]
    for text in told:
        yield from _split(_text(text))
    for field in _listed(attachment.get("fields")):
        yield f"{_text(field.get('title')).rstrip(' :')}: {_text(field.get('value'))}"
    for block in _listed(attachment.get("blocks")):
        yield from _of_block(block)
    for shared in _listed(attachment.get("message_blocks")):
        inner = shared.get("message")
        if isinstance(inner, Mapping):
            yield from _lines(inner)
    if not any(told) and not attachment.get("fields") and not attachment.get("blocks"):
        yield from _split(_text(attachment.get("fallback")))


def _of_file(file: Json) -> Iterator[str]:
    """
    Read a mail that was sent into the channel. Where another mail stands in it, who sent it in
    may be a colleague, and nothing says which of the two is meant.
    """
    if file.get("filetype") != "email" and file.get("mode") != "email":
        return
    body = _text(file.get("plain_text")) or _text(file.get("preview"))
    passes_on = _FROM.search(body, 0, LONGEST) is not None
    for sender in _listed(file.get("from")):
        name, address = _VIA.sub("", _text(sender.get("name"))), _text(sender.get("address"))
        if name.strip():
            yield name if passes_on else f"name: {name}"
        yield address if passes_on else f"email: {address}"
    yield from _split(_ANSWERS.sub("", _text(file.get("subject"))))
    yield from _split(body)


def _unmarked(lines: Iterable[str]) -> Iterator[str]:
    """Take the marks off a label in bold: "*Phone:* 030 …" and "*Phone*" alone."""
    for line in lines:
        bold = _BOLD.match(line)
        if bold is None:
            yield line
            continue
        words, rest = bold["words"].strip(), bold["rest"].strip()
        alone = not rest and len(words) <= LONGEST_LABEL
        yield f"{words.rstrip(' :')}:" if alone else f"{words} {rest}"


def _with_their_labels(lines: Iterable[str]) -> Iterator[str]:
    """Put a label that stands alone before the line that follows it."""
    waiting = ""
    for line in lines:
        label = _LABEL.match(line)
        if label is not None:
            if waiting:
                yield waiting
            waiting = label["label"].strip()
            continue
        yield f"{waiting}: {line.strip()}" if waiting else line.strip()
        waiting = ""
    if waiting:
        yield waiting


def _compared(line: str) -> str:
    """Give a line as it is compared with another: its words and digits."""
    unlinked = re.sub(r"<(?:mailto:|tel:)?([^|<>]*)(?:\|[^<>]*)?>", r"\1", line)
    return " ".join(_WORDS.findall(unlinked.casefold()))


def _split(text: object) -> Iterator[str]:
    if isinstance(text, str):
        yield from (line for line in text.splitlines() if line.strip())


def _text(value: object) -> str:
    """Read a text, or a text object."""
    if isinstance(value, Mapping):
        value = value.get("text")
    return value if isinstance(value, str) else ""


def _listed(value: object) -> list[Json]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
