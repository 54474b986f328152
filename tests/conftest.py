"""What tests of several rooms share."""

import pytest
from handmade import first_record, second_record

from peacetalks_cli.facts import Record


@pytest.fixture
def records() -> list[Record]:
    """Two articles, the later one first."""
    return [first_record(), second_record()]
