"""The benchmark's results: ratios in lines, printed, kept as JSON, and shown in the README."""

import json
from dataclasses import asdict, dataclass, field

import measure


@dataclass
class Line:
    """One ratio, `of` to `to`, with the range of the pairs and the commands of both sides."""

    section: str
    of: str
    to: str
    ratio: float
    low: float = 0.0
    high: float = 0.0
    runs: int = 1
    at_least: bool = False
    commands: list[list[str]] = field(default_factory=list)

    @property
    def figure(self):
        text = (">= " if self.at_least else "") + number(self.ratio)
        if self.runs > 1:
            text += f" ({number(self.low)} to {number(self.high)})"
        return text


def number(value):
    """Three figures that count."""
    if value >= 100:
        return f"{value:,.0f}"
    if value >= 10:
        return f"{value:.1f}"
    if value >= 1:
        return f"{value:.2f}"
    return f"{value:.2g}" if value < 0.1 else f"{value:.2f}"


def line(section, of_text, to_text, of, to, unit="processor"):
    """The line of two series of costs that ran in pairs."""
    count = min(len(of), len(to))
    ratio, low, high = measure.ratio(of[:count], to[:count], unit)
    commands = [of[0].commands, to[0].commands]
    return Line(section, of_text, to_text, ratio, low, high, count, False, commands)


@dataclass
class Results:
    """Everything a run found out."""

    settings: dict
    lines: list[Line] = field(default_factory=list)
    differences: list = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def add(self, line):
        self.lines.append(line)
        print(f"{line.figure:>24}  {line.of} : {line.to}", flush=True)
        for side, commands in zip(("of", "to"), line.commands):
            if commands:
                print(f"{'':26}{side}: {' ; '.join(commands)}", flush=True)

    def note(self, text):
        self.notes.append(text)
        print(text, flush=True)

    def save(self, path):
        with open(path, "w") as file:
            json.dump(asdict(self), file, indent=1)
            file.write("\n")

    def markdown(self):
        """The README's table and what has to be known to read it."""
        rows = ["| ratio | of | to |", "| ---: | --- | --- |"]
        section = None
        for line in self.lines:
            if line.section != section:
                section = line.section
                rows.append(f"| | **{section}** | |")
            rows.append(f"| {line.figure} | {line.of} | {line.to} |")
        known = [
            (
                "Ratios of processor time (user and system) where no other measure is named: medians"
                f" of up to {self.settings['runs']} runs in turn, the range of the pairs in brackets."
            )
        ]
        if self.differences:
            worst = max(difference.hectares for difference in self.differences)
            known.append(
                f"Before timing, all parties' accounts agreed to {worst:.2g} ha or better in"
                " every district and figure that can be compared."
            )
        known += self.notes
        return "\n".join([*rows, "", *known])


def rewrite(path, mark, text):
    """Puts a text between two marks of the README."""
    opening, closing = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    with open(path) as file:
        readme = file.read()
    before, opened, rest = readme.partition(opening)
    _, closed, after = rest.partition(closing)
    if not (opened and closed):
        raise measure.Failed(f"{path} lacks the marks {opening} and {closing}")
    with open(path, "w") as file:
        file.write(f"{before}{opening}\n\n{text}\n\n{closing}{after}")
