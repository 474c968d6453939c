"""The settings of a run in words with their units: what a table has room for, and all of them. Light.

They are read from what `run.json` holds, which may be older or newer than this program, or damaged by hand: what is
missing takes its default, what makes no sense is shown as it stands.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import NakamiError
from core.numerals import percent
from core.pictures.split import Shares
from core.training.augmentation import Augmentation
from core.training.config import DEFAULT_LEARNING_RATES, TrainingConfig
from core.training.learning_rate import rate_text
from core.training.runs import RunFacts
from core.words import Sentence, plural, say, tr

_LONGEST_RAW = 60
_DEFAULTS = TrainingConfig().as_json()


@dataclass(frozen=True)
class Setting:
    """One setting of a run: what it is called and what was set. `key` is the same for every run."""

    key: str
    name: Sentence
    value: str


def enumerated(parts: Iterable[str]) -> str:
    """Words one after the other, as the language lists them; empty where there are none."""
    found = ""
    for part in parts:
        found = tr("{list}, {next}", list=found, next=part) if found else part
    return found


def in_short(facts: RunFacts) -> str:
    """What a row of a table has room for: length, batch, and whatever else is not as by default."""
    config, usual = with_defaults(facts.config), _DEFAULTS
    parts = [_text(_epochs, config["epochs"]), tr("batch {batch}", batch=_text(_count, config["batch_size"]))]
    optimizer, rate = config["optimizer"], config["learning_rate"]
    if optimizer != usual["optimizer"]:
        parts.append(_text(_optimizer_in_short, optimizer))
    known_rates = list(DEFAULT_LEARNING_RATES.items())
    if (optimizer, rate) not in known_rates:
        parts.append(tr("rate {rate}", rate=_text(_rate, rate)))
    parts += [_text(words, config[key]) for key, words in _IN_SHORT.items() if config[key] != usual[key]]
    if facts.rate_changes:
        parts.append(tr("rate changed by hand"))
    return enumerated(parts)


def all_settings(facts: RunFacts) -> tuple[Setting, ...]:
    """Every setting of a run, in an order to read them in: pictures, network, training, chance, versions."""
    config = with_defaults(facts.config)
    known = [
        Setting("pictures", say("Pictures"), facts.pictures),
        Setting("class_names", say("Classes"), enumerated(facts.class_names)),
        Setting("network", say("Network"), network_name(facts)),
        *(Setting(key, name, _text(words, config[key])) for key, (name, words) in _WORDS.items()),
        Setting("rate_changes", say("Rate changed by hand"), _rate_changes(facts)),
    ]
    others = [Setting(key, Sentence(_as_it_is(key)), _raw(value)) for key, value in config.items() if key not in _WORDS]
    versions = [
        Setting(f"version of {name}", Sentence(_PACKAGES.get(name, _as_it_is(name))), _raw(version))
        for name, version in facts.versions.items()
    ]
    return (*known, *others, *versions)


def network_name(facts: RunFacts) -> str:
    """The network's name in words; one of a later version as it stands."""
    return tr("tutorial network") if facts.network == "tutorial" else facts.network


def with_defaults(config: Mapping[str, Any]) -> dict[str, Any]:
    """What `run.json` keeps of the settings, with the default for whatever it lacks."""
    complete = dict(_DEFAULTS)
    for key, value in config.items():
        usual = complete.get(key)
        complete[key] = {**usual, **value} if isinstance(usual, dict) and isinstance(value, dict) else value
    return complete


# ---- values in words: each raises for what it cannot read


def _epochs(value: Any) -> str:
    return str(plural(value, say("1 epoch"), say("{count:,} epochs", count=value)))


def _count(value: Any) -> str:
    return f"{value:,}"


def _plain(value: Any) -> str:
    return f"{value:d}"


def _px(value: Any) -> str:
    return tr("{size} px", size=f"{value:d}")


def _rate(value: Any) -> str:
    return rate_text(float(value))


def _optimizer(value: Any) -> str:
    return {"adam": "Adam", "sgd": tr("SGD with momentum"), "rmsprop": "RMSprop"}[value]


def _optimizer_in_short(value: Any) -> str:
    return {"sgd": "SGD", "rmsprop": "RMSprop"}[value]


def _schedule_in_short(value: Any) -> str:
    return {"cosine": tr("cosine"), "plateau": tr("plateau")}[value]


def _schedule(value: Any) -> str:
    return {
        "constant": tr("constant"),
        "cosine": tr("falls as a cosine"),
        "plateau": tr("falls where it stands still"),
    }[value]


def _patience(value: Any) -> str:
    if not value:
        return tr("off")
    return str(plural(int(value), say("after 1 epoch"), say("after {count:,} epochs", count=int(value))))


def _patience_in_short(_value: Any) -> str:
    return tr("stops early")


def _resize(value: Any) -> str:
    return {"stretch": tr("stretched"), "crop": tr("cropped"), "pad": tr("padded")}[value]


def _shares(value: Any) -> str:
    return str(Shares(**{part: float(share) for part, share in value.items()}))


def _shares_in_short(value: Any) -> str:
    return tr("split {shares}", shares=_shares(value))


def _split_from_in_short(_value: Any) -> str:
    return tr("earlier split")


def _split_from(value: Any) -> str:
    return Path(value).name if value else tr("split anew")


def _keep_together(value: Any) -> str:
    return {None: tr("unless the folder has its own parts"), True: tr("yes"), False: tr("no")}[value]


def _augmentation(value: Any) -> str:
    settings = Augmentation(**value)
    if settings.kind == "off":
        return tr("off")
    if settings.kind == "turns":
        return tr("16 of each, turned and mirrored")
    bounds = [
        tr("turned up to {degrees}°", degrees=f"{settings.rotation_degrees:g}") if settings.rotation_degrees else "",
        tr("mirrored") if settings.mirror else "",
        tr("zoomed up to {share}", share=percent(settings.zoom)) if settings.zoom else "",
        tr("moved up to {share}", share=percent(settings.shift)) if settings.shift else "",
        tr("brightness up to {share}", share=percent(settings.brightness)) if settings.brightness else "",
        tr("contrast up to {share}", share=percent(settings.contrast)) if settings.contrast else "",
    ]
    return tr("at random: {bounds}", bounds=enumerated(filter(None, bounds)) or tr("none"))


def _augmentation_in_short(_value: Any) -> str:
    return tr("varied")


def _switch(value: Any) -> str:
    return {True: tr("on"), False: tr("off")}[value]


def _class_weights_in_short(_value: Any) -> str:
    return tr("class weights")


def _reproducible_in_short(_value: Any) -> str:
    return tr("reproducible")


def _dropout_in_short(_value: Any) -> str:
    return tr("no dropout")


def _dropout(value: Any) -> str:
    return {True: tr("with"), False: tr("without")}[value]


def _megabytes(value: Any) -> str:
    return tr("{size} MB", size=f"{value:,}")


def _rate_changes(facts: RunFacts) -> str:
    changes = (
        tr("epoch {epoch}: {rate}", epoch=each.epoch, rate=_rate(each.learning_rate)) for each in facts.rate_changes
    )
    return enumerated(changes) or tr("no")


_Words = Callable[[Any], str]

_WORDS: dict[str, tuple[Sentence, _Words]] = {
    "image_size_px": (say("Image size"), _px),
    "resize": (say("Made square"), _resize),
    "with_dropout": (say("Dropout"), _dropout),
    "epochs": (say("Epochs"), _count),
    "batch_size": (say("Batch size"), _count),
    "optimizer": (say("Optimizer"), _optimizer),
    "learning_rate": (say("Learning rate"), _rate),
    "schedule": (say("Schedule of the rate"), _schedule),
    "early_stopping": (say("Stop early"), _patience),
    "class_weights": (say("Classes weigh the same"), _switch),
    "augmentation": (say("Variations"), _augmentation),
    "shares": (say("Training/validation/test"), _shares),
    "split_from": (say("Split as in"), _split_from),
    "keep_together": (say("Near-identical together"), _keep_together),
    "seed": (say("Seed"), _plain),
    "reproducible": (say("Same bits on every run"), _switch),
    "kept_epochs_mb": (say("Room for kept epochs"), _megabytes),
}

# What a short line says of a setting that is not as by default.
_IN_SHORT: dict[str, _Words] = {
    "image_size_px": _px,
    "with_dropout": _dropout_in_short,
    "schedule": _schedule_in_short,
    "early_stopping": _patience_in_short,
    "resize": _resize,
    "augmentation": _augmentation_in_short,
    "class_weights": _class_weights_in_short,
    "split_from": _split_from_in_short,
    "shares": _shares_in_short,
    "reproducible": _reproducible_in_short,
}

_PACKAGES = {"tensorflow": "TensorFlow", "keras": "Keras", "numpy": "NumPy", "python": "Python"}


def _text(words: _Words, value: Any) -> str:
    try:
        return words(value)
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError, NakamiError):
        return _raw(value)


def _raw(value: Any) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST_RAW else text[: _LONGEST_RAW - 1] + "…"


def _as_it_is(name: str) -> str:
    """A name for which there is no word, to stand where a template stands."""
    return name.replace("{", "{{").replace("}", "}}")
