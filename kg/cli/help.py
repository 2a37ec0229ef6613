"""The -h and --help of every command.

click would make this option anew for each call and ask gettext for its one sentence; that imports ``locale`` and costs
a look-up 1 ms of its 14.
"""

from __future__ import annotations

import click


def _show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()


class PlainHelp(click.Command):
    """A command whose help option is made once."""

    _help = click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show,
        help="Show this message and exit.",
    )

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The one help option."""
        return self._help
