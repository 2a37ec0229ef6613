"""The tables of the claims index, and opening it.

    claims, touches, sides, moments, bounds
                     of each claim that people wrote: what a filter asks, the things it mentions, whom it touches and
                     how that is known, when it holds, between which bounds its figures and dates lie
                     (``kg.claims.statements``)
    findings         warnings and notes on the texts
    terms, quads     everything that people wrote and what follows from it, by subject, property, object and graph
    spellings        the names of things, for search
    texts, stems     what claims, documents and names say, by the stems of their words (``kg.claims.texts``)
    relations, links who is tied to whom by which claim, for networks and paths (``kg.claims.ties``)
    records, …       the claims of data sets, a row each (``kg.claims.records``)

One SQLite file a build. ``kg.claims.quads``, ``ties``, ``names``, ``records`` read it, each by columns with names.
"""

from __future__ import annotations

import shutil
import sqlite3

from kg.errors import WorldError

#: What a claim counts for, unless it is superseded: a view, or why it is in none.
STANDINGS = ("asserted", "outlook", "analysis", "denied", "absent", "draft")
#: By which rule a tie came about; see ``kg.compile.ties``.
RULES = ("direct", "event", "lifted", "joint", "figure", "acts-for", "link")
#: What a record amounts to: an act, a figure, a signed relation, another relation, a text or date about one thing, how
#: somebody voted on something.
KINDS = ("event", "figure", "direct", "link", "value", "vote")


def kinds(*names: str) -> str:
    """Kinds of records as a list in SQL: ``kind IN (0, 2)`` is what they are."""
    return f"({', '.join(str(KINDS.index(name)) for name in names)})"


_TIE = (
    "claim, n, way, standing, stance, speaker, document, source, target, rule, relation, thing, via, sign, weight, "
    "value, begins, ends, domain, needs, dated_by, known, until"
)
_TABLES = f"""
CREATE TABLE terms (id INTEGER PRIMARY KEY, value TEXT NOT NULL, kind TEXT NOT NULL);
CREATE TABLE quads (
  g INTEGER NOT NULL, s INTEGER NOT NULL, p INTEGER NOT NULL, o INTEGER NOT NULL, PRIMARY KEY (g, s, p, o)
) WITHOUT ROWID;
CREATE TABLE spellings (thing TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (thing, name)) WITHOUT ROWID;
CREATE TABLE claims (
  id INTEGER PRIMARY KEY, claim TEXT NOT NULL, stance TEXT NOT NULL, standing INTEGER NOT NULL, known TEXT NOT NULL,
  until TEXT, retracted TEXT, speakers TEXT NOT NULL, document TEXT NOT NULL, core INTEGER NOT NULL,
  section TEXT NOT NULL, people INTEGER NOT NULL, actors TEXT NOT NULL, content TEXT NOT NULL, gist TEXT NOT NULL);
CREATE TABLE touches (thing INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (thing, claim)) WITHOUT ROWID;
CREATE TABLE sides (
  side INTEGER NOT NULL, claim INTEGER NOT NULL, direct INTEGER NOT NULL, standing INTEGER NOT NULL,
  known TEXT NOT NULL, until TEXT);
CREATE TABLE moments (
  claim INTEGER NOT NULL, node INTEGER, what TEXT, dated INTEGER NOT NULL, text TEXT, begins TEXT, begun TEXT,
  ending TEXT, ends TEXT, known TEXT NOT NULL, until TEXT);
CREATE TABLE bounds (what TEXT NOT NULL, claim INTEGER NOT NULL, node INTEGER NOT NULL, low NOT NULL, high NOT NULL);
CREATE TABLE findings (
  file TEXT, line INTEGER, "column" INTEGER, severity TEXT, "check" TEXT, message TEXT, hint TEXT, focus TEXT,
  graph TEXT);
CREATE TABLE tie_names (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE relations ({_TIE}, PRIMARY KEY (claim, n, way)) WITHOUT ROWID;
CREATE TABLE links ({_TIE}, PRIMARY KEY (claim, n, way)) WITHOUT ROWID;
CREATE TABLE names (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, side INTEGER, known INTEGER NOT NULL DEFAULT 0,
  since TEXT NOT NULL DEFAULT '');
CREATE TABLE files (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, dataset INTEGER NOT NULL);
CREATE TABLE datasets (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE records (
  id INTEGER PRIMARY KEY, file INTEGER NOT NULL, dataset INTEGER NOT NULL, record TEXT NOT NULL, kind INTEGER NOT NULL,
  subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER, value TEXT, unit TEXT, date TEXT, begins TEXT,
  ends TEXT, speaker INTEGER, stance INTEGER NOT NULL, standing INTEGER NOT NULL, weight REAL, a INTEGER, b INTEGER,
  text TEXT, quote TEXT, address TEXT, issued TEXT, note TEXT);
CREATE TABLE things (
  id INTEGER PRIMARY KEY, file INTEGER NOT NULL, subject INTEGER NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL,
  lang TEXT NOT NULL, key TEXT);
CREATE TABLE conflicts (subject INTEGER NOT NULL, relation INTEGER NOT NULL, object INTEGER, unit TEXT, date TEXT);
CREATE VIRTUAL TABLE texts USING fts5(kind UNINDEXED, stems, detail='none', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE stems USING fts5vocab(texts, 'row');
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE grams USING fts5(key, content='', detail='none', tokenize='trigram');
"""
#: Those of the records of data sets, which can be emptied and filled anew by themselves.
OF_RECORDS = ("names", "files", "datasets", "records", "things", "conflicts", "words", "grams")
#: Made once the rows are in: filling a table that has them costs several times as much.
_INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS term ON terms (value, kind);
CREATE INDEX IF NOT EXISTS quad_subject ON quads (s, p);
CREATE INDEX IF NOT EXISTS quad_object ON quads (o, p);
CREATE INDEX IF NOT EXISTS quad_property ON quads (p);
CREATE UNIQUE INDEX IF NOT EXISTS claim_name ON claims (claim);
CREATE INDEX IF NOT EXISTS claim_gist ON claims (gist);
CREATE INDEX IF NOT EXISTS touch_claim ON touches (claim);
CREATE INDEX IF NOT EXISTS side_claims ON sides (side, claim);
CREATE INDEX IF NOT EXISTS side_claim ON sides (claim);
CREATE INDEX IF NOT EXISTS moment_claim ON moments (claim);
CREATE INDEX IF NOT EXISTS bound_what ON bounds (what);
CREATE INDEX IF NOT EXISTS bound_claim ON bounds (claim);
CREATE INDEX IF NOT EXISTS name_since ON names (since) WHERE since > '';
CREATE INDEX IF NOT EXISTS record_file ON records (file);
CREATE INDEX IF NOT EXISTS record_sides ON records (a, b, begins) WHERE a IS NOT NULL AND b IS NOT NULL;
CREATE INDEX IF NOT EXISTS record_subject ON records (subject, relation);
CREATE INDEX IF NOT EXISTS record_object ON records (object, relation) WHERE object IS NOT NULL;
CREATE INDEX IF NOT EXISTS thing_file ON things (file);
CREATE INDEX IF NOT EXISTS thing_subject ON things (subject);
CREATE INDEX IF NOT EXISTS thing_key ON things (key) WHERE key IS NOT NULL;
"""


class Connection(sqlite3.Connection):
    """It lives as long as the graph that reads it, which nobody closes."""

    def __del__(self) -> None:
        self.close()


def connect(path: str, *, write: bool = False) -> sqlite3.Connection:
    """A claims index for reading, or with ``write`` to fill (made where it is missing). Raises WorldError."""
    address = path if path == ":memory:" else f"file:{_quoted(path)}?{'mode=rwc' if write else 'immutable=1'}"
    try:
        db = sqlite3.connect(
            address, uri=path != ":memory:", isolation_level=None, check_same_thread=False, factory=Connection
        )
        if write or path == ":memory:":
            # a build counts only once it is published, so nothing here needs to survive a crash
            db.executescript(
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"
                "PRAGMA temp_store = MEMORY"
            )
            if not db.execute("SELECT 1 FROM sqlite_master").fetchone():
                db.executescript(_TABLES)
            db.execute("BEGIN")
        else:
            db.execute("SELECT 1 FROM terms LIMIT 1")
    except sqlite3.Error as error:
        raise unusable(path, error) from error
    return db


def copy(source: str, target: str) -> sqlite3.Connection:
    """A copy of a finished index, to change. Raises WorldError when the source cannot be read."""
    connect(source).close()
    shutil.copyfile(source, target)
    return connect(target, write=True)


def index_terms(db: sqlite3.Connection) -> None:
    """What makes terms quick to find, before everything else is."""
    db.execute(next(x for x in _INDEXES.split(";") if " ON terms " in x))


def add_indexes(db: sqlite3.Connection) -> None:
    """What makes the rows quick to find."""
    for statement in filter(str.strip, _INDEXES.split(";")):
        db.execute(statement)


def finish(db: sqlite3.Connection) -> None:
    """Bring everything to disk and close."""
    add_indexes(db)
    db.execute("COMMIT")
    db.close()


def unusable(path: str, error: Exception) -> WorldError:
    """The error for an index that cannot be read."""
    return WorldError(f"The claims index {path} cannot be read: {error}.", "Run kg build --fresh.")


def _quoted(path: str) -> str:
    """A path for a file: address, where %, ? and # have a meaning of their own."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
