package dev.landwaiter.cli.command.database;

import dev.landwaiter.base.text.Reason;
import dev.landwaiter.cli.command.CacheFolder;
import dev.landwaiter.cli.command.Invocation;
import dev.landwaiter.cli.flag.UsageException;
import dev.landwaiter.cli.flag.Values;
import dev.landwaiter.cli.flags.DatabaseFlags;
import dev.landwaiter.cli.flags.GlobalFlags;
import dev.landwaiter.scan.database.DatabaseChoice;
import dev.landwaiter.scan.update.DatabaseKind;
import dev.landwaiter.scan.update.Freshness;
import dev.landwaiter.vulnerability.DatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// The database that judges a scan: one that is missing or overdue is pulled first; where that
/// fails or is not wanted, what is there judges, and the run says so.
public final class Databases {
  private Databases() {}

  /// Pulls where that is due, and opens.
  public static DatabaseChoice open(DatabasePulls pulls, Instant now)
      throws UsageException, IOException {
    Invocation invocation = pulls.invocation();
    Values values = invocation.values();
    Path cache = CacheFolder.of(invocation);
    String named = values.text(DatabaseFlags.DATABASE);
    try {
      if (!named.isEmpty()) {
        Path path = invocation.world().folder().resolve(named);
        return DatabaseChoice.choose(Optional.of(path), cache, now);
      }
      if (pullWanted(values, DatabaseFlags.SKIP_UPDATE) && due(cache, now)) {
        attempt(pulls);
      }
      return DatabaseChoice.choose(Optional.empty(), cache, now);
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
  }

  /// Does what `--download-db-only` and `--download-java-db-only` ask for.
  ///
  /// @return whether one of them was given, so that nothing is to be scanned
  public static boolean downloadOnly(Invocation invocation) throws UsageException, IOException {
    Values values = invocation.values();
    boolean advisories = values.flag(DatabaseFlags.DOWNLOAD_ONLY);
    boolean java = values.flag(DatabaseFlags.DOWNLOAD_JAVA_ONLY);
    if (advisories && java) {
      throw new UsageException("--download-db-only and --download-java-db-only exclude each other");
    }
    if (advisories && values.flag(DatabaseFlags.SKIP_UPDATE)) {
      throw new UsageException("--download-db-only and --skip-db-update exclude each other");
    }
    if (java && values.flag(DatabaseFlags.SKIP_JAVA_UPDATE)) {
      throw new UsageException(
          "--download-java-db-only and --skip-java-db-update exclude each other");
    }
    if (!advisories && !java) {
      return false;
    }
    if (values.flag(GlobalFlags.OFFLINE)) {
      throw new UsageException("--offline opens no connection, a download needs one");
    }
    try {
      new DatabasePulls(invocation, Optional.empty())
          .run(java ? DatabaseKind.JAVA : DatabaseKind.ADVISORIES, false);
    } catch (DatabaseException e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
    return true;
  }

  static boolean pullWanted(Values values, dev.landwaiter.cli.flag.Flag skip)
      throws UsageException {
    return !values.flag(GlobalFlags.OFFLINE) && !values.flag(skip);
  }

  /// Whoever built an index and pulled nothing has chosen what to judge by.
  private static boolean due(Path cache, Instant now) {
    return switch (Freshness.of(DatabaseKind.ADVISORIES, cache, now)) {
      case Freshness.Current _ -> false;
      case Freshness.Overdue _ -> true;
      case Freshness.Missing _ -> !DatabaseChoice.hasBuilt(cache);
    };
  }

  private static void attempt(DatabasePulls pulls) throws UsageException {
    try {
      pulls.run(DatabaseKind.ADVISORIES, false);
    } catch (IOException e) {
      pulls
          .invocation()
          .log()
          .warn(
              Reason.of(e)
                  + "; what is there judges instead (--skip-db-update does not try, landwaiter db"
                  + " import takes a file)");
    }
  }
}
