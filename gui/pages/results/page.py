"""The Results page: how good a network is, on which pictures it fails, and what to do about them."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from core.results.judged import Results
from core.training.run_list import ListedRun
from core.words import Sentence, plural, say, tr
from gui.choosing import Chooser
from gui.pages.page import Page
from gui.pages.results.album import ResultsAlbum
from gui.pages.results.overview import Overview, judged_part
from gui.pages.results.run_menus import RunMenus, finished_runs
from gui.pages.results.shown import pixels_from
from gui.session import Session
from gui.widgets.buttons import MainButton, PlainButton
from gui.widgets.results.comparison_view import ComparisonView, Group, rows_of
from gui.widgets.results.no_results import JudgingCard, NoResults
from gui.widgets.results.pictures_view import PicturesView


class ResultsPage(Page):
    """Without a network: what to do first. Then the overview, or the comparison of two runs; over both, pictures."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("results", session, tr("Results"), "", parent)
        self._judging = session.judging
        self._chooser = Chooser(self, session)
        self._shown: Results | None = None
        # The run to show where none was asked for.
        self._newest: ListedRun | None = None
        self._add_actions()
        self.nothing = NoResults()
        self.working = JudgingCard()
        self.overview = Overview()
        self.comparison = ComparisonView()
        self.pictures = PicturesView(self)
        self.album = ResultsAlbum(session, self.overview.mistakes, self.pictures)
        for widget in (self.nothing, self.working, self.overview, self.comparison):
            self.body.addWidget(widget, 0 if widget is self.working else 1)
        # Else the working card, where it is alone, would stand in the middle.
        self.body.addStretch(0)
        self._connect()
        self._on_changed()
        self._show_comparison()

    # ---- building

    def _add_actions(self) -> None:
        self.open_button = PlainButton(
            tr("Open run"), tooltip=tr("The results of another run, or of this one on other pictures")
        )
        self.compare_button = PlainButton(
            tr("Compare runs"), tooltip=tr("Which run is better on the same test pictures, and may that be chance?")
        )
        self.report_button = PlainButton(
            tr("Report…"), "download", tr("Settings, curves, numbers and mistakes as one page: HTML or PDF")
        )
        self.train_button = MainButton("")
        for button in (self.open_button, self.compare_button, self.report_button, self.train_button):
            self.header.buttons.addWidget(button)
        self.menus = RunMenus(self._judging, self.open_button, self.compare_button)
        self.menus.other_run_wanted.connect(self._chooser.choose_run)
        self.menus.model_wanted.connect(self._chooser.choose_model)

    def _connect(self) -> None:
        session, judging = self.session, self._judging
        self.nothing.acted.connect(self._on_network_wanted)
        self.nothing.run_wanted.connect(self._chooser.choose_run)
        self.nothing.model_wanted.connect(self._chooser.choose_model)
        self.working.stop_wanted.connect(judging.stop)
        self.report_button.clicked.connect(self._on_report_wanted)
        self.train_button.clicked.connect(self._on_train_again)
        self.overview.matrix.cell_chosen.connect(self._on_cell_chosen)
        self.overview.classes.class_chosen.connect(self._on_class_chosen)
        self.comparison.back_wanted.connect(self._on_back)
        self.comparison.group_chosen.connect(self._on_group_chosen)
        judging.changed.connect(self._on_changed)
        judging.compared.connect(self._on_compared)
        judging.reported.connect(self._show_step)
        session.asking.model_opened.connect(self._look)
        session.pictures_changed.connect(self._update_actions)
        session.state_changed.connect(self._update_actions)

    # ---- following

    def _on_changed(self) -> None:
        results = self._judging.results
        if results is not None and results is not self._shown:
            self._shown = results
            self.pictures.close_sheet()
            self.overview.show_results(results)
            self.album.show_results(results)
        self.header.set_sentence(self._sentence())
        self._show_step()
        self._update_actions()
        self._arrange_parts()

    def _on_compared(self) -> None:
        self._show_comparison()
        self._arrange_parts()

    def _show_comparison(self) -> None:
        compared = self._judging.comparison
        if compared is not None:
            self.comparison.show_comparison(compared, pixels_from(compared.prepared))

    def _show_step(self, _step: object = None) -> None:
        self.working.show_step(self._judging.step)

    def _look(self) -> None:
        if self.isVisible():
            self._judging.look()

    def _arrange_parts(self) -> None:
        judging = self._judging
        compares = judging.choice.view == "comparison" and judging.comparison is not None
        self.working.setVisible(judging.is_working)
        self.comparison.setVisible(compares)
        self.overview.setVisible(not compares and judging.results is not None)
        self.nothing.setVisible(not compares and judging.results is None and not judging.is_working)

    def _update_actions(self) -> None:
        results, session = self._judging.results, self.session
        run = results.run if results is not None else None
        self.nothing.set_can_start(session.can_start, session.is_training)
        if self._newest is not None and not session.is_training:
            self.nothing.set_newest(self._newest.name)
        self.open_button.setVisible(results is not None)
        # A folder's pictures are not what two runs have in common.
        self.compare_button.setVisible(run is not None and results is not None and results.folder is None)
        self.report_button.setVisible(run is not None)
        out, moved = session.mending.changes(results.prepared.dataset) if results is not None and run else (0, 0)
        self.train_button.setText(str(_train_again(out, moved)))
        self.train_button.setVisible(out + moved > 0)
        self.train_button.setEnabled(session.can_start)
        busy = session.busy_with
        self.train_button.setToolTip(
            tr("With the pictures as they are now, split as in this run") if busy is None else str(busy)
        )

    def _sentence(self) -> str:
        results = self._judging.results
        if results is None:
            return tr("How good a network is, on which pictures it fails, and what to do about them.")
        count = results.summaries[judged_part(results)].count
        name = results.title
        if results.folder is not None:
            return tr("{name} on {count:,} pictures in “{folder}”.", name=name, count=count, folder=results.folder.name)
        part = judged_part(results)
        where = {"name": name, "epoch": results.epoch, "count": count}
        if part == "test":
            return tr("{name}, best epoch {epoch}, on {count:,} test pictures that training never saw.", **where)
        if part == "validation":
            return tr("{name}, best epoch {epoch}, on {count:,} validation pictures: it has no test pictures.", **where)
        return tr("{name}, best epoch {epoch}, on the {count:,} pictures that it learned from.", **where)

    # ---- what the user does

    def _on_network_wanted(self) -> None:
        if self._newest is not None and not self.session.is_training:
            self._judging.judge(self._newest.folder)
        elif self.session.can_start:
            self.session.start_training()
        else:
            self.session.page_wanted.emit("training" if self.session.is_training else "pictures")

    def _on_cell_chosen(self, truth: int, answer: int) -> None:
        if self._judging.results is not None:
            self.album.show_cell(truth, answer, judged_part(self._judging.results))

    def _on_class_chosen(self, label: int) -> None:
        if self._judging.results is not None:
            self.album.show_class(label, judged_part(self._judging.results))

    def _on_train_again(self) -> None:
        results = self._judging.results
        if results is not None and results.run is not None:
            self.session.mending.train_again(results.run)

    def _on_group_chosen(self, group: Group) -> None:
        compared = self._judging.comparison
        if compared is not None:
            title = self.comparison.tiles[group].caption.text()
            self.album.show_compared(title, rows_of(compared, group))

    def _on_back(self) -> None:
        self._judging.choice.view = "overview"
        self._arrange_parts()
        self._judging.look()

    def escape(self) -> bool:
        if not self.pictures.isHidden():
            self.pictures.close_sheet()
            return True
        if self.comparison.isVisible():
            self._on_back()
            return True
        return False

    def _on_report_wanted(self) -> None:
        results = self._judging.results
        if results is None or results.run is None:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, tr("Save the report"), documents, tr("Web page (*.html);;PDF (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix("html")
        dialog.filterSelected.connect(self._on_filter_selected)
        # A name of the user's may hold what would be a folder here.
        dialog.selectFile(results.title.replace("/", "-").replace("\\", "-") + ".html")
        dialog.fileSelected.connect(self._on_report_named)
        dialog.open()

    def _on_filter_selected(self, names: str) -> None:
        dialog = self.sender()
        assert isinstance(dialog, QFileDialog)
        dialog.setDefaultSuffix("pdf" if "pdf" in names else "html")

    def _on_report_named(self, path: str) -> None:
        results = self._judging.results
        if results is not None and results.run is not None:
            self._judging.write_report(results.run, Path(path))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._judging.look()
        if self._judging.results is None and not self._judging.is_working:
            self._newest = next(iter(finished_runs()), None)
            self._update_actions()


def _train_again(out: int, moved: int) -> Sentence:
    """What the button says where so many pictures were left out and moved."""
    if not moved:
        return plural(
            out,
            say("Train again without 1 picture"),
            say("Train again without {count:,} pictures", count=out),
        )
    count = out + moved
    return plural(count, say("Train again with 1 change"), say("Train again with {count:,} changes", count=count))
