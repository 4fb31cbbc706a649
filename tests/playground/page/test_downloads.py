"""A file that stands in a message is there for those who see the message."""

from bot.playground.cast import JANE, SALES
from bot.playground.page.backstage import Backstage
from bot.playground.records import Message
from tests.playground.page.visitor import Visitor, channel

SAM, LUKAS, BOARD = "U0SAM", "U0LUKAS", "G0BOARD"
NAME, CONTENT = "calls of März.csv", b"row,status\r\n1,completed\r\n"


def share(backstage: Backstage, channel_id: str, *, only_for: str = "") -> str:
    """Let the app put a file into a channel; give its id."""
    workspace = backstage.playground.workspace
    file_id = workspace.add_file(NAME, CONTENT)
    bot, files = workspace.app.bot_user_id, [workspace.files[file_id]]
    message = Message(
        channel_id=channel_id,
        ts=workspace.new_ts(),
        user_id=bot,
        files=files,
        only_for=only_for,
    )
    workspace.post(message)
    return file_id


async def saved(visitor: Visitor, file_id: str) -> tuple[int, str | None, bytes]:
    """Click on a file; give the status, the name it is saved under, and its bytes."""
    url, who = f"{visitor.url}/files/{file_id}", {"as": visitor.person}
    async with visitor.session.get(url, params=who) as answer:
        told = answer.content_disposition
        name = told.filename if told and told.type == "attachment" else None
        return answer.status, name, await answer.read()


async def refused(visitor: Visitor, file_id: str) -> bool:
    status, *_ = await saved(visitor, file_id)
    return status == 404


async def test_a_file_is_saved_under_its_name(jane: Visitor, backstage: Backstage) -> None:
    file_id = share(backstage, SALES)
    shown = channel(await jane.sees(), SALES)["messages"][-1]["files"]
    assert shown == [{"id": file_id, "title": NAME, "size": len(CONTENT)}]

    assert await saved(jane, file_id) == (200, NAME, CONTENT)


async def test_a_file_is_not_given_to_who_does_not_see_it(
    jane: Visitor, backstage: Backstage
) -> None:
    of_the_board = share(backstage, BOARD)
    of_jane = share(backstage, SALES, only_for=JANE)

    assert not await refused(jane.other(SAM), of_the_board)
    assert await refused(jane.other(LUKAS), of_the_board)
    assert await refused(jane.other(SAM), of_jane)
    assert await refused(jane.other("U0NOBODY"), of_the_board)


async def test_what_was_put_into_a_form_and_never_shown_is_not_given(
    jane: Visitor, backstage: Backstage
) -> None:
    file_id = backstage.playground.workspace.add_file("list.csv", CONTENT)

    assert await refused(jane, file_id)
    assert await refused(jane, "F0NONE")
