"""``accessnews explain``: what the code of a finding means."""

from typing import Annotated

import typer

from accessnews.model.errors import Exit, UsageError, did_you_mean


def explain(code: Annotated[str, typer.Argument(metavar="CODE", help="The code of a finding.")]) -> int:
    """Explain the code of a finding."""
    from accessnews.cli import console
    from accessnews.model.findings import rules

    if code not in rules():
        raise UsageError(f"no finding {code}", hint=did_you_mean(code, list(rules())))
    rule = rules()[code]
    console.say(f"{rule.code} ({rule.severity})")
    for paragraph in (rule.summary, f"Why: {rule.why}", f"What to do: {rule.fix}"):
        console.say()
        console.say(paragraph)
    return Exit.FINE
