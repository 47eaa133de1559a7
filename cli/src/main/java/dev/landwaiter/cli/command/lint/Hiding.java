package dev.landwaiter.cli.command.lint;

import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.dockerfile.config.Configuration;
import dev.landwaiter.dockerfile.output.Linted;
import dev.landwaiter.dockerfile.output.Source;
import dev.landwaiter.dockerfile.run.Linter;
import dev.landwaiter.dockerfile.run.Profile;

/// Hides the secrets of files, whatever rules are wanted of them.
final class Hiding {
  private final Linter everything;

  Hiding(Invocation invocation) {
    everything =
        new Linter(
            Linter.Options.of(Configuration.DEFAULT, Profile.FULL, Judging.today(invocation)));
  }

  /// The text of a file without its mark and its secrets.
  String text(byte[] content) {
    return everything.lint("", content).linted().source().text();
  }

  /// The same findings above a text without secrets.
  Linted applied(Linted linted, Input input) {
    return new Linted(
        linted.name(),
        linted.file(),
        new Source(text(input.text())),
        linted.findings(),
        linted.hidden());
  }
}
