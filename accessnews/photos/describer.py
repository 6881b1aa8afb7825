"""A vision model of the user's own, asked what a photo shows: OpenAI-compatible chat, as local servers have it.

Off unless a project names an endpoint; on this machine only, unless it allows another. Answers are kept on disk by
what was asked, so that a photo is shown once.
"""

import base64
import hashlib
import http.client
import json
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.photos import Photo
from accessnews.text.files import content

_LARGEST = 1_000_000  # bytes of an answer
_PIECE = 65_536
_PROMPT = (
    "You write alternative text for a news photo. Say in one plain sentence of at most 125 characters what can be "
    "seen: who or what, doing what, where. Use names only if the caption has them. No feelings, no ages, no guesses, "
    "no credit, no “image of”. Answer in the language {lang} with that sentence alone.\n\nCaption: {caption}"
)


@dataclass(frozen=True, slots=True)
class Describer:
    """Where a model is asked, and where its answers are kept."""

    endpoint: str  # such as http://127.0.0.1:11434/v1
    model: str
    allow_remote: bool
    timeout: int  # seconds for one answer
    folder: Path

    def ask(self, photo: Photo, caption: str, lang: str) -> str:
        """What the model says of a photo. Raises AccessNewsError where it cannot be asked or its answer is none."""
        prompt = _PROMPT.format(lang=lang, caption=caption or "(none)")
        picture = f"data:{photo.media_type};base64,{base64.b64encode(photo.data).decode()}"
        request = {
            "model": self.model,
            "messages": [
                {
                    "role": "user",
                    "content": [
                        {"type": "text", "text": prompt},
                        {
                            "type": "image_url",
                            "image_url": {"url": picture},
                        },
                    ],
                }
            ],
            "max_tokens": 200,
            "temperature": 0,
            "stream": False,
        }
        body = json.dumps(request).encode()
        asked = hashlib.sha256(self.endpoint.encode() + b"\n" + body).hexdigest()
        kept = self.folder / f"{asked}.txt"
        try:
            return content(kept, _LARGEST).decode("utf-8")
        except (OSError, ValueError, AccessNewsError):
            answer = _message(self._post(body))
        _keep(kept, answer)
        return answer

    def _post(self, body: bytes) -> bytes:
        host, port, path, is_secure = self._address()
        kind = http.client.HTTPSConnection if is_secure else http.client.HTTPConnection
        until = time.monotonic() + self.timeout
        try:
            with closing(kind(host, port, timeout=self.timeout)) as connection:
                connection.request(
                    "POST", path, body, {"Content-Type": "application/json", "Accept": "application/json"}
                )
                response = connection.getresponse()
                if response.status != http.client.OK:
                    raise self._failed(f"it answers {response.status}")
                return self._read(response, until)
        except (OSError, http.client.HTTPException) as error:
            raise self._failed(str(error) or type(error).__name__) from error

    def _read(self, response: http.client.HTTPResponse, until: float) -> bytes:
        pieces, size = [], 0
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > _LARGEST:
                raise self._failed("its answer is too long")
            if time.monotonic() > until:
                raise self._failed(f"it took longer than {self.timeout} s")
        return b"".join(pieces)

    def _failed(self, why: str) -> AccessNewsError:
        hint = "is the server running, and does it have the model?"
        return AccessNewsError(f"{self.model} at {self.endpoint} gives no answer: {why[:200]}", hint=hint)

    def _address(self) -> tuple[str, int, str, bool]:
        """Host, port, path, and whether it is HTTPS. Raises UsageError for an address that may not be asked."""
        try:
            parts = urlsplit(self.endpoint)
            port = parts.port
        except ValueError:
            parts, port = urlsplit(""), None
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            hint = "such as http://127.0.0.1:11434/v1"
            raise UsageError(f"describe-endpoint: not an address: {self.endpoint[:200]}", hint=hint)
        if not self.allow_remote and not _is_here(parts.hostname):
            hint = "photos and captions would leave this machine: allow-remote = true in [describe] allows it"
            raise UsageError(f"describe-endpoint: {parts.hostname} is another machine", hint=hint)
        is_secure = parts.scheme == "https"
        return (
            parts.hostname,
            port or (443 if is_secure else 80),
            f"{parts.path.rstrip('/')}/chat/completions",
            is_secure,
        )


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _message(data: bytes) -> str:
    """The text of a chat completion."""
    try:
        text = json.loads(data)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        text = None
    if not isinstance(text, str):
        raise AccessNewsError(
            "the model's answer is no chat completion", hint="the endpoint must be OpenAI-compatible"
        )
    return text


def _keep(path: Path, answer: str) -> None:
    """Keep an answer where that can be done: asking again is only slower."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("wb", dir=path.parent, delete=False) as file:
            file.write(answer.encode("utf-8", "replace"))
        Path(file.name).replace(path)
    except OSError:
        return
