"""A second look at pictures: what their pixels say, and a model of the user's own where a caption does not."""

from collections.abc import Mapping
from pathlib import Path

from accessnews.alttext import Proposal
from accessnews.model.alt import AltState, DescribedArticle
from accessnews.model.article import figures
from accessnews.model.errors import AccessNewsError, UsageError
from accessnews.model.findings import Finding
from accessnews.model.settings import Settings
from accessnews.text.files import cache_folder


def measured(article: DescribedArticle, files: Mapping[str, Path]) -> tuple[Finding, ...]:
    """What the pictures themselves say against their captions and each other."""
    from accessnews.photos.measured import told
    from accessnews.photos.resize import gather

    kinds = {name: alt.kind for name, alt in article.alts.items()}
    return tuple(told(figures(article), kinds, gather(article, files)))


def proposals(
    article: DescribedArticle, files: Mapping[str, Path], settings: Settings
) -> tuple[dict[str, Proposal], tuple[Finding, ...]]:
    """What the model proposes for the open pictures of an article, by figure id, and what is to be said of it.

    Raises UsageError where the endpoint may not be asked; a server that fails is a finding, and is asked no more.
    """
    from accessnews.alttext.answers import checked
    from accessnews.photos.describer import Describer
    from accessnews.photos.resize import gather

    model = settings.describe_model
    folder = (Path(settings.cache) if settings.cache else cache_folder()) / "answers"
    endpoint, remote, timeout = settings.describe_endpoint, settings.describe_allow_remote, settings.describe_timeout
    describer = Describer(endpoint, model, remote, timeout, folder)
    proposed, findings = dict[str, Proposal](), list[Finding]()
    for figure in figures(article):
        alt = article.alt(figure)
        if figure.id not in files or alt.state is not AltState.NEEDS_REVIEW:
            continue
        photo = gather(article, {figure.id: files[figure.id]})[figure.id]
        try:
            answer = describer.ask(photo, alt.caption, article.lang)
        except UsageError:
            raise
        except AccessNewsError as error:
            findings.append(Finding("model-unreachable", error.message, figure.at, error.hint))
            break
        text, refusal = checked(answer, alt.caption, article.lang)
        if refusal:
            message = f"the answer of {model} is not used: {refusal}"
            findings.append(Finding("model-refused", message, figure.at, "accessnews alt review"))
        else:
            proposed[figure.id] = Proposal(text, f"model:{model}")
    return proposed, tuple(findings)
