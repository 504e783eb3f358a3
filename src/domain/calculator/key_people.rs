//! Holders of posts in villages: how many of them are members, and who of the others is a source. Village officers as a
//! source group are in `sources`.

use super::figures;
use super::nearest::{Rows, nearest};
use super::sources::Texts;
use crate::domain::ledger::Ledger;
use crate::domain::schema::choice::KeyPost;
use crate::domain::schema::entry::{self, Entries};
use crate::domain::schema::field::Field;
use crate::domain::schema::id::{RecordId, RecordKind};
use crate::domain::value::day::Day;
use crate::domain::value::ratio::Ratio;

/// Numbers entered for a post: of the whole area of an organization, or of one place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The record.
    pub id: RecordId,
    /// The organization.
    pub organization: RecordId,
    /// The place, if the numbers are about one only.
    pub place: Option<RecordId>,
    /// The post.
    pub post: KeyPost,
    /// The day.
    pub day: Day,
    /// Holders of the post.
    pub all: u64,
    /// Of these: members.
    pub members: Option<u64>,
}

impl Entered {
    fn read(id: &RecordId, entries: &dyn Entries) -> Option<Entered> {
        let count = |field| entry::count(entries, field).map(u64::from);
        Some(Entered {
            id: id.clone(),
            organization: entry::reference(entries, Field::KeyPeopleOrganization)?,
            place: entry::reference(entries, Field::KeyPeoplePlace),
            post: KeyPost::from_key(entry::written(entries, Field::KeyPeoplePost)?)?,
            day: entry::day(entries, Field::KeyPeopleDay)?,
            all: count(Field::KeyPeopleAll)?,
            members: count(Field::KeyPeopleMembers),
        })
    }
}

/// The holders of one post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holders {
    /// The post.
    pub post: KeyPost,
    /// How many hold it; 0 where nobody has entered it.
    pub all: u64,
    /// Of these: members; `None` unless known of all.
    pub members: Option<u64>,
    /// The numbers that were counted.
    pub entered: Vec<Entered>,
    /// Candidates who hold it and are followed.
    pub sources: Vec<RecordId>,
    /// Candidates who hold it and were admitted after the day of the latest number: they are not among its members.
    pub admitted_since: u64,
}

impl Holders {
    /// Share of members.
    pub fn share(&self) -> Option<Ratio> {
        figures::share(self.members?, self.all)
    }

    /// Holders who are no members.
    pub fn others(&self) -> Option<u64> {
        Some(self.all.saturating_sub(self.members?))
    }

    /// Day of the latest number.
    pub fn day(&self) -> Option<Day> {
        self.entered.iter().map(|entered| entered.day).max()
    }
}

/// The holders of every post of which anything is known, in the order of the list. A number of the whole area of an
/// organization includes everything below it; where there is none, those of single places and of the nearest ones below are
/// added up.
pub fn key_people<'a>(ledger: &Ledger, organization: &RecordId, on: Day, texts: Texts<'_, 'a>) -> Vec<Holders> {
    let entered = ledger.unparsed(RecordKind::KeyPeople).filter_map(|(id, texts)| Entered::read(id, texts));
    let entered: Vec<Entered> = entered.filter(|entered| entered.day <= on).collect();
    let mut found: Vec<Holders> = Vec::new();
    for post in KeyPost::ALL.iter().copied() {
        let of_post = || entered.iter().filter(move |entered| entered.post == post);
        let whole = |id: &RecordId| {
            let own = of_post().filter(|entered| entered.place.is_none() && *ledger.heir(&entered.organization) == *id);
            own.max_by_key(|entered| (entered.day, &entered.id))
        };
        let (held, mut counted): (Vec<Rows>, Vec<&Entered>) = nearest(ledger, organization, whole).into_iter().unzip();
        for single in of_post().filter(|entered| entered.place.is_some()) {
            let row = ledger.span(ledger.heir(&single.organization)).map(|rows| rows.0);
            let inside = |rows: &Rows| row.is_some_and(|row| (rows.0..rows.1).contains(&row));
            let is_here = ledger.span(organization).is_some_and(|rows| inside(&rows));
            let newest =
                of_post().filter(|other| other.place == single.place).max_by_key(|entered| (entered.day, &entered.id));
            if is_here && !held.iter().any(inside) && newest.is_some_and(|newest| newest.id == single.id) {
                counted.push(single);
            }
        }
        let members = counted.iter().map(|entered| entered.members).sum::<Option<u64>>();
        let mut holders = Holders {
            post,
            all: counted.iter().map(|entered| entered.all).sum(),
            members: members.filter(|_| !counted.is_empty()),
            entered: counted.into_iter().cloned().collect(),
            sources: Vec::new(),
            admitted_since: 0,
        };
        let day = holders.day();
        for (id, candidate) in ledger.candidates_within(organization) {
            let held = texts(id).and_then(|texts| entry::written(texts, Field::CandidatePost));
            if held.and_then(KeyPost::from_key) != Some(post) {
                continue;
            }
            match candidate.ceremony.filter(|ceremony| *ceremony <= on) {
                Some(ceremony) => holders.admitted_since += u64::from(day.is_some_and(|day| ceremony > day)),
                None if !candidate.has_ended(on) => holders.sources.push(id.clone()),
                None => {}
            }
        }
        if !holders.entered.is_empty() || !holders.sources.is_empty() {
            found.push(holders);
        }
    }
    found
}
