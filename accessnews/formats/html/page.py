"""What of an edition only the page shows: its player, and what can be taken home."""

from functools import cached_property
from urllib.parse import quote, urlsplit

from accessnews.bundle.artifact import Artifact
from accessnews.bundle.edition import ToldStory
from accessnews.formats._view import GUIDE, EditionView
from accessnews.narration.timeline import running_time


class WebPage(EditionView):
    """The view of an edition that has the files of the other formats beside it."""

    @property
    def site(self) -> str:
        """The address of the site that the page will be part of, with its slash; empty where nobody says."""
        url = self.edition.settings.site_url
        return url if not url or url.endswith("/") else f"{url}/"

    @property
    def address(self) -> str:
        """Where the page will be, with its slash; empty where nobody says."""
        return f"{self.site}{quote(self.edition.slug)}/" if self.site else ""

    @property
    def publication(self) -> str:
        """What the site is called."""
        return self.edition.settings.site_title or urlsplit(self.site).hostname or ""

    @property
    def cover(self) -> list[tuple[str, str]]:
        """Path and alt of the first picture that tells something, for who shares the page; or nothing."""
        here = [figure for figure in self.figures if figure.id in self.edition.photos]
        told = [(self.edition.photos[figure.id].path, self.article.alt(figure).alt) for figure in here]
        return [(quote(path), alt) for path, alt in told if alt][:1]

    @cached_property
    def audio(self) -> str:
        """The address of the programme; empty where the bundle has none."""
        recording, files = self.edition.recording, self.edition.other_artifacts
        return next((quote(file.path) for file in files if file.data is recording.data), "")

    @property
    def guide(self) -> str:
        """The address of the guide for players; empty where there is none, or nothing to play."""
        files = self.edition.other_artifacts if self.audio else ()
        return next((quote(file.path) for file in files if file.media_type == GUIDE), "")

    @property
    def downloads(self) -> list[Artifact]:
        return [file for file in self.edition.other_artifacts if file.offer]

    def offer(self, file: Artifact) -> str:
        """What a download is, as a link to it says; where the wording does not know its kind, a file."""
        labels = self.words.downloads
        return labels.get(file.offer, labels["file"])

    def facts(self, file: Artifact) -> str:
        """Format, length and size of a download: ``MP3, 8:05, 285 kB``."""
        length = [running_time(self.seconds)] if file.media_type.startswith("audio/") else []
        return ", ".join([file.form, *length, self.words.size(len(file.data))])

    @property
    def seconds(self) -> int:
        """Length of the audio, rounded up."""
        return -(-self.edition.recording.frames // self.edition.recording.rate)

    @property
    def length(self) -> str:
        """Length of the audio, as its player shows it."""
        return running_time(self.seconds)

    @property
    def order_length(self) -> str:
        """How many stories a briefing has and how long it is: ``3 stories, 5 minutes``."""
        return f"{self.words.stories(len(self.edition.running_order))}, {self.words.duration(self.seconds)}"

    def told_for(self, story: ToldStory) -> str:
        """How long a story of a briefing is told, as its player shows it."""
        return running_time(story.frames / self.edition.timeline.rate)
