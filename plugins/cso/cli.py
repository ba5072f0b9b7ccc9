"""The command `cso`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import cso
import cso.content.code_command
import cso.content.command
import cso.documents.report_command
import cso.editing.fix_command
import cso.editing.new_command
import cso.publish.command
import cso.review.command
import cso.spreadsheet.command
import cso.upkeep.confirm_command
import cso.upkeep.links_command
import cso.upkeep.stale_command
from cso.content.command import locale_language
from cso.publish.errors import BuildError
from cso.publish.site import explain

COMMANDS = (
    cso.content.command,
    cso.editing.fix_command,
    cso.editing.new_command,
    cso.content.code_command,
    cso.publish.command,
    cso.documents.report_command,
    cso.spreadsheet.command,
    cso.review.command,
    cso.upkeep.confirm_command,
    cso.upkeep.stale_command,
    cso.upkeep.links_command,
)
"""Each adds its subcommands with `register(subparsers)`; a subcommand sets `run`, which returns the exit code."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a subcommand.

    Args:
        arguments: the command line without the name of the program; None takes it from the process.

    Returns:
        Exit code: 0 fine, 1 findings or a failed build, 2 wrong use, 130 interrupted.
    """
    parser = argparse.ArgumentParser(
        prog="cso", description="From a folder of YAML per organisation to public pages and open data."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {cso.__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        command.register(subparsers)
    chosen = parser.parse_args(arguments)
    try:
        code: int = chosen.run(chosen)
        sys.stdout.flush()
    except BuildError as error:
        explain(error, getattr(chosen, "lang", None) or locale_language(os.environ))
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone, e.g. `cso check | head`: nothing more to say, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
