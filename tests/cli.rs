//! The command `ketnap`: every example of its description and of `tests/cli/`, with output and exit code. To take
//! over what the command says by now: `TRYCMD=overwrite cargo test --test cli`.

#[test]
fn every_command_answers_as_written() {
    trycmd::TestCases::new().case("tests/cli/*.md").case("docs/CLI.md");
}
