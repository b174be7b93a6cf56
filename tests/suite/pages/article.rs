use claimbook::report::html;

use crate::pages::sample;

#[test]
fn view() {
    let page = sample::with_desk(&sample::records(), |desk| html::article(&sample::report(), desk));
    std::fs::create_dir_all("/tmp/pages").unwrap();
    std::fs::write("/tmp/pages/article.html", page).unwrap();
}
