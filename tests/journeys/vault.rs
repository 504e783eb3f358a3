//! The lock, as a person meets it: turned on, locked, opened by passphrase and by paper, changed, turned off; and that nothing of
//! people is left open meanwhile, nothing lost.

use ket_nap::app::action::Action;
use ket_nap::app::facts::Lock;
use ket_nap::app::state::{Notice, Role};
use ket_nap::app::vaulted::{SecretBox, Task, VaultAction, VaultForm, VaultTrouble};
use ket_nap::domain::schema::field::Field;
use ket_nap::domain::schema::id::RecordId;
use ket_nap::store::backup::Trouble;
use ket_nap::store::line::LineError;
use ket_nap::store::medium::{Medium, Memory};
use ket_nap::store::vault::header::Shut;
use ket_nap::store::vault::key::Weakness;

use crate::keeping;
use crate::page::Page;

const WORDS: &str = "mưa trên bản Mẫu";

/// A page of a cell with one candidate, and a generation.
fn page(seed: u64) -> (Page, RecordId) {
    let (mut page, id) = keeping::page(seed);
    page.does(Action::Idle);
    (page, id)
}

impl Page {
    pub fn form(&self) -> VaultForm {
        VaultForm::of(&self.state.vault).cloned().unwrap_or_default()
    }

    pub fn says(&mut self, which: SecretBox, text: &str) {
        self.does(Action::Vault(VaultAction::Typed(which, text.to_owned()).handed()));
    }

    /// Asks for something; the page is drawn, and it is done.
    pub fn asks(&mut self, task: Task) {
        self.does(Action::Vault(VaultAction::Ask(task).handed()));
        self.does(Action::Vault(VaultAction::GoOn.handed()));
        self.rereads();
    }

    pub fn turns_on(&mut self, words: &str) -> String {
        self.says(SecretBox::New, words);
        self.says(SecretBox::Again, words);
        self.asks(Task::TurnOn);
        assert_eq!((self.state.store.lock, self.state.store.left), (Lock::Open, 0));
        self.form().code.unwrap_or_default()
    }

    pub fn turns_off(&mut self, words: &str) {
        self.says(SecretBox::Current, words);
        self.asks(Task::TurnOff);
    }

    pub fn unlocks(&mut self, words: &str) {
        self.says(SecretBox::Current, words);
        self.asks(Task::Unlock);
    }

    /// Names of what says something of people without being sealed. In a bundle letters with marks are written otherwise.
    fn open_texts(&self) -> Vec<String> {
        let open = |text: &str| text.contains("Mẫu") || text.contains("M\\u1eabu") || text.starts_with("2;");
        self.kept().into_iter().filter(|(_, text)| open(text)).map(|(name, _)| name).collect()
    }
}

#[test]
fn a_vault_leaves_nothing_open_and_opens_by_its_passphrase() {
    let (mut page, id) = page(7);
    assert!(page.open_texts().len() > 4, "{:?}", page.open_texts());
    let code = page.turns_on(WORDS);
    assert_eq!((code.len(), page.open_texts()), (29, vec![]));
    // It goes on as before.
    page.goes(&format!("#/candidates/{}", id.as_str().split(':').nth(1).unwrap_or_default()));
    page.types(Field::Birth, "3/2/1999");
    page.types(Field::Name, "Lò Thị Mẫu Hai");
    assert_eq!(page.open_texts(), [""; 0]);
    assert!(page.kept().keys().any(|name| name.starts_with("generation")));

    let mut page = page.again();
    assert_eq!((page.state.store.lock, page.state.book.all().is_empty()), (Lock::Locked, true));
    // Nothing that a locked page is asked to write is written.
    let before = page.kept();
    page.does(Action::StartNew(Role::Cell));
    page.does(Action::Idle);
    page.does(Action::Hidden);
    assert_eq!((page.kept() == before, page.state.book.all().is_empty()), (true, true));

    page.unlocks("mưa trên bản");
    assert_eq!((page.form().trouble, page.state.store.lock), (Some(VaultTrouble::Shut(Shut::Wrong)), Lock::Locked));
    page.unlocks("MUA TREN BAN MAU");
    assert_eq!((page.form().trouble, page.state.store.lock), (None, Lock::Open));
    assert_eq!(page.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu Hai"));
    assert_eq!(page.text(&id, Field::Birth).as_deref(), Some("1999-02-03"));
    assert_eq!((page.state.store.unread.len(), page.open_texts()), (0, vec![]));

    let mut page = page.again();
    page.unlocks(&code.to_lowercase());
    assert_eq!(page.state.store.lock, Lock::Open);
    // Nothing typed is left in the state.
    assert!(!format!("{:?}", page.form()).to_lowercase().contains(&code[..5].to_lowercase()));
}

#[test]
fn a_new_passphrase_opens_and_the_old_one_no_longer() {
    let (mut page, id) = page(7);
    let code = page.turns_on(WORDS);
    page.does(Action::Vault(VaultAction::Written.handed()));
    page.says(SecretBox::New, "nắng trên nương");
    page.says(SecretBox::Again, "nắng trên nương");
    page.says(SecretBox::Current, "sai rồi");
    let before = page.kept();
    page.asks(Task::Change);
    assert_eq!((page.form().trouble, page.kept() == before), (Some(VaultTrouble::Shut(Shut::Wrong)), true));
    page.says(SecretBox::Current, WORDS);
    page.asks(Task::Change);
    assert_eq!(page.state.notices.last().map(|seen| &seen.notice), Some(&Notice::PassphraseChanged));
    // Only the header is another one, also where it goes along with a generation: the old passphrase opens nothing any more.
    let unlike = page.kept().into_iter().filter(|(name, text)| before.get(name) != Some(text)).map(|(name, _)| name);
    assert_eq!(unlike.collect::<Vec<_>>(), ["generation a", "local ket-nap/vault", "replica ket-nap/vault"]);

    let mut page = page.again();
    page.unlocks(WORDS);
    assert_eq!(page.form().trouble, Some(VaultTrouble::Shut(Shut::Wrong)));
    page.unlocks("nang tren nuong");
    assert_eq!(page.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
    // A new code on paper takes the place of the one before.
    page.says(SecretBox::Current, "nắng trên nương");
    page.asks(Task::Paper);
    let fresh = page.form().code.unwrap_or_default();
    assert_ne!((fresh.len(), &fresh), (0, &code));
    let mut page = page.again();
    page.unlocks(&code);
    assert_eq!(page.state.store.lock, Lock::Locked);
    page.unlocks(&fresh);
    assert_eq!(page.state.store.lock, Lock::Open);
}

#[test]
fn turned_off_everything_is_open_again() {
    let (mut page, id) = page(7);
    page.turns_on(WORDS);
    page.types(Field::Birth, "3/2/1999");
    page.turns_off(WORDS);
    assert_eq!(page.state.store.lock, Lock::Off);
    assert_eq!(page.state.notices.last().map(|seen| &seen.notice), Some(&Notice::Vault(false)));
    let kept = page.kept();
    assert!(
        kept.iter().all(|(name, text)| !text.starts_with("3;")
            && !text.starts_with("ket-nap;3;")
            && !name.ends_with("/vault")),
        "{kept:?}"
    );
    let page = page.again();
    assert_eq!((page.state.store.lock, page.text(&id, Field::Birth).as_deref()), (Lock::Off, Some("1999-02-03")));
    assert_eq!(page.state.store.unread.len(), 0);
}

#[test]
fn a_passphrase_that_protects_little_is_refused() {
    let (mut page, _) = page(7);
    let refused = |page: &mut Page, new: &str, again: &str| {
        page.says(SecretBox::New, new);
        page.says(SecretBox::Again, again);
        page.asks(Task::TurnOn);
        (page.state.store.lock, page.form().trouble)
    };
    assert_eq!(refused(&mut page, "mưa", "mưa"), (Lock::Off, Some(VaultTrouble::Weak(Weakness::Short))));
    assert_eq!(
        refused(&mut page, "0912345678", "0912345678"),
        (Lock::Off, Some(VaultTrouble::Weak(Weakness::Figures)))
    );
    assert_eq!(refused(&mut page, WORDS, "mưa trên bản"), (Lock::Off, Some(VaultTrouble::Unlike)));
    // The browser has no room for the header: nothing is sealed.
    page.platform.store.0.borrow_mut().make_room(0);
    assert_eq!(refused(&mut page, WORDS, WORDS), (Lock::Off, Some(VaultTrouble::Shut(Shut::NotKept))));
    assert!(page.kept().keys().all(|name| !name.ends_with("/vault")));
    assert!(!page.open_texts().is_empty());
}

#[test]
fn what_somebody_has_changed_is_told_and_the_rest_is_there() {
    let (mut page, id) = page(7);
    page.turns_on(WORDS);
    page.types(Field::Birth, "3/2/1999");
    let first = page.kept();
    page.types(Field::Residence, "bản Mẫu");
    page.types(Field::Phone, "0900000000");
    let name = first.keys().rfind(|name| name.starts_with("local ket-nap/book/")).cloned().unwrap_or_default();
    let plain = name.trim_start_matches("local ").to_owned();
    let sealed = first.get(&name).cloned().unwrap_or_default();
    let told = |page: Page, put: &str| {
        let mut page = page.again();
        assert_eq!(page.platform.store.write(&plain, put), Ok(()));
        page.unlocks(WORDS);
        assert_eq!(page.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
        let unread: Vec<_> =
            page.state.store.unread.iter().map(|unread| (unread.name == plain, unread.why, unread.elsewhere)).collect();
        (page, unread)
    };
    // One byte of it.
    let changed = format!("{}AA", sealed.get(..sealed.len() - 2).unwrap_or_default());
    let (page, unread) = told(page, &changed);
    assert_eq!(unread, [(true, Some(LineError::Altered), true)]);
    // Another book's.
    let (page, unread) = told(page, "3;00000000000000ff;3;AAAA");
    assert_eq!(unread, [(true, Some(LineError::OtherVault), true)]);
    // An open text is read, and sealed.
    let (page, unread) = told(page, &ket_nap::store::line::write(&[]));
    assert_eq!((unread.len(), page.open_texts()), (0, vec![]));
}

#[test]
fn what_is_left_in_the_generations_opens_by_the_passphrase_alone() {
    let (mut page, id) = page(7);
    page.turns_on(WORDS);
    page.platform.store.0.take();
    page.platform.replica = Some(Memory::default());
    let mut page = page.again();
    assert_eq!((page.state.store.lock, page.state.book.all().is_empty()), (Lock::Locked, true));
    page.unlocks(WORDS);
    assert_eq!((page.state.store.lock, page.text(&id, Field::Name).as_deref()), (Lock::Open, Some("Lò Thị Mẫu")));
    assert_eq!(page.open_texts(), [""; 0]);
    let mut page = page.again();
    page.unlocks(WORDS);
    assert_eq!(page.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
}

#[test]
fn a_page_beside_finds_itself_locked() {
    let (mut writer, _) = page(7);
    let mut reader = Page::open_with(writer.platform.store.now(), writer.platform.replica.clone(), 900);
    reader.read(false);
    assert!(!reader.state.book.all().is_empty());
    writer.turns_on(WORDS);
    reader.platform.store.0.replace(writer.platform.store.now());
    reader.platform.replica = writer.platform.replica.clone();
    reader.read(false);
    assert_eq!((reader.state.store.lock, reader.state.book.all().is_empty()), (Lock::Locked, true));
    // It may be opened there, too, to look.
    reader.unlocks(WORDS);
    assert_eq!((reader.state.store.lock, reader.state.store.read_only), (Lock::Open, true));
}

/// Two pages over the same stores.
fn beside(writer: &Page) -> Page {
    let mut beside = Page::open_with(writer.platform.store.now(), writer.platform.replica.clone(), 900);
    beside.read(false);
    beside
}

/// The other page has written: its stores are this one's.
fn follows(page: &mut Page, other: &Page, writes: bool) {
    page.platform.store.0.replace(other.platform.store.now());
    page.platform.replica = other.platform.replica.clone();
    page.platform.generations = other.platform.generations.clone();
    page.read(writes);
}

#[test]
fn a_page_beside_seals_nothing_under_a_key_that_is_no_longer_that_of_the_stores() {
    let (mut one, id) = page(7);
    one.turns_on(WORDS);
    let mut two = beside(&one);
    two.unlocks(WORDS);
    assert_eq!(two.state.store.lock, Lock::Open);
    // Turned off in the one, which then gives way to the other.
    one.says(SecretBox::Current, WORDS);
    one.asks(Task::TurnOff);
    follows(&mut two, &one, true);
    assert_eq!((two.state.store.lock, two.text(&id, Field::Name).as_deref()), (Lock::Off, Some("Lò Thị Mẫu")));
    two.goes(&format!("#/candidates/{}", id.as_str().split(':').nth(1).unwrap_or_default()));
    two.types(Field::Birth, "3/2/1999");
    let two = two.again();
    assert_eq!((two.state.store.lock, two.text(&id, Field::Birth).as_deref()), (Lock::Off, Some("1999-02-03")));

    // Turned off and on: another key. The page beside is locked, and loads itself anew.
    let (mut one, _) = page(9);
    one.turns_on(WORDS);
    let mut two = beside(&one);
    two.unlocks(WORDS);
    one.says(SecretBox::Current, WORDS);
    one.asks(Task::TurnOff);
    one.turns_on("nắng trên nương");
    follows(&mut two, &one, false);
    assert_eq!((two.state.store.lock, two.platform.asked.contains(&"reload;".to_owned())), (Lock::Locked, true));
    let mut two = two.again();
    two.unlocks("nắng trên nương");
    assert_eq!((two.state.store.lock, two.state.store.unread.len(), two.open_texts()), (Lock::Open, 0, vec![]));

    // Everything was erased in the one: the other begins anew, open.
    let (mut one, _) = page(11);
    one.turns_on(WORDS);
    let mut two = beside(&one);
    two.unlocks(WORDS);
    let blank = Page::open(Memory::default(), 5);
    follows(&mut two, &blank, true);
    two.does(Action::StartNew(Role::Cell));
    two.types(Field::OrganizationName, "Chi bộ bản Mới");
    let two = two.again();
    assert_eq!((two.state.store.lock, two.state.book.all().is_empty()), (Lock::Off, false));
}

#[test]
fn off_and_on_again_without_leaving_the_page() {
    let (mut page, id) = page(7);
    page.turns_on(WORDS);
    page.says(SecretBox::Current, WORDS);
    page.asks(Task::TurnOff);
    page.turns_on("nắng trên nương");
    page.types(Field::Birth, "3/2/1999");
    page.read(true);
    assert_eq!((page.state.store.unread.len(), page.open_texts()), (0, vec![]));
    let mut page = page.again();
    page.unlocks("nắng trên nương");
    assert_eq!((page.text(&id, Field::Birth).as_deref(), page.state.store.unread.len()), (Some("1999-02-03"), 0));
}

#[test]
fn a_replica_that_is_not_there_keeps_its_header_when_the_vault_is_turned_off() {
    let (mut page, id) = page(7);
    page.turns_on(WORDS);
    let replica = page.platform.replica.take();
    page.says(SecretBox::Current, WORDS);
    page.asks(Task::TurnOff);
    assert_eq!(page.state.store.lock, Lock::Off);
    // It comes back, and local storage is gone: the passphrase opens it.
    page.platform.replica = replica;
    page.platform.store.0.take();
    let mut page = page.again();
    assert_eq!(page.state.store.lock, Lock::Locked);
    page.unlocks(WORDS);
    assert_eq!(page.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
}

#[test]
fn a_locked_page_can_be_erased_and_what_comes_by_itself_waits() {
    let (mut page, _) = page(7);
    page.turns_on(WORDS);
    page.comes_to(
        ket_nap::domain::value::day::Day::new(2026, 11, 25).unwrap_or(ket_nap::domain::value::day::Day::FIRST_OF_2026),
    );
    let mut page = page.again();
    page.platform.clock += 3 * 86_400_000;
    let before = page.platform.generations.clone();
    page.does(Action::Idle);
    assert_eq!(page.platform.generations, before);
    page.unlocks(WORDS);
    // The generation of the day was made once the book was open; sealed.
    assert!(page.platform.generations != before && page.open_texts().is_empty());
    let mut page = page.again();
    page.does(Action::Erase);
    page.does(Action::Confirmed);
    assert_eq!(page.platform.asked, ["erase;"]);
}

/// A file that the page saves without the program: all that the stores hold, as it stands there.
fn rescued(page: &Page) -> String {
    let mut lines = vec!["ket-nap;1;rescue;9;0".to_owned()];
    lines.extend(page.platform.store.now().texts().map(|(name, text)| format!("{name} {text}")));
    for (name, text) in &page.platform.generations {
        lines.push(format!("ket-nap/backup/{name} {}", serde_json::to_string(text).unwrap_or_default()));
    }
    lines.join("\n") + "\n"
}

#[test]
fn what_was_rescued_of_a_sealed_book_opens_where_its_passphrase_is_known() {
    let (mut page, id) = page(7);
    page.turns_on(WORDS);
    page.goes(&format!("#/candidates/{}", id.as_str().split(':').nth(1).unwrap_or_default()));
    page.types(Field::Birth, "3/2/1999");
    let file = rescued(&page);
    assert!(!file.contains("1999"));
    // In the same book there is nothing new in it.
    page.does(Action::FileRead(file.clone()));
    assert_eq!(page.state.notices.last().map(|seen| &seen.notice), Some(&Notice::FileChecked(0)));
    // A machine without a book asks for the passphrase, and takes the lock over with the book.
    let mut empty = Page::open(Memory::default(), 5);
    empty.does(Action::FileRead(file.clone()));
    assert_eq!(empty.state.store.lock, Lock::Locked);
    empty.unlocks("nắng trên nương");
    assert_eq!(empty.form().trouble, Some(VaultTrouble::Shut(Shut::Wrong)));
    empty.unlocks(WORDS);
    empty.does(Action::Confirmed);
    assert_eq!((empty.state.store.lock, empty.text(&id, Field::Birth).as_deref()), (Lock::Open, Some("1999-02-03")));
    assert_eq!(empty.open_texts(), [""; 0]);
    let mut empty = empty.again();
    empty.unlocks(WORDS);
    assert_eq!(empty.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
    // The generations alone are enough.
    let alone: String = file
        .lines()
        .filter(|line| !line.contains("/book/") && !line.contains("/folded/"))
        .map(|line| format!("{line}\n"))
        .collect();
    let mut third = Page::open(Memory::default(), 6);
    third.does(Action::FileRead(alone));
    third.unlocks(WORDS);
    third.does(Action::Confirmed);
    assert_eq!(third.text(&id, Field::Name).as_deref(), Some("Lò Thị Mẫu"));
    // Another book keeps its own.
    let (mut other, _) = self::page(3);
    other.does(Action::FileRead(file.clone()));
    assert_eq!(other.state.notices.last().map(|seen| &seen.notice), Some(&Notice::FileTrouble(Trouble::Sealed)));
    other.turns_on("nắng trên nương");
    other.does(Action::FileRead(file));
    assert_eq!(other.state.notices.last().map(|seen| &seen.notice), Some(&Notice::FileTrouble(Trouble::Sealed)));
}
