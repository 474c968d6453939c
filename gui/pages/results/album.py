"""The pictures behind the results: the row of mistakes, and any list opened large, with what is done about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject

from core.answers import FittedPicture, HeatMap, Photo
from core.framing import Frame
from core.pictures.cache import PreparedPictures
from core.pictures.dataset import Part
from core.questions import Fit, PhotoQuestion
from core.results.judged import Judged, Results, RunComparison
from core.words import plural, say, tr
from gui.pages.results.shown import captions_of, neighbours_of, pixels_from, ranked, shown_pictures
from gui.session import Session
from gui.widgets.results.mistakes_card import Listing, MistakesCard
from gui.widgets.results.pictures_view import PicturesView
from gui.widgets.results.shown_picture import Neighbour, Order, ShownPicture

_PREVIEW_PX = 480
# Only the square is shown.
_BESIDE_PX = 16


@dataclass(frozen=True)
class _Opened:
    """A list that is opened large: how it is called, and how its pictures are made anew after a change."""

    title: str
    part: Part
    judged: Judged
    pictures: Callable[[], list[ShownPicture]]
    order: Order


class ResultsAlbum(QObject):
    """Fills the row of mistakes and the large view from the session's results, and carries out what is chosen there.
    Pictures have their position in the results' dataset as key."""

    def __init__(self, session: Session, card: MistakesCard, view: PicturesView) -> None:
        super().__init__(view)
        self._session = session
        self._judging = session.judging
        self._card = card
        self._view = view
        self._opened: _Opened | None = None
        self._previewed: tuple[Photo, int] | None = None
        card.heat_wanted.connect(self._on_heat_wanted)
        card.chosen.connect(self._on_mistake_chosen)
        card.all_wanted.connect(self._on_all_wanted)
        card.list_changed.connect(self._on_list_changed)
        view.detail_wanted.connect(self._on_detail_wanted)
        view.look_wanted.connect(self._on_look_wanted)
        view.neighbour_chosen.connect(self._on_neighbour_chosen)
        view.closed.connect(self._on_closed)
        for source in (card, view):
            source.exclude_wanted.connect(self._on_exclude)
            source.move_wanted.connect(self._on_move)
            source.undo_wanted.connect(self._on_undo)
        session.pictures_changed.connect(self._on_pictures_changed)
        session.state_changed.connect(self._update_allowed)
        session.viewing.answered.connect(self._on_preview)
        self._judging.heat_came.connect(self._on_heat)

    # ---- what is shown

    def show_results(self, results: Results) -> None:
        """Another network's results, or the same after a change."""
        choice = self._judging.choice
        part = choice.part if choice.part in results.parts else next(iter(results.parts))
        self._card.choose(choice.listing, part)
        self._update_allowed()
        self._show_row(results)

    def show_cell(self, truth: int, answer: int, part: Part) -> None:
        """The pictures of one cell of the matrix."""
        results = self._judging.results
        if results is None:
            return
        names = results.class_names
        title = (
            tr("{name}, answered right", name=names[truth])
            if truth == answer
            else tr("{name} taken for {other}", name=names[truth], other=names[answer])
        )
        self._open(title, results, part, results.parts[part].cell(truth, answer).tolist(), "sure")

    def show_class(self, label: int, part: Part) -> None:
        """All pictures of one class, those that were taken for another first."""
        results = self._judging.results
        if results is not None:
            rows = (results.parts[part].labels == label).nonzero()[0].tolist()
            self._open(results.class_names[label], results, part, rows, "loss")

    def show_compared(self, title: str, rows: Sequence[int]) -> None:
        """Pictures that two runs were asked about, with what both said."""
        compared = self._judging.comparison
        if compared is None:
            return

        def pictures() -> list[ShownPicture]:
            assert compared is not None
            shown = self._shown(compared.first, rows, compared.prepared, compared.class_names)
            captions = captions_of(compared, rows)
            return [replace(each, caption=text) for each, text in zip(shown, captions, strict=True)]

        self._opened = _Opened(title, "test", compared.first, pictures, "given")
        self._show_opened()

    def _open(self, title: str, results: Results, part: Part, rows: Sequence[int], order: Order) -> None:
        judged = results.parts[part]
        self._opened = _Opened(
            title, part, judged, lambda: self._shown(judged, rows, results.prepared, results.class_names), order
        )
        self._show_opened()

    def _show_opened(self, chosen: int | None = None) -> None:
        opened, prepared = self._opened, self._prepared()
        if opened is not None and prepared is not None:
            pictures = opened.pictures()
            self._view.show_pictures(opened.title, "", pictures, pixels_from(prepared), chosen, opened.order)

    def _prepared(self) -> PreparedPictures | None:
        """Where the pictures of the opened list are."""
        if (compared := self._compared()) is not None:
            return compared.prepared
        return self._judging.results.prepared if self._judging.results is not None else None

    def _compared(self) -> RunComparison | None:
        """The comparison, where the opened list is of it."""
        compared = self._judging.comparison
        is_opened = compared is not None and self._opened is not None and self._opened.judged is compared.first
        return compared if is_opened else None

    def _shown(
        self, judged: Judged, rows: Sequence[int], prepared: PreparedPictures, names: Sequence[str]
    ) -> list[ShownPicture]:
        mending = self._session.mending
        is_open = mending.is_open(prepared.dataset.root)
        return shown_pictures(judged, rows, prepared, names, mending.state_of if is_open else _not_mended)

    def _show_row(self, results: Results) -> None:
        judged = results.parts[self._card.part()]
        rows = judged.mistakes() if self._card.listing() == "mistakes" else judged.least_sure()
        pictures = self._shown(judged, rows.tolist(), results.prepared, results.class_names)
        self._card.show_pictures(pictures, pixels_from(results.prepared), len(judged))

    # ---- mending

    def _update_allowed(self) -> None:
        """Whether something can be done about the pictures, and if not, why."""
        mending, prepared = self._session.mending, self._prepared()
        reason = ""
        if prepared is not None and not mending.is_open(prepared.dataset.root):
            reason = tr("Open these pictures first: “{name}”.", name=prepared.dataset.root.name)
        names = mending.class_names
        for widget in (self._card, self._view):
            widget.set_classes(names)
            widget.forbid(reason)

    def _files(self, keys: Sequence[int]) -> list[str]:
        prepared = self._prepared()
        return [] if prepared is None else [prepared.dataset.pictures[key].file for key in keys]

    def _on_exclude(self, keys: Sequence[int]) -> None:
        self._session.mending.leave_out(self._files(keys))

    def _on_move(self, keys: Sequence[int], name: str) -> None:
        self._session.mending.move(self._files(keys), name)

    def _on_undo(self, keys: Sequence[int]) -> None:
        prepared = self._prepared()
        if prepared is not None:
            dataset = prepared.dataset
            pictures = [dataset.pictures[key] for key in keys]
            self._session.mending.take_back({each.file: dataset.class_names[each.label] for each in pictures})

    def _on_pictures_changed(self) -> None:
        self._update_allowed()
        if self._judging.results is not None:
            self._show_row(self._judging.results)
        if not self._view.isHidden():
            self._show_opened()

    # ---- one picture

    def _on_mistake_chosen(self, key: int) -> None:
        self._open_list(key)

    def _on_all_wanted(self) -> None:
        self._open_list(None)

    def _open_list(self, chosen: int | None) -> None:
        results = self._judging.results
        if results is None:
            return
        part, judged = self._card.part(), results.parts[self._card.part()]
        is_mistakes = self._card.listing() == "mistakes"
        rows = (judged.mistakes() if is_mistakes else judged.least_sure()).tolist()
        title = tr("Worst mistakes") if is_mistakes else tr("Least sure though right")
        order: Order = "loss" if is_mistakes else "unsure"
        self._opened = _Opened(
            title, part, judged, lambda: self._shown(judged, rows, results.prepared, results.class_names), order
        )
        self._show_opened(chosen)

    def _on_list_changed(self, listing: Listing, part: Part) -> None:
        self._judging.choice.listing, self._judging.choice.part = listing, part
        self._judging.forget_heats()
        if self._judging.results is not None:
            self._show_row(self._judging.results)

    def _row_of(self, key: int) -> int:
        """The row of the opened list's part that is about this picture."""
        assert self._opened is not None
        return int((self._opened.judged.positions == key).nonzero()[0][0])

    def _on_detail_wanted(self, key: int) -> None:
        opened, prepared = self._opened, self._prepared()
        if opened is None or prepared is None:
            return
        row = self._row_of(key)
        results = self._judging.results
        names = results.class_names if results is not None else ()
        if (compared := self._compared()) is not None:
            names = compared.class_names
            neighbours = self._neighbours_in_test(key) if self._is_judged(compared) else []
        else:
            neighbours = neighbours_of(results, opened.part, row) if results is not None else None
        self._view.set_detail(key, ranked(opened.judged, row, names), neighbours)
        path = prepared.dataset.path(prepared.dataset.pictures[key])
        photo = Photo(path.name, str(path))
        self._previewed = photo, key
        self._session.viewing.ask(Fit(photo, Frame(_PREVIEW_PX, prepared.frame.resize), _BESIDE_PX))
        self._ask_heat(key, int(opened.judged.answers[row]))

    def _on_preview(self, question: PhotoQuestion, answer: object) -> None:
        if isinstance(answer, FittedPicture) and self._previewed is not None and answer.photo is self._previewed[0]:
            self._view.set_detail(self._previewed[1], pixels=answer.pixels)

    def _on_look_wanted(self, key: int) -> None:
        prepared, compared = self._prepared(), self._compared()
        model = self._judging.model if compared is None else compared.first_run
        if prepared is None or model is None:
            return
        path = prepared.dataset.path(prepared.dataset.pictures[key])
        self._look(Photo(path.name, str(path)), model)

    def _look(self, photo: Photo, model: Path) -> None:
        """Into this photo, with the network that is judged."""
        session = self._session
        card = session.asking.model
        is_following = session.following.is_going_on
        if card is None or card.run != model or is_following:
            # The network in training gives way only to one that was opened aloud.
            session.asking.open_model(model, quietly=not is_following)
        session.asking.look(photo)
        session.page_wanted.emit("inside")

    def _on_neighbour_chosen(self, key: int) -> None:
        """One of the training pictures, among all of its class."""
        results = self._judging.results
        if results is None or "training" not in results.parts:
            return
        judged = results.parts["training"]
        row = int((judged.positions == key).nonzero()[0][0])
        label = int(judged.labels[row])
        rows = (judged.labels == label).nonzero()[0].tolist()
        count = plural(len(rows), say("1 training picture"), say("{count:,} training pictures", count=len(rows)))
        self._opened = _Opened(
            tr("{name}: {pictures}", name=results.class_names[label], pictures=count),
            "training",
            judged,
            lambda: self._shown(judged, rows, results.prepared, results.class_names),
            "loss",
        )
        self._show_opened(key)

    # ---- heat maps

    def _on_heat_wanted(self, key: int) -> None:
        results = self._judging.results
        if results is not None:
            judged = results.parts[self._card.part()]
            row = int((judged.positions == key).nonzero()[0][0])
            self._ask_heat(key, int(judged.answers[row]))

    def _ask_heat(self, key: int, class_index: int) -> None:
        compared = self._compared()
        if compared is None or self._is_judged(compared):
            self._judging.ask_heat(key, class_index)
        else:
            self._view.set_detail(key, why_no_heat=_no_heat())

    def _is_judged(self, compared: RunComparison) -> bool:
        """Whether the pictures of a comparison are those of the results: the first run's, which need not be."""
        results = self._judging.results
        return results is not None and results.folder is None and compared.first_run == results.run

    def _neighbours_in_test(self, key: int) -> list[Neighbour] | None:
        results = self._judging.results
        assert results is not None, "they are judged"
        row = int((results.parts["test"].positions == key).nonzero()[0][0])
        return neighbours_of(results, "test", row)

    def _on_heat(self, position: int, heat: HeatMap | None) -> None:
        if heat is None:
            self._view.set_detail(position, why_no_heat=_no_heat())
        else:
            self._card.set_heat(position, heat.heat)
            self._view.set_detail(position, heat=heat.heat)

    def _on_closed(self) -> None:
        self._opened = None


def _no_heat() -> str:
    return tr("For this picture and network there is no heat map.")


def _not_mended(_file: str, _truth: str) -> None:
    """Of pictures that are not open nobody knows."""
