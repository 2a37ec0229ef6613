"""The -h and --help of every command, and the help that a bare call gets.

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
    """A command whose help option is made once, and whose bare call is a wrong call."""

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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """A call without what it needs is a wrong call; click 8.1 would print the help and end with 0."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True, color=ctx.color)
            ctx.exit(2)
        return super().parse_args(ctx, args)
