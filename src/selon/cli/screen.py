"""Pages for the eye, on standard output: as wide as the terminal, plain in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import RenderableType


def put(page: RenderableType) -> None:
    """Print a page; a reader that has seen enough (`| head`) raises BrokenPipeError."""
    from rich.console import Console

    class _Screen(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # rich would exit 1, as if something had been set aside

    _Screen(highlight=False).print(page)
