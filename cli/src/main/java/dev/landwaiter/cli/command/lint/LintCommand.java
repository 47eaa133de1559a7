package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.DockerfileFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.flags.LintFlags;
import dev.landwaiter.dockerfile.run.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Lints Dockerfiles.
public final class LintCommand implements Command {
  @Override
  public String name() {
    return "lint";
  }

  @Override
  public String summary() {
    return "Find what is wrong in Dockerfiles, and mend it";
  }

  @Override
  public String usage() {
    return "[flags] [FILE|FOLDER|-]...";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lint every Dockerfile below this folder", "lint"),
        new Example(
            "lint one file, for GitHub's code scanning", "lint -f sarif -o lint.sarif Dockerfile"),
        new Example("see what could be mended, then mend it", "lint --diff Dockerfile"),
        new Example("why does a rule exist", "lint --explain DL3008"),
        new Example("the findings that hadolint would have", "lint --profile hadolint Dockerfile"),
        new Example("the builder's own checks, as it shows them", "lint -f buildkit Dockerfile"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(LintFlags.GROUP, DockerfileFlags.RULES, GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    Profile profile = profile(values);
    String explained = values.text(LintFlags.EXPLAIN);
    if (!explained.isEmpty()) {
      return print(invocation, RuleTexts.of(Profile.FULL).explained(explained));
    }
    if (values.flag(LintFlags.LIST_RULES)) {
      return print(invocation, RuleTexts.of(profile).list());
    }
    return LintRun.of(invocation, profile).run();
  }

  /// The wanted one; where none is named, the builder's for its own formats.
  private static Profile profile(Values values) throws UsageException {
    List<String> formats = values.repeated(LintFlags.FORMAT);
    boolean builder =
        !formats.isEmpty() && formats.stream().allMatch(each -> each.startsWith("buildkit"));
    return switch (values.text(LintFlags.PROFILE)) {
      case "hadolint" -> Profile.CLASSIC;
      case "builder" -> Profile.BUILDER;
      default -> builder && !values.isSet(LintFlags.PROFILE) ? Profile.BUILDER : Profile.FULL;
    };
  }

  private static int print(Invocation invocation, String text) throws IOException {
    invocation.world().stdout().write(text.getBytes(StandardCharsets.UTF_8));
    return 0;
  }
}
