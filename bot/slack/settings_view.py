"""The settings in Slack: builds their view, and reads what was chosen."""

from collections.abc import Iterator, Mapping, Sequence
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
    set_up = Preferences(region=form.region, agent_uuid=form.agents[0].uuid)
    blocks = [
        section(words.mrkdwn(settings_words.FOR_YOU)),
        *_part(MINE, form.mine, form.channel.before(set_up), form, words),
        context(_zone(form, words)),
    ]
    if form.for_channel:
        channel = Mrkdwn(f"<#{form.channel_id}>")
        blocks += [
            {"type": "divider"},
            section(words.mrkdwn(settings_words.FOR_CHANNEL, channel=channel)),
            *_part(CHANNEL, form.channel, set_up, form, words),
        ]
    return {
        "type": "modal",
        "callback_id": CALLBACK_ID,
        "private_metadata": form.channel_id if form.for_channel else "",
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
    whose: str, now: Preferences, then: Preferences, form: SettingsForm, words: Words
) -> Iterator[Block]:
    """Ask for each; the first choice is none, and says what holds then."""
    at_home = not form.channel_id
    countries = {each.region: _country(each, words) for each in form.countries}
    languages = settings_words.LANGUAGES
    agents = {agent.uuid: agent.name for agent in form.agents[:99]}
    told = {where.value: words.plain(said) for where, said in settings_words.WHERE.items()}

    def unset(held: str) -> Block:
        sentence = settings_words.NOT_SET_AT_HOME if at_home else settings_words.NOT_SET
        return _option(words.plain(sentence, then=held), UNSET)

    none = unset(countries.get(then.region or "", words.plain(settings_words.ASKED)))
    groups = [{"label": plain("–"), "options": [none]}, *_by_letter(countries)]
    label = words.plain(settings_words.REGION)
    yield _select(f"{whose}.region", label, {"option_groups": groups}, now.region)

    slacks = words.plain(settings_words.AS_IN_SLACK)
    for name, label, offered, held, chosen in (
        ("language", settings_words.LANGUAGE, languages, then.language, now.language),
        ("agent", settings_words.AGENT, agents, then.agent_uuid, now.agent_uuid),
        ("results", settings_words.RESULTS, told, then.results or Results.THREAD, now.results),
    ):
        if name == "agent" and len(agents) < 2:
            continue
        fallback = slacks if name == "language" else next(iter(offered.values()))
        none = unset(offered.get(held or "", fallback))
        options = [none, *(_option(text, value) for value, text in offered.items())]
        yield _select(f"{whose}.{name}", words.plain(label), {"options": options}, chosen)


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


def _country(country: Country, words: Words) -> str:
    return words.plain("{country} (+{code})", country=country.name, code=country.dialled)


def _by_letter(countries: Mapping[str, str]) -> Iterator[Block]:
    """Group countries, since Slack takes a hundred options in a list and a hundred groups."""
    for letter, group in groupby(countries.items(), key=lambda country: country[1][0]):
        options = [_option(text, region) for region, text in group]
        yield {"label": plain(letter), "options": options}


def _option(text: str, value: str) -> Block:
    return {"text": plain(text, OPTION_LIMIT), "value": value}
