//! First start: who the person is, or a look at sample data. Nothing else is asked.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::Role;
use crate::exchange::sample;
use crate::text::vi::words;
use crate::views::{Act, tells};

/// The page.
pub fn page(act: &Act) -> Html {
    html! {
        <>
            <h1 tabindex="-1">{ words::WELCOME }</h1>
            <p class="lead">{ words::ABOUT }{ ". " }{ words::STAYS_HERE }</p>
            <h2>{ words::WHO }</h2>
            <div class="tiles">
                { role(act, Role::Cell, words::ROLE_CELL, words::ROLE_CELL_ABOUT) }
                { role(act, Role::Committee, words::ROLE_COMMITTEE, words::ROLE_COMMITTEE_ABOUT) }
            </div>
            <h2>{ words::SAMPLES }</h2>
            <p>{ words::SAMPLES_ABOUT }</p>
            { samples(act) }
        </>
    }
}

fn role(act: &Act, role: Role, name: &'static str, about: &'static str) -> Html {
    html! {
        <button type="button" class="tile" onclick={tells(act, move || Action::StartNew(role))}>
            <strong>{ name }</strong><span>{ about }</span>
        </button>
    }
}

/// The samples, each opened by one tap.
pub fn samples(act: &Act) -> Html {
    html! {
        <ul class="list">
            { for sample::all().into_iter().map(|sample| {
                let key = sample.key.clone();
                html! {
                    <li key={sample.key.clone()}>
                        <button type="button" class="row" onclick={tells(act, move || Action::OpenSample(key.clone()))}>
                            <span class="row-words">
                                <span class="row-title">{ sample.name }</span>
                                <span class="row-about">{ sample.about }</span>
                            </span>
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}
