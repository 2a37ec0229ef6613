"""``python -m kg``"""

from kg.cli.main import run

run()
