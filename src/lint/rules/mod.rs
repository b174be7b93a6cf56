//! The rules, one a file; a rule that stands here is in force.

mod alias_collision;
mod canonical;
mod circular_reporting;
mod claim_vanished;
mod date_order;
mod denial_of_nothing;
mod entry_changed;
mod entry_vanished;
mod future_date;
mod hand_written;
mod hidden_characters;
mod mixed_units;
mod name;
mod near_duplicate;
mod no_outlet;
mod not_utf8;
mod orphan;
mod overdue;
mod planned_before_created;
mod quote_lacks_figure;
mod rating_off_scale;
mod same_and_distinct;
mod same_article_twice;
mod same_as_circle;
mod same_as_dangling;
mod schema;
mod settings;
mod source_empty;
mod speaks_for;
mod statement_changed;
mod statement_long;
mod statement_negated;
mod statement_question;
mod statement_verdict;
mod stray_file;
mod strike_nothing;
mod symlink;
mod syntax;
mod too_big;
mod twice;
mod unreadable;
mod unreviewed;
mod verdict_outdated;
mod verdict_unsigned;

use crate::lint::Rule;

/// Every rule, in the order of names.
pub const RULES: &[&Rule] = &[
    &alias_collision::RULE,
    &canonical::RULE,
    &circular_reporting::RULE,
    &claim_vanished::RULE,
    &date_order::RULE,
    &denial_of_nothing::RULE,
    &entry_changed::RULE,
    &entry_vanished::RULE,
    &future_date::RULE,
    &hand_written::RULE,
    &hidden_characters::RULE,
    &mixed_units::RULE,
    &name::RULE,
    &near_duplicate::RULE,
    &no_outlet::RULE,
    &not_utf8::RULE,
    &orphan::RULE,
    &overdue::RULE,
    &planned_before_created::RULE,
    &quote_lacks_figure::RULE,
    &rating_off_scale::RULE,
    &same_and_distinct::RULE,
    &same_article_twice::RULE,
    &same_as_circle::RULE,
    &same_as_dangling::RULE,
    &schema::RULE,
    &settings::RULE,
    &source_empty::RULE,
    &speaks_for::RULE,
    &statement_changed::RULE,
    &statement_long::RULE,
    &statement_negated::RULE,
    &statement_question::RULE,
    &statement_verdict::RULE,
    &stray_file::RULE,
    &strike_nothing::RULE,
    &symlink::RULE,
    &syntax::RULE,
    &too_big::RULE,
    &twice::RULE,
    &unreadable::RULE,
    &unreviewed::RULE,
    &verdict_outdated::RULE,
    &verdict_unsigned::RULE,
];

/// Returns the rule of this name.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
