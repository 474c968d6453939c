"""Tables whose rows are sorted by a press on a head."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from gui import theme


def show_as_rows(table: QTableView) -> None:
    """Make a table one of whole rows: one is chosen at a time, none is edited by accident, and it has no grid and never
    scrolls sideways."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def make_sortable(table: QTableView, row_px: int, least_px: int, tooltip: str) -> None:
    """Give a table rows of one height and heads that sort: a press, again to turn round, a third time for the model's
    own order. No column gets narrower than `least_px`."""
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(row_px)
    rows.setDefaultSectionSize(row_px)
    heads = table.horizontalHeader()
    heads.setFixedHeight(theme.HEAD_HEIGHT)
    heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    heads.setMinimumSectionSize(least_px)
    heads.setHighlightSections(False)
    heads.setToolTip(tooltip)
    heads.setSortIndicatorClearable(True)
    # Before sorting is on: it would sort by the first column at once.
    heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    table.setSortingEnabled(True)
