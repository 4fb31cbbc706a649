"""An agent that is named in a line's words: "agent: Support"."""

import re
from collections.abc import Sequence

from bot.calls.doubts import Doubt, Field, Reason
from bot.calls.request import Agent

LABEL = re.compile(r"\bagente?\s*[:=]", re.IGNORECASE)


def named_agent(words: str, agents: Sequence[Agent]) -> tuple[Agent, tuple[Doubt, ...]]:
    """
    Give the agent that the words ask for, else the first; and a doubt where that is not certain.

    Words may also speak of somebody else's agent, so another one than the first is asked about. Of
    two names of which one begins the other, "Sales" and "Sales DE", the longer one counts.
    """
    first, *others = agents
    for agent in sorted(agents, key=lambda each: len(each.name), reverse=True):
        if re.search(rf"\bagente?\s*[:=]?\s*{re.escape(agent.name)}(?!\w)", words, re.IGNORECASE):
            return agent, () if agent is first else (WHICH,)
    return first, (WHICH,) if others and LABEL.search(words) else ()


WHICH = Doubt(field=Field.AGENT, reason=Reason.MISSING)
