"""The Web API methods of files; their bytes go to and come from URLs of their own."""

from bot.playground.chat_methods import app_message, postable_channel
from bot.playground.method_arguments import Arguments
from bot.playground.records import MethodError, Payload
from bot.playground.workspace import Workspace


def upload_url(workspace: Workspace, arguments: Arguments) -> Payload:
    """`files.getUploadURLExternal`; the door adds where the bytes are to be sent."""
    length = arguments.number("length", 0)
    name = arguments.needed("filename")
    if length <= 0:
        raise MethodError("invalid_arguments")
    file_id = workspace.new_id("F")
    workspace.files[file_id] = {"id": file_id, "name": name, "title": name, "size": length}
    return {"file_id": file_id}


def complete_upload(workspace: Workspace, arguments: Arguments) -> Payload:
    """`files.completeUploadExternal`: the files appear in the channel or thread."""
    wanted = arguments.structure("files", "invalid_arguments") or []
    files = []
    for each in wanted:
        file = workspace.files.get(each["id"])
        if file is None or "content" not in file:
            raise MethodError("file_not_found")
        file["title"] = each.get("title", file["title"])
        files.append({name: held for name, held in file.items() if name != "content"})
    if arguments.text("channel_id"):
        channel = postable_channel(workspace, arguments.text("channel_id"))
        content = {
            "text": arguments.text("initial_comment"),
            "thread_ts": arguments.text("thread_ts"),
            "files": files,
        }
        app_message(workspace, channel.id, content)
    return {"files": files}


def file_info(workspace: Workspace, arguments: Arguments) -> Payload:
    """`files.info`; the door adds where the bytes are."""
    file = workspace.files.get(arguments.needed("file"))
    if file is None or "content" not in file:
        raise MethodError("file_not_found")
    return {"file": {name: held for name, held in file.items() if name != "content"}}
