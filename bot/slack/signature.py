"""Whether a request comes from Slack: its signature, before anything else is looked at."""

import re
from collections.abc import Callable, Mapping

from slack_sdk.signature import SignatureVerifier

TIMESTAMP = re.compile(r"[0-9]{1,12}")
SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


def signed_with(secret: str) -> Callable[[bytes, Mapping[str, str]], bool]:
    """
    Make the check for a signing secret; a timestamp may be five minutes off.

    https://docs.slack.dev/authentication/verifying-requests-from-slack. The headers' shape is
    looked at first, since the verifier raises on what is no number or no ASCII.
    """
    verifier = SignatureVerifier(secret)

    def is_slacks(body: bytes, headers: Mapping[str, str]) -> bool:
        timestamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        if not (TIMESTAMP.fullmatch(timestamp) and SIGNATURE.fullmatch(signature)):
            return False
        try:
            return bool(verifier.is_valid(body, timestamp, signature))
        except UnicodeDecodeError:
            return False

    return is_slacks
