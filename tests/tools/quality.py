"""Measures the Libya briefing, built and served on loopback: by Lighthouse as on a telephone, and by weight.

Run by `make quality`, or from tests/ as `python -m tools.quality`. It prints and leaves no file behind.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Any

from newsbrief.build.request import BuildRequest
from newsbrief.build.run import build_site
from support.browsing import BASE, BRIEFING, CHROMIUM, FLAGS, QuietHandler, serve
from tools import LIGHTHOUSE, ROOT
from tools.weights import Weight, weigh_page

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = ("first-contentful-paint", "largest-contentful-paint", "cumulative-layout-shift", "total-blocking-time")


class PackingHandler(QuietHandler):
    """Sends text packed by gzip, as hosts of static sites do."""

    def send_head(self) -> Any:
        path = Path(self.translate_path(self.path))
        if path.suffix not in (".html", ".css", ".js", ".svg", ".json", ".txt") or not path.is_file():
            return super().send_head()
        data = gzip.compress(path.read_bytes(), compresslevel=9, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)


def main() -> int:
    if CHROMIUM is None or not LIGHTHOUSE.exists():
        print("Lighthouse or Chromium is not there; see docs/contributing/quality.md.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        build_site(BuildRequest(ROOT, f"http://127.0.0.1/{BASE}"), site)
        with serve(site, PackingHandler) as address:
            report = run_lighthouse(address + BRIEFING, Path(name))
        print_report(report)
        print_weights(weigh_page(site, BRIEFING))
    return 0


def run_lighthouse(url: str, folder: Path) -> dict[str, Any]:
    """Return Lighthouse's report on `url`; what it writes beside goes to `folder`."""
    command = [str(LIGHTHOUSE), url, "--quiet", "--no-enable-error-reporting", "--output=json", "--output-path=stdout"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={' '.join(('--headless', *FLAGS))}"]
    surroundings = {**os.environ, "CHROME_PATH": str(CHROMIUM), "TMPDIR": str(folder)}
    run = subprocess.run(command, env=surroundings, stdout=subprocess.PIPE, check=True)
    report: dict[str, Any] = json.loads(run.stdout)
    return report


def print_report(report: dict[str, Any]) -> None:
    """Print the scores, the times, the number of requests, and every audit that is short of full marks."""
    audits = report["audits"]
    print(f"Lighthouse {report['lighthouseVersion']}, mobile, {BRIEFING}")
    for category in report["categories"].values():
        print(f"  {category['title']:<28}{round(category['score'] * 100):>5}")
    for name in TIMES:
        print(f"  {audits[name]['title']:<28}{audits[name]['displayValue'].replace(chr(0xA0), ' '):>8}")
    print(f"  {'Requests':<28}{len(audits['network-requests']['details']['items']):>5}")
    short = [audit for audit in audits.values() if audit["score"] is not None and audit["score"] < 1]
    for audit in short:
        print(f"  short of full marks: {audit['id']}: {audit['title']} ({audit['score']})")
    for warning in report["runWarnings"]:
        print(f"  warning: {warning}")


def print_weights(weights: dict[str, Weight]) -> None:
    """Print the weights in bytes, as on the disk and as sent."""
    print(f"{'Bytes':<30}{'raw':>9}{'sent':>9}")
    for name, weight in [*weights.items(), ("all", sum(weights.values(), Weight(0, 0)))]:
        print(f"  {name:<28}{weight.raw:>9}{weight.sent:>9}")


if __name__ == "__main__":
    sys.exit(main())
