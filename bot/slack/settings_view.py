"""The settings in Slack: builds their view, and reads what was chosen."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from bot.calls.preferences import Preferences, Results
from bot.calls.settings_form import Country, SettingsForm
from bot.messages import settings_words
from bot.messages.blocks import Block, context, modal, option, plain, section
from bot.messages.times import place
from bot.messages.words import Mrkdwn, Words
from bot.slack.payloads import Submission

CALLBACK_ID = "settings_form"
VALUE = "value"
UNSET = "-"
MINE, CHANNEL = "mine", "channel"


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
    return modal(
        words.plain(settings_words.TITLE),
        blocks,
        close=words.plain(settings_words.CLOSE),
        submit=words.plain(settings_words.SAVE),
        callback_id=CALLBACK_ID,
        private_metadata=form.channel_id if form.for_channel else "",
    )


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
    return words.mrkdwn(settings_words.ZONE, place=place(form.zone, words))


def _part(
    whose: str, now: Preferences, then: Preferences, form: SettingsForm, words: Words
) -> Iterator[Block]:
    """Ask for each; the first choice is none, and says what holds then."""
    else_said = settings_words.NOT_SET if form.channel_id else settings_words.NOT_SET_AT_HOME
    countries = _named(form.countries, words)
    languages = settings_words.LANGUAGES
    agents = {agent.uuid: agent.name for agent in form.agents[:99]}
    told = {where.value: words.plain(said) for where, said in settings_words.WHERE.items()}

    def unset(held: str, said: str = settings_words.NOT_SET) -> Block:
        return option(words.plain(said, then=held), UNSET)

    asked = words.plain(settings_words.ASKED)
    none = unset(countries.get(then.region or "", asked), else_said)
    groups = [
        {"label": {"type": "plain_text", "text": "–"}, "options": [none]},
        *_by_letter(countries),
    ]
    label = words.plain(settings_words.REGION)
    yield _select(f"{whose}.region", label, {"option_groups": groups}, now.region)

    # A person is spoken to as Slack is, whatever the channel has set.
    as_else = (
        words.plain(settings_words.AS_IN_SLACK) if whose == MINE else languages[form.language]
    )
    results = told[then.results or Results.THREAD]
    for name, label, none, offered, chosen in (
        ("language", settings_words.LANGUAGE, unset(as_else), languages, now.language),
        (
            "agent",
            settings_words.AGENT,
            unset(agents.get(then.agent_uuid or "", form.agents[0].name), else_said),
            agents,
            now.agent_uuid,
        ),
        ("results", settings_words.RESULTS, unset(results, else_said), told, now.results),
    ):
        if name == "agent" and len(agents) < 2:
            continue
        options = [none, *(option(text, value) for value, text in offered.items())]
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


def _named(countries: Sequence[Country], words: Words) -> Mapping[str, str]:
    """Name countries in the reader's language, in the order of their names."""
    names = words.locale.territories
    said = {
        each.region: words.plain(
            "{country} (+{code})", country=names[each.region], code=each.dialled
        )
        for each in countries
    }
    return dict(sorted(said.items(), key=lambda country: _without_accents(country[1])))


def _by_letter(countries: Mapping[str, str]) -> Iterator[Block]:
    """Group countries, since Slack takes a hundred options in a list and a hundred groups."""
    for letter, group in groupby(countries.items(), key=lambda each: _without_accents(each[1])[0]):
        options = [option(text, region) for region, text in group]
        yield {"label": plain(letter), "options": options}


def _without_accents(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()
