"""Starting a workspace: the example, a pair of states, or on top of the bundled facts."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from kg.cli.common import option_lang, put, say
from kg.cli.help import PlainHelp
from kg.errors import WrongCall
from kg.text.escapes import terminal

if TYPE_CHECKING:
    from kg.starter import Side


@click.command(cls=PlainHelp, no_args_is_help=True)
@click.argument("directory", metavar="DIR", type=click.Path(file_okay=False))
@click.option("--pair", nargs=2, metavar="A B", help="Two states, by code or name: a workspace without the example.")
@click.option("--extend", is_flag=True, help="Read the bundled facts beside its own; its own win.")
@click.option("--remove-example", is_flag=True, help="Take the invented example out of the workspace in DIR.")
@option_lang
def init(directory: str, pair: tuple[str, str] | None, extend: bool, remove_example: bool, lang: str) -> int:
    """Start a workspace in DIR: a small invented example of everything, ready for kg check. Nothing is overwritten.

    With --pair or --extend there is no example. States, their offices, great media and organisations are known in
    every workspace. --lang is the language of the README that --pair writes.

    \b
    kg init my-dyad && kg check -C my-dyad && kg brief XAA XBB -C my-dyad
    kg init my-dyad --remove-example
    kg init korea-russia --pair PRK Russia
    kg init more --extend
    """
    from kg.starter import copy_starter, start_extending, start_pair

    if remove_example:
        if pair or extend:
            raise WrongCall("--remove-example goes with no other option.", f"kg init {directory} --remove-example")
        return _remove_example(directory)
    if pair:
        a, b = (_state(name, lang) for name in pair)
        if a.id == b.id:
            raise WrongCall(f"{pair[0]} and {pair[1]} are one state.", "Give two that differ.")
        files, then = start_pair(directory, a, b, lang, extend), f"kg -C {directory} source add FILE"
    elif extend:
        files, then = start_extending(directory), f"kg -C {directory} brief PRK RUS"
    else:
        files, then = copy_starter(directory), f"kg -C {directory} check; kg -C {directory} brief XAA XBB"
    put("".join(f"{terminal(f)}\n" for f in files))
    say(f"{directory} is ready. Next: {then}.")
    return 0


def _state(name: str, lang: str) -> Side:
    """The state of a code or name. Raises WrongCall with those that are near."""
    from kg.author.known import known, sure
    from kg.base.catalogue import catalogue
    from kg.starter import Side
    from kg.text.terms import br

    found = [m for m in known(None, name) if m.kind == br("State")]
    match = sure(found)
    state = catalogue().states.get(match.id.removeprefix("e:")) if match else None
    if state is None:
        near = " or ".join(f"{m.label} ({m.id.removeprefix('e:')})" for m in found[:3])
        hint = f"Did you mean {near}?" if near else "Give its ISO 3166-1 code, such as PRK, or its name."
        raise WrongCall(f"‘{name}’ is {'several states' if len(found) > 1 else 'no state that kg knows'}.", hint)
    return Side(state.id, state.labels[lang])


def _remove_example(directory: str) -> int:
    """Take the example's files away; one that somebody has changed stops it, for it holds other things too."""
    from kg.compile.apart import propose
    from kg.compile.proposal import Change, digest, read
    from kg.starter import example
    from kg.workspace import Workspace

    workspace = Workspace.find(directory)
    there = {name: found for name in example() if (found := read(workspace, name)) is not None}
    changed = [name for name, found in there.items() if found != example()[name]]
    if changed:
        raise WrongCall(
            f"{changed[0]} is not the example's any more; nothing was removed.",
            "Take the example's entries out of it by hand, or move yours to a file of your own.",
        )
    texts: dict[str, bytes | None] = dict.fromkeys(there)
    propose(workspace, Change("the example removed", texts, {n: digest(t) for n, t in there.items()}))
    for folder in ("facts/XAA-XBB", "sources"):
        path = os.path.join(workspace.root, folder)
        if os.path.isdir(path) and not os.listdir(path):
            os.rmdir(path)
    put("".join(f"{terminal(name)}\n" for name in there))
    say("The example is gone; kg undo brings it back." if there else "There is no example here.")
    return 0
