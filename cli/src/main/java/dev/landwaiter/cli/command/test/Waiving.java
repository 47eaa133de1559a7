package dev.landwaiter.cli.command.test;

import dev.landwaiter.base.finding.Waiver;
import dev.landwaiter.base.text.Glob;
import dev.landwaiter.base.text.InvalidGlobException;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.config.ConfigFile;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.policy.conftest.CheckResult;
import dev.landwaiter.policy.conftest.Message;
import dev.landwaiter.scan.filter.IgnoreFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The waivers of landwaiter.yaml, applied to what rules say of files. A waiver means a rule by its
/// name (`deny_root`), with its package (`main.deny_root`), or by the `id` among what it says.
final class Waiving {
  private record Entry(Waiver waiver, List<Glob> places) {}

  private final List<Entry> entries = new ArrayList<>();

  /// Reads them; those that ended and those that say nothing useful are told and left out.
  static Waiving of(Invocation invocation) throws UsageException {
    var waiving = new Waiving();
    boolean named = invocation.values().isSet(GlobalFlags.CONFIG);
    String name = named ? invocation.values().text(GlobalFlags.CONFIG) : "landwaiter.yaml";
    Path file = invocation.world().folder().resolve(name);
    if (Files.exists(file)) {
      IgnoreFile read = IgnoreFile.waivers(name, ConfigFile.read(file, false).tree());
      read.problems().forEach(problem -> invocation.log().warn(problem.toString()));
      Instant now = invocation.world().clock().instant();
      for (Waiver waiver : read.waivers()) {
        waiving.add(waiver, now, invocation);
      }
    }
    return waiving;
  }

  private void add(Waiver waiver, Instant now, Invocation invocation) throws UsageException {
    if (waiver.expires().isPresent() && waiver.expires().get().isBefore(now)) {
      invocation
          .log()
          .warn(
              "%s: the waiver for %s ended on %s and hides nothing any more"
                  .formatted(waiver.source(), waiver.id(), waiver.expires().get()));
      return;
    }
    List<Glob> places = new ArrayList<>();
    try {
      for (String place : waiver.places()) {
        places.add(Glob.compile(place));
      }
    } catch (InvalidGlobException e) {
      throw new UsageException("the place of a waiver is wrong: " + e.getMessage());
    }
    entries.add(new Entry(waiver, places));
  }

  /// The same results with what is waived among the exceptions.
  List<CheckResult> applied(List<CheckResult> results) {
    return entries.isEmpty() ? results : results.stream().map(this::applied).toList();
  }

  private CheckResult applied(CheckResult result) {
    List<Message> exceptions = new ArrayList<>(result.exceptions());
    List<Message> warnings = left(result, result.warnings(), exceptions);
    List<Message> failures = left(result, result.failures(), exceptions);
    return exceptions.size() == result.exceptions().size()
        ? result
        : result.with(warnings, failures, exceptions);
  }

  private List<Message> left(CheckResult result, List<Message> messages, List<Message> exceptions) {
    List<Message> left = new ArrayList<>();
    for (Message message : messages) {
      Optional<Waiver> waiver = covering(result, message);
      if (waiver.isPresent()) {
        String reason = waiver.get().reason();
        exceptions.add(
            new Message(
                message.text() + " (waived" + (reason.isEmpty() ? "" : ": " + reason) + ")",
                message.origin(),
                message.metadata(),
                message.place()));
      } else {
        left.add(message);
      }
    }
    return left;
  }

  private Optional<Waiver> covering(CheckResult result, Message message) {
    String path = result.file().startsWith("./") ? result.file().substring(2) : result.file();
    String query = message.metadata().text("query");
    String rule = query.startsWith("data.") ? query.substring("data.".length()) : query;
    String own = message.metadata().text("id");
    for (Entry entry : entries) {
      String id = entry.waiver().id();
      boolean meant =
          id.equals(rule) || rule.equals(result.namespace() + "." + id) || id.equals(own);
      boolean here =
          entry.places().isEmpty()
              || entry.places().stream().anyMatch(place -> place.matches(path));
      // A waiver for packages is about something else.
      if (meant && here && entry.waiver().packages().isEmpty()) {
        return Optional.of(entry.waiver());
      }
    }
    return Optional.empty();
  }
}
