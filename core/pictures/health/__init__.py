"""What is wrong with a folder of pictures, in plain words, each with its consequence and its mends. Light.

Nothing here touches the disk: a mend makes new `Edits`.
"""

from core.pictures.health.issue import Issue, Mend, Severity
from core.pictures.health.report import health_report

__all__ = ["Issue", "Mend", "Severity", "health_report"]
