// What the program (Rust) and the loader (these scripts) agree on: each name that both sides use, and each word that
// goes from one to the other. A script is named by its file, the program is "program". No page gets this file. What
// stands between the round brackets is JSON: tests/contract reads it and holds both sides to it, and tsc takes the types
// of events and messages from it (web/page.d.ts, web/messages.d.ts).
export const contract = /** @type {const} */ ({
  "events": {
    "kn-mount": { "from": ["boot.js"], "to": ["program"], "detail": "nothing", "says": "the program may draw now" },
    "kn-idle": { "from": ["boot.js"], "to": ["program"], "detail": "nothing", "says": "the person has seen the page for a while" },
    "kn-panic": { "from": ["program"], "to": ["crash.js"], "detail": "nothing", "says": "the program has stopped" },

    "kn-later": { "from": ["later.js"], "to": ["program", "boot.js"], "detail": "nothing", "says": "knLater has changed" },
    "kn-fetch-later": { "from": ["program"], "to": ["later.js"], "detail": "nothing", "says": "try again to get the later parts" },

    "kn-second-write": { "from": ["program"], "to": ["second.js", "lasting.js"], "detail": "changes", "says": "write all of it into the second copy, or nothing" },
    "kn-second-done": { "from": ["second.js"], "to": ["program", "lists.js"], "detail": ["", "Denied", "Full", "Failed"], "otherwise": "Failed", "says": "one for each write, in order; empty when it is written" },
    "kn-persisted": { "from": ["second.js"], "to": ["program"], "detail": ["yes", "no"], "otherwise": "no", "says": "whether the browser will not clear the second copy away by itself" },

    "kn-take-over": { "from": ["program"], "to": ["writer.js"], "detail": "nothing", "says": "the person wants to write in this page" },
    "kn-writer": { "from": ["writer.js"], "to": ["program"], "detail": "nothing", "says": "this page writes now; knFound has been read again" },
    "kn-reader": { "from": ["writer.js"], "to": ["program"], "detail": "nothing", "says": "another page has taken over" },
    "kn-stale": { "from": ["writer.js", "lists.js"], "to": ["program"], "detail": "nothing", "says": "another page has written, or the vault is turned on or off; knFound has been read again" },

    "kn-file-save": { "from": ["program"], "to": ["files.js"], "detail": "name and text", "says": "let the person save this file; sent while a tap is handled" },
    "kn-file-saved": { "from": ["files.js"], "to": ["program", "lasting.js"], "detail": ["checked", "handed"], "otherwise": "handed", "says": "written and read back, or handed to the browser and no more known" },
    "kn-file-open": { "from": ["program"], "to": ["files.js"], "detail": "nothing", "says": "let the person choose a file; sent while a tap is handled" },
    "kn-file-read": { "from": ["files.js", "lists.js", "workers.js"], "to": ["program"], "detail": "text", "says": "the text of the file chosen; of lists, parcels and codes, how far they are and what they would bring" },
    "kn-file-failed": { "from": ["files.js", "sending.js"], "to": ["program"], "detail": ["cancelled", "different", "large", "failed"], "otherwise": "failed", "says": "why no file was saved or read; old browsers do not tell of 'cancelled'" },
    "kn-lists-read": { "from": ["program"], "to": ["lists.js"], "detail": "one text", "says": "read the files that were chosen, with a row of texts: the book, today, who is at home, headings and their fields; with a row before it, make what that stands for; with a word, show codes, look for them, close both, share, copy, erase, lock, read the second copy again, or read what was pasted; with an empty text, stop and forget the files" },
    "kn-copy": { "from": ["program"], "to": ["files.js"], "detail": "one text", "says": "put this text on the clipboard; sent while a tap is handled" },
    "kn-copied": { "from": ["sending.js"], "to": ["program"], "detail": ["done", "failed"], "otherwise": "failed", "says": "whether the browser let it" },
    "kn-rescue": { "from": ["program"], "to": ["files.js"], "detail": "nothing", "says": "hand over all that the stores hold, readable or not, as one file" },

    "kn-backup-write": { "from": ["program"], "to": ["backups.js"], "detail": "changes", "says": "write these generations" },
    "kn-backup-done": { "from": ["backups.js"], "to": ["program"], "detail": ["", "Failed"], "otherwise": "Failed", "says": "empty when each was written and read back" },
    "kn-backup-read": { "from": ["program"], "to": ["backups.js"], "detail": "nothing", "says": "read the generations" },
    "kn-backup-found": { "from": ["backups.js", "lists.js"], "to": ["program"], "detail": "texts", "says": "the generations that there are; unasked where there is no book" },

    "kn-can-install": { "from": ["install.js"], "to": ["program"], "detail": "nothing", "says": "the page may offer to be installed" },
    "kn-install": { "from": ["program"], "to": ["install.js"], "detail": "nothing", "says": "the person wants it installed" },
    "kn-installed": { "from": ["install.js"], "to": ["program"], "detail": "nothing", "says": "it is installed" },

    "kn-offline": { "from": ["versions.js"], "to": ["program"], "detail": ["ready", "line", "host", "full", "never"], "otherwise": "line", "says": "whether the page opens without a network, or why not" },
    "kn-offline-ready": { "from": ["versions.js"], "to": ["program"], "detail": "nothing", "says": "it does from now on; told once" },
    "kn-new-version": { "from": ["versions.js"], "to": ["program"], "detail": "digits", "says": "bytes of another version that are still to be fetched" },
    "kn-fetch-version": { "from": ["program"], "to": ["versions.js"], "detail": "nothing", "says": "fetch them" },
    "kn-version-part": { "from": ["versions.js"], "to": ["program"], "detail": "digits", "says": "how much of them has come, in percent" },
    "kn-version-failed": { "from": ["versions.js"], "to": ["program"], "detail": ["line", "host", "full"], "otherwise": "line", "says": "why the rest has not come" },
    "kn-activate-version": { "from": ["program"], "to": ["versions.js"], "detail": "nothing", "says": "change to that version; this page is loaded again" },
    "kn-new-version-active": { "from": ["versions.js"], "to": ["program"], "detail": "nothing", "says": "another page has changed the version under this one" }
  },
  "globals": {
    "knInside": { "sets": ["index.html"], "reads": ["index.html", "xtask/src/html.rs"], "says": "the program that shows this page inside itself" },
    "knTrust": { "sets": ["index.html"], "reads": ["trust.js"], "says": "makes addresses of scripts" },
    "knBoot": { "sets": ["index.html"], "reads": ["boot.js", "crash.js"], "says": "the loading page" },
    "knStore": { "sets": ["index.html"], "reads": ["backups.js", "erase.js", "files.js", "lists.js", "second.js"], "says": "what is kept in this machine" },
    "knStarted": { "sets": ["boot.js"], "reads": ["index.html"], "says": "the loader runs" },
    "knFound": { "sets": ["second.js"], "reads": ["program", "second.js"], "says": "what the second copy holds" },
    "knWriter": { "sets": ["writer.js"], "reads": ["program"], "says": "whether this page writes" },
    "knInstall": { "sets": ["install.js"], "reads": ["program"], "says": "whether the page may offer to be installed" },
    "knPassing": { "sets": ["lasting.js"], "reads": ["program"], "says": "what is kept here may not outlive the page" },
    "knLater": { "sets": ["later.js"], "reads": ["program", "boot.js"], "words": ["coming", "failed", "forms", "forms-failed", "stored", "stored-failed", "vault", "vault-failed", "here"], "otherwise": "here", "says": "how it stands with the later parts" },
    "knAfter": { "sets": ["after.js"], "reads": ["boot.js", "later.js"], "says": "the script of what can wait has come" },
    "knOffline": { "sets": ["versions.js"], "reads": ["tests/browser/lib.rs"], "says": "whether the page opens without a network" },
    "knVersion": { "sets": ["xtask/src/keeper.rs"], "reads": ["keeper.js"], "says": "the name of the worker's version" },
    "knFiles": { "sets": ["xtask/src/keeper.rs"], "reads": ["keeper.js"], "says": "its files" }
  },
  "elements": {
    "app": { "in": ["index.html", "boot.js", "program"], "says": "where the program draws" },
    "program": { "in": ["xtask/src/html.rs", "index.html", "boot.js", "crash.js", "program"], "says": "the tag of the loader's script" },
    "kn-crash": { "in": ["index.html", "crash.js"], "says": "the notice that the program has stopped" },
    "kn-file": { "in": ["files.js", "tests/browser/lib.rs"], "says": "the box that a file is chosen with" },
    "kn-undo": { "in": ["boxes.js", "program"], "says": "the button that takes back the last step" },
    "kn-redo": { "in": ["boxes.js", "program"], "says": "the hidden one that does it again" },
    "kn-lock": { "in": ["lock.js", "program"], "says": "the button that locks the page, while there is something to lock" },
    "kn-codes": { "in": ["codes.js", "program"], "says": "where codes are shown" },
    "kn-sheet-code": { "in": ["sheet.js", "program"], "says": "where the code of a sheet of paper is drawn" },
    "kn-camera": { "in": ["codes.js", "program"], "says": "where it is shown what the camera sees" },
    "kn-pasted": { "in": ["lists.js", "program"], "says": "the box for what came in a message" },
    "kn-quiet": { "in": ["index.html"], "says": "class of a button that does not stand out" },
    "kn-covered": { "in": ["lock.js"], "says": "class of the page while nothing of it is to be seen" },
    "kn-way": { "in": ["index.html"], "says": "class of the way to another browser" }
  },
  "attributes": {
    "data-wasm": { "reads": ["boot.js", "crash.js"], "says": "the first part of the program" },
    "data-bytes": { "reads": ["boot.js"], "says": "its length" },
    "data-parts": { "reads": ["later.js"], "says": "its later parts, in the order in which they are fetched" },
    "data-after": { "reads": ["later.js"], "says": "the script of what can wait" },
    "data-build": { "reads": ["program"], "says": "which build of its version the program is" }
  },
  "names": {
    "ket-nap/": { "in": ["program", "index.html", "writer.js", "erase.js"], "of": "local storage", "says": "in front of each text of the program" },
    "ket-nap/book/": { "in": ["program", "second.js"], "of": "local storage", "says": "in front of bundles of changes" },
    "ket-nap/folded/": { "in": ["program", "second.js"], "of": "local storage", "says": "in front of snapshots" },
    "ket-nap/device": { "in": ["program", "erase.js"], "of": "local storage", "says": "the number of the device" },
    "ket-nap/preferences": { "in": ["program"], "of": "local storage", "says": "how the person likes the page" },
    "ket-nap/vault": { "in": ["program"], "of": "local storage", "says": "the header of the vault: who may open it" },
    "ket-nap/erasing": { "in": ["program"], "of": "local storage", "says": "that something is being erased for good" },
    "ket-nap/backup": { "in": ["program"], "of": "local storage", "says": "what is known of backups" },
    "ket-nap/lease": { "in": ["program", "index.html", "writer.js", "erase.js"], "of": "local storage", "says": "which page writes, where there are no locks" },
    "kn-lasting": { "in": ["lasting.js"], "of": "local storage", "says": "the mark that an earlier load has left" },
    "ket-nap": { "in": ["index.html", "writer.js"], "of": "IndexedDB and locks", "says": "the second copy; the lock of the page that writes" },
    "texts": { "in": ["index.html", "second.js"], "of": "IndexedDB", "says": "the one store of the second copy" },
    "ket-nap-backups": { "in": ["index.html", "backups.js", "erase.js"], "of": "Cache Storage", "says": "the generations" },
    "kn-backup/": { "in": ["index.html", "backups.js"], "of": "Cache Storage", "says": "in front of the name of a generation" },
    "a": { "in": ["program", "index.html"], "of": "Cache Storage", "says": "a generation" },
    "b": { "in": ["program", "index.html"], "of": "Cache Storage", "says": "the other generation" },
    "ket-nap-files-": { "in": ["keeper.js", "off.js"], "of": "Cache Storage", "says": "the files of versions; the worker's scope follows" },
    "ket-nap-precache-": { "in": ["keeper.js", "off.js"], "of": "Cache Storage", "says": "those of the workers before this one" },
    "ket-nap-scanned": { "in": ["scanner.js", "program"], "of": "files", "says": "what a card is called that was scanned into a box" },
    "kn-locked": { "in": ["lock.js"], "of": "local storage", "says": "when a page was locked by hand or by time: others follow" },
    "kn-keys": { "in": ["keys.js"], "of": "local storage", "says": "keys that are letters are turned off" },
    "kn-erased": { "in": ["erase.js"], "of": "session storage", "says": "everything was erased: look whether it is" },
    "kn-versions": { "in": ["keeper.js", "tests/browser/versions.rs"], "of": "Cache Storage", "says": "which version is used" },
    "#/blank-": { "in": ["sheet.js", "program"], "of": "addresses", "says": "in front of a sheet of paper that is filled in by hand" },
    "./sw.js": { "in": ["versions.js"], "of": "the page's folder", "says": "the service worker" },
    "ket-nap;": { "in": ["program", "lists.js"], "of": "files", "says": "how a file begins, of whatever version" },
    "ket-nap;3;sealed": { "in": ["program"], "of": "files", "says": "how a sealed file begins" },
    "ket-nap;2;parcel;": { "in": ["program"], "of": "files", "says": "how a parcel begins" },
    "ket-nap;1;": { "in": ["program", "index.html"], "of": "files", "says": "how a file of this version begins" },
    "ket-nap/backup/": { "in": ["program", "index.html"], "of": "files", "says": "in front of a generation in a file made without the program" },
    "ket-nap-cuu-ho-": { "in": ["index.html"], "of": "files", "says": "in front of the name of such a file" },
    "ket-nap-glue": { "in": ["boot.js", "courier.js", "reader.js", "xtask/src/bundle.rs"], "of": "the build", "says": "the script of wasm-bindgen" },
    "ket-nap-workers": { "in": ["workers.js", "xtask/src/bundle.rs"], "of": "the build", "says": "the names of the files of the workers' programs" },
    "ket-nap-reader-": { "in": ["keeper.js"], "of": "the build", "says": "how the names of the reader's files begin: a worker's name stands there" },
    "ket-nap-courier-": { "in": ["keeper.js"], "of": "the build", "says": "the same of the courier's" },
    "ket-nap-waiting-": { "in": ["keeper.js", "waiting.js"], "of": "Cache Storage", "says": "files that were shared, or opened and not decided on; the page's place follows" },
    "ket-nap-lists;": { "in": ["workers.js", "program"], "of": "files", "says": "in front of what is said of files that are being read, and of codes" },
    "ket-nap-styles": { "in": ["boot.js", "xtask/src/bundle.rs"], "of": "the build", "says": "styles of the pages" },
    "ket-nap-later-styles": { "in": ["after.js", "xtask/src/bundle.rs"], "of": "the build", "says": "styles of the last pages and of printed sheets" }
  },
  "questions": {
    "ask": { "from": ["versions.js", "index.html"], "answers": [], "says": "what there is: an object with the parts of `state`" },
    "fetch": { "from": ["versions.js"], "answers": ["here"], "says": "get what is missing; numbers from 0 to 1 come before the answer" },
    "use": { "from": ["versions.js"], "answers": ["used"], "says": "use this worker's version" },
    "back": { "from": ["index.html"], "answers": ["used"], "says": "use the version before" }
  },
  "refusal": "failed",
  "state": {
    "version": { "reads": [], "says": "the name of this worker's version" },
    "used": { "reads": [], "says": "the name of the one in use" },
    "whole": { "reads": ["versions.js"], "says": "whether each file of it is in the machine" },
    "news": { "reads": ["versions.js"], "says": "whether this worker's version is another one that the person has not turned down" },
    "missing": { "reads": ["versions.js"], "says": "bytes of this worker's version that are still to be fetched" },
    "former": { "reads": ["index.html"], "says": "whether there is a way back" }
  },
  "notes": {
    "works": { "from": ["versions.js"], "says": "a file of a version that has started well" },
    "keeps": { "from": ["workers.js"], "says": "a file of a worker that was fetched, with its content and type" },
    "fails": { "from": ["crash.js"], "says": "a file of a version that has crashed" }
  },
  "broadcasts": {
    "switched": { "to": ["versions.js"], "words": [], "says": "another version is in use now" },
    "fetched": { "to": ["versions.js"], "words": [], "says": "all of this worker's version is in the machine" },
    "missed": { "to": ["versions.js"], "words": ["line", "host", "full"], "says": "it is not: the line broke, the host has no such file or another one, or there is no room" }
  }
});
