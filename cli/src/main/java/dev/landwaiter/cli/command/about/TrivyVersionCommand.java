package dev.landwaiter.cli.command.about;

import dev.landwaiter.base.format.JsonStyle;
import dev.landwaiter.base.format.JsonWriter;
import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.cli.world.Version;
import dev.landwaiter.report.json.JsonReport;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.DatabaseInfo;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Trivy's `version`: the version followed, ours beside it, and the advisory database.
public final class TrivyVersionCommand implements Command {
  private static final Flag FORMAT =
      Flag.text("format", "form of the answer").shorthand("f").allowed("json");
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendLiteral(" +0000 UTC")
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public String name() {
    return "version";
  }

  @Override
  public String summary() {
    return "Tell the version";
  }

  @Override
  public String usage() {
    return "[flags]";
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Flags", FORMAT), GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    Optional<DatabaseInfo> database = database(invocation);
    if (invocation.values().text(FORMAT).equals("json")) {
      json(invocation, database);
    } else {
      var text = new StringBuilder("Version: " + Version.inReports() + "\n");
      database.ifPresent(info -> append(info, text));
      invocation.world().stdout().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return 0;
  }

  private static Optional<DatabaseInfo> database(Invocation invocation) throws UsageException {
    try (var database = TrivyDatabase.open(CacheFolder.of(invocation).resolve("db"))) {
      return Optional.of(database.info());
    } catch (DatabaseException e) {
      return Optional.empty();
    }
  }

  private static void append(DatabaseInfo info, StringBuilder text) {
    text.append("Vulnerability DB:\n  Version: ").append(info.schema());
    text.append("\n  UpdatedAt: ").append(time(info.updatedAt()));
    text.append("\n  NextUpdate: ").append(time(info.nextUpdate()));
    text.append("\n  DownloadedAt: ").append(time(info.downloadedAt())).append('\n');
  }

  private static String time(Optional<Instant> instant) {
    return instant.map(TIME::format).orElse("0001-01-01 00:00:00 +0000 UTC");
  }

  private static void json(Invocation invocation, Optional<DatabaseInfo> database)
      throws IOException {
    var json = new JsonWriter(invocation.world().stdout(), JsonStyle.COMPACT);
    json.beginObject();
    json.field("Version", Version.inReports());
    if (database.isPresent()) {
      DatabaseInfo info = database.get();
      json.name("VulnerabilityDB").beginObject();
      json.field("Version", info.schema());
      json.field("NextUpdate", rfc3339(info.nextUpdate()));
      json.field("UpdatedAt", rfc3339(info.updatedAt()));
      json.field("DownloadedAt", rfc3339(info.downloadedAt()));
      json.endObject();
    }
    json.endObject().newline().flush();
  }

  private static String rfc3339(Optional<Instant> instant) {
    return instant.map(JsonReport::time).orElse("0001-01-01T00:00:00Z");
  }
}
