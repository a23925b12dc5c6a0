"""Words of what a sentence is: a hope, a problem and its cause, a commitment."""

from __future__ import annotations

from builder.vocabulary.loading import Entry, reader
from builder.vocabulary.words import Words


class Before(Entry):
    """Words that hope only before one of `deeds`, and before `numbers` where that is set."""

    words: Words
    deeds: Words
    numbers: bool = False


class Outcomes(Entry):
    """Words of what was missed and what was reached."""

    missed: Words
    results: Words
    reached: Words


class AmountModality(Entry):
    """Words of hope before amounts, and those that `turn` to what was done."""

    counted: Words
    lasting: Words
    passing: Words
    left: Words
    none: Words
    turns: Words
    finished: Words
    before: tuple[Before, ...]


class ModalityWords(Entry):
    """`modality.toml`."""

    words: Words
    none: Words
    before: tuple[Before, ...]
    outcomes: Outcomes
    amounts: AmountModality


modality_words = reader("generic/modality", ModalityWords)


class Passing(Entry):
    """Words of clauses that state a shortcoming in passing."""

    not_reached: Words
    not_reached_objects: Words
    setting: Words
    plain: Words
    weak: Words
    still: Words
    failed: Words
    decoy_openings: Words
    decoy_followers: Words
    decoy_leads: Words
    low: Words
    beyond: Words
    low_subjects: Words
    subjects: Words
    contrast: Words
    joining: Words


class Short(Entry):
    """Words of falling short of a class, a standard or a target."""

    worse: Words
    yardsticks: Words
    standards: Words
    compared: Words
    distance: Words
    apart: Words
    targets: Words
    lacking: Words
    less: Words
    negation: Words
    steadily: Words
    reached: Words
    set_by: Words
    over: Words
    missed: Words
    none_missed: Words
    verdicts: Words
    exceeded: Words
    results: Words


class Former(Entry):
    """Words of sentences that tell how things were."""

    words: Words
    own_year: Words
    plan_beginnings: Words
    lasting: Words
    now: Words


class Raised(Entry):
    """Words of shortcomings that inspectors raised."""

    who: Words
    how: Words
    what: Words
    faults: Words
    vague: Words
    rectified: Words
    labels: Words
    overseers: Words
    says: Words


class Cause(Entry):
    """Words that mark a cause, by where it stands."""

    after: Words
    not_because: Words
    because: Words
    together: Words
    related: Words
    not_affected: Words
    impacts: Words
    degrees: Words
    mainly: Words
    copulas: Words
    openings: Words
    therefore: Words
    setting: Words
    as_role: Words
    before: Words
    added: Words
    joined: Words


class Frame(Entry):
    """Beginnings of sentences around the problems."""

    closings: Words
    thanks: Words
    speakers: Words
    resolves: Words
    hopes: Words
    conceding: Words
    ends: Words
    said: Words
    goes_on: Words
    openers: Words
    more: Words
    aware: Words
    also: Words
    weak: Words
    spoken: Words
    reporting: Words
    matters: Words
    manners: Words
    undertaking: Words
    taken_on: Words
    proverbs: Words
    modals: Words
    telling: Words


class ProblemWords(Entry):
    """`problems.toml`."""

    passing: Passing
    short: Short
    former: Former
    raised: Raised
    cause: Cause
    frame: Frame


problem_words = reader("generic/problems", ProblemWords)


class Horizon(Entry):
    """Words around the years of a promise that reaches beyond the next one."""

    times: Words
    working_out: Words
    papers: Words
    ahead: Words


class CommitmentWords(Entry):
    """`commitments.toml`."""

    closings: Words
    notes: Words
    papers: Words
    flourishes: Words
    spirits: Words
    actions: Words
    paces: Words
    towards: Words
    no_towards: Words
    lead_ins: Words
    guiding: Words
    statements: Words
    prefixes: Words
    measured_things: Words
    bases: Words
    left_behind: Words
    days: Words
    reaching: Words
    sizes: Words
    reach: Words
    located: Words
    spots: Words
    least: Words
    using: Words
    used: Words
    partners: Words
    bodies: Words
    partners_first: Words
    beside: Words
    around: Words
    bounds: Words
    lengths: Words
    invested: Words
    projects: Words
    kept: Words
    rhythms: Words
    rounds: Words
    existing: Words
    settled: Words
    focuses: Words
    measured: Words
    class_things: Words
    shares: Words
    terms: Words
    announcing: Words
    counting: Words
    counted: Words
    horizon: Horizon


commitment_words = reader("generic/commitments", CommitmentWords)
