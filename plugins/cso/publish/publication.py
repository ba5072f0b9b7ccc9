"""Everything that one build is to publish, collected from all plugins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cso.publish.errors import BuildError
from cso.publish.output import Output, problem_with_path


class Publication:
    """The outputs of one build, each path once. Reading it gives them in the order of their paths."""

    def __init__(self) -> None:
        self._outputs: dict[str, Output] = {}
        self._contributors: dict[str, str] = {}
        self._spellings: dict[str, str] = {}

    def add(self, outputs: Iterable[Output], contributor: str) -> tuple[str, ...]:
        """Take over outputs.

        Args:
            outputs: what to publish.
            contributor: who gives them, named when two give the same path.

        Returns:
            The paths taken over, in the order given.

        Raises:
            BuildError: a path leaves the output folder or was given before (also when only capitals differ, which some
                file systems take for the same).
        """
        paths = []
        for output in outputs:
            problem = problem_with_path(output.path)
            if problem:
                raise BuildError(
                    f"{contributor} wants to publish {output.path!r}, which is no place in the site: {problem}."
                )
            same = self._spellings.get(output.path.casefold())
            if same is not None:
                raise BuildError(
                    f"{contributor} wants to publish {output.path}, "
                    f"but {self._contributors[same]} already publishes {same}. Each file can have one maker only."
                )
            self._outputs[output.path] = output
            self._contributors[output.path] = contributor
            self._spellings[output.path.casefold()] = output.path
            paths.append(output.path)
        return tuple(paths)

    def check(self) -> None:
        """Raise BuildError when there is nothing to publish or a file is to stand where a folder must be."""
        if not self._outputs:
            raise BuildError("No plugin gave anything to publish. See PLUGINS in pelicanconf.py.")
        for path in self._outputs:
            parts = path.split("/")
            for length in range(1, len(parts)):
                file = self._spellings.get("/".join(parts[:length]).casefold())
                if file is not None:
                    raise BuildError(
                        f"{self._contributors[file]} publishes the file {file}, "
                        f"but {self._contributors[path]} needs a folder of that name for {path}."
                    )

    def __iter__(self) -> Iterator[Output]:
        return (self._outputs[path] for path in sorted(self._outputs))

    def __len__(self) -> int:
        return len(self._outputs)

    def __contains__(self, path: object) -> bool:
        return path in self._outputs
