//! Lists from files: choosing them, what was understood of their columns, what every row would bring, taking it in.

use super::{about, actions, codes, parcels, section};
use crate::app::action::Action;
use crate::app::planned::{Lists, ListsAction, Planned};
use crate::app::route::Route;
use crate::app::state::State;
use crate::domain::value::ratio::Ratio;
use crate::exchange::output::Output;
use crate::exchange::plan::{Plan, PlanColumn, PlanRow, PlanTable, RowState};
use crate::text::lists as texts;
use crate::views::Act;
use crate::views::el::{El, To, el};
use crate::views::widgets::badge::{Tone, badge};
use crate::views::widgets::bar::bar;
use crate::views::widgets::button::{Weight, button, link};
use crate::views::widgets::list::Shown;
use crate::views::widgets::notice::notice;

/// What needs a person first, what the book has last.
const ORDER: [RowState; 8] = [
    RowState::Refused,
    RowState::Doubtful,
    RowState::Outside,
    RowState::Disputed,
    RowState::Removed,
    RowState::Changed,
    RowState::New,
    RowState::Same,
];

/// Renders the page.
pub fn page(state: &State, act: &Act) -> Vec<El> {
    let choose = |words: &str| button(words, Weight::Main, act, Action::OpenFile);
    let again = || vec![choose(texts::CHOOSE_OTHER), dropped(act, texts::DROP)];
    match Lists::of(&state.lists) {
        None => vec![
            el("p", "lead").text(texts::LISTS_ABOUT),
            actions(vec![choose(texts::CHOOSE), codes::look(act, texts::codes::LOOK)]),
            about(texts::LISTS_LIMITS),
            codes::pasting(act),
            section(
                texts::OUT,
                vec![about(texts::OUT_ABOUT), actions(vec![make(act, texts::MAKE_LISTS, &Output::Lists)])],
            ),
            parcels::offered(state, act),
        ],
        Some(Lists::Making) => vec![el("p", "lead").fixed("role", "status").text(texts::MAKING)],
        Some(Lists::Reading { files, part, .. }) => reading(act, *files, *part),
        Some(Lists::NoReader) => vec![notice(Tone::Warn, texts::NO_READER, None, again())],
        Some(Lists::Failed) => vec![notice(Tone::Bad, texts::READER_FAILED, None, again())],
        Some(Lists::Planned(planned)) => shown(state, act, planned),
        Some(Lists::Waiting(files)) => {
            let files = usize::try_from(*files).unwrap_or(1);
            let resume = button(texts::RESUME, Weight::Main, act, Action::Lists(ListsAction::Resume));
            vec![notice(Tone::Warn, &texts::files_wait(files), None, vec![resume, dropped(act, texts::DROP)])]
        }
        Some(Lists::NoCode { strange }) => {
            let words = if *strange { texts::codes::STRANGE } else { texts::codes::NO_CODE };
            vec![notice(Tone::Warn, words, None, again())]
        }
        Some(Lists::Nothing) => vec![notice(Tone::Warn, texts::NOTHING_SHARED, None, again())],
        Some(Lists::Looking { part, trouble, strange, .. }) => codes::looking(act, *part, *trouble, *strange),
    }
}

/// Makes a workbook.
pub(super) fn make(act: &Act, words: &str, wanted: &Output) -> El {
    button(words, Weight::Plain, act, Action::Lists(ListsAction::Make(wanted.write())))
}

fn dropped(act: &Act, words: &str) -> El {
    button(words, Weight::Plain, act, Action::Lists(ListsAction::Drop))
}

fn reading(act: &Act, files: u64, part: u64) -> Vec<El> {
    let told = texts::reading(files, part);
    let mut parts = vec![el("p", "lead").fixed("role", "status").text(&told)];
    parts.extend(
        Ratio::new(i64::try_from(part).unwrap_or_default(), 100).map(|done| bar(Tone::Calm, done, None, &told)),
    );
    parts.push(actions(vec![dropped(act, texts::CANCEL)]));
    parts
}

fn shown(state: &State, act: &Act, planned: &Planned) -> Vec<El> {
    let plan = &planned.plan;
    let mut parts = Vec::new();
    // What another machine's camera looks at stands where no finger has to move the page.
    if planned.shown.is_some() {
        parts.push(codes::ways(state, act, planned));
    }
    parts.push(summary(plan));
    parts.extend(said(Tone::Bad, texts::TROUBLES, &plan.troubles));
    let (tone, title) = if plan.parcel.is_some() { (Tone::Calm, texts::IN_FILE) } else { (Tone::Warn, texts::NOTES) };
    parts.extend(said(tone, title, &plan.notes));
    if plan.has_unknown() {
        parts.push(notice(Tone::Warn, texts::COLUMNS_UNKNOWN, None, Vec::new()));
    }
    parts.push(decisions(state, act, planned));
    if !plan.tables.is_empty() {
        parts.push(columns(act, planned));
    }
    if !plan.rows.is_empty() {
        let mut shown = Shown::of(state);
        let mut rows: Vec<(usize, &PlanRow)> = Vec::new();
        for wanted in ORDER {
            rows.extend(plan.rows.iter().enumerate().filter(|(_, row)| row.state == wanted));
        }
        shown.keep(&mut rows);
        let rows = el("ul", "plan").each(rows.into_iter().map(|(place, found)| row(act, planned, place, found)));
        let title = if plan.changes.is_empty() { texts::ROWS } else { texts::RECORDS };
        parts.push(section(title, vec![rows, shown.more(act)]));
    }
    parts
}

/// How many rows stand how to the book.
fn summary(plan: &Plan) -> El {
    let counted = ORDER.into_iter().filter_map(|state| {
        let rows = plan.count(state);
        (rows > 0).then(|| el("li", "").child(badge(tone(state), &texts::counted(rows, state))))
    });
    el("ul", "plan-states").each(counted)
}

fn said(tone: Tone, title: &str, all: &[String]) -> Option<El> {
    if all.is_empty() {
        return None;
    }
    let lines = el("ul", "facts").each(all.iter().map(|words| el("li", "").text(words)));
    Some(notice(tone, title, None, vec![lines]))
}

const fn tone(state: RowState) -> Tone {
    match state {
        RowState::New => Tone::Good,
        RowState::Changed | RowState::Same => Tone::Calm,
        RowState::Doubtful | RowState::Removed | RowState::Disputed => Tone::Warn,
        RowState::Refused | RowState::Outside => Tone::Bad,
    }
}

/// What can be done with all of it.
fn decisions(state: &State, act: &Act, planned: &Planned) -> El {
    let (plan, taken) = (&planned.plan, planned.taken());
    let mut parts = Vec::new();
    if plan.parcel.is_some() {
        return if planned.shown.is_some() { el("div", "") } else { codes::ways(state, act, planned) };
    }
    if plan.changes.is_empty() && plan.count(RowState::Changed) + plan.count(RowState::Doubtful) > 0 {
        let ways = [(false, texts::KEEP_OWN), (true, texts::TAKE_THEIRS)];
        let ways = ways
            .map(|(theirs, words)| option(act, "theirs", words, planned.theirs == theirs, ListsAction::Theirs(theirs)));
        parts.push(el("p", "field-label").fixed("id", "theirs-label").text(texts::DIFFERENT));
        let group = el("div", "options").fixed("role", "radiogroup").fixed("aria-labelledby", "theirs-label");
        parts.push(group.children(ways.into()));
    }
    let mut buttons = Vec::new();
    if planned.is_of_parcels() {
        parts.push(about(texts::LEFT_OUT_ABOUT));
        let words = texts::take_parcels(taken);
        buttons.push(button(&words, Weight::Main, act, Action::Lists(ListsAction::Take)));
    } else if taken > 0 {
        buttons.push(button(&texts::take(taken), Weight::Main, act, Action::Lists(ListsAction::Take)));
    } else if !plan.rows.is_empty() && plan.count(RowState::Same) == plan.rows.len() {
        parts.push(el("p", "").text(texts::NOTHING_NEW));
    }
    if !plan.refused.is_empty() {
        let save = Action::Export(texts::REFUSED_FILE.to_owned(), plan.refused.clone());
        buttons.push(button(texts::SAVE_REFUSED, Weight::Plain, act, save));
    }
    buttons.push(button(texts::CHOOSE_OTHER, Weight::Plain, act, Action::OpenFile));
    buttons.push(dropped(act, texts::DROP));
    parts.push(actions(buttons));
    el("div", "plan-decisions").children(parts)
}

fn option(act: &Act, group: &str, words: &str, chosen: bool, action: ListsAction) -> El {
    let radio = el("input", "").fixed("type", "radio").attr("name", group).checked(chosen);
    let radio = radio.tells("change", act, Action::Lists(action));
    el("label", "option").child(radio).child(el("span", "").text(words))
}

/// The columns of each table, folded unless one is not understood.
fn columns(act: &Act, planned: &Planned) -> El {
    let plan = &planned.plan;
    let open = plan.has_unknown() || planned.altered;
    let (mut parts, mut before) = (Vec::new(), 0);
    for table in &plan.tables {
        parts.push(columns_of(act, before, table));
        before += table.columns.len();
    }
    if planned.altered {
        let again = button(texts::READ_AGAIN, Weight::Main, act, Action::Lists(ListsAction::Again));
        parts.push(actions(vec![again]));
    }
    let details = el("details", "plan-columns").flag("open", open);
    details.child(el("summary", "").text(texts::COLUMNS)).children(parts)
}

fn columns_of(act: &Act, before: usize, found: &PlanTable) -> El {
    let rows = found.columns.iter().zip(before..).map(|(column, place)| {
        let id = format!("column-{place}");
        let label = el("label", "field-label").attr("for", &id).text(&column.heading);
        let label = if column.field.is_empty() { label.child(badge(Tone::Warn, texts::COLUMN_UNKNOWN)) } else { label };
        let samples = el("p", "field-help").text(&column.samples);
        el("div", "field").key(&id).child(label).child(samples).child(choice(act, &id, found, column, place))
    });
    el("div", "").child(el("h3", "").text(&found.title)).each(rows)
}

fn choice(act: &Act, id: &str, table: &PlanTable, column: &PlanColumn, place: usize) -> El {
    let option = |code: &str, name: &str| {
        let option = el("option", "").key(code).attr("value", code);
        if code == column.field { option.fixed("selected", "") } else { option }.text(name)
    };
    let select =
        el("select", "box").attr("id", id).writes("change", act, To::Column(u32::try_from(place).unwrap_or(u32::MAX)));
    let select = select.child(option("", texts::COLUMN_UNKNOWN));
    select.each(table.choices.iter().map(|(code, words)| option(code, words)))
}

fn row(act: &Act, planned: &Planned, place: usize, row: &PlanRow) -> El {
    let badge = badge(tone(row.state), texts::row_state(row.state));
    let name = if row.name.is_empty() { texts::NO_NAME } else { &row.name };
    let title = el("p", "card-title").text(name).text(" ").child(badge);
    let mut parts = vec![title, about(&row.place)];
    if !row.says.is_empty() {
        parts.push(el("ul", "facts").each(row.says.iter().map(|words| el("li", "").text(words))));
    }
    if row.state == RowState::Doubtful {
        let group = format!("row-{place}");
        let decided = planned.decision(place);
        let of_parcels = planned.is_of_parcels();
        let [same, another, open] = if of_parcels {
            [texts::SAME_ORGANIZATION, texts::OTHER_ORGANIZATION, texts::APART]
        } else {
            [texts::SAME_ONE, texts::OTHER_ONE, texts::DOUBTFUL_ABOUT]
        };
        let ways = [(true, same), (false, another)]
            .map(|(same, words)| option(act, &group, words, decided == Some(same), ListsAction::Decide(place, same)));
        let options = el("div", "options").fixed("role", "radiogroup").attr("aria-label", &row.name);
        parts.push(options.children(ways.into()));
        if decided.is_none() {
            parts.push(about(open));
        }
        if let Some(other) = row.other.as_ref().filter(|other| other.kind().is_some()) {
            parts.push(link(texts::SEE_IN_BOOK, Weight::Plain, &Route::Record(other.clone())));
        }
    }
    let free = if planned.is_of_parcels() { Planned::is_free_of_parcels(row) } else { Planned::is_free(row) };
    if free && planned.plan.parcel.is_none() {
        let words = if planned.is_of_parcels() { texts::WANTED_RECORD } else { texts::WANTED };
        let wanted = !planned.left_out.contains(&place);
        let tick = el("input", "").fixed("type", "checkbox").checked(wanted);
        let tick = tick.tells("change", act, Action::Lists(ListsAction::Want(place, !wanted)));
        parts.push(el("label", "option").child(tick).child(el("span", "").text(words)));
    }
    el("li", "plan-row").key(&format!("{place}")).children(parts)
}
