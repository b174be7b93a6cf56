use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use crate::lint::{Finding, RULES, Severity};
use crate::report::lint::Judgement;
use crate::report::visible_lines;

/// Returns the findings as JUnit XML: a suite a rule, a failed case a finding; notes do not fail.
pub fn junit(judged: &Judgement<'_>) -> Result<String, String> {
    let mut report = Report::new("claims lint");
    for rule in RULES {
        let mut suite = TestSuite::new(rule.id);
        let found = judged.findings.iter().filter(|finding| finding.rule == rule.id);
        for finding in found.clone() {
            suite.add_test_case(case(judged, finding));
        }
        if found.count() == 0 {
            suite.add_test_case(TestCase::new(rule.summary, TestCaseStatus::success()));
        }
        report.add_test_suite(suite);
    }
    report.to_string().map_err(|error| error.to_string())
}

fn case(judged: &Judgement<'_>, finding: &Finding) -> TestCase {
    let place = format!("{}:{}", judged.path(&finding.path), finding.line);
    // XML cannot hold control characters, whatever a file has in it.
    let words = |text: &str| visible_lines(text).into_owned();
    let status = if finding.severity == Severity::Note {
        TestCaseStatus::success()
    } else {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
        status.set_type(finding.severity.name());
        status.set_message(words(&finding.message));
        let effect = finding.effect.as_deref().unwrap_or("none");
        status
            .set_description(words(&format!("{place}\neffect: {effect}\nmend: {}", finding.mend)));
        status
    };
    TestCase::new(words(&place), status)
}
