"""The Web API methods about people, groups and the workspace itself."""

from bot.playground.method_arguments import Arguments
from bot.playground.records import MethodError, Payload
from bot.playground.shapes import user_json
from bot.playground.workspace import Workspace


def test_api(workspace: Workspace, arguments: Arguments) -> Payload:
    """`api.test`."""
    del workspace
    if arguments.text("error"):
        raise MethodError(arguments.text("error"))
    return {"args": dict(arguments.given)}


def test_auth(workspace: Workspace, arguments: Arguments) -> Payload:
    """`auth.test`."""
    del arguments
    return {
        "url": f"https://{workspace.domain}.slack.com/",
        "team": workspace.domain,
        "team_id": workspace.team_id,
        "user": workspace.app.bot_name,
        "user_id": workspace.app.bot_user_id,
        "bot_id": workspace.app.bot_id,
        "is_enterprise_install": False,
    }


def user_info(workspace: Workspace, arguments: Arguments) -> Payload:
    """`users.info`."""
    user = workspace.user(arguments.needed("user", "user_not_found"))
    with_locale = arguments.flag("include_locale")
    return {"user": user_json(workspace, user, with_locale=with_locale)}


def list_users(workspace: Workspace, arguments: Arguments) -> Payload:
    """`users.list`."""
    page, metadata = arguments.page(list(workspace.users.values()), 1000)
    with_locale = arguments.flag("include_locale")
    members = [user_json(workspace, user, with_locale=with_locale) for user in page]
    return {"members": members, "response_metadata": metadata}


def list_groups(workspace: Workspace, arguments: Arguments) -> Payload:
    """`usergroups.list`."""
    shown: list[Payload] = []
    for group in workspace.groups.values():
        written: Payload = {
            "id": group.id,
            "team_id": workspace.team_id,
            "is_usergroup": True,
            "name": group.handle,
            "handle": group.handle,
            "user_count": len(group.members),
        }
        if arguments.flag("include_users"):
            written["users"] = group.members
        shown.append(written)
    return {"usergroups": shown}


def list_group_users(workspace: Workspace, arguments: Arguments) -> Payload:
    """`usergroups.users.list`."""
    group = workspace.groups.get(arguments.needed("usergroup", "no_such_subteam"))
    if group is None:
        raise MethodError("no_such_subteam")
    return {"users": group.members}


def team_info(workspace: Workspace, arguments: Arguments) -> Payload:
    """`team.info`."""
    del arguments
    name = workspace.domain
    return {"team": {"id": workspace.team_id, "name": name, "domain": name, "email_domain": ""}}


def bot_info(workspace: Workspace, arguments: Arguments) -> Payload:
    """`bots.info`."""
    app = workspace.app
    if arguments.text("bot") not in {"", app.bot_id}:
        raise MethodError("bot_not_found")
    return {
        "bot": {
            "id": app.bot_id,
            "deleted": False,
            "name": app.bot_name,
            "app_id": app.id,
            "user_id": app.bot_user_id,
        }
    }
