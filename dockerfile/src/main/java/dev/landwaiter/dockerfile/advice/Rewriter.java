package dev.landwaiter.dockerfile.advice;

import dev.landwaiter.base.text.Span;
import dev.landwaiter.dockerfile.syntax.Comment;
import dev.landwaiter.dockerfile.syntax.Dockerfile;
import dev.landwaiter.dockerfile.syntax.Instruction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes the file that builds in one stage and ships another. What is kept is kept as written.
final class Rewriter {
  /// The name of the stage that builds.
  static final String BUILD = "build";

  private static final Set<String> BUILD_ONLY =
      Set.of(
          "CGO_ENABLED",
          "GOOS",
          "GOARCH",
          "GOPATH",
          "GO111MODULE",
          "GOFLAGS",
          "GOPROXY",
          "DEBIAN_FRONTEND",
          "PIP_NO_CACHE_DIR",
          "PIP_DISABLE_PIP_VERSION_CHECK",
          "MAVEN_OPTS",
          "GRADLE_OPTS",
          "CARGO_HOME",
          "RUSTUP_HOME");

  private final List<String> lines;
  private final List<String> written = new ArrayList<>();

  private Rewriter(Dockerfile file) {
    lines = file.text().lines().toList();
  }

  /// One stage becomes two.
  static String split(Dockerfile file, Stage stage, Plan plan) {
    var rewriter = new Rewriter(file);
    rewriter.begin(stage);
    rewriter.written.addAll(plan.prepare());
    for (Instruction each : stage.body()) {
      if (!ofShippedImage(each)) {
        rewriter.keep(each);
      }
    }
    rewriter.written.addAll(plan.finish());
    rewriter.written.add("");
    rewriter.ship(stage, plan);
    return rewriter.text();
  }

  /// The last of several stages gets another base; what stands before it stays.
  static String rebase(Dockerfile file, Stage last, String base, Needs needs) {
    var rewriter = new Rewriter(file);
    rewriter.written.addAll(rewriter.lines.subList(0, last.from().line() - 1));
    rewriter.written.add("FROM " + base + last.from().name().map(each -> " AS " + each).orElse(""));
    for (Instruction each : last.body()) {
      boolean started = each instanceof Instruction.Entrypoint || each instanceof Instruction.Cmd;
      boolean dropped = each instanceof Instruction.Healthcheck || each instanceof Instruction.User;
      if (!dropped && !(started && needs.entry().written())) {
        rewriter.keep(each);
      }
    }
    rewriter.written.add("USER " + Outputs.user(needs));
    if (needs.entry().written()) {
      String keyword = last.last(Instruction.Entrypoint.class).isPresent() ? "ENTRYPOINT " : "CMD ";
      rewriter.written.add(keyword + Words.array(needs.entry().words()));
    }
    return rewriter.text();
  }

  private void begin(Stage stage) {
    Span from = stage.from().statement().span();
    written.addAll(lines.subList(0, from.start().line() - 1));
    stage
        .from()
        .name()
        .ifPresentOrElse(
            name -> {
              written.addAll(lines.subList(from.start().line() - 1, from.lastLine() - 1));
              String last = lines.get(from.lastLine() - 1);
              int at = name.span().start().column() - 1;
              int start = last.offsetByCodePoints(0, at);
              written.add(
                  last.substring(0, start) + BUILD + last.substring(start + name.text().length()));
            },
            () -> {
              written.addAll(lines.subList(from.start().line() - 1, from.lastLine() - 1));
              written.add(lines.get(from.lastLine() - 1).stripTrailing() + " AS " + BUILD);
            });
  }

  private void ship(Stage stage, Plan plan) {
    written.add("FROM " + plan.base());
    for (Instruction each : stage.body()) {
      boolean kept =
          each instanceof Instruction.Label
              || each instanceof Instruction.Expose
              || each instanceof Instruction.Volume
              || each instanceof Instruction.Stopsignal
              || (each instanceof Instruction.Env env && !buildOnly(env));
      if (kept) {
        keep(each);
      }
    }
    if (!plan.workdir().isEmpty()) {
      written.add("WORKDIR " + plan.workdir());
    }
    written.addAll(plan.copies());
    written.addAll(plan.environment());
    written.add("USER " + plan.user());
    if (plan.entry().isEmpty()) {
      start(stage);
    } else {
      start(stage, plan);
    }
  }

  /// What a user of the image may replace by arguments stays in CMD, unless the base starts a
  /// program of its own.
  private void start(Stage stage, Plan plan) {
    int fixed =
        stage
            .last(Instruction.Entrypoint.class)
            .map(each -> Entry.of(each.command()).words().size())
            .orElse(0);
    if (fixed == 0 && Bases.startNothing(plan.base())) {
      written.add("CMD " + Words.array(plan.entry()));
      return;
    }
    int end = fixed == 0 ? plan.entry().size() : Math.min(fixed, plan.entry().size());
    written.add("ENTRYPOINT " + Words.array(plan.entry().subList(0, end)));
    if (end < plan.entry().size()) {
      written.add("CMD " + Words.array(plan.entry().subList(end, plan.entry().size())));
    }
  }

  private void start(Stage stage) {
    stage.body().stream()
        .filter(each -> each instanceof Instruction.Entrypoint || each instanceof Instruction.Cmd)
        .forEach(this::keep);
  }

  private static boolean ofShippedImage(Instruction each) {
    return switch (each) {
      case Instruction.Label _,
          Instruction.Expose _,
          Instruction.Volume _,
          Instruction.Stopsignal _,
          Instruction.User _,
          Instruction.Entrypoint _,
          Instruction.Cmd _,
          Instruction.Healthcheck _ ->
          true;
      default -> false;
    };
  }

  private static boolean buildOnly(Instruction.Env env) {
    return env.pairs().stream().allMatch(each -> BUILD_ONLY.contains(each.key().text()));
  }

  /// The lines of an instruction and of the comments directly above it.
  private void keep(Instruction each) {
    Span span = each.statement().span();
    int first = span.start().line();
    for (Comment comment : each.statement().above().reversed()) {
      if (comment.line() != first - 1) {
        break;
      }
      first = comment.line();
    }
    written.addAll(lines.subList(first - 1, Math.min(lines.size(), span.lastLine())));
  }

  private String text() {
    return String.join("\n", written) + "\n";
  }
}
