"""The lines of a text while what is for the desk is taken off it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from accessnews.model.errors import Place
from accessnews.model.findings import Finding
from accessnews.readers._news import deskwords
from accessnews.readers._news.deskfindings import left_out


@dataclass(slots=True)
class CopySheet:
    """The lines of a text. One that is taken off is blank then, so that the others keep their numbers."""

    lines: list[str]
    first: int
    path: str
    findings: list[Finding] = field(default_factory=list)
    taken: dict[int, str] = field(default_factory=dict)  # line → its words
    is_release: bool = False
    is_over: bool = False  # an end mark has been met
    embargo: str = ""

    def worded(self) -> list[int]:
        return [index for index, text in enumerate(self.lines) if text.strip()]

    def bare(self, index: int) -> str:
        return deskwords.bare(self.lines[index])

    def take(self, *indexes: int) -> None:
        for index in indexes:
            if self.lines[index].strip():
                self.taken[index], self.lines[index] = self.lines[index], ""

    def cut(self, index: int, words: str) -> None:
        """Take ``words`` out of a line."""
        self.findings.append(left_out(words, 0, self.at(index)))

    def at(self, index: int) -> Place:
        return Place(self.path, self.first + index)

    def group(self, index: int) -> range:
        """The lines from ``index`` to the next blank one."""
        end = index
        while end < len(self.lines) and self.lines[end].strip():
            end += 1
        return range(index, end)

    def parts(self) -> Iterator[Finding]:
        """One finding for each run of lines that were taken, with only blank ones between them."""
        runs: list[list[int]] = []
        for index in sorted(self.taken):
            goes_on = runs and not any(text.strip() for text in self.lines[runs[-1][-1] : index])
            if goes_on and not deskwords.is_end(self.taken[runs[-1][-1]].strip()):
                runs[-1].append(index)
            else:
                runs.append([index])
        for run in runs:
            yield left_out(self.taken[run[0]], len(run) - 1, self.at(run[0]))
