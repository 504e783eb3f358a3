//! That each kind of difference is seen: the files as they are with one thing changed.

use crate::problems;
use crate::sides::Sides;

/// Changes one place of a file that stands there once, and looks for exactly these problems.
#[track_caller]
fn check(sides: &Sides, (path, old, new): (&str, &str, &str), expected: &[&str]) {
    assert_eq!(problems(&sides.with(path, old, new)), expected, "{path}: {old} → {new}");
}

#[test]
fn an_event_that_only_one_side_knows_is_seen() {
    let sides = Sides::read();
    check(
        &sides,
        ("web/install.js", "tell('kn-installed')", "tell('kn-instaled')"),
        &[
            "kn-installed: who sends it: install.js is in the list, but not seen",
            "kn-instaled: install.js uses it, and it is not in the list",
            "install.js: kn-instaled is not in the list",
        ],
    );
    check(
        &sides,
        ("web/install.js", "addEventListener('kn-install'", "addEventListener('kn-instal'"),
        &[
            "kn-install: who listens to it: install.js is in the list, but not seen",
            "kn-instal: install.js uses it, and it is not in the list",
            "install.js: kn-instal is not in the list",
        ],
    );
    check(
        &sides,
        ("src/platform/contract.rs", "Sent(\"kn-rescue\")", "Sent(\"kn-help\")"),
        &[
            "kn-rescue: who sends it: program is in the list, but not seen",
            "kn-help: program uses it, and it is not in the list",
        ],
    );
    check(
        &sides,
        ("src/platform/contract.rs", "\"kn-stale\"", "\"kn-old\""),
        &[
            "kn-stale: who listens to it: program is in the list, but not seen",
            "kn-old: program uses it, and it is not in the list",
        ],
    );
    check(
        &sides,
        ("web/lasting.js", "addEventListener('kn-file-saved'", "addEventListener('click'"),
        &["kn-file-saved: who listens to it: lasting.js is in the list, but not seen"],
    );
    check(
        &sides,
        ("web/crash.js", "window.addEventListener('kn-panic', crashed);", "// addEventListener('kn-panic')"),
        &["kn-panic: who listens to it: crash.js is in the list, but not seen"],
    );
}

#[test]
fn an_event_that_nobody_sends_or_hears_is_seen() {
    let sides = Sides::read();
    let row = "\"kn-idle\": { \"from\": [\"boot.js\"], \"to\": [\"program\"]";
    check(
        &sides,
        ("web/contract.js", row, "\"kn-idle\": { \"from\": [], \"to\": [\"program\"]"),
        &["kn-idle: nobody sends it", "kn-idle: who sends it: boot.js is not in the list"],
    );
    check(
        &sides,
        ("web/contract.js", row, "\"kn-idle\": { \"from\": [\"boot.js\"], \"to\": []"),
        &["kn-idle: nobody listens to it", "kn-idle: who listens to it: program is not in the list"],
    );
}

#[test]
fn a_constant_that_the_program_does_not_use_is_seen() {
    let sides = Sides::read();
    check(
        &sides,
        ("src/platform/page.rs", "tell(sent::PANIC)", "stop()"),
        &["sent::PANIC is used nowhere in the program"],
    );
    check(
        &sides,
        ("src/platform/events.rs", "(heard::IDLE,", "(\"kn-idle\","),
        &[
            "heard::IDLE is used nowhere in the program",
            "src/platform/events.rs: kn-idle belongs into src/platform/contract.rs",
        ],
    );
    check(
        &sides,
        ("src/platform/bridge.rs", "window_property(global::PASSING)", "window_property(\"knPassing\")"),
        &[
            "global::PASSING is used nowhere in the program",
            "src/platform/bridge.rs: knPassing belongs into src/platform/contract.rs",
        ],
    );
}

#[test]
fn a_word_that_only_one_side_knows_is_seen() {
    let sides = Sides::read();
    check(
        &sides,
        ("web/sending.js", "done ? 'done' : 'failed'", "done ? 'ok' : 'failed'"),
        &["kn-copied: sending.js says \"ok\", which is not in the list"],
    );
    check(
        &sides,
        ("src/platform/contract.rs", "\"never\"", "\"not\""),
        &["words of the program: not is not in the list", "words of the program: never is in the list, but not seen"],
    );
    check(
        &sides,
        ("web/contract.js", "\"detail\": [\"yes\", \"no\"], \"otherwise\": \"no\"", "\"detail\": [\"yes\", \"no\"]"),
        &[
            "kn-persisted: no word of it is the one that everything else counts as",
            "words of the program: no is in the list, but not seen",
        ],
    );
    check(
        &sides,
        ("web/boot.js", "window.knLater === 'here'", "window.knLater === 'there'"),
        &["knLater: boot.js asks for \"there\", which is not in the list"],
    );
}

#[test]
fn a_property_that_only_one_side_knows_is_seen() {
    let sides = Sides::read();
    check(
        &sides,
        ("web/writer.js", "window.knWriter = state", "window.knWrites = state"),
        &[
            "knWriter: who sets it: writer.js is in the list, but not seen",
            "knWrites: writer.js uses it, and it is not in the list",
        ],
    );
    check(
        &sides,
        ("src/platform/contract.rs", "\"knFound\"", "\"knRead\""),
        &[
            "knFound: who reads it: program is in the list, but not seen",
            "knRead: program uses it, and it is not in the list",
        ],
    );
    check(
        &sides,
        ("xtask/src/keeper.rs", "self.knVersion=", "self.version="),
        &["knVersion: who sets it: xtask/src/keeper.rs is in the list, but not seen"],
    );
}

#[test]
fn an_element_or_attribute_of_another_name_is_seen() {
    let sides = Sides::read();
    check(
        &sides,
        ("src/platform/contract.rs", "\"app\"", "\"place\""),
        &["element app: program is in the list, but not seen"],
    );
    check(
        &sides,
        ("index.html", "id=\"app\"", "id=\"page\""),
        &["element app: index.html is in the list, but not seen"],
    );
    check(
        &sides,
        ("web/boot.js", "Number(tag.dataset.bytes)", "0"),
        &["attribute data-bytes: who reads it: boot.js is in the list, but not seen"],
    );
    check(
        &sides,
        ("xtask/src/html.rs", " data-bytes=\\\"{bytes}\\\"{parts}", "{parts}"),
        &["attributes that the build writes: data-bytes is in the list, but not seen"],
    );
}

#[test]
fn a_store_of_another_name_is_seen() {
    let sides = Sides::read();
    check(
        &sides,
        (
            "src/store/names.rs",
            "const SNAPSHOT: &str = \"ket-nap/folded/\"",
            "const SNAPSHOT: &str = \"ket-nap/whole/\"",
        ),
        &[
            "name ket-nap/folded/: program is in the list, but not seen",
            "src/store/names.rs: ket-nap/whole/ is not in the list",
        ],
    );
    check(
        &sides,
        ("web/second.js", "(book|folded)", "(book|whole)"),
        &[
            "name ket-nap/folded/: second.js is in the list, but not seen",
            "second.js: ket-nap/whole/ is not in the list",
        ],
    );
    check(
        &sides,
        ("web/writer.js", "const LEASE = 'ket-nap/lease'", "const LEASE = 'ket-nap/owner'"),
        &["name ket-nap/lease: writer.js is in the list, but not seen", "writer.js: ket-nap/owner is not in the list"],
    );
    check(
        &sides,
        ("web/off.js", "'ket-nap-files-'", "'ket-nap-parts-'"),
        &["name ket-nap-files-: off.js is in the list, but not seen", "off.js: ket-nap-parts- is not in the list"],
    );
    check(
        &sides,
        ("web/second.js", "objectStore('texts')", "objectStore('all')"),
        &["second.js: the store all is not in the list"],
    );
    check(
        &sides,
        (
            "src/store/backup.rs",
            "const GENERATION: &str = \"ket-nap/backup/\"",
            "const GENERATION: &str = \"ket-nap/older/\"",
        ),
        &[
            "name ket-nap/backup/: program is in the list, but not seen",
            "src/store/backup.rs: ket-nap/older/ is not in the list",
        ],
    );
}

#[test]
fn a_message_that_only_one_side_knows_is_seen() {
    let sides = Sides::read();
    check(
        &sides,
        ("web/versions.js", "await ask(registration.active, 'use')", "await ask(registration.active, 'take')"),
        &[
            "question use: who asks it: versions.js is in the list, but not seen",
            "question take: versions.js asks it, and it is not in the list",
        ],
    );
    check(
        &sides,
        ("web/keeper.js", "case 'back':", "case 'former':"),
        &[
            "questions to the worker: former is not in the list",
            "questions to the worker: back is in the list, but not seen",
        ],
    );
    check(
        &sides,
        ("web/keeper.js", "return 'here'", "return 'there'"),
        &[
            "answers of the worker: there is not in the list",
            "answers of the worker: here is in the list, but not seen",
        ],
    );
    check(
        &sides,
        ("index.html", "said === 'used'", "said === 'done'"),
        &["answers of the worker: index.html knows done, which is not in the list"],
    );
    check(
        &sides,
        ("web/versions.js", "data === 'failed'", "data === 'refused'"),
        &["answers of the worker: versions.js does not know failed"],
    );
    check(
        &sides,
        ("web/keeper.js", "    former: !!former", "    before: !!former"),
        &[
            "parts of the worker's state: before is not in the list",
            "parts of the worker's state: former is in the list, but not seen",
        ],
    );
    check(
        &sides,
        ("index.html", "known.former", "known.before"),
        &[
            "part former of the worker's state: index.html does not read it",
            "part before of the worker's state: index.html reads it, and it is not in the list",
        ],
    );
    check(
        &sides,
        ("web/crash.js", "postMessage({ fails:", "postMessage({ crashed:"),
        &[
            "note fails: who says it: crash.js is in the list, but not seen",
            "note crashed: crash.js says it, and it is not in the list",
        ],
    );
    check(
        &sides,
        ("web/keeper.js", "await tellPages('switched')", "await tellPages('changed')"),
        &[
            "what the worker tells pages: changed is not in the list",
            "what the worker tells pages: switched is in the list, but not seen",
        ],
    );
    check(
        &sides,
        ("web/versions.js", "data === 'switched'", "data === 'changed'"),
        &["switched of the worker: who listens to it: versions.js is in the list, but not seen"],
    );
    check(
        &sides,
        ("web/keeper.js", "? 'full' : 'line'", "? 'full' : 'net'"),
        &["reasons of the worker: line is in the list, but not seen"],
    );
}
