"""The stylesheet, built from a theme's tokens.

Roles are dynamic properties: `kind` for buttons and frames, `role` for labels with type and colour, `tone` for
labels whose type is set in code, `bad` for a field whose value cannot stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui import svg

if TYPE_CHECKING:
    from gui.theme import Theme

_TEXT = """
QLabel {{ background: transparent; }}
QLabel[role="answer"] {{ font-size: 30px; font-weight: 600; }}
QLabel[role="headline"] {{ font-size: 24px; font-weight: 600; }}
QLabel[role="title"] {{ font-size: 22px; font-weight: 600; }}
QLabel[role="card"] {{ font-size: 14px; font-weight: 600; }}
QLabel[role="explain"] {{ color: {text2}; }}
QLabel[role="caption"] {{ font-size: 12px; color: {text3}; }}
QLabel[role="small"] {{ font-size: 11px; color: {text3}; }}
QLabel[tone="text"] {{ color: {text}; }}
QLabel[tone="text2"] {{ color: {text2}; }}
QLabel[tone="text3"] {{ color: {text3}; }}
QLabel[tone="accent"] {{ color: {accent}; }}
QLabel[tone="second"] {{ color: {second}; }}
QLabel[tone="good"] {{ color: {good}; }}
QLabel[tone="warning"] {{ color: {warning}; }}
QLabel[tone="error"] {{ color: {error}; }}
QToolTip {{
    background: {surface}; color: {text}; border: 1px solid {edge}; padding: 1px 4px; font-size: 12px;
}}
"""

_FRAMES = """
QFrame[kind="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; }}
QFrame[kind="rule"] {{ background: {line}; border: none; }}
QFrame[kind="error"] {{ background: {error_fill}; border: 1px solid {error_edge}; border-radius: 6px; }}
QFrame[kind="warning"] {{ background: {warning_fill}; border: 1px solid {warning_edge}; border-radius: 6px; }}
QFrame[kind="info"], QFrame[kind="good"] {{
    background: {surface}; border: 1px solid {line}; border-radius: 6px;
}}
QFrame[kind="strip"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[kind="rail"] {{ background: {window}; border: none; border-right: 1px solid {line}; }}
QScrollArea, QScrollArea > QWidget > QWidget[kind="page"] {{ background: transparent; border: none; }}
QSplitter::handle {{ background: {line}; }}
"""

_BUTTONS = """
QPushButton {{
    min-height: 30px; padding: 0 12px; border: 1px solid {edge}; border-radius: 4px;
    background: {surface}; color: {text}; font-weight: 500; outline: none;
}}
QPushButton:hover, QPushButton:pressed, QPushButton:open {{ background: {sunken}; border-color: {control}; }}
QPushButton[kind="main"] {{
    min-height: 32px; padding: 0 17px; border: none; background: {accent}; color: {on_accent}; font-weight: 600;
}}
QPushButton[kind="main"][large="true"] {{ min-height: 40px; padding: 0 21px; font-size: 14px; }}
QPushButton[kind="main"]:hover, QPushButton[kind="main"]:pressed {{ background: {accent_hover}; }}
QPushButton[kind="small"] {{ min-height: 24px; padding: 0 9px; font-size: 12px; }}
QPushButton[kind="link"], QPushButton[kind="quiet"], QPushButton[kind="icon"] {{
    min-height: 24px; padding: 0 4px; border: 1px solid transparent; background: transparent;
}}
QPushButton[kind="link"], QPushButton[kind="quiet"] {{ font-size: 12px; }}
QPushButton[kind="link"] {{ color: {accent}; }}
QPushButton[kind="link"]:hover {{ color: {accent_hover}; text-decoration: underline; }}
QPushButton[kind="quiet"] {{ color: {text2}; }}
QPushButton[kind="quiet"]:hover {{ color: {text}; text-decoration: underline; }}
QPushButton[kind="icon"] {{ padding: 0; min-width: 24px; }}
QPushButton[kind="icon"]:hover {{ background: {sunken}; }}
QPushButton:disabled, QPushButton[kind="main"]:disabled {{
    background: {sunken}; border: 1px solid {line}; color: {text3};
}}
QPushButton[kind="main"]:disabled {{ min-height: 30px; font-weight: 500; }}
QPushButton[kind="main"][large="true"]:disabled {{ min-height: 38px; }}
QPushButton[kind="link"]:disabled, QPushButton[kind="quiet"]:disabled, QPushButton[kind="icon"]:disabled {{
    background: transparent; border-color: transparent;
}}
QPushButton[menu="true"] {{ padding-right: 18px; }}
QPushButton::menu-indicator {{
    image: url("{chevron}"); width: 16px; height: 16px;
    subcontrol-origin: padding; subcontrol-position: right center; right: 9px;
}}
QPushButton[kind="icon"]::menu-indicator {{ image: none; width: 0; }}
QCheckBox, QRadioButton {{ spacing: 8px; background: transparent; outline: none; min-height: 20px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {text3}; }}
QCheckBox::indicator, QAbstractItemView::indicator, QMenu::indicator:non-exclusive {{
    width: 14px; height: 14px; border: 1px solid {control}; border-radius: 3px; background: {surface};
}}
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover {{ border-color: {accent}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked, QMenu::indicator:non-exclusive:checked {{
    background: {accent}; border-color: {accent}; image: url("{check}");
}}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{
    background: {accent}; border-color: {accent}; image: url("{minus}");
}}
QCheckBox::indicator:disabled, QAbstractItemView::indicator:disabled {{
    border-color: {line}; background: {sunken};
}}
QCheckBox::indicator:checked:disabled, QAbstractItemView::indicator:checked:disabled {{
    image: url("{check_disabled}");
}}
QRadioButton::indicator {{
    width: 14px; height: 14px; border: 1px solid {control}; border-radius: 8px; background: {surface};
}}
QRadioButton::indicator:hover {{ border-color: {accent}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QRadioButton::indicator:disabled {{ border-color: {line}; background: {sunken}; }}
"""

_FIELDS = """
QLineEdit, QAbstractSpinBox, QComboBox {{
    min-height: 26px; max-height: 26px; padding: 0 8px; border: 1px solid {control}; border-radius: 4px;
    background: {surface}; color: {text};
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QAbstractSpinBox {{ padding: 0 2px 0 6px; }}
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {{ border-color: {text3}; }}
QLineEdit:focus, QAbstractSpinBox:focus {{ border-color: {accent}; }}
QLineEdit[bad="true"], QAbstractSpinBox[bad="true"], QComboBox[bad="true"] {{ border-color: {error}; }}
QLineEdit:read-only {{ background: {sunken}; border-color: {line}; }}
QLineEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {{
    background: {sunken}; border-color: {line}; color: {text3};
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: 14px; border: none; background: transparent;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; top: 3px; right: 3px; height: 11px; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; bottom: 3px; right: 3px; height: 11px; }}
QAbstractSpinBox::up-arrow, QAbstractSpinBox::down-arrow {{ width: 11px; height: 11px; }}
QAbstractSpinBox::up-arrow {{ image: url("{up}"); }}
QAbstractSpinBox::down-arrow {{ image: url("{down}"); }}
QAbstractSpinBox::up-arrow:hover {{ image: url("{up_strong}"); }}
QAbstractSpinBox::down-arrow:hover {{ image: url("{chevron}"); }}
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled,
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::down-arrow:off {{ image: none; }}
QComboBox {{ padding-right: 0; outline: none; combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: 26px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 16px; height: 16px; }}
QComboBox::down-arrow:disabled {{ image: url("{chevron_disabled}"); }}
QComboBox QAbstractItemView {{
    background: {surface}; border: 1px solid {edge}; padding: 3px; outline: none;
    selection-background-color: {soft}; selection-color: {text};
}}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 5px; border: none; }}
QPlainTextEdit, QTextEdit {{
    background: {surface}; border: 1px solid {control}; border-radius: 4px; padding: 4px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QTextEdit[kind="message"] {{ background: transparent; border: none; padding: 0; border-radius: 0; }}
QSlider {{ min-height: 20px; background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: {accent};
}}
QSlider::handle:horizontal:hover {{ background: {accent_hover}; }}
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{ background: {edge}; }}
QProgressBar {{
    min-height: 4px; max-height: 4px; border: 1px solid {line}; border-radius: 3px; background: {sunken};
    text-align: right;
}}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
"""

_LISTS = """
QAbstractItemView {{
    background: {surface}; border: none; outline: none; gridline-color: {line};
    alternate-background-color: {surface}; selection-background-color: {soft}; selection-color: {text};
}}
QTableView::item, QTreeView::item {{ border: none; border-bottom: 1px solid {line}; padding: 0 8px; }}
QListView::item {{ border: none; padding: 0 8px; }}
QTableView::item:hover, QTreeView::item:hover, QListView::item:hover {{ background: {sunken}; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{
    background: {soft}; color: {text};
}}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {text3}; border: none; border-bottom: 1px solid {line};
    padding: 0 11px; min-height: 27px; font-size: 12px; font-weight: 400;
}}
QHeaderView::section:hover {{ color: {text}; }}
QHeaderView::down-arrow {{ image: url("{down}"); width: 12px; height: 12px; }}
QHeaderView::up-arrow {{ image: url("{up}"); width: 12px; height: 12px; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QMenu {{ background: {surface}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 10px; border-radius: 4px; color: {text}; background: transparent; }}
QMenu::item:selected {{ background: {soft}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 6px; }}
QMenu::icon {{ padding-left: 6px; }}
QMenu::indicator {{ left: 6px; }}
QMessageBox {{ background: {surface}; }}
QMessageBox QLabel#qt_msgbox_label {{ font-size: 15px; font-weight: 600; min-width: 320px; }}
QMessageBox QLabel#qt_msgbox_informativelabel {{ color: {text2}; }}
"""

_SCROLL_BARS = """
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {control}; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; background: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""


def build(theme: Theme) -> str:
    """The whole application's stylesheet in the colours of `theme`."""
    pictures = {
        "check": svg.as_file("nakami-tick", theme.on_accent),
        "check_disabled": svg.as_file("nakami-tick", theme.text3),
        "minus": svg.as_file("nakami-dash", theme.on_accent),
        "chevron": svg.as_file("chevron-down", theme.text),
        "chevron_disabled": svg.as_file("chevron-down", theme.text3),
        "down": svg.as_file("chevron-down", theme.text3),
        "up": svg.as_file("chevron-up", theme.text3),
        "up_strong": svg.as_file("chevron-up", theme.text),
    }
    rules = _TEXT + _FRAMES + _BUTTONS + _FIELDS + _LISTS + _SCROLL_BARS
    return rules.format_map({**vars(theme), **pictures})
