package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.stage.Base;
import dev.landwaiter.dockerfile.stage.Build;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Pair;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The arguments from before the first FROM, and which of them the current stage has.
final class GlobalArguments {
  /// More of them nobody writes; the bound keeps hostile files cheap.
  private static final int MOST = 200;

  /// What the builder or the shell defines in every RUN.
  private static final Set<String> ALWAYS =
      Set.of(
          "PATH",
          "HOME",
          "HOSTNAME",
          "PWD",
          "OLDPWD",
          "IFS",
          "RANDOM",
          "UID",
          "EUID",
          "SHELL",
          "TERM",
          "OSTYPE",
          "HOSTTYPE",
          "MACHTYPE",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "FTP_PROXY",
          "NO_PROXY",
          "ALL_PROXY");

  private final Build build;
  private final Set<String> globals = new HashSet<>();
  private final Map<Integer, Set<String>> stages = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private Set<String> defined = new HashSet<>();
  private Optional<Instruction.From> from = Optional.empty();
  private ImageName image = ImageName.of("");
  private boolean otherShell;

  GlobalArguments(Build build) {
    this.build = build;
  }

  void see(Instruction instruction) {
    switch (instruction) {
      case Instruction.From each -> begin(each);
      case Instruction.Arg arg -> arg.arguments().forEach(each -> take(each.name().text()));
      case Instruction.Env env ->
          env.pairs().stream().map(Pair::key).forEach(key -> take(key.text()));
      case Instruction.Onbuild onbuild -> see(onbuild.trigger());
      case Instruction.Shell shell -> otherShell = isOther(Look.words(shell.command()));
      default -> {}
    }
  }

  private void begin(Instruction.From next) {
    from = Optional.of(next);
    defined = new HashSet<>();
    build
        .stage(next)
        .ifPresent(stage -> {
          if (stage.base() instanceof Base.Earlier earlier) {
            defined.addAll(stages.getOrDefault(earlier.stage(), Set.of()));
          }
          stages.put(stage.index(), defined);
          image = ImageName.of(stage.image().text());
        });
    otherShell = Bases.isWindows(image);
    told.clear();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private void take(String name) {
    if (from.isPresent()) {
      if (globals.contains(name)) {
        defined.add(name);
      }
    } else if (globals.size() < MOST && !ALWAYS.contains(name.toUpperCase(Locale.ROOT))) {
      globals.add(name);
    }
  }

  private static boolean isOther(List<String> words) {
    String program = words.isEmpty() ? "" : key(Look.baseName(words.getFirst()));
    return program.startsWith("powershell")
        || program.startsWith("pwsh")
        || program.startsWith("cmd");
  }

  /// Whether there is any such argument, and a stage to use it.
  boolean any() {
    return from.isPresent() && !globals.isEmpty();
  }

  Optional<Instruction.From> from() {
    return from;
  }

  /// Whether RUN has a shell that writes variables in another way.
  boolean otherShell() {
    return otherShell;
  }

  /// Whether a name is such an argument, and nothing gives it a value in this stage.
  boolean missing(String name) {
    return globals.contains(name)
        && !defined.contains(name)
        && !told.contains(name)
        && !bases(name);
  }

  /// Images of languages and servers define their own version, as NODE_VERSION in `node`.
  private boolean bases(String name) {
    int end = name.indexOf('_');
    String path = image.path();
    String last = image.shortName();
    if (end < 2 || Bases.isSystem(last) || last.equals("alpine")) {
      return false;
    }
    String product = key(name.substring(0, end));
    return path.contains(product)
        || (product.equals("pg") && path.contains("postg"))
        || (product.equals("go") && path.contains("golang"))
        || (product.equals("java")
            && (path.contains("jdk") || path.contains("jre") || path.contains("temurin")));
  }

  /// Remembers that a name was told in this stage; false where it was before.
  boolean tell(String name) {
    return told.add(name);
  }
}
