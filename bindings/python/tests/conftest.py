"""What the tests share. A test that skips itself proves nothing, so it fails the run."""

import pathlib

import hypothesis
import pytest

import vertebra

hypothesis.settings.register_profile("suite", derandomize=True, deadline=None, max_examples=60, database=None)
hypothesis.settings.load_profile("suite")

SOURCE = pathlib.Path(__file__).resolve().parents[3]
RULES = SOURCE / "rules/low_back_pain"
AS_OF = "2026-01-31"


def pytest_sessionfinish(session, exitstatus):
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus == 0 and reporter is not None and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def rule_set():
    return vertebra.load_rule_set(RULES, "default")


@pytest.fixture(scope="session")
def engine(rule_set):
    return vertebra.Engine(rule_set)
