package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import java.util.Optional;

/// `apk add` that keeps its cache.
public final class DL3019 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3019",
              Level.INFO,
              "apk add is called without --no-cache",
              "The index of all packages then stays in the image, where nobody needs it",
              "Add --no-cache behind add")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return new MissingFlag(
            command -> caching(command, around.classic()),
            run -> CacheMounts.cover(run, "/var/cache/apk"),
            "--no-cache",
            "The package index stays in the image; add --no-cache")
        .judge(around);
  }

  /// Without the network no index is fetched.
  private static Optional<Argument> caching(Command command, boolean classic) {
    return !command.named("apk")
            || command.hasFlag("no-cache")
            || (!classic && command.hasFlag("no-network"))
        ? Optional.empty()
        : Installs.argument(command, "add");
  }
}
