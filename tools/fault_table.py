"""Write the table of faults into docs/athlete.md: ``python -m tools.fault_table``."""

import sys
from pathlib import Path

from rhomboid.athlete.faults import FAULTS, Fault

PAGE = Path(__file__).parents[1] / "docs" / "athlete.md"
BEGIN, END = "<!-- faults: made by tools.fault_table -->", "<!-- end of faults -->"


def render(page: str) -> str:
    """Return the page with a table as the faults are now."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    rows = ["| fault | its size | must be found by, from which size on |", "|---|---|---|"]
    rows += [f"| `{name}` | {fault.size} | {_found_by(fault)} |" for name, fault in FAULTS.items()]
    return f"{before}{BEGIN}\n" + "\n".join(rows) + f"\n{END}{after}"


def _found_by(fault: Fault) -> str:
    """Return the checks that must find a fault."""
    found = [
        f"`{exercise}.{check}` {size:g}" for exercise, (check, size) in sorted(fault.checks.items())
    ]
    return ", ".join(found) or "no check: it is not counted, or joints cannot show it"


def main() -> None:
    """Write the page."""
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
