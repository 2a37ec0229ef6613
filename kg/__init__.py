"""kg: who said what between two states.

``kg.open()`` gives a Graph; see ``kg.graph``. Values are in ``kg.values.claims``, errors in ``kg.errors``.
Nothing heavy is imported before it is used: a command-line look-up pays only for what it needs.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing typing takes time, in which Ctrl-C would not be understood yet
if TYPE_CHECKING:
    from kg.graph import Graph as Graph
    from kg.graph import open as open

__all__ = ["Graph", "__version__", "open"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    if name in ("open", "Graph"):
        from kg import graph

        return getattr(graph, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
