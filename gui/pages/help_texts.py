"""What the Help page says, in the language of the moment: a text per page, and the words of the field."""

from dataclasses import dataclass

from core.words import tr


@dataclass(frozen=True)
class Explanation:
    """What a page is for, how to use it in a few steps, and its keys as (key sequence, what it does)."""

    page: str
    title: str
    purpose: str
    steps: tuple[str, ...]
    keys: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Term:
    """A word of the field in plain words."""

    word: str
    meaning: str


def explanations() -> tuple[Explanation, ...]:
    """One for each page, in the order of the work."""
    return (_pictures(), _training(), _inside(), _results(), _classify(), _settings())


def keys_everywhere() -> tuple[tuple[str, str], ...]:
    """Keys that hold on every page."""
    return (
        ("Ctrl+1", tr("Pictures")),
        ("Ctrl+2", tr("Training")),
        ("Ctrl+3", tr("Inside")),
        ("Ctrl+4", tr("Results")),
        ("Ctrl+5", tr("Classify")),
        ("F1", tr("Explain the page in sight")),
    )


def _pictures() -> Explanation:
    return Explanation(
        "pictures",
        tr("Pictures"),
        tr("Here you choose what the network learns from: a folder with one subfolder for each class."),
        (
            tr(
                "Make a folder, and in it a subfolder for each thing to tell apart: “cats”, “dogs”, “birds”. A few "
                "dozen pictures in each are a start, a few hundred are good."
            ),
            tr("Drop the folder on the window, or choose it. To try first, take the sample creatures."),
            tr(
                "Read “Health” before you train: what is wrong with the pictures, what would follow from it, and a "
                "button that mends it. Every mend can be undone; your files are only read, never changed."
            ),
            tr(
                "Click a picture to see it large; a double click on a row shows its whole class. The row’s menu "
                "renames, merges or leaves out a class. Photos that you drop on a row are copied and added to it."
            ),
            tr(
                "Split, Size and Variations say how pictures are shared out, made square and varied for training. The "
                "defaults are good to begin with."
            ),
        ),
        (
            ("Ctrl+O", tr("Open a folder of pictures")),
            ("F2", tr("Rename the chosen class")),
            ("Del", tr("Leave out the chosen class")),
            ("Ctrl+V", tr("Add the copied picture to the chosen class")),
            ("Ctrl+Z", tr("Undo the last change to the pictures")),
            ("Ctrl+Shift+Z", tr("Make it again")),
        ),
    )


def _training() -> Explanation:
    return Explanation(
        "training",
        tr("Training"),
        tr("Here the network learns, and you watch loss and accuracy move while it does."),
        (
            tr(
                "Most of each class is for training, some for validation, and some for a test that comes once, at the "
                "very end. The shares are set on the Pictures page."
            ),
            tr(
                "Press “Start training”. The defaults are good to begin with. “Find…” tries learning rates on a few "
                "batches, “Measure” says how long an epoch will take."
            ),
            tr(
                "Watch both curves. Training loss falls almost always; what counts is whether validation loss "
                "falls with it. The epoch where it is lowest is the best: its network is kept for answers and tested."
            ),
            tr(
                "Pause and Stop are at the bottom of the window. While paused, the learning rate can be changed. A run "
                "that was stopped, or cut off by a crash, goes on from the Runs table where its last epoch ended."
            ),
            tr(
                "Point at a curve to read its values, drag over it to look closer, and tick earlier runs to lay their "
                "curves over it and see what was set differently."
            ),
        ),
        (
            ("Space", tr("Pause, and go on")),
            ("Esc", tr("Stop; asks first")),
            ("F2", tr("Rename the chosen run")),
            ("Del", tr("Move the chosen run to the trash")),
            ("Right", tr("Read the curves epoch by epoch, once Tab has led to a plot")),
        ),
    )


def _inside() -> Explanation:
    return Explanation(
        "inside",
        tr("Inside"),
        tr("Here you see what every layer makes of one picture, and how each of its numbers came about."),
        (
            tr(
                "Train a network, open a model or an earlier run, and choose a picture. While a training runs, what "
                "you see moves with it."
            ),
            tr("Walk along the layers from left to right: each takes what the one before it made."),
            tr(
                "Click any cell: the panel at the right shows the arithmetic behind its number. “Slide the filter” "
                "shows how a convolution fills its picture, “Trace back” follows a number down to the pixels."
            ),
            tr(
                "“Filters” shows the kernels of a convolution themselves, and how they changed since the first epoch. "
                "The slider at the bottom goes back through the epochs of a run."
            ),
            tr(
                "“Why this answer” lays heat over the photo: where the network found what speaks for a class. "
                "“Over-fitting” sets the same training with and without Dropout side by side."
            ),
        ),
        (
            ("Ctrl+Right", tr("The next cell")),
            ("+", tr("Larger pictures")),
            ("Ctrl+Shift+O", tr("Open a model or an earlier run")),
        ),
    )


def _results() -> Explanation:
    return Explanation(
        "results",
        tr("Results"),
        tr("Here you see how good a network is, on which pictures it fails, and what to do about them."),
        (
            tr(
                "The test pictures were never learned from. On few of them an accuracy is only roughly known: “could "
                "be 65 to 85 %” is the range in which it lies 95 times in 100."
            ),
            tr(
                "Each row of the matrix is a class, each column what the network said. Click a cell for its pictures. "
                "Drop a folder on this page to judge the network by other pictures of the same classes."
            ),
            tr(
                "The worst mistakes come first: what it looked at, and which training pictures they looked like. "
                "Exclude what is wrong, or move it to its class: your files stay as they are, and every step can be "
                "undone. Then train again and compare the runs."
            ),
            tr(
                "Mistakes among test pictures show what the network cannot do. Leaving those out makes the test "
                "easier, not the network better: look for wrong labels among the training pictures."
            ),
            tr(
                "“How sure” sets what the network says beside how often it is right. A photo whose colours and "
                "textures are far from all training pictures is called unlike all that it knows. Measured: of a "
                "foreign photo and a test picture, the foreign one was farther in 82 of 100 pairs (AUROC 0.82, from "
                "0.65 to 0.99 over three networks and other sets of photos)."
            ),
        ),
        (
            ("Esc", tr("Back to the results")),
            ("Del", tr("Exclude the chosen pictures")),
            ("M", tr("Move the chosen pictures to another class")),
            ("Ctrl+Z", tr("Undo the last change to the pictures")),
        ),
    )


def _classify() -> Explanation:
    return Explanation(
        "classify",
        tr("Classify"),
        tr("Here the network names what is on photos that it has never seen."),
        (
            tr("Train a network first, or open a model or an earlier run."),
            tr("Drop one photo or many on the window, choose them, or paste one."),
            tr("The bars show how the network shares 100 % out among the classes. The longest is its answer."),
            tr(
                "It can only answer with the classes that it was trained on. A photo that is far from all of its "
                "training pictures is called so; on others of something else it is wrong, however sure it looks."
            ),
            tr(
                "A folder of thousands fills a table as it goes. Save it for a spreadsheet, or sort copies of the "
                "photos into folders; the photos themselves stay where they are."
            ),
        ),
        (("Ctrl+V", tr("Paste a picture")), ("Ctrl+Shift+O", tr("Open a model or an earlier run"))),
    )


def _settings() -> Explanation:
    return Explanation(
        "settings",
        tr("Settings"),
        tr("Here you choose language and appearance, and see where the program keeps its files."),
        (
            tr("A choice holds at once. A training that runs goes on."),
            tr("Every training keeps a folder under “Runs”; delete the ones that you no longer need."),
            tr("The cache holds decoded pixels and may be deleted: it is filled again from your pictures."),
        ),
    )


def terms() -> tuple[Term, ...]:
    """The words of the field, those of training first, then those of the layers in their order."""
    return (*_terms_of_training(), *_terms_of_layers())


def _terms_of_training() -> tuple[Term, ...]:
    return (
        Term(tr("Epoch"), tr("One pass through all training pictures, in a new order each time.")),
        Term(
            tr("Batch"), tr("The few pictures that are looked at before the network is adjusted once: 32 by default.")
        ),
        Term(
            tr("Loss"),
            tr("How far the answers are from the right ones, as one number. Training makes it smaller; 0 is perfect."),
        ),
        Term(
            tr("Augmentation"),
            tr(
                "Training pictures shown varied: turned, mirrored, brighter. What is on them stays the same, so the "
                "network learns not to mind. Pictures for validation and test are never varied."
            ),
        ),
        Term(
            tr("Class weights"),
            tr("Mistakes in a small class count for more, so that a large class does not drown it."),
        ),
        Term(tr("Accuracy"), tr("The share of pictures whose first answer is right.")),
        Term(
            tr("Validation"),
            tr(
                "A check after every epoch on pictures that are not learned from. The epoch with the lowest "
                "validation loss is the best one."
            ),
        ),
        Term(
            tr("Test"),
            tr(
                "The last check, once, on pictures that played no part in learning or in choosing: how well it "
                "does on new photos."
            ),
        ),
        Term(
            tr("Overfitting"),
            tr(
                "Learning the training pictures by heart instead of what they have in common: training loss "
                "falls, validation loss rises."
            ),
        ),
    )


def _terms_of_layers() -> tuple[Term, ...]:
    return (
        Term(
            tr("Rescaling"),
            tr("The first step: pixels from 0 to 255 are divided by 256, so that the numbers are below 1."),
        ),
        Term(
            tr("Kernel, filter"),
            tr(
                "A small square of numbers, 3 × 3 here, that slides over the picture. At each place it is "
                "multiplied with what lies under it and summed: how alike the two are."
            ),
        ),
        Term(
            tr("Activation"),
            tr("What a layer answers to a picture. Also the function that a layer's numbers go through."),
        ),
        Term("ReLU", tr("The activation function that makes every negative number 0 and leaves the others.")),
        Term(tr("Pooling"), tr("Keeps the strongest of each 2 × 2 numbers: half as wide, half as high.")),
        Term(
            tr("Dropout"),
            tr(
                "Sets a random part of the values to 0 while training (25 % or 50 %), so that nothing relies on a "
                "single one. Off when it answers."
            ),
        ),
        Term(tr("Flatten"), tr("Lays all numbers end to end in one row.")),
        Term(tr("Dense"), tr("Ties every number to every node, each tie with its own weight.")),
        Term(tr("Softmax"), tr("Turns the last numbers into shares that add up to 100 %.")),
        Term(
            tr("Receptive field"),
            tr("The part of the photo that one number can see. The deeper the layer, the larger it is."),
        ),
        Term(
            tr("Heat map (Grad-CAM)"),
            tr("Shows where the last pictures of the network spoke for a class, laid over the photo."),
        ),
    )
