package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.List;

/// Accounts whose password stands in the file.
public final class LD1005 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "LD1005",
              Level.WARNING,
              "An account gets a password that stands in the Dockerfile",
              "Everybody who sees the file or the image's history knows it, in every "
                  + "container of the image",
              "Lock the account (passwd -l), or set the password when the container " + "starts")
          .withTriggers();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean hidesSecrets() {
    return true;
  }

  @Override
  public Judge begin(Surroundings around) {
    var reader = new Script.Reader(around);
    return (instruction, sink) -> {
      if (instruction instanceof Instruction.Run run && around.commands(run).any(LD1005::sets)) {
        Script script = reader.read(run);
        var given = new Given(run, reader.lines());
        for (int i = 0; i < script.commands().size(); i++) {
          if (sets(script.command(i))) {
            see(script, i, given, sink);
          }
        }
      }
    };
  }

  private static boolean sets(Command command) {
    return command.named("chpasswd") || (command.named("passwd") && command.hasFlag("stdin"));
  }

  private static void see(Script script, int index, Given given, Sink sink) {
    boolean named = script.command(index).named("chpasswd");
    int writer = writer(script, index);
    document(script.command(index), named, given, sink);
    if (writer >= 0) {
      Command command = script.command(writer);
      if (command.named("cat")) {
        document(command, named, given, sink);
      } else if (command.named("echo", "printf")
          && command.plain().stream().anyMatch(each -> isLiteral(each.text(), named))) {
        command.plain().forEach(each -> sink.hide(each.span()));
        report(command, given, sink);
      }
    }
  }

  private static void document(Command command, boolean named, Given given, Sink sink) {
    List<Given.Line> secret =
        given.to(command.span()).stream().filter(each -> isLiteral(each.text(), named)).toList();
    if (!secret.isEmpty()) {
      secret.forEach(each -> sink.hide(each.span()));
      report(command, given, sink);
    }
  }

  private static void report(Command command, Given given, Sink sink) {
    sink.report(given.run(), command.span(), "An account gets a password written here");
  }

  /// The command whose output this one reads, also through a file; -1 where there is none.
  private static int writer(Script script, int index) {
    int reader = index;
    while (reader > 0 && script.inside(index, reader - 1)) {
      reader--;
    }
    int writer = reader - 1;
    return writer >= 0
            && (Script.isPipe(script.gap(writer, reader)) || script.text(writer).contains(">"))
        ? writer
        : -1;
  }

  /// Whether the text, behind the name of an account where one is wanted, is a password.
  private static boolean isLiteral(String text, boolean named) {
    String password = named ? text.substring(text.indexOf(':') + 1) : text;
    return (!named || text.indexOf(':') > 0)
        && !password.isEmpty()
        && !password.startsWith("$")
        && !password.startsWith("%");
  }
}
