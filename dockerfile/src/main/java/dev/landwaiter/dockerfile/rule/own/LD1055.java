package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Argument;
import dev.landwaiter.dockerfile.lint.Command;
import dev.landwaiter.dockerfile.lint.Commands;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Compilers and build tools that stay in the image.
public final class LD1055 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1055",
          Level.INFO,
          "The final stage installs build tools and keeps them",
          "They make the image bigger, bring their own security holes, and give an "
              + "intruder a compiler",
          "Build in an earlier stage and copy the result, or remove the tools in the "
              + "same RUN");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atLastStage(around, (stage, sink) -> judge(around, stage, sink));
  }

  private static void judge(Surroundings around, Outline.Stage stage, Sink sink) {
    if (stage.from().name().filter(name -> isForBuilding(name.text())).isPresent()
        || Bases.kind(ImageName.of(stage.root())) == Bases.Kind.BUILD
        || !Start.starts(stage)) {
      return;
    }
    List<String> removed = new ArrayList<>();
    for (Instruction each : stage.history()) {
      if (each instanceof Instruction.Run run) {
        removed.addAll(Install.removed(around.commands(run).all()));
      }
    }
    for (Instruction each : stage.history()) {
      if (each instanceof Instruction.Run run) {
        Commands commands = around.commands(run);
        if (!removesAll(commands)) {
          for (Command command : commands.all()) {
            see(run, command, removed, sink);
          }
        }
      }
    }
  }

  /// Whether everything that nothing else needs is removed in the end.
  private static boolean removesAll(Commands commands) {
    return commands.any(each -> each.named("apt-mark"))
        && commands.any(each ->
            each.named("apt-get", "apt")
                && (each.hasArgument("autoremove") || each.hasFlag("auto-remove")));
  }

  private static void see(Instruction.Run run, Command command, List<String> removed, Sink sink) {
    List<Argument> packages = Install.packages(command);
    if (packages.isEmpty() || isTemporary(command, removed)) {
      return;
    }
    List<Argument> tools =
        packages.stream()
            .filter(each -> isBuildTool(Install.name(each.text())))
            .filter(each -> !removed.contains(Install.name(each.text())))
            .toList();
    if (!tools.isEmpty()) {
      String names =
          tools.stream()
              .map(each -> Install.name(each.text()))
              .distinct()
              .collect(Collectors.joining(", "));
      sink.report(run, tools.getFirst().span(), "Build tools stay in the image: " + names);
    }
  }

  /// Installed under a name of its own (apk) that is removed again.
  private static boolean isTemporary(Command command, List<String> removed) {
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      String text = arguments.get(i).text();
      if (text.startsWith("--virtual=")) {
        return removed.contains(text.substring("--virtual=".length()));
      }
      if ((text.equals("--virtual") || text.equals("-t")) && i + 1 < arguments.size()) {
        return removed.contains(arguments.get(i + 1).text());
      }
    }
    return false;
  }

  private static boolean isForBuilding(String stage) {
    String name = stage.toLowerCase(Locale.ROOT);
    return name.contains("dev") || name.contains("build") || name.contains("test");
  }

  private static boolean isBuildTool(String name) {
    return switch (name) {
      case "gcc",
          "g++",
          "gcc-c++",
          "clang",
          "make",
          "cmake",
          "ninja-build",
          "autoconf",
          "automake",
          "libtool",
          "build-essential",
          "build-base",
          "base-devel",
          "musl-dev",
          "libc-dev",
          "libc6-dev",
          "linux-headers",
          "glibc-devel",
          "python3-dev",
          "python-dev",
          "python3-devel",
          "golang",
          "golang-go",
          "rustc",
          "cargo",
          "maven",
          "gradle" ->
          true;
      default -> false;
    };
  }
}
