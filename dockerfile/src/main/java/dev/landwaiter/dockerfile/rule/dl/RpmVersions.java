package dev.landwaiter.dockerfile.rule.dl;

import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Whether yum and dnf are told which versions to install (reference: 11.4).
final class RpmVersions implements Judge {
  private final Surroundings around;
  private final String message;
  private final String[] tools;
  private final boolean groups;
  private final Set<String> arguments = new HashSet<>();
  private final Map<String, Set<String>> handedOn = new HashMap<>();
  private Set<String> environment = new HashSet<>();

  RpmVersions(Surroundings around, String message, String... tools) {
    this.around = around;
    this.message = message;
    this.tools = tools;
    this.groups = !tools[0].equals("yum");
  }

  @Override
  public void see(Instruction instruction, Sink sink) {
    switch (instruction) {
      case Instruction.From from -> {
        environment = new HashSet<>(handedOn.getOrDefault(ImageName.of(from).name(), Set.of()));
        from.name().ifPresent(name -> handedOn.put(name.text(), environment));
      }
      case Instruction.Arg arg ->
          arg.arguments().forEach(each -> arguments.add(each.name().text()));
      case Instruction.Env env ->
          env.pairs().forEach(each -> environment.add(each.key().unquoted()));
      case Instruction.Run run -> judge(run, sink);
      default -> {}
    }
  }

  private void judge(Instruction.Run run, Sink sink) {
    for (Command command : around.commands(run).all()) {
      if (!command.named(tools) || !command.hasArgument("install")) {
        continue;
      }
      boolean module = command.hasArgument("module");
      if (!module && groups && command.hasArgument("group")) {
        continue;
      }
      for (Argument each : command.arguments()) {
        if (!each.isFlag()
            && !each.text().equals("install")
            && !each.text().equals("module")
            && !(module ? each.text().contains(":") : pinned(each.text()))) {
          sink.report(run, each.span(), message);
          return;
        }
      }
    }
  }

  private boolean pinned(String text) {
    int dash = text.indexOf('-');
    return dash >= 0 && (text.endsWith(".rpm") || version(text, dash + 1) || knownVariable(text));
  }

  /// Whether all parts from here on may belong to a version and one of them begins with a digit.
  private static boolean version(String text, int start) {
    boolean digit = false;
    boolean first = true;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '-') {
        first = true;
        continue;
      }
      boolean isDigit = c >= '0' && c <= '9';
      if (!isDigit
          && !(c >= 'a' && c <= 'z')
          && !(c >= 'A' && c <= 'Z')
          && ".~^_:+".indexOf(c) < 0) {
        return false;
      }
      digit |= first && isDigit;
      first = false;
    }
    return digit;
  }

  private boolean knownVariable(String text) {
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
      int end = text.indexOf('}', at);
      if (end > 0) {
        String name = text.substring(at + 2, end);
        if (arguments.contains(name) || environment.contains(name)) {
          return true;
        }
      }
    }
    return false;
  }
}
