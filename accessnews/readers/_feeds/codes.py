"""Codes for the desk within headline and text: the number of an update, the codes of shares."""

from dataclasses import replace

from accessnews.model.article import Article, Block, Paragraph, Text, cut, map_texts, plain
from accessnews.model.findings import Finding
from accessnews.readers._news import deskwords
from accessnews.readers._news.deskfindings import left_out


def without_codes(article: Article) -> Article:
    """``article`` without codes that agencies write for their customers' systems; each kind is told once."""
    findings: list[Finding] = []
    update = deskwords.UPDATE.match(article.title)
    if update:
        findings.append(left_out(update[0], 0, article.at))
        article = replace(article, title=article.title[update.end() :])
    codes = [found for text in _texts(article.body) for found in deskwords.SECURITY.findall(text)]
    if codes:
        findings.append(left_out(" ".join(code.strip() for code in codes), 0, article.at))
        article = map_texts(article, _without_shares)
    return replace(article, findings=(*article.findings, *findings))


def _texts(body: tuple[Block, ...]) -> list[str]:
    return [plain(block.text) for block in body if isinstance(block, Paragraph)]


def _without_shares(text: Text) -> Text:
    whole = plain(text)
    if "<" not in whole:
        return text
    kept: Text = ()
    start = 0
    for code in deskwords.SECURITY.finditer(whole):
        kept += cut(text, start, code.start())
        start = code.end()
    return kept + cut(text, start, len(whole)) if start else text
