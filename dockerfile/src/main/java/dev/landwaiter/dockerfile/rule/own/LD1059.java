package dev.landwaiter.dockerfile.rule.own;

import dev.landwaiter.dockerfile.Level;
import dev.landwaiter.dockerfile.RuleInfo;
import dev.landwaiter.dockerfile.lint.Judge;
import dev.landwaiter.dockerfile.lint.Rule;
import dev.landwaiter.dockerfile.lint.Sink;
import dev.landwaiter.dockerfile.lint.Surroundings;
import dev.landwaiter.dockerfile.syntax.CommandLine;
import dev.landwaiter.dockerfile.syntax.Instruction;
import dev.landwaiter.dockerfile.syntax.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whole systems around a single compiled program.
public final class LD1059 implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "LD1059",
          Level.INFO,
          "The final stage keeps a shell and packages around a single compiled program",
          "A program of Go or Rust that is linked statically needs none of them, and "
              + "each needs updates and helps an intruder",
          "Link statically (CGO_ENABLED=0, or a musl target), and end on scratch or a "
              + "distroless static image");

  private static final int LONGEST_PREPARATION = 200;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public Judge begin(Surroundings around) {
    return Look.atStages(around, LD1059::judge);
  }

  private static void judge(Outline outline, Sink sink) {
    outline
        .last()
        .filter(stage -> finds(outline, stage))
        .ifPresent(stage ->
            sink.report(
                stage.from(),
                stage.from().image().span(),
                "Only a compiled program runs here: scratch or a distroless static image would"
                    + " do"));
  }

  static boolean finds(Outline outline, Outline.Stage stage) {
    return stage.known() && isBig(ImageName.of(stage.root())) && onlyStarts(outline, stage);
  }

  private static boolean isBig(ImageName image) {
    return switch (Bases.kind(image)) {
      case ALPINE, SLIM, SYSTEM ->
          Bases.isSystem(image.shortName()) || image.path().equals("alpine");
      case SCRATCH, DISTROLESS, LANGUAGE, BUILD, UNKNOWN -> false;
    };
  }

  /// Whether the stage copies programs that were compiled here and starts one of them, no more.
  private static boolean onlyStarts(Outline outline, Outline.Stage stage) {
    Map<Outline.Stage, Boolean> compiling = new HashMap<>();
    boolean copies = false;
    String started = "";
    for (Instruction each : stage.history()) {
      switch (each) {
        case Instruction.Copy copy -> {
          boolean compiled =
              copy.from()
                  .flatMap(from -> outline.named(from.unquoted(), stage))
                  .filter(from -> compiling.computeIfAbsent(from, LD1059::compiles))
                  .isPresent();
          copies |= compiled;
          if (!compiled && copy.sources().stream().anyMatch(LD1059::isScript)) {
            return false;
          }
        }
        case Instruction.Add add -> {
          return false;
        }
        case Instruction.Run run -> {
          if (!onlyPrepares(run)) {
            return false;
          }
        }
        case Instruction.Entrypoint entrypoint -> started = first(entrypoint.command(), started);
        case Instruction.Cmd cmd ->
            started = started.isEmpty() ? first(cmd.command(), started) : started;
        case Instruction.Healthcheck check when check.command().isPresent() -> {
          return false;
        }
        default -> {}
      }
    }
    return copies && !started.isEmpty() && !isShell(Look.baseName(started));
  }

  private static boolean isShell(String name) {
    return name.equals("sh") || name.equals("bash") || name.endsWith(".sh") || name.equals("tini");
  }

  private static boolean isScript(Word source) {
    return source.unquoted().endsWith(".sh") || source.unquoted().contains("entrypoint");
  }

  private static String first(CommandLine command, String before) {
    List<String> words = Look.words(command);
    return words.isEmpty() ? before : words.getFirst();
  }

  /// Whether a stage compiles Go or Rust.
  private static boolean compiles(Outline.Stage stage) {
    String path = ImageName.of(stage.root()).path();
    if (!path.equals("golang") && !path.equals("rust") && !path.endsWith("/golang")) {
      return false;
    }
    return stage.history().stream()
        .filter(Instruction.Run.class::isInstance)
        .flatMap(each -> Look.texts(each).stream())
        .map(Object::toString)
        .anyMatch(text ->
            text.contains("CGO_ENABLED=0")
                || text.contains("-extldflags")
                || text.contains("-musl")
                || text.contains("go build")
                || text.contains("cargo build"));
  }

  /// Certificates, time zones, accounts and directories can be copied as well.
  private static boolean onlyPrepares(Instruction.Run run) {
    String text = Look.texts(run).toString();
    boolean installs = text.contains(" install") || text.contains("apk add");
    return !installs
        || ((text.contains("ca-certificates") || text.contains("tzdata"))
            && text.length() < LONGEST_PREPARATION);
  }
}
