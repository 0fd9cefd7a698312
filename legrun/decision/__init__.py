"""From curves to a verdict: gates, the verdict with its reasons, windows, red flags."""
