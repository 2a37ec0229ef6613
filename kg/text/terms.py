"""Names of things: prefixes, IRIs and the way between CURIE and IRI."""

from __future__ import annotations

BASE = "https://w3id.org/bilateral/"
NS = BASE + "ns#"
ID = BASE + "id/"
CLAIM = BASE + "claim/"
DOC = BASE + "doc/"
GRAPH = BASE + "graph/"
VOCAB = BASE + "vocab/"
STANCE_DRAFT = VOCAB + "stance/draft"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
XSD = "http://www.w3.org/2001/XMLSchema#"
UNIT = "http://qudt.org/vocab/unit/"

#: Prefixes that every query may use without declaring them.
PREFIXES = {
    "br": NS,
    "e": ID,
    "c": CLAIM,
    "d": DOC,
    "g": GRAPH,
    "stance": VOCAB + "stance/",
    "rel": VOCAB + "claim-relation/",
    "dom": VOCAB + "domain/",
    "ev": VOCAB + "event/",
    "plover": VOCAB + "plover/",
    "cameo": VOCAB + "cameo/",
    "ind": VOCAB + "indicator/",
    "status": VOCAB + "project-status/",
    "climate": VOCAB + "climate/",
    "item": VOCAB + "item/",
    "goal": VOCAB + "goal/",
    "agr": VOCAB + "agreement-type/",
    "adm": VOCAB + "admiralty/",
    "cmp": VOCAB + "comparator/",
    "cert": VOCAB + "certainty/",
    "expl": VOCAB + "explicitness/",
    "sal": VOCAB + "salience/",
    "attr": VOCAB + "attribution/",
    "doctime": VOCAB + "document-time/",
    "effect": VOCAB + "effect/",
    "trend": VOCAB + "trend/",
    "kind": VOCAB + "structure-type/",
    "counted": VOCAB + "counted/",
    "method": VOCAB + "coding-method/",
    "cur": VOCAB + "currency/",
    "ballot": VOCAB + "ballot/",
    "mission": VOCAB + "mission-type/",
    "level": VOCAB + "mission-level/",
    "visit": VOCAB + "visit-level/",
    "delivery": VOCAB + "delivery-status/",
    "sanction": VOCAB + "sanction-kind/",
    "why": VOCAB + "sanction-reason/",
    "hostility": VOCAB + "hostility/",
    "fatality": VOCAB + "fatality/",
    "membership": VOCAB + "membership-status/",
    "contiguity": VOCAB + "contiguity/",
    "scale": VOCAB + "scale/",
    "scheme": VOCAB,
    "unit": UNIT,
    "oa": OA,
    "prov": PROV,
    "dcterms": DCT,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "wd": "http://www.wikidata.org/entity/",
    "xsd": XSD,
}

TYPE = RDF + "type"
DERIVED_FROM = PROV + "wasDerivedFrom"
LABEL = RDFS + "label"
COMMENT = RDFS + "comment"
SUBCLASS = RDFS + "subClassOf"
SUBPROPERTY = RDFS + "subPropertyOf"
RANGE = RDFS + "range"
PREF_LABEL = SKOS + "prefLabel"
ALT_LABEL = SKOS + "altLabel"
HIDDEN_LABEL = SKOS + "hiddenLabel"

#: Graphs that the build computes. The views are disjoint: a triple stands in the first that it belongs to.
BASE_VIEW = GRAPH + "view/base"
VIEWS = {
    "asserted": GRAPH + "view/asserted",
    "outlook": GRAPH + "view/outlook",
    "analysis": GRAPH + "view/analysis",
}
#: In the store that holds records too: base and asserted view with the records that count as asserted, in one graph,
#: since an engine that joins over four takes four times as long; and the records of the other views.
EVERYTHING = GRAPH + "view/everything"
RECORDS = GRAPH + "records/"
NAMES = GRAPH + "names"
CONCERNS = GRAPH + "concerns"
#: Disagreements found by comparing values.
DISAGREEMENTS = GRAPH + "disagreements"
DERIVATIONS = GRAPH + "derivations"
#: What is made of texts that have passed their checks.
SETTLED = frozenset((BASE_VIEW, *VIEWS.values(), NAMES, CONCERNS, DISAGREEMENTS))
ONTOLOGY_GRAPH = BASE + "ns"
VOCAB_GRAPH = BASE + "vocab"
REGISTER = GRAPH + "register/"
REFERENCE = GRAPH + "reference/"
#: What is taken from the base, because the texts name it and do not describe it.
BASE_REFERENCE = REFERENCE + "base"
#: Appended to a claim's IRI it names the graph of the triples derived from that claim.
DERIVED = "#derived"

LANGUAGES = ("en", "ru", "ko")

_PREFIX_OF = {iri: prefix for prefix, iri in PREFIXES.items()}


def br(name: str) -> str:
    """IRI of an ontology term, ``br("stance")``."""
    return NS + name


def is_claim_graph(graph: str) -> bool:
    """Whether a graph is a claim's: neither computed nor register, reference or ontology.

    The name tells, because a build does not publish content that belongs to no claim.
    """
    return not (graph.startswith(GRAPH) or graph.endswith(DERIVED) or graph in (ONTOLOGY_GRAPH, VOCAB_GRAPH))


def view_graphs(view: str, records: bool = False) -> list[str]:
    """The graphs that make up a view: ``outlook`` includes ``asserted``, ``analysis`` includes both.

    With ``records`` those of bulk data sets too.
    """
    names = list(VIEWS)[: list(VIEWS).index(view) + 1]
    if records:
        return [EVERYTHING, *(VIEWS[n] for n in names[1:]), *(RECORDS + n for n in names[1:])]
    return [BASE_VIEW, *(VIEWS[n] for n in names)]


def declare(prefix: str, iri: str) -> bool:
    """Have a prefix stand for an IRI in this process; False where either has another partner."""
    if PREFIXES.get(prefix, iri) != iri or _PREFIX_OF.get(iri, prefix) != prefix:
        return False
    PREFIXES[prefix], _PREFIX_OF[iri] = iri, prefix
    return True


def curie(iri: str) -> str:
    """Shorten an IRI by the known prefixes; unknown ones come back as they are."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = _PREFIX_OF.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix and cut < len(iri) else iri


def expand(text: str) -> str | None:
    """The IRI behind a CURIE or an IRI in or out of angle brackets; None when it is neither."""
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    if "://" in text:
        return text
    prefix, colon, rest = text.partition(":")
    return PREFIXES[prefix] + rest if colon and prefix in PREFIXES else None


def to_iri(name: str) -> str:
    """The IRI behind a CURIE; any other text stays as it is."""
    return expand(name) or name


def local(iri: str) -> str:
    """The last part of an IRI: ``essay-001`` of ``…/claim/essay-001``."""
    return iri.rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
