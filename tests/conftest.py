"""For all tests: patience, and where nothing may be skipped, a skipped test has failed."""

import os
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is slow, not wrong: speed is measured in bench/.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

SKIP_NOTHING = bool(os.environ.get("ZEEGCALL_SKIP_NOTHING"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure where everything that tests need is there."""
    del call
    report = yield
    may_skip = item.get_closest_marker("may_skip") is not None
    if report.skipped and SKIP_NOTHING and not may_skip and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be: {report.longrepr}"
    return report
