"""What a page says, held against what ``kg … --format json`` answers: each difference is a lie.

Nothing here asks how a page is made. What it shows is read out of its data and, where a browser has opened it, off its
screen; what is so is asked of the command, a question at a time, and for sides of its query language.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from kg.cli.main import kg
from kg.errors import KgError

#: From a thing to the state behind it, in the words of the query language.
_UP = (
    "organOf nationalOf memberIn officeOf office within partOf undertakenBy actor recipient signatory party participant "
    "receiver sender connects separates crosses exporter importer host topic aimOf cause appliesTo ofAgreement signs "
    "concludes milestoneOf measureOf counterpart leg between formsBorderBetween carriesTradeOf belligerent inConflict "
    "member centrepieceOf ofOrder ofRegime phaseOf spanOf"
)


class Graph:
    """A workspace, as the command tells of it; what was asked once is remembered."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._told = folder, dict[tuple[str, ...], Any]()

    def ask(self, *words: str, form: tuple[str, ...] = ("--format", "json")) -> Any:
        """The answer of a command; None where it has none."""
        if words not in self._told:
            given = [*words, *form, "-C", str(self._folder)]
            done = CliRunner().invoke(kg, given, standalone_mode=False)
            assert done.exception is None or isinstance(done.exception, KgError), (words, done.exception)
            self._told[words] = json.loads(done.stdout) if done.stdout else None
        return self._told[words]

    def claim(self, name: str) -> Any:
        """One claim with everything known about it."""
        return self.ask("claim", name)

    @cached_property
    def edges(self) -> set[tuple[str, str, str, str, str | None, str | None]]:
        """Who is tied to whom by which claim, and when; a denial ties nobody."""
        where = ("network", "export", "--among", "all", "--view", "analysis", "-o", "-")
        found = self.ask(*where, form=("--as", "json"))["edges"]
        return {(e["source"], e["relation"], e["target"], e["claim"], e.get("begins"), e.get("ends")) for e in found}

    @cached_property
    def states(self) -> dict[str, set[str]]:
        """The states that each thing leads up to."""
        path = "|".join(["^br:holder", *(f"br:{name}" for name in _UP.split())])
        query = f"SELECT DISTINCT ?thing ?state WHERE {{ ?thing ({path})+ ?state . ?state a br:State }}"
        found: dict[str, set[str]] = {}
        for row in self.ask("sparql", query, "--view", "analysis"):
            thing, state = (f"e:{row[name].rsplit('/')[-1]}" for name in ("thing", "state"))
            found.setdefault(thing, set()).add(state)
        return found


def lies_of(data: Any, graph: Graph, entities: tuple[str, ...]) -> list[str]:
    """Every difference between the data of a page and the graph."""
    scene = data["scene"]
    checks = (_statements, _relations, _bands, _sides, _voices, _figures, _details, _counts, _references)
    found = [f"{check.__name__[1:]}: {lie}" for check in checks for lie in check(scene, graph)]
    found += [f"lead: {lie}" for lie in _lead(scene, graph, entities)]
    return [*found, *(f"disputes: {lie}" for lie in _disputes(scene, graph, entities))]


def _differ(name: str, shown: object, so: object) -> Iterator[str]:
    if shown != so:
        yield f"{name}: {shown!r} is shown, {so!r} is so"


def _statements(scene: Any, graph: Graph) -> Iterator[str]:
    for said in scene["statements"]:
        claim, name = graph.claim(said["id"]), said["id"]
        if claim is None:
            yield f"{name} is no claim"
            continue
        tally = claim["tally"]
        if tally:
            yield from _differ(f"{name} records", said["records"], tally["acts"])
            if f"{tally['acts']:,}" not in said["text"]:
                yield f"{name}: {said['text']} does not say {tally['acts']:,}"
        else:
            yield from _differ(f"{name} text", said["text"], claim["summary"])
            content = {f"{c['subject']} — {c['property']}: {c['value']}" for c in claim["content"]}
            yield from _differ(f"{name} content", {_truth(f) for f in said["facts"]}, {_truth(f) for f in content})
        stance = claim["stance"]["id"].removeprefix("stance:")
        yield from _differ(f"{name} stance", said["stance"], stance)
        yield from _differ(f"{name} speakers", said["speakers"], [s["id"] for s in claim["speakers"]])
        yield from _differ(f"{name} document", said["document"], claim["document"]["id"])
        yield from _differ(f"{name} denied", said["denied"], claim["negated"] or stance == "denied")
        yield from _differ(f"{name} links", said["links"], claim["links"])
        for where in claim["passages"]:
            place = where["record"] or where["section"] or f"{where['start']}–{where['end']}"
            if place not in said["place"]:
                yield f"{name}: {said['place']} leaves out {place}"


def _truth(text: str) -> str:
    """A fact whose value is true or false, as the page words it."""
    return text.replace(": true", ": yes").replace(": false", ": no")


def _named_by_ends(relation: Any) -> str:
    """The name of a relation in addresses."""
    return "~".join(relation[key] for key in ("source", "relation", "target"))


def _relations(scene: Any, graph: Graph) -> Iterator[str]:
    denied = {s["id"] for s in scene["statements"] if s["denied"]}
    bands = {band["id"] for band in scene["bands"]}
    for r in scene["relations"]:
        for m in r["mentions"] if _named_by_ends(r) not in bands else ():
            tie = (r["source"], r["relation"], r["target"], m["claim"], m["begins"], m["ends"])
            if m["claim"] not in denied and tie not in graph.edges:
                yield f"nothing ties {' '.join(map(str, tie))}"


def _bands(scene: Any, graph: Graph) -> Iterator[str]:
    """A band sums up what the command says of its series: ends, kind, number, score, first and last day."""
    relations = {_named_by_ends(r): r for r in scene["relations"]}
    for band in scene["bands"]:
        r = relations[band["id"]]
        days = {m["claim"]: (m["begins"], m["ends"]) for m in r["mentions"]}
        yield from _differ(f"claims of {band['id']}", sorted(days), sorted(s["claim"] for s in band["strands"]))
        for strand in band["strands"]:
            name, tally = strand["claim"], graph.claim(strand["claim"])["tally"]
            ends = (tally["subject"]["id"], tally["object"]["id"], tally["relation"]["id"] if tally["relation"] else "")
            yield from _differ(f"ends of {name}", (strand["source"], strand["target"], strand["kind"]), ends)
            yield from _differ(f"days of {name}", days[name], (tally["begins"], tally["ends"]))
            yield from _differ(f"ends of {band['id']}", {r["source"], r["target"]}, {*ends[:2]})
            yield from _differ(f"acts of {name}", sum(m[1] for m in strand["months"]), tally["acts"])
            score = sum(m[4] for m in strand["months"])
            if abs(score - (tally["mean"] or 0) * tally["acts"]) > 0.01 * tally["acts"]:
                yield f"{name}: a score of {score} for {tally['acts']} acts of {tally['mean']} each"


def _sides(scene: Any, graph: Graph) -> Iterator[str]:
    poles = scene["poles"]
    for node in scene["nodes"]:
        above = graph.states.get(node["id"], set()) | ({node["id"]} if node["kind"] == "state" else set())
        at = [side for side, pole in zip("ab", poles, strict=False) if pole in above]
        so = "joint" if len(at) == 2 else at[0] if at else "third" if above else "none"
        if node["id"] in poles:
            so = "ab"[poles.index(node["id"])]
        shown = "none" if node["side"] == "third" and so == "none" else node["side"]  # of a group that is no state
        yield from _differ(f"side of {node['id']}", shown, so)


def _voices(scene: Any, graph: Graph) -> Iterator[str]:
    """Each voice's claims are as many as ``kg compare`` counts, and all on the page but those it says are not."""
    if len(scene["poles"]) < 2:
        return
    slices = (*scene["poles"], "others")
    words = [x for s in slices for x in ("--according-to", s)]
    counts = dict(zip((*scene["poles"], "third"), graph.ask("compare", *words, "--all")["claims"], strict=True))
    groups = {p: {side, "joint"} for side, p in zip("ab", scene["poles"], strict=True)}
    for voice in scene["voices"]:
        speaking = {s for s, above in scene["speaks_for"].items() if voice["id"] in (s, *above)}
        on = [s for s in scene["statements"] if speaking & set(s["speakers"])]
        if voice["id"] in groups:
            on = [s for s in scene["statements"] if s["group"] in groups[voice["id"]]]
        if voice["id"] == "third":
            on = [s for s in scene["statements"] if s["group"] == "third"]
        if all(s["records"] or graph.claim(s["id"])["file"] is None for s in on):
            continue  # records are counted by themselves
        yield from _differ(f"claims of {voice['id']}", len(on), voice["claims"] - sum(voice["left_out"].values()))
        if voice["id"] in counts:
            yield from _differ(f"all claims of {voice['id']}", voice["claims"], counts[voice["id"]])


def _figures(scene: Any, graph: Graph) -> Iterator[str]:
    for chart in scene["charts"]:
        for bar in chart["bars"]:
            values = [c["value"] for c in graph.claim(bar["claim"])["content"]]
            if bar["text"]["en"] not in values:
                yield f"{bar['claim']} says {values}, not {bar['text']['en']}"
            digits = f"{bar['value']:,.15g}" if bar["value"] is not None else ""
            if digits not in bar["text"]["en"]:
                yield f"{bar['claim']}: a bar of {digits} for {bar['text']['en']}"


def _details(scene: Any, graph: Graph) -> Iterator[str]:
    for node in scene["nodes"]:
        if not node["details"]:
            continue
        facts = graph.ask("fact", node["id"]) or []
        told = {(f["property"]["label"], f["value"].removeprefix("¬ "), c["id"]) for f in facts for c in f["claims"]}
        for detail in node["details"]:
            value = detail["value"]["en"].removeprefix("not: ")
            for claim in detail["claims"]:
                said = (detail["property"]["en"], {"yes": "true", "no": "false"}.get(value, value), claim)
                if said not in told and (said[0], value, claim) not in told:
                    yield f"{node['id']}: nobody says {said}"


def _counts(scene: Any, graph: Graph) -> Iterator[str]:
    """All claims that people wrote are on the page, or counted among what is not; and so are all records."""
    records = [s for s in scene["statements"] if s["records"] or graph.claim(s["id"])["file"] is None]
    summed = sum(s["records"] or 1 for s in records)
    said = " ".join(note["en"] for note in scene["notes"])
    total = sum(v["claims"] for v in scene["voices"] if v["id"] in (*scene["poles"], "third"))
    out = sum(sum(v["left_out"].values()) for v in scene["voices"] if v["id"] in (*scene["poles"], "third"))
    yield from _differ("claims of all voices", len(scene["statements"]) - len(records), total - out)
    drawn = sum(s["records"] for s in scene["statements"])
    yield from _differ("records drawn", drawn, summed)
    if out and f"{out:,}" not in said and sum(map(int, _numbers(said))) < out:
        yield f"{out} claims are left out, which no remark says: {said}"


def _numbers(text: str) -> list[str]:
    return [word for word in text.replace(",", "").split() if word.isdigit()]


def _references(scene: Any, graph: Graph) -> Iterator[str]:
    """Whatever the page says rests on claims that it carries: lead, disputes, bands and all that may come."""
    there, sources = {s["id"] for s in scene["statements"]}, {s["id"] for s in scene["sources"]}
    for path, name in _named(scene, ""):
        if name not in there and graph.claim(name) is None:
            yield f"{path} rests on {name}, which is no claim"
    for said in scene["statements"]:
        if said["document"] not in sources:
            yield f"{said['id']} stands in {said['document']}, which is no source of the page"


def _named(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every claim that is named anywhere in the data."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "claim" and isinstance(item, str):
                yield path, item
            elif key == "claims" and isinstance(item, list):
                yield from ((path, x) for x in item if isinstance(x, str))
            else:
                yield from _named(item, f"{path}/{key}")
    elif isinstance(value, list):
        for item in value:
            yield from _named(item, path)


def _lead(scene: Any, graph: Graph, entities: tuple[str, ...]) -> Iterator[str]:
    """The lead says what the brief does: its lines rest on claims of the brief, its numbers are in its words."""
    if len(entities) != 2 or not scene.get("lead"):
        return
    brief = graph.ask("brief", *entities, "--all")
    told = {c["id"] for s in brief["sections"] for line in s["lines"] for c in line["claims"]}
    for line in (*scene["lead"]["lines"], *scene["lead"]["figures"]):
        for claim in line["claims"]:
            if claim not in told:
                yield f"{claim} is in no line of the brief"
    for figure in scene["lead"]["figures"]:
        claims = [graph.claim(c) for c in figure["claims"]]
        values = " ".join(c["value"] for claim in claims for c in claim["content"])
        sums = [sum(c["tally"]["acts"] for c in claims if c["tally"])]
        if not any(c["tally"] for c in claims) and figure["value"]["en"] not in values:
            yield f"{figure['value']['en']} is in none of {figure['claims']}"
        if any(c["tally"] for c in claims) and not _numbers(figure["value"]["en"]) and sums:
            yield f"{figure['value']['en']} counts nothing"


def _disputes(scene: Any, graph: Graph, entities: tuple[str, ...]) -> Iterator[str]:
    """The disagreements are those of ``kg conflicts``, in its order, each with its kind and the claims on its sides."""
    so = graph.ask("conflicts", *entities, "--all") or []
    yield from _differ("how many", len(scene["disputes"]) + scene["more_disputes"], len(so))
    for shown, one in zip(scene["disputes"], so, strict=False):
        yield from _differ("dispute", shown["id"], one["id"])
        yield from _differ(f"kind of {one['id']}", shown["kind"], one["relation"]["id"].removeprefix("rel:"))
        claims = sorted({m["claim"] for side in shown["sides"] for m in side["mentions"]})
        yield from _differ(f"claims of {one['id']}", claims, sorted({c["id"] for c in one["claims"]}))


def lies_on_screen(opened: Any, data: Any, graph: Graph) -> list[str]:
    """Every difference between what a browser shows of a page and the graph."""
    checks = (_voices_on_screen, _table_on_screen, _figures_on_screen, _claims_on_screen, _remarks_on_screen)
    return [f"{check.__name__[1:]}: {lie}" for check in checks for lie in check(opened.page, data["scene"], graph)]


def _number_before(noun: str, text: str) -> int:
    found = re.search(rf"([\d,]+) {noun}", text)
    return int(found[1].replace(",", "")) if found else 0


def _voices_on_screen(page: Any, scene: Any, graph: Graph) -> Iterator[str]:
    """What a chosen voice says here, and what of it is not here, is all that ``kg compare`` has of it."""
    if len(scene["poles"]) < 2 or any(s["records"] for s in scene["statements"]):
        return
    words = [x for s in (*scene["poles"], "others") for x in ("--according-to", s)]
    counts = graph.ask("compare", *words, "--all")["claims"]
    for voice, so in zip(("a", "b", "third"), counts, strict=True):
        page.select_option("#voice", voice)
        here, _, gone = page.inner_text("#banner").partition("not on this page:")
        yield from _differ(f"voice {voice}", _number_before("claim", here) + _number_before("claim", gone), so)
    page.select_option("#voice", "")
    yield from _differ("claims", page.inner_text("#panel .stats div:nth-child(3) b"), f"{len(scene['statements'])}")


def _table_on_screen(page: Any, scene: Any, graph: Graph) -> Iterator[str]:
    """Each line of the table names claims that tie its two ends."""
    page.click("#tab-table")
    told = {(r[0], r[1], r[2], r[3]) for r in graph.edges}
    denied = {s["id"] for s in scene["statements"] if s["denied"]}
    rows = page.eval_on_selector_all(
        "#table tbody tr",
        "rows => rows.map(row => [row.dataset.edge, [...row.querySelectorAll('td:last-child button')].map(b => b.textContent)])",
    )
    bands = {band["id"]: {s["claim"] for s in band["strands"]} for band in scene["bands"]}
    folded = sum(band["named"] for band in scene["bands"])  # who acts for a state stands under it
    yield from _differ("lines of the table", len(rows), min(500, len(scene["relations"]) - folded))
    for edge, claims in rows:
        for claim in claims:
            if claim not in bands.get(edge, ()) and claim not in denied and (*edge.split("~"), claim) not in told:
                yield f"{claim} does not tie {edge}"


def _figures_on_screen(page: Any, scene: Any, graph: Graph) -> Iterator[str]:
    if not scene["charts"]:
        return
    page.click("#tab-figures")
    for row in page.locator("#figures .bar").all():
        text, claim = row.locator("b").inner_text(), row.locator("button").inner_text()
        if text not in [c["value"] for c in graph.claim(claim)["content"]]:
            yield f"{claim} does not say {text}"


def _claims_on_screen(page: Any, scene: Any, graph: Graph) -> Iterator[str]:
    """Every fifth claim, as its panel tells it, and whatever other claim that names."""
    for said in scene["statements"][::5]:
        page.evaluate("id => { location.hash = '#claim=' + encodeURIComponent(id); }", said["id"])
        page.locator("#panel .kick", has_text=said["id"]).wait_for()
        claim, text = graph.claim(said["id"]), page.inner_text("#panel")
        so = [claim["summary"], *(s["label"] for s in claim["speakers"]), claim["stance"]["label"]]
        so += [f"{claim['tally']['acts']:,}"] if claim["tally"] else []
        yield from (f"{said['id']} does not show {x}" for x in so if x not in text)


def _remarks_on_screen(page: Any, scene: Any, graph: Graph) -> Iterator[str]:
    page.evaluate("() => { location.hash = '#view=graph'; }")
    page.locator("#panel .stats").wait_for()
    shown = page.locator("#notes li").all_inner_texts()
    yield from _differ("remarks", shown, [note["en"] for note in scene["notes"]])
