"""Learn how much letters weigh for the role of a sentence, from documents that people labelled.

usage: nox -s weights [-- --without ordinary]

Reads tests/roles, tests/shapes, tests/cases and the facts found by hand in the sets of whole pages;
writes builder/vocabulary/generic/role_weights.tsv. With `--without` nothing is written: the weights
are learnt without a set of tests/roles and tried on it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from builder.model import Role, Sentence
from builder.outline import outline
from builder.outline.role_weights import (
    BESIDE,
    CONTEXT,
    FILE,
    INNERMOST,
    NO_WEIGHTS,
    OUTERMOST,
    OWN,
    ROLES,
    SCALE,
    Context,
    RoleWeights,
    contexts,
    letter_scores,
    letters_of,
    parse,
    whole_scores,
)
from builder.read import source_from_text

ROOT = Path(__file__).parents[1]
KINDS = {
    "problem": Role.PROBLEMS,
    "commitment": Role.PLAN,
    "indicator": Role.DONE,
    "tally": Role.DONE,
    "quantity": Role.DONE,
    "rectification": Role.DONE,
}
NAMES = {"done": Role.DONE, "problem": Role.PROBLEMS, "problems": Role.PROBLEMS}
NAMES |= {"plan": Role.PLAN, "other": Role.OTHER}
# A feature that stands in one document's sentences alone says nothing of others.
LEAST_SEEN = 2
# Weights below this (hundredths) are left out of the file.
LEAST_WEIGHT = 6
FOLDS = 4
# What nothing is learnt from, so that something is left to try the weights on.
HELD_OUT = "held_out"
LEAST_COVERED = 6


# Whose letters or what context, and which.
Feature = tuple[str, str]
Rows = dict[Feature, list[int]]


class Labelled(NamedTuple):
    """The sentences of a document with the role by the rules, and the role that a person gave."""

    plain: str
    sentences: Sequence[Sentence]
    roles: Sequence[Role | None]


def labelled(text: str, spans: Sequence[tuple[int, int, Role]]) -> Labelled:
    """The sentences of a text, each with the role of the stretch that covers most of it."""
    found = outline(source_from_text("report", "report.txt", text), NO_WEIGHTS)
    read = found if found.whole is None else found.whole.outline
    roles: list[Role | None] = []
    for sentence in found.sentences:
        covers = [
            (min(end, sentence.end) - max(start, sentence.start), -at, role)
            for at, (start, end, role) in enumerate(spans)
        ]
        most, _, role = max(covers, default=(0, 0, Role.OTHER))
        enough = most >= min(LEAST_COVERED, sentence.end - sentence.start)
        roles.append(role if enough else None)
    return Labelled(read.source.plain, read.sentences, roles)


def documents(without: Container[str]) -> Iterator[Labelled]:
    """Every document but those of some sets."""
    for path in sorted((ROOT / "tests" / "roles").glob("*.jsonl")):
        if path.stem not in without:
            for line in path.read_text("utf-8").splitlines():
                yield of_roles(json.loads(line))
    if "shapes" not in without:
        for line in (ROOT / "tests/shapes/shapes.jsonl").read_text("utf-8").splitlines():
            yield of_roles(json.loads(line))
    for path in sorted(ROOT.glob("tests/*/gold/*.jsonl")):
        page = path.parents[1] / f"{path.stem}.txt"
        if page.exists() and page.parent.name not in without:
            yield of_gold(page.read_text("utf-8"), path)


def cases() -> Iterator[Labelled]:
    """The small texts of tests/cases, whose roles the rules read rightly in 98 of 100."""
    for line in (ROOT / "tests/cases/cases.jsonl").read_text("utf-8").splitlines():
        found = labelled(json.loads(line)["text"], ())
        roles = [None if one.role is Role.OTHER else one.role for one in found.sentences]
        yield found._replace(roles=roles)


def of_roles(document: Mapping[str, Any]) -> Labelled:
    """A document of which every sentence, or the beginning of some, has a role."""
    text, at = document["text"], 0
    spans: list[tuple[int, int, Role]] = []
    for begins, role in document["roles"]:
        start = text.find(begins, at)
        start = text.index(begins) if start < 0 else start
        ends = [end for mark in "。!?;！？；\n" if (end := text.find(mark, start + 2)) >= 0]
        at = max(start + len(begins), min(ends, default=len(text)))
        if role in NAMES:
            spans.append((start, at, NAMES[role]))
    return labelled(text, spans)


def of_gold(text: str, path: Path) -> Labelled:
    """A page whose facts were found by hand: problems and commitments before figures."""
    spans: list[tuple[int, int, Role]] = []
    for line in path.read_text("utf-8").splitlines():
        fact = json.loads(line)
        quote = fact.get("quote")
        if fact["kind"] in KINDS and quote and quote in text:
            start = text.index(quote)
            spans.append((start, start + len(quote), KINDS[fact["kind"]]))
    found = labelled(text, sorted(spans, key=lambda span: span[2] is Role.DONE))
    # People listed all problems and commitments: what the rules hold done beside them was done.
    roles = [
        Role.DONE if role is None and one.role is Role.DONE else role
        for one, role in zip(found.sentences, found.roles, strict=True)
    ]
    return found._replace(roles=roles)


def features(document: Labelled) -> list[set[Feature]]:
    """What letters each sentence and the headings above it have."""
    out: list[set[Feature]] = []
    for one in document.sentences:
        text = document.plain[one.start : one.end]
        found = {(OWN, letters) for letters in letters_of(text)}
        if one.headings:
            found |= {(INNERMOST, letters) for letters in letters_of(one.headings[-1])}
        if len(one.headings) > 1:
            found |= {(OUTERMOST, letters) for letters in letters_of(one.headings[0])}
        out.append(found)
    return out


def learnt_letters(documents: Iterable[Labelled]) -> Rows:
    """The weights of letters that tell the labelled sentences apart best."""
    rows, roles = [], []
    for document in documents:
        for found, role in zip(features(document), document.roles, strict=True):
            if role is not None:
                rows.append(found)
                roles.append(role)
    seen = Counter(chain.from_iterable(rows))
    columns = {one: at for at, one in enumerate(sorted(o for o in seen if seen[o] >= LEAST_SEEN))}
    indices = [sorted(columns[one] for one in row if one in columns) for row in rows]
    pointers = np.cumsum([0, *map(len, indices)])
    flat = np.fromiter(chain.from_iterable(indices), dtype=int)
    matrix = csr_matrix((np.ones(len(flat)), flat, pointers), (len(rows), len(columns)))
    model = LogisticRegression(C=0.5, max_iter=500, class_weight="balanced")
    model.fit(matrix, [str(role) for role in roles])
    return whole_numbers(columns, model)


def learnt_context(letters: Sequence[tuple[Labelled, RoleWeights]]) -> Rows:
    """The weights of context; each document comes with letters' weights learnt without it."""
    rows: list[dict[str, float]] = []
    roles: list[str] = []
    for document, weights in letters:
        for found, role in zip(contexts_of(weights, document), document.roles, strict=True):
            if role is not None:
                beside = {
                    name: amount / SCALE for name, amount in zip(BESIDE, found.beside, strict=True)
                }
                rows.append(beside | dict.fromkeys(found.place, 1.0))
                roles.append(str(role))
    table = DictVectorizer()
    model = LogisticRegression(C=0.3, max_iter=2000, fit_intercept=False)
    model.fit(table.fit_transform(rows), roles)
    return whole_numbers([(CONTEXT, name) for name in table.get_feature_names_out()], model)


def contexts_of(weights: RoleWeights, document: Labelled) -> list[Context]:
    """What each sentence of a document stands beside."""
    scores = letter_scores(weights, document.plain, document.sentences)
    return [*contexts(scores, document.sentences, document.plain)]


def whole_numbers(features: Iterable[Feature], model: LogisticRegression) -> Rows:
    """The weights of a model as whole hundredths, without those of next to none."""
    order = [list(model.classes_).index(str(role)) for role in ROLES]
    table = np.rint(model.coef_[order].T * SCALE).astype(int).tolist()
    return {
        feature: row
        for feature, row in zip(features, table, strict=True)
        if max(map(abs, row)) >= LEAST_WEIGHT
    }


def learnt(documents: Sequence[Labelled], by_rules: Sequence[Labelled]) -> Rows:
    """The weights of letters and, by those learnt without it for each document, of context.

    Documents whose roles are the rules' own say nothing of how far rules are to be trusted.
    """
    pairs: list[tuple[Labelled, RoleWeights]] = []
    for fold in range(FOLDS):
        rest = [document for at, document in enumerate(documents) if at % FOLDS != fold]
        weights = parse(written(learnt_letters([*rest, *by_rules])))
        pairs += [(document, weights) for document in documents[fold::FOLDS]]
    return learnt_context(pairs) | learnt_letters([*documents, *by_rules])


def written(rows: Rows) -> str:
    """The file of weights, in the order of its features."""
    return "".join("\t".join((*one, *map(str, rows[one]))) + "\n" for one in sorted(rows))


def confusion(
    weights: RoleWeights, documents: Iterable[Labelled]
) -> Counter[tuple[Role, Role, Role]]:
    """How many sentences of each labelled role the rules and the weights take for which."""
    found: Counter[tuple[Role, Role, Role]] = Counter()
    for document in documents:
        found_in = contexts_of(weights, document)
        for sentence, one, role in zip(document.sentences, found_in, document.roles, strict=True):
            if role is not None:
                scores = whole_scores(weights, one)
                found[role, sentence.role, ROLES[scores.index(max(scores))]] += 1
    return found


@click.command()
@click.option("--without", metavar="SET", multiple=True, help="Learn without a set, write nothing.")
def main(without: tuple[str, ...]) -> None:
    """Learn the weights, and print how well they and the rules read documents not learnt from."""
    left_out = {HELD_OUT, *without}
    rows = learnt(list(documents(left_out)), list(cases()))
    if not without:
        FILE.write_text(written(rows), "utf-8", newline="\n")
        click.echo(f"{len(rows)} weights")
    weights = parse(written(rows))
    for name in sorted(left_out):
        lines = (ROOT / "tests" / "roles" / f"{name}.jsonl").read_text("utf-8").splitlines()
        counts = confusion(weights, (of_roles(json.loads(line)) for line in lines))
        for role in ROLES:
            of_role = sum(n for (told, _, _), n in counts.items() if told == role)
            rules = sum(n for (told, by_rules, _), n in counts.items() if told == role == by_rules)
            right = sum(n for (told, _, by), n in counts.items() if told == role == by)
            click.echo(f"{name}, {role}: {of_role}, by rules {rules}, by weights {right}")


if __name__ == "__main__":
    main()
