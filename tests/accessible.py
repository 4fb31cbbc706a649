"""What somebody hears who has a message read to them: its `text`, and its buttons' labels."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

EMOJI = re.compile(r":[a-z0-9_+-]+:|[\U0001F000-\U0001FAFF\u2600-\u27BF\uFE0F]")
LETTER = re.compile(r"[^\W_]")

Block = Mapping[str, Any]


def unheard(text: str, blocks: Sequence[Block]) -> list[str]:
    """Give all that the blocks show and nobody hears, and what would be an emoji alone."""
    heard = _plain(text)
    return [
        *([] if _has_words(text) else ["the text has no words"]),
        *(f"not in the text: {shown}" for shown in _shown(blocks) if _plain(shown) not in heard),
        *(f"an emoji alone: {shown}" for shown in _shown(blocks) if not _has_words(shown)),
        *(f"no words on it: {label}" for label in _labels(blocks) if not _has_words(label)),
        *(f"a picture without words: {block}" for block in blocks if _is_mute(block)),
    ]


def _has_words(text: str) -> bool:
    return LETTER.search(EMOJI.sub("", text)) is not None


def _plain(text: str) -> str:
    return " ".join(text.split())


def _shown(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block["type"] in {"section", "header"} and "text" in block:
            yield from block["text"]["text"].split("\n")
        elif block["type"] == "context":
            yield from (each["text"] for each in block["elements"] if "text" in each)
        yield from (each["text"] for each in block.get("fields", ()))


def _labels(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        elements = [*block.get("elements", ()), *filter(None, [block.get("accessory")])]
        yield from (each["text"]["text"] for each in elements if each["type"] == "button")


def _is_mute(block: Block) -> bool:
    return block["type"] == "image" and not _has_words(str(block.get("alt_text", "")))
