"""A data set as a document of the graph: the file that tells its title, its speaker, and the states that it adds."""

from __future__ import annotations

import datetime
import json
import os

from kg.importers.actors import Actors
from kg.importers.job import Source


def to_trig(source: Source, digest: str, actors: Actors) -> str:
    """The data set as a document of the graph, in TriG."""
    speaker = source.speaker or actors.speaker
    text = (
        "# Written by kg import; run it again instead of changing this file.\n"
        "@prefix br:      <https://w3id.org/bilateral/ns#> .\n@prefix e:       <https://w3id.org/bilateral/id/> .\n"
        "@prefix d:       <https://w3id.org/bilateral/doc/> .\n@prefix g:       <https://w3id.org/bilateral/graph/> .\n"
        "@prefix dcterms: <http://purl.org/dc/terms/> .\n@prefix rdfs:    <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix xsd:     <http://www.w3.org/2001/XMLSchema#> .\n\n"
        f"d:{source.dataset} a br:Document ; dcterms:title {_text(source.title)}@en ;\n"
        f"  dcterms:creator {speaker} ; br:fileName {_text(', '.join(map(os.path.basename, source.files)))} ;\n"
        f'  br:textHash "{digest}" ; br:recordedOn "{datetime.date.today()}"^^xsd:date'
    )
    text += f' ;\n  dcterms:issued "{source.issued}"^^xsd:{_date_type(source.issued)} .\n' if source.issued else " .\n"
    known = [] if source.speaker else [f"  {speaker} a br:Organization ; rdfs:label {_text(source.title)}@en ."]
    for iso3, state in sorted(actors.new_states.items()):
        labels = " , ".join(f"{_text(name)}@{lang}" for lang, name in state.labels.items())
        cow = f" ; br:cowCode {state.cow}" if state.cow else ""
        known.append(f'  e:{iso3} a br:State ; rdfs:label {labels} ; br:iso3 "{iso3}"{cow} .')
    return text + ("\ng:reference {\n" + "\n".join(known) + "\n}\n" if known else "")


def _date_type(date: str) -> str:
    return {4: "gYear", 7: "gYearMonth"}.get(len(date), "date")


def _text(text: str) -> str:
    readable = text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # names of files may be any bytes
    return json.dumps(readable, ensure_ascii=False)
