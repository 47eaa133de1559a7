package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.command.Waivers;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.dockerfile.Finding;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.run.Linter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/// Lints the inputs of a run, many of them on all processors.
record Judging(Invocation invocation, Linter linter, Waiving waiving, IgnoreFiles ignoreFiles) {
  /// Fewer files are done before other threads have begun.
  private static final int MANY = 16;

  static Judging of(Invocation invocation, Linter.Options options, IgnoreFiles ignoreFiles)
      throws UsageException {
    return new Judging(
        invocation, new Linter(options), new Waiving(Waivers.of(invocation)), ignoreFiles);
  }

  /// The day of the run.
  static LocalDate today(Invocation invocation) {
    return LocalDate.ofInstant(invocation.world().clock().instant(), ZoneOffset.UTC);
  }

  /// What came of each input, in their order.
  List<Linter.Outcome> all(List<Input> inputs) {
    int processors = Runtime.getRuntime().availableProcessors();
    if (inputs.size() >= MANY && processors > 1) {
      return parallel(inputs, processors);
    }
    List<Linter.Outcome> outcomes = new ArrayList<>();
    for (Input input : inputs) {
      outcomes.add(one(input.name(), input));
    }
    return outcomes;
  }

  private List<Linter.Outcome> parallel(List<Input> inputs, int threads) {
    List<CompletableFuture<Linter.Outcome>> running = new ArrayList<>(inputs.size());
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (Input input : inputs) {
        // Read here, so that warnings come in order.
        Optional<String> ignored = ignoreFiles.beside(input);
        running.add(
            CompletableFuture.supplyAsync(
                () -> linter.lint(input.name(), input.text(), ignored), pool));
      }
    }
    return running.stream().map(CompletableFuture::join).toList();
  }

  /// Lints a text under another name.
  Linter.Outcome one(String name, Input input) {
    Optional<String> ignored = ignoreFiles.beside(input);
    return linter.lint(name, input.text(), ignored);
  }

  /// What is found in a text and not waived.
  List<Finding> findings(Input input) {
    return waiving.applied(one(input.name(), input).linted()).findings();
  }

  /// What is shown of each file.
  List<Linted> shown(List<Linter.Outcome> outcomes) {
    return outcomes.stream().map(each -> waiving.applied(each.linted())).toList();
  }

  /// Of a file that cannot be read only the first reason.
  static Linted stopped(Linted linted) {
    Optional<Finding> first = linted.findings().stream().filter(Linted::unreadable).findFirst();
    return first.isEmpty()
        ? linted
        : new Linted(
            linted.name(), linted.file(), linted.source(), List.of(first.get()), linted.hidden());
  }

  static List<Finding> findings(List<Linted> files) {
    return files.stream().flatMap(each -> each.findings().stream()).toList();
  }

  /// Whether any file could not be read as a Dockerfile.
  static boolean unread(List<Linted> files) {
    return files.stream().anyMatch(each -> each.findings().stream().anyMatch(Linted::unreadable));
  }
}
