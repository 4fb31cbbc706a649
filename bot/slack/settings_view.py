"""The settings in Slack: builds their view, and reads what was chosen."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.calls.preferences import Preferences, Results
from bot.calls.settings_form import Country, SettingsForm
from bot.messages import settings_words
from bot.messages.blocks import Block, context, plain, section
from bot.messages.times import place
from bot.messages.words import Mrkdwn, Words
from bot.slack.payloads import Submission

CALLBACK_ID = "settings_form"
VALUE = "value"
UNSET = "-"
MINE, CHANNEL = "mine", "channel"
OPTION_LIMIT = 75


def settings_view(form: SettingsForm, words: Words) -> Block:
    """Build the view. `private_metadata` holds the channel whose settings are shown, if any."""
    blocks = [
        section(words.mrkdwn(settings_words.FOR_YOU)),
        *_part(MINE, form.mine, form, words, unset=settings_words.AS_IN_CHANNEL),
        context(_zone(form, words)),
    ]
    if form.channel_id:
        channel = Mrkdwn(f"<#{form.channel_id}>")
        blocks += [
            {"type": "divider"},
            section(words.mrkdwn(settings_words.FOR_CHANNEL, channel=channel)),
            *_part(CHANNEL, form.channel, form, words, unset=settings_words.AS_SET_UP),
        ]
    return {
        "type": "modal",
        "callback_id": CALLBACK_ID,
        "private_metadata": form.channel_id,
        "title": plain(words.plain(settings_words.TITLE), 24),
        "submit": plain(words.plain(settings_words.SAVE), 24),
        "close": plain(words.plain(settings_words.CLOSE), 24),
        "blocks": blocks,
    }


def read_settings(submission: Submission, whose: str) -> Preferences:
    """Read what was chosen in one part of the view."""
    results = _chosen(submission, whose, "results")
    return Preferences(
        region=_chosen(submission, whose, "region"),
        language=_chosen(submission, whose, "language"),
        agent_uuid=_chosen(submission, whose, "agent"),
        results=Results(results) if results in set(Results) else None,
    )


def errors_at_the_top(sorry: str) -> dict[str, str]:
    """Say something at the view's first field, as `response_action: errors` wants it."""
    return {f"{MINE}.region": sorry}


def _chosen(submission: Submission, whose: str, name: str) -> str | None:
    element = submission.state.get(f"{whose}.{name}", {}).get(VALUE) or {}
    value = str((element.get("selected_option") or {}).get("value") or UNSET)
    return None if value == UNSET else value


def _zone(form: SettingsForm, words: Words) -> Mrkdwn:
    if form.zone is None:
        return words.mrkdwn(settings_words.NO_ZONE)
    return words.mrkdwn(settings_words.ZONE, place=place(form.zone))


def _part(
    whose: str, now: Preferences, form: SettingsForm, words: Words, *, unset: str
) -> Iterator[Block]:
    none = _option(words.plain(unset), UNSET)
    label = words.plain(settings_words.REGION)
    groups = [{"label": plain("–"), "options": [none]}, *_by_letter(form.countries, words)]
    yield _select(f"{whose}.region", label, {"option_groups": groups}, now.region)

    spoken = words.plain(settings_words.AS_IN_SLACK if whose == MINE else unset)
    languages = [_option(name, code) for code, name in settings_words.LANGUAGES.items()]
    offered = {"options": [_option(spoken, UNSET), *languages]}
    yield _select(f"{whose}.language", words.plain(settings_words.LANGUAGE), offered, now.language)

    if len(form.agents) > 1:
        agents = [_option(agent.name, agent.uuid) for agent in form.agents[:99]]
        label = words.plain(settings_words.AGENT)
        yield _select(f"{whose}.agent", label, {"options": [none, *agents]}, now.agent_uuid)

    told = [_option(words.plain(said), where) for where, said in settings_words.WHERE.items()]
    label = words.plain(settings_words.RESULTS)
    yield _select(f"{whose}.results", label, {"options": [none, *told]}, now.results)


def _select(block_id: str, label: str, offered: Block, now: str | None) -> Block:
    groups: Sequence[Block] = offered.get("option_groups", [offered])
    options = [option for group in groups for option in group["options"]]
    initial = next((each for each in options if each["value"] == now), options[0])
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {
            "type": "static_select",
            "action_id": VALUE,
            "initial_option": initial,
            **offered,
        },
    }


def _by_letter(countries: Sequence[Country], words: Words) -> Iterator[Block]:
    """Group countries, since Slack takes a hundred options in a list and a hundred groups."""
    for letter, group in groupby(countries, key=lambda country: country.name[0]):
        options = [
            _option(
                words.plain("{country} (+{code})", country=each.name, code=each.dialled),
                each.region,
            )
            for each in group
        ]
        yield {"label": plain(letter), "options": options}


def _option(text: str, value: str) -> Block:
    return {"text": plain(text, OPTION_LIMIT), "value": value}
