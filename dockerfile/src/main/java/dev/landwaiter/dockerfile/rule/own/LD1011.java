package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;
import java.util.Optional;

/// Scripts that are run as they come from the network: `curl … | sh`.
public final class LD1011 implements Rule {
  /// Behind more programs nobody looks for a shell.
  private static final int LONGEST_PIPE = 100;

  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1011",
              Level.WARNING,
              "A downloaded script is run without having been looked at",
              "Whoever controls the server, or cuts the connection half-way, decides "
                  + "what runs as root in the build",
              "Download a fixed version to a file, check its sha256sum in the same RUN,"
                  + " then run it")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    var reader = new Script.Reader(around);
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run
          && around.commands(run).any(Download::isFetcher)) {
        Script script = reader.read(run);
        boolean checked = Download.isChecked(run);
        for (int i = 0; i < script.commands().size(); i++) {
          if (Download.isFetcher(script.command(i))) {
            int fetcher = i;
            runner(script, i, checked)
                .ifPresent(runner ->
                    sink.report(
                        run,
                        script.command(fetcher).span(),
                        runner + " runs what " + script.command(fetcher).name() + " downloads"));
          }
        }
      }
    };
  }

  /// The program that runs what a command downloads.
  ///
  /// @param checked whether the instruction checks what it downloads
  static Optional<String> runner(Script script, int fetcher, boolean checked) {
    return atOnce(script, fetcher).or(() -> checked ? Optional.empty() : fromFile(script, fetcher));
  }

  /// `curl -o a.sh …; sh a.sh`.
  private static Optional<String> fromFile(Script script, int fetcher) {
    String file = Download.file(script.command(fetcher)).map(Look::baseName).orElse("");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    for (int i : script.starters(LD1011::isStarter)) {
      Command command = script.command(i);
      if (i <= fetcher) {
        continue;
      }
      if (isShell(command.name()) && !command.hasFlag("c")) {
        List<Argument> plain = command.plain();
        if (!plain.isEmpty() && Look.baseName(plain.getFirst().text()).equals(file)) {
          return Optional.of(command.name());
        }
      }
      if (file.endsWith(".sh") && Look.baseName(command.name()).equals(file)) {
        return Optional.of("The build");
      }
    }
    return Optional.empty();
  }

  /// The program that runs the output of a command.
  private static Optional<String> atOnce(Script script, int fetcher) {
    boolean substituted = isSubstituted(script.before(fetcher, 3));
    for (int outer = 0; substituted && outer < fetcher; outer++) {
      if (script.inside(fetcher, outer) && runsSubstitution(script, fetcher, outer)) {
        return Optional.of(script.command(outer).name());
      }
    }
    Optional<Integer> next = script.reader(fetcher);
    for (int readers = 0; next.isPresent() && readers < LONGEST_PIPE; readers++) {
      int last = next.get();
      for (int i = last;
          i < script.commands().size() && (i == last || script.inside(i, last));
          i++) {
        if (runsInput(script.command(i))) {
          return Optional.of(script.command(i).name());
        }
      }
      next = script.reader(last);
    }
    return Optional.empty();
  }

  /// `sh -c "$(curl …)"`, `bash <(curl …)`, `eval "$(curl …)"`.
  private static boolean runsSubstitution(Script script, int fetcher, int outer) {
    Command command = script.command(outer);
    return isShell(command.name())
        ? command.hasFlag("c") || script.before(fetcher, 2).equals("<(")
        : command.named("eval", "source", ".", "python", "python3", "perl", "ruby", "node");
  }

  private static boolean isSubstituted(String before) {
    return (before.endsWith("$(") || before.endsWith("<(") || before.endsWith("`"))
        && before.charAt(0) != '=';
  }

  private static boolean isStarter(Command command) {
    return isShell(command.name()) || command.name().endsWith(".sh");
  }

  private static boolean isShell(String name) {
    return switch (name) {
      case "sh", "bash", "dash", "ash", "zsh", "ksh" -> true;
      default -> false;
    };
  }

  /// Whether a program runs what it reads: no script is named.
  private static boolean runsInput(Command command) {
    List<Argument> plain = command.plain();
    boolean input =
        plain.isEmpty()
            || plain.getFirst().text().equals("-")
            || plain.getFirst().text().equals("/dev/stdin");
    if (isShell(command.name())) {
      return !command.hasFlag("c") && (input || command.hasFlag("s"));
    }
    return switch (command.name()) {
      case "python", "python2", "python3", "perl", "ruby", "node", "php" ->
          (input && command.arguments().size() == plain.size())
              || (!command.arguments().isEmpty()
                  && command.arguments().getFirst().text().equals("--"));
      default -> false;
    };
  }
}
