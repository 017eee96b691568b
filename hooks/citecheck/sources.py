"""The source records: what was read, where, by whom, and the figures that it gives."""

from __future__ import annotations

import dataclasses
import datetime
import difflib
import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import ErrorDetails

from citecheck.numbers import shape
from citecheck.problems import Problem
from citecheck.yamlfile import Lines, Unreadable, Value, decode, read_mapping

GRACE = datetime.timedelta(days=90)
"""How long after `review_by` a record is still good: a build warns, then fails."""

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _not_empty(text: str) -> str:
    if not text.strip():
        raise ValueError("is empty")
    return text


def _partial_date(text: str) -> str:
    parts = text.split("-")
    if not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", text):
        raise ValueError("is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
    try:
        datetime.date(int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1)
    except ValueError:
        raise ValueError("is no date of the calendar") from None
    return text


def _date(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            raise ValueError("is no date (YYYY-MM-DD)")
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            raise ValueError("is no date of the calendar") from None
    return text


def _address(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s\"'<>]+\.[^\s\"'<>]+", text):
        raise ValueError("is no web address (https://…, without spaces, quotes or angle brackets)")
    return text


def _figure(text: str) -> str:
    _not_empty(text)
    if not re.search(r"\d|\b(?:once|twice|none|no|double[ds]?|halved)\b", text.lower()) and not shape(text).numbers:
        raise ValueError(f'"{text}" is no figure: give it as the source prints it, such as "43·2%"')
    return text


Text = Annotated[str, AfterValidator(_not_empty)]
PartialDate = Annotated[str, AfterValidator(_partial_date)]
Date = Annotated[datetime.date, Field(strict=False)]
Figure = Annotated[str, AfterValidator(_figure)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Author(_Record):
    """A person by `family` and `given`, or a body by its `literal` name."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Author:
        if (self.literal is None) == (self.family is None) or (self.given and not self.family):
            raise ValueError("an author has family and given, or literal")
        return self


class Checked(_Record):
    """Who read the source, and how much of it they saw."""

    by: Text
    seen: Text


class Finding(_Record):
    """A figure, or a list of them, as the source prints it; everything else in our words."""

    id: Annotated[str, Field(pattern=rf"^(?:{KEY.pattern})$")]
    figure: Figure | None = None
    figures: Annotated[list[Figure], Field(min_length=1)] | None = None
    measures: Text
    population: Text | None = None
    n: Annotated[int, Field(gt=0)] | None = None
    clock: Text | None = None
    years: Text | None = None
    interval: Text | None = None
    where: Text | None = None
    confidence: Literal["high", "medium", "low"] | None = None
    caution: Text | None = None
    derived: Text | None = None

    @model_validator(mode="after")
    def _one_of_two(self) -> Finding:
        if (self.figure is None) == (self.figures is None):
            raise ValueError("a finding has either figure or figures")
        return self

    @property
    def printed(self) -> list[str]:
        """All figures, as printed."""
        return [self.figure] if self.figure is not None else list(self.figures or [])


class Source(_Record):
    """A record in sources/, named by its key."""

    key: str
    type: Literal[
        "article-journal", "article", "webpage", "report", "book", "chapter", "thesis", "dataset", "paper-conference"
    ]
    title: Text
    author: Annotated[list[Author], Field(min_length=1)] | None = None
    container_title: Text | None = Field(default=None, alias="container-title")
    issued: PartialDate | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    publisher: Text | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = Field(default=None, alias="DOI")
    pmid: Annotated[str, Field(pattern=r"^\d{1,9}$")] | None = Field(default=None, alias="PMID")
    pmcid: Annotated[str, Field(pattern=r"^PMC\d{1,9}$")] | None = Field(default=None, alias="PMCID")
    url: Annotated[str, AfterValidator(_address)] = Field(alias="URL")
    license: Text | None = None
    accessed: Date
    checked: Checked
    review_by: Date
    findings: list[Finding] = Field(default_factory=list)
    supports: list[Text] = Field(default_factory=list)

    @model_validator(mode="after")
    def _something_to_cite(self) -> Source:
        if not self.findings and not self.supports:
            raise ValueError("a record has findings, or supports, or both")
        return self


@dataclasses.dataclass(frozen=True)
class Sources:
    """All records by key, what is wrong with them, and what will soon be."""

    records: dict[str, Source]
    problems: list[Problem]
    warnings: list[Problem]
    folder: str = "sources"
    """The folder of the records as the writer sees it."""
    broken: frozenset[str] = frozenset()
    """Keys of files that exist but cannot be used: citing one is no second problem."""

    def suggest(self, key: str) -> str:
        """What an unknown key may have meant, as words for a message."""
        known = sorted({*self.records, *self.broken})
        folded = {name.lower(): name for name in known}
        tidy = re.sub(r"[\s_]+", "-", key.strip().lower()).removeprefix("sources/").removesuffix(".yml")
        near = [folded[tidy]] if tidy in folded else difflib.get_close_matches(tidy, known, 1, 0.6)
        return f" (did you mean {near[0]}?)" if near else ""


def _place(lines: Lines, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Line and column of a field, or of the nearest field around it that stands in the file."""
    for length in range(len(path), -1, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return (1, 1)


def _said(error: ErrorDetails, fields: Iterable[str]) -> str:
    """An error of the schema in words a writer knows."""
    name = ".".join(str(part) if isinstance(part, str) else str(part + 1) for part in error["loc"])
    shown = f'"{name}"' if name else "the record"
    match error["type"]:
        case "missing":
            return f"{shown} is missing"
        case "extra_forbidden":
            near = difflib.get_close_matches(str(error["loc"][-1]), list(fields), 1, 0.6)
            return f"{shown} is no field of a record" + (f" (did you mean {near[0]}?)" if near else "")
        case "value_error":
            said = str(error.get("ctx", {}).get("error", error["msg"]))
            return f"{shown}: {said}" if not said.startswith("is ") else f"{shown} {said}"
        case "literal_error":
            return f"{shown} is none of {error.get('ctx', {}).get('expected', '')}"
        case "string_pattern_mismatch":
            return f'{shown}: "{error["input"]}" is not written as this field is'
        case "string_type":
            return f"{shown} is empty" if error["input"] is None else f"{shown} is one text, not a list or fields"
        case "list_type":
            return f"{shown} is a list: each entry on a line of its own that begins with a dash"
        case "int_parsing" | "int_type" | "int_from_float":
            return f'{shown}: "{error["input"]}" is no whole number'
        case _:
            return f"{shown}: {error['msg'][0].lower()}{error['msg'][1:]}"


_FIELDS = {
    (): [field.alias or name for name, field in Source.model_fields.items()],
    ("findings",): list(Finding.model_fields),
    ("author",): list(Author.model_fields),
    ("checked",): list(Checked.model_fields),
}


def _fields_at(location: tuple[str | int, ...]) -> list[str]:
    return _FIELDS.get(tuple(part for part in location[:1] if isinstance(part, str)) if len(location) > 1 else (), [])


def _ids_again(findings: Value) -> Iterator[tuple[int, str]]:
    """The findings whose id an earlier one has, by their place in the list."""
    seen: set[str] = set()
    for index, finding in enumerate(findings if isinstance(findings, list) else []):
        name = finding.get("id") if isinstance(finding, dict) else None
        if isinstance(name, str):
            if name in seen:
                yield index, name
            seen.add(name)


@functools.lru_cache(maxsize=1024)
def read_source(data: bytes, stem: str, shown: str, today: datetime.date) -> tuple[Source | None, tuple[Problem, ...]]:
    """The record that a file holds, or None with the reasons why there is none.

    Args:
        data: the bytes of the file.
        stem: the file's name without .yml, which the key must be.
        shown: the file's path as the writer sees it, for messages.
        today: the day on which dates are judged.
    """
    try:
        fields, lines = read_mapping(decode(data))
    except Unreadable as error:
        return None, (Problem(shown, error.line, error.column, error.message, "invalid-source"),)
    problems: list[Problem] = []

    def wrong(path: tuple[str | int, ...], message: str) -> None:
        line, column = _place(lines, path)
        problems.append(Problem(shown, line, column, message, "invalid-source"))

    for field in ("accessed", "review_by"):
        if isinstance(fields.get(field), str):
            try:
                _date(fields[field])
            except ValueError as error:
                wrong((field,), f'"{field}" {error}')
                fields[field] = "2000-01-01" if field == "accessed" else "2000-01-02"
    for index, name in _ids_again(fields.get("findings")):
        wrong(("findings", index, "id"), f'the finding "{name}" stands twice')
    source = None
    try:
        source = Source.model_validate(fields)
    except ValidationError as error:
        for detail in error.errors():
            wrong(detail["loc"], _said(detail, _fields_at(detail["loc"])))
    if source is None or problems:
        return None, tuple(problems)
    if source.key != stem:
        wrong(("key",), f'"key" is {source.key}, but the file is named {stem}.yml')
    if not KEY.fullmatch(source.key) or len(source.key) > 80:
        wrong(("key",), '"key" is small letters and digits, in words joined by single hyphens, 80 characters at most')
    if source.accessed > today:
        wrong(("accessed",), '"accessed" is in the future')
    if source.review_by <= source.accessed:
        wrong(("review_by",), '"review_by" is not after "accessed"')
    return (None if problems else source), tuple(problems)


def load_sources(folder: Path, root: Path, today: datetime.date) -> Sources:
    """All records of a folder.

    Args:
        folder: the folder of records.
        root: the project's root: paths in messages are told from here.
        today: the day on which dates are judged.
    """
    records: dict[str, Source] = {}
    problems: list[Problem] = []
    warnings: list[Problem] = []
    broken: set[str] = set()

    def shown(path: Path) -> str:
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()

    if not folder.is_dir():
        missing = Problem(shown(folder), 0, 0, "the folder of source records is missing", "invalid-source")
        return Sources({}, [missing], [])
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.suffix != ".yml" or not path.is_file():
            problems.append(
                Problem(shown(path), 0, 0, "is no source record: a record is a file KEY.yml", "invalid-source")
            )
            continue
        source, wrong = read_source(path.read_bytes(), path.stem, shown(path), today)
        problems.extend(wrong)
        if source is None:
            broken.add(path.stem)
            continue
        records[source.key] = source
        late = today - source.review_by
        if late > datetime.timedelta(0):
            days = "1 day" if late.days == 1 else f"{late.days} days"
            message = f'"review_by" was {source.review_by}, {days} ago'
            problem = Problem(shown(path), 0, 0, message, "overdue-source")
            (problems if late > GRACE else warnings).append(problem)
    return Sources(records, problems, warnings, shown(folder), frozenset(broken))
