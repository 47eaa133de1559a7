package dev.landwaiter.architecture;

import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.rule.all.BuilderRules;
import dev.landwaiter.dockerfile.rule.all.ClassicRules;
import dev.landwaiter.dockerfile.rule.all.OwnRules;
import java.util.List;

/// What `landwaiter lint` can find in a Dockerfile.
final class DockerfileRulesPage {
  private DockerfileRulesPage() {}

  static String text() {
    var page =
        new Page(
            "Rules for Dockerfiles",
            "What `landwaiter lint` finds in a Dockerfile, why it matters and what to do. A finding"
                + " may be ignored or given another level by its id or by one of its other names."
                + " The last column says which findings are mended: `--fix` writes the change,"
                + " where it surely leaves everything else the same, or the change is only shown."
                + " Not every finding of such a rule can be mended.");
    table(page, "Rules of the classic linter", ClassicRules.ALL);
    page.paragraph(
        "Where a rule of the classic linter and a check of the builder find the same mistake in the"
            + " same instruction, only the former is shown; its other name is the check's."
            + " MaintainerDeprecated and MultipleInstructionsDisallowed find nothing that DL4000,"
            + " DL3012, DL4003 and DL4004 do not find, so they only run with `--profile builder`."
            + " The builder's comments `# check=skip=...` count for both.");
    table(page, "Checks of the builder", BuilderRules.ALL);
    table(page, "Rules of our own", OwnRules.ALL);
    return page.text();
  }

  private static void table(Page page, String title, List<Rule> rules) {
    page.heading(2, title)
        .table(
            List.of(
                "Id",
                "Other names",
                "Level",
                "What is wrong",
                "Why it matters",
                "What to do",
                "Mended"),
            rules.stream().map(Rule::info).map(DockerfileRulesPage::row).toList());
  }

  private static List<String> row(RuleInfo each) {
    return List.of(
        Page.word(each.id()),
        Page.words(each.aliases()),
        each.level().id(),
        each.what(),
        each.why(),
        each.how(),
        switch (each.fixable()) {
          case NO -> "";
          case SHOWN -> "shown";
          case WRITTEN -> "`--fix`";
        });
  }
}
