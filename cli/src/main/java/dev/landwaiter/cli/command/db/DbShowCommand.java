package dev.landwaiter.cli.command.db;

import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Command;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.database.DatabaseChoice;
import dev.landwaiter.scan.database.OtherNames;
import dev.landwaiter.vulnerability.AdvisoryDatabase;
import dev.landwaiter.vulnerability.DatabaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Shows what the database says of one vulnerability, or of one package in every place that has
/// advisories for it. Contradictions between sources stand beside each other.
public final class DbShowCommand implements Command {
  private static final Flag FORMAT =
      Flag.text("format", "form of the answer")
          .shorthand("f")
          .standard("text")
          .allowed("text", "json");

  @Override
  public String name() {
    return "db show";
  }

  @Override
  public String summary() {
    return "Show what the database says of a vulnerability or a package";
  }

  @Override
  public String usage() {
    return "[flags] ID|PACKAGE";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("A vulnerability, and every package it is known in", "db show CVE-2024-2961"),
        new Example("A package, wherever it has advisories", "db show openssl"));
  }

  @Override
  public List<FlagGroup> flags() {
    return List.of(new FlagGroup("Show Flags", FORMAT), GlobalFlags.GROUP);
  }

  @Override
  public int run(Invocation invocation) throws UsageException, IOException {
    if (invocation.arguments().size() != 1) {
      throw UsageException.withUsage("db show wants exactly one vulnerability or package");
    }
    String wanted = invocation.arguments().get(0);
    try {
      var choice =
          DatabaseChoice.choose(
              Optional.empty(), CacheFolder.of(invocation), invocation.world().clock().instant());
      try (var database = choice.database()) {
        invocation.log().info(choice.sentence());
        Shown shown =
            Shown.of(database, wanted)
                .or(() -> byOtherName(invocation, database, wanted))
                .orElseThrow(() ->
                    new IOException(
                        "the database knows neither a vulnerability nor a package named "
                            + wanted));
        byte[] text =
            invocation.values().text(FORMAT).equals("json")
                ? ShownJson.of(shown)
                : new ShownText(invocation.world().terminal().width())
                    .of(shown)
                    .getBytes(StandardCharsets.UTF_8);
        invocation.world().stdout().write(text);
        return 0;
      }
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /// What its publisher calls by another name.
  private static Optional<Shown> byOtherName(
      Invocation invocation, AdvisoryDatabase database, String wanted) {
    SortedSet<String> ids = OtherNames.of(database.info(), wanted);
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    invocation.log().info(wanted + " is about " + String.join(", ", ids));
    return Shown.of(database, ids.first());
  }
}
