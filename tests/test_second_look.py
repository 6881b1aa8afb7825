"""A model of the user's own, behind a real server: what it may propose, and servers that are slow, wrong and rude."""

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from accessnews.alttext.answers import checked
from accessnews.model.alt import AltState
from accessnews.model.article import figures
from accessnews.model.errors import UsageError
from accessnews.model.settings import Settings, Voice
from accessnews.pipeline.recipe import describe, render

STORY = '# Harbour\n\nIt opened.\n\n![](pier.jpg "The council promised new boats. [AP]")\n\n![](pier.jpg "Bo Lind")\n'


class Server(ThreadingHTTPServer):
    """Answers every request by ``reply`` and remembers what it was asked."""

    daemon_threads = True

    def __init__(self, reply: Callable[[BaseHTTPRequestHandler], None]) -> None:
        self.asked: list[dict[str, Any]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                server.asked[-1]["path"] = self.path
                reply(self)

            def log_message(self, *_: object) -> None:
                """Nobody reads it."""

        super().__init__(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def endpoint(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


def sent(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def says(text: object) -> Callable[[BaseHTTPRequestHandler], None]:
    body = json.dumps({"choices": [{"message": {"content": text}}]}).encode()
    return lambda handler: sent(handler, body)


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine's own addresses may be reached."""
    monkeypatch.undo()


@pytest.fixture
def serve() -> Iterator[Callable[..., Server]]:
    servers: list[Server] = []

    def start(reply: Callable[[BaseHTTPRequestHandler], None]) -> Server:
        servers.append(Server(reply))
        return servers[-1]

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def story(write: Callable[[str, str], Path], draw: Callable[..., Path], tmp_path: Path) -> Path:
    shutil.copy(draw("photo.jpg"), tmp_path / "pier.jpg")
    return write("harbour.md", STORY)


def settings(server: Server, tmp_path: Path) -> Settings:
    return Settings(
        output=str(tmp_path / "out"),
        cache=str(tmp_path / "cache"),
        describe_endpoint=server.endpoint,
        describe_model="llava",
        describe_timeout=1,
    )


def test_an_open_picture_gets_what_the_model_says(network: None, serve: Any, story: Path, tmp_path: Path) -> None:
    server = serve(says("This image shows two boats at a wooden pier."))
    article = describe(story, settings(server, tmp_path)).article
    first = article.alt(figures(article)[0])
    assert (first.alt, first.state, first.origin) == (
        "Two boats at a wooden pier.",
        AltState.NEEDS_REVIEW,
        "model:llava",
    )
    assert "model-proposed" in first.reasons
    request = server.asked[0]
    assert (request["path"], request["model"], request["stream"]) == ("/v1/chat/completions", "llava", False)
    text, image = request["messages"][0]["content"]
    assert "The council promised new boats." in text["text"]
    assert image["image_url"]["url"].startswith("data:image/jpeg;base64,/9j/")


def test_an_answer_is_kept_and_not_asked_for_again(network: None, serve: Any, story: Path, tmp_path: Path) -> None:
    server = serve(says("Two boats at a wooden pier."))
    describe(story, settings(server, tmp_path))
    asked = len(server.asked)
    describe(story, settings(server, tmp_path))
    assert (asked, len(server.asked)) == (2, 2)


def test_manifest_and_page_name_the_model(network: None, serve: Any, story: Path, tmp_path: Path) -> None:
    server = serve(says("Two boats at a wooden pier."))
    folder = render(story, settings(server, tmp_path), Voice("tone", "silence")).folder
    image = json.loads((folder / "manifest.json").read_text("utf-8"))["images"][0]
    assert (image["alt"], image["state"], image["origin"]) == (
        "Two boats at a wooden pier.",
        "needs-review",
        "model:llava",
    )
    assert "proposed by a model, llava, and not yet reviewed" in (folder / "index.html").read_text("utf-8")


def never(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(30):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.1)


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b" " * 65_536)


def elsewhere(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(302)
    handler.send_header("Location", "http://192.0.2.1/v1")
    handler.end_headers()


@pytest.mark.parametrize(
    "reply",
    [
        never,
        dripping,
        endless,
        elsewhere,
        lambda handler: sent(handler, b"not found", 404),
        lambda handler: sent(handler, b"<html>"),
        lambda handler: sent(handler, b"{}"),
        lambda handler: sent(handler, b"[" * 100_000),
        lambda handler: sent(handler, b'{"choices": []}'),
        lambda handler: handler.wfile.write(b"rubbish\r\n\r\n"),
        says(None),
        says(["a", "b"]),
    ],
)
def test_a_server_that_fails_is_told_once(
    network: None, serve: Any, story: Path, tmp_path: Path, reply: Callable[[BaseHTTPRequestHandler], None]
) -> None:
    server = serve(reply)
    article = describe(story, settings(server, tmp_path)).article
    assert [finding.code for finding in article.findings].count("model-unreachable") == 1
    assert len(server.asked) == 1
    assert all(alt.origin == "caption" for alt in article.alts.values())


def test_nobody_there_is_told(network: None, serve: Any, story: Path, tmp_path: Path) -> None:
    server = serve(never)
    gone = replace(settings(server, tmp_path), describe_endpoint="http://127.0.0.1:9/v1")
    (finding,) = (it for it in describe(story, gone).article.findings if it.code == "model-unreachable")
    assert "llava at http://127.0.0.1:9/v1 gives no answer" in finding.message


@pytest.mark.parametrize("endpoint", ["http://192.0.2.1/v1", "https://example.org/v1", "http://10.0.0.7:11434/v1"])
def test_photos_stay_on_this_machine(story: Path, tmp_path: Path, endpoint: str) -> None:
    chosen = Settings(describe_endpoint=endpoint, describe_model="llava", cache=str(tmp_path / "cache"))
    with pytest.raises(UsageError, match="is another machine"):
        describe(story, chosen)


@pytest.mark.parametrize(
    "endpoint", ["127.0.0.1:11434", "ftp://127.0.0.1/v1", "http://me:secret@127.0.0.1/", "http://[::1"]
)
def test_what_is_no_address_is_refused(story: Path, tmp_path: Path, endpoint: str) -> None:
    with pytest.raises(UsageError, match="not an address"):
        describe(story, Settings(describe_endpoint=endpoint, describe_model="m", cache=str(tmp_path / "cache")))


CAPTION = "Mayor Ada Kerr promised new boats."


@pytest.mark.parametrize(
    ("answer", "alt"),
    [
        ("A woman in a red coat stands on a pier.", "A woman in a red coat stands on a pier."),
        ('"Two boats lie at a pier"', "Two boats lie at a pier."),
        ("The photo shows Ada Kerr at a lectern.", "Ada Kerr at a lectern."),
        ("Alt text: a gull on a mast.", "A gull on a mast."),
        ("Two boats.\n\nThey are red.", "Two boats. They are red."),
        ("Boats lie at a pier. " + "More lie there. " * 20, "Boats lie at a pier. " + "More lie there. " * 8),
    ],
)
def test_what_may_be_proposed(answer: str, alt: str) -> None:
    assert checked(answer, CAPTION, "en") == (alt.strip(), "")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("", "it says nothing"),
        ("***", "it says nothing"),
        ("A woman, probably Mary Smith, on a pier.", "it names what the caption does not: Mary"),
        ("A happy woman on a pier.", "it claims an age, a feeling or an origin"),
        ("A woman in her late thirties on a pier.", "it claims an age, a feeling or an origin"),
        ("A 40-year-old man at sea.", "it claims an age, a feeling or an origin"),
        ("I'm sorry, I can't identify people.", "the model refuses"),
        ("<img src=x onerror=alert(1)>", "it has markup or addresses"),
        ("See https://example.org/a", "it has markup or addresses"),
        ("Eine Frau steht mit einem Hund auf der Brücke und wartet.", "it is in another language than the story"),
        ("a" * 200, "it is longer than 150 characters"),
        ("Boats at a pier. (Jane Roe/Reuters)", "it names a credit"),
    ],
)
def test_what_may_not(answer: str, reason: str) -> None:
    assert checked(answer, CAPTION, "en") == ("", reason)


def test_german_nouns_are_no_names() -> None:
    assert checked("Zwei Boote liegen an einem Steg.", "Ein Steg.", "de") == ("Zwei Boote liegen an einem Steg.", "")
    assert checked("Uwe Seeler steht an einem Steg.", "Ein Steg.", "de")[1].startswith("it names what")
