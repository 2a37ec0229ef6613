"""Records of data sets at the bounds of what counts: the first and last day asked for, the most parties of a treaty."""

from __future__ import annotations

import json
from pathlib import Path

import kg
import pytest

from conftest import Run

MAPPING = """[columns]
id = "id"
subject = "who"
relation = "what"
object = "whom"
date = "day"
"""
#: Record → when Russia paid North Korea a visit.
VISITS = {
    "before": "2023-12-31",
    "first": "2024-01-01",
    "last": "2024-01-31",
    "after": "2024-02-01",
    "to-first": "2023-12-20/2024-01-01",
    "from-last": "2024-01-31/2024-02-05",
    "across": "2023/2024",
    "since": "2024-01-31/..",
    "until": "../2024-01-01",
    "too-late": "2024-02-01/..",
    "too-early": "../2023-12-31",
    "undated": "",
}
IN_JANUARY = {"first", "last", "to-first", "from-last", "across", "since", "until"}
STATES = (
    *("Russia", "North Korea", "China", "Japan", "South Korea", "Mongolia", "India"),
    *("France", "Italy", "Spain", "Poland", "Norway", "Sweden"),
)
#: The score of signing an agreement.
SIGNING = 5.0


def put(folder: Path, run: Run, rows: list[tuple[str, str, str, str, str]]) -> None:
    """Import a table of records: id, subject, relation, object, date."""
    (folder / "mapping.toml").write_text(MAPPING)
    lines = ["\t".join(row) for row in (("id", "who", "what", "whom", "day"), *rows)]
    (folder / "acts.tsv").write_text("\n".join(lines) + "\n")
    done = run("import", "table", "acts.tsv", "--mapping", "mapping.toml", cwd=folder, code=0)
    assert f"{len(rows)} rows read = {len(rows)} imported" in done.stdout


@pytest.mark.parametrize("undated", [False, True])
def test_as_of_reaches_from_the_first_day_to_the_last(tmp_path: Path, run: Run, undated: bool) -> None:
    put(tmp_path, run, [(name, "Russia", "cameo:042", "North Korea", day) for name, day in VISITS.items()])
    wanted = IN_JANUARY | ({"undated"} if undated else set())
    filters = ["--as-of", "2024-01", *(["--undated"] if undated else [])]

    def shown(*args: str) -> set[str]:
        found = run(*args, *filters, "--format", "json", cwd=tmp_path, code=0).stdout
        return {name for name in VISITS if f'"acts.{name}"' in found}

    assert shown("fact", "RUS", "make a visit") == wanted
    assert shown("timeline", "RUS", "PRK") == wanted - {"undated"}  # which has no place in it
    brief = json.loads(run("brief", "RUS", "PRK", *filters, "--format", "json", cwd=tmp_path, code=0).stdout)
    assert brief["claims"] == len(wanted)
    network = kg.open(str(tmp_path)).network(as_of="2024-01", undated=undated)
    assert sum(d["count"] for *_, d in network.edges(data=True)) == len(wanted)


@pytest.mark.parametrize(("count", "tied"), [(2, True), (12, True), (13, False)])
def test_a_treaty_of_more_than_twelve_ties_each_party_to_itself_only(
    tmp_path: Path, run: Run, count: int, tied: bool
) -> None:
    put(tmp_path, run, [(f"p{i}", "Pact", "br:signatory", s, "2001-05-06") for i, s in enumerate(STATES[:count])])
    graph = kg.open(str(tmp_path))
    between = graph.network(among="states")
    assert between.number_of_edges() == (count * (count - 1) if tied else 0)
    of_russia = [d["weight"] for *_, d in between.edges("e:RUS", data=True)]
    assert sum(of_russia) == pytest.approx(SIGNING if tied else 0), "the ties of one party share the weight of one"
    links = [d for *_, d in graph.network(among="all").edges(data=True) if d["rule"] == "link"]
    assert len(links) == count, "that each has signed it is there in any case"
