"""The check from a shell: `python -m citecheck check | scan | support`."""

from __future__ import annotations

import argparse
import datetime
import io
import json
import sys
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from citecheck.evidence import Evidence, by_figure
from citecheck.problems import as_github, as_json, as_text
from citecheck.site import check_finished
from citecheck.sources import load_sources
from citecheck.statistics import Statistic, statistics
from citecheck.support import bears_out
from citecheck.today import NoDay, today


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no date (YYYY-MM-DD)') from None


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m citecheck", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="find what is wrong in finished HTML; exit status 1 if anything is")
    check.add_argument("--sources", type=Path, default=Path("sources"), metavar="DIR", help="source records (sources)")
    check.add_argument("--docs", type=Path, metavar="DIR", help="tell places in these Markdown files, not in the HTML")
    check.add_argument(
        "--today", type=_date, metavar="DATE", help="judge dates as of DATE (the day of SOURCE_DATE_EPOCH, or today)"
    )
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="how problems are printed")
    check.add_argument("paths", type=Path, nargs="+", metavar="PATH", help="folder of a finished site, or HTML file")
    scan = commands.add_parser("scan", help="texts in, one a line; their statistics out, a JSON object a line")
    scan.add_argument("input", choices=("-",), help="standard input")
    support = commands.add_parser(
        "support", help='{"sentence", "findings"} in, a line each; {"supported", "unsupported"} out'
    )
    support.add_argument("input", choices=("-",), help="standard input")
    return parser


def _number(value: Decimal | None) -> int | float | None:
    # JSON has no number for more than a few hundred digits.
    if value is None or abs(value) > Decimal(10) ** 300:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _row(statistic: Statistic) -> dict[str, Any]:
    return {
        "text": statistic.text,
        "start": statistic.start,
        "end": statistic.end,
        "kind": statistic.kind,
        "low": _number(statistic.low),
        "high": _number(statistic.high),
        "unit": statistic.unit,
    }


def _scan(lines: Iterator[str]) -> int:
    for line in lines:
        text = line.rstrip("\r\n")
        print(json.dumps({"text": text, "statistics": [_row(found) for found in statistics(text)]}, ensure_ascii=False))
    return 0


class _Malformed(Exception):
    """A line of the input that is not of the form that is read."""


def _asked(line: str) -> tuple[str, list[Evidence]]:
    """The sentence and the findings of a line."""
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise _Malformed("is not JSON") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("sentence"), str):
        raise _Malformed('has no text named "sentence"')
    findings = asked.get("findings")
    if not isinstance(findings, list):
        raise _Malformed('has no list named "findings"')
    everything = []
    for finding in findings:
        if not isinstance(finding, dict):
            raise _Malformed('has an entry of "findings" that is no object')
        figures = finding.get("figures", [finding["figure"]] if "figure" in finding else [])
        if not isinstance(figures, list) or not all(isinstance(figure, str) for figure in figures):
            raise _Malformed('has a "figure" that is no text, or "figures" that are no list of texts')
        count = finding.get("n")
        everything += by_figure(
            Evidence(
                tuple(figures),
                str(finding.get("measures") or ""),
                count if isinstance(count, int) else None,
                str(finding.get("clock") or ""),
                str(finding.get("interval") or ""),
                context=str(finding.get("population") or ""),
                population=str(finding.get("population") or ""),
            )
        )
    return asked["sentence"], everything


def _support(lines: Iterator[str]) -> int:
    failed = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            sentence, everything = _asked(line)
        except _Malformed as error:
            print(f"standard input:{number}: the line {error}", file=sys.stderr)
            failed = 2
            continue
        found = statistics(sentence)
        matches = bears_out(sentence, found, everything)
        unsupported = [statistic.text for statistic, match in zip(found, matches, strict=True) if match is None]
        print(json.dumps({"supported": not unsupported, "unsupported": unsupported}, ensure_ascii=False))
    return failed


def _check(arguments: argparse.Namespace) -> int:
    root = Path.cwd()
    try:
        day = arguments.today or today()
    except NoDay as error:
        print(error, file=sys.stderr)
        return 2
    sources = load_sources(arguments.sources.resolve(), root, day)
    docs = arguments.docs.resolve() if arguments.docs else None
    problems = check_finished(arguments.paths, sources, root, docs)
    if arguments.format == "json":
        print(as_json(problems))
    elif problems:
        print(as_github(problems) if arguments.format == "github" else as_text(problems))
    elif arguments.format == "text":
        print("No problems found.")
    for warning in sources.warnings:
        print(f"warning: {warning}", file=sys.stderr)
    return 1 if problems else 0


def main(words: Sequence[str] | None = None) -> int:
    """Run one of the commands; gives the exit status: 0, 1 where problems were found, 2 where the input is not read."""
    arguments = _arguments().parse_args(words)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if arguments.command == "check":
        return _check(arguments)
    return (_scan if arguments.command == "scan" else _support)(iter(sys.stdin))


if __name__ == "__main__":
    sys.exit(main())
