package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.dockerfile.pragma.Pragma;
import dev.landwaiter.dockerfile.pragma.PragmaReader;
import dev.landwaiter.dockerfile.pragma.UnusedPragma;
import dev.landwaiter.dockerfile.run.Linter;
import dev.landwaiter.dockerfile.run.Profile;
import dev.landwaiter.dockerfile.syntax.Comment;
import java.util.ArrayList;
import java.util.List;

/// Tells which comments ignore findings that there are none of.
///
/// Ids of ShellCheck are left out where some of its findings are missing. Comments for hadolint may
/// be right under it and wrong under our own rules, so that they are told to those alone who want
/// all.
///
/// @param shell whether none of ShellCheck's findings is missing
record UnusedComments(
    Invocation invocation, Linter.Options options, boolean verbose, boolean shell) {
  private static final int TOLD = 5;
  private static final String FORM = "# landwaiter:ignore=ID until=YYYY-MM-DD reason=...";

  void tell(List<Linter.Outcome> outcomes) {
    List<String> messages = new ArrayList<>();
    for (Linter.Outcome outcome : outcomes) {
      mistaken(outcome, messages);
      for (UnusedPragma unused : outcome.unused()) {
        List<String> ids = unused.ids().stream().filter(this::judged).toList();
        if (!ids.isEmpty() && wanted(unused)) {
          messages.add(
              "%s:%d: the comment %s %s"
                  .formatted(
                      outcome.linted().name(),
                      unused.pragma().line(),
                      unused.expired() ? "no longer ignores" : "ignores nothing of",
                      String.join(", ", ids)));
        }
      }
    }
    int told = verbose ? messages.size() : Math.min(TOLD, messages.size());
    messages.subList(0, told).forEach(invocation.log()::warn);
    if (told < messages.size()) {
      invocation
          .log()
          .warn(
              "%d more comments ignore nothing; --verbose names them"
                  .formatted(messages.size() - told));
    }
  }

  private void mistaken(Linter.Outcome outcome, List<String> messages) {
    if (options.configuration().disablePragmas()) {
      return;
    }
    for (Comment each : outcome.file().comments()) {
      if (PragmaReader.mistaken(each)) {
        messages.add(
            "%s:%d: the comment ignores nothing; write it above the instruction, as %s"
                .formatted(outcome.linted().name(), each.line(), FORM));
      }
    }
  }

  private boolean judged(String id) {
    return !id.startsWith("SC") || shell;
  }

  private boolean wanted(UnusedPragma unused) {
    boolean own = unused.pragma().kind() == Pragma.Kind.INSTRUCTION;
    return own || verbose || options.profile() == Profile.CLASSIC;
  }
}
