"""``python -m legrun.checks`` is ``legrun checks`` without its options."""

import sys

from legrun.checks.compare import run_checks
from legrun.checks.report import lines


def main() -> int:
    """Print the checks; return 0, or 1 if one misses without an explanation."""
    checks = run_checks()
    sys.stdout.write("\n".join(lines(checks)) + "\n")
    return int(any(each.status == "miss" for each in checks))


if __name__ == "__main__":
    sys.exit(main())
