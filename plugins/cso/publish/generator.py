"""What a capability subclasses to contribute files to the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from pelican.generators import Generator

from cso.publish.errors import BuildError
from cso.publish.output import Output
from cso.publish.report import BuildReport
from cso.publish.writer import PublicationWriter

if TYPE_CHECKING:
    from cso.directory.directory import Directory


class OutputGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Gives outputs from the directory. A plugin hands its subclass to Pelican through the signal `get_generators`.

    Templates come from `self.get_template(name)` and `self.env`: the theme of this project only, escaping on.
    """

    required: ClassVar[tuple[str, ...]] = ()
    """Paths without which the site must not be published, e.g. `("index.html", "404.html")`."""

    may_be_empty: ClassVar[bool] = False
    """Whether giving nothing is fine. If not, it fails the build: a capability that fell silent is noticed."""

    @property
    def report(self) -> BuildReport:
        """What the end of the build tells: add your numbers to it."""
        report: BuildReport = self.settings["BUILD_REPORT"]
        return report

    def outputs(self, directory: Directory, settings: Mapping[str, Any]) -> Iterable[Output]:
        """Give everything this capability publishes.

        Args:
            directory: all that may be published.
            settings: the settings of pelicanconf.py; `AS_OF` is the day the build counts ages from.
        """
        raise NotImplementedError

    def generate_output(self, writer: PublicationWriter) -> None:
        """Collect the outputs; called by Pelican.

        Raises:
            BuildError: there is no directory, nothing was given, or something required is missing.
        """
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        if "directory" not in self.context:
            raise BuildError(f"{name} finds no directory to publish. Is cso.directory in PLUGINS in pelicanconf.py?")
        paths = set(writer.collect(self.outputs(self.context["directory"], self.settings), name))
        if not paths and not self.may_be_empty:
            raise BuildError(f"{name} gave nothing to publish.")
        missing = [path for path in self.required if path not in paths]
        if missing:
            raise BuildError(f"{name} did not give what the site cannot do without: {', '.join(missing)}.")
