package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.Fix;
import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.Optional;

/// Package lists of apt that stay in the image.
public final class DL3009 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "DL3009",
              Level.INFO,
              "A RUN downloads the package lists of apt and does not delete them",
              "The lists make the image larger and are stale soon",
              "End the same RUN with && rm -rf /var/lib/apt/lists/*")
          .fixes()
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var kept = new KeptFindings();
    return new Judge() {
      @Override
      public void see(Instruction instruction, Sink sink) {
        if (instruction instanceof Instruction.From from) {
          kept.begin(from);
        } else if (instruction instanceof Instruction.Run run) {
          Commands commands = around.commands(run);
          commands.all().stream()
              .filter(DL3009::isUpdate)
              .findFirst()
              .filter(each -> !isMounted(run) && !cleans(around, commands))
              .ifPresent(each -> kept.add(run, each.span(), fix(run, commands)));
        }
      }

      @Override
      public void end(Sink sink) {
        kept.report(sink, MESSAGE);
      }
    };
  }

  private static final String LISTS = "/var/lib/apt/lists";
  private static final String REMOVE = "rm -rf /var/lib/apt/lists/*";
  private static final String MESSAGE =
      "The package lists stay in the image; end this RUN with && " + REMOVE;

  private static boolean isUpdate(Command command) {
    return command.named("apt", "apt-get", "aptitude") && command.hasArgument("update");
  }

  private static boolean cleans(Surroundings around, Commands commands) {
    return around.classic()
        ? commands.any(each -> each.named("rm") && each.hasArgument("-rf", LISTS + "/*"))
        : commands.any(each ->
            (each.named("rm")
                    && each.arguments().stream().anyMatch(word -> word.text().startsWith(LISTS)))
                || (each.named("apt-get", "apt") && each.hasArgument("dist-clean", "distclean")));
  }

  private static boolean isMounted(Instruction.Run run) {
    return CacheMounts.cover(run, LISTS)
        || (CacheMounts.cover(run, "/var/lib/apt") && CacheMounts.cover(run, "/var/cache/apt"));
  }

  /// A RUN that only updates leaves the lists for a later one, which would miss them.
  private static Optional<Fix> fix(Instruction.Run run, Commands commands) {
    return commands.any(
            each -> each.named("apt", "apt-get", "aptitude") && each.hasArgument("install"))
        ? Mending.append(run, REMOVE)
        : Optional.empty();
  }
}
