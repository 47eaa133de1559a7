package dev.landwaiter.cli.flags;

import dev.landwaiter.cli.flag.Flag;
import dev.landwaiter.cli.flag.FlagGroup;

/// Which advisory database judges, and when it is fetched.
public final class DatabaseFlags {
  public static final Flag SKIP_UPDATE =
      Flag.toggle("skip-db-update", "use the advisory database that is there")
          .key("db.skip-update")
          .formerly(new Flag.Former("skip-update", "db.skip"));
  public static final Flag SKIP_JAVA_UPDATE =
      Flag.toggle("skip-java-db-update", "use the Java index that is there")
          .key("db.java-skip-update");
  public static final Flag DATABASE =
      Flag.text("db", "judge by this one: a trivy.db, its folder, or an index (*.idx)")
          .key("db.file");
  public static final Flag NO_PROGRESS =
      Flag.toggle("no-progress", "show no progress").key("db.no-progress");
  public static final Flag REPOSITORY =
      Flag.texts("db-repository", "registries to pull the advisory database from, in order")
          .key("db.repository");
  public static final Flag JAVA_REPOSITORY =
      Flag.texts("java-db-repository", "registries to pull the Java index from, in order")
          .key("db.java-repository");
  public static final Flag DOWNLOAD_ONLY =
      Flag.toggle("download-db-only", "fetch the advisory database and scan nothing")
          .key("db.download-only");
  public static final Flag DOWNLOAD_JAVA_ONLY =
      Flag.toggle("download-java-db-only", "fetch the Java index and scan nothing")
          .key("db.download-java-only");

  public static final FlagGroup GROUP =
      new FlagGroup(
          "DB Flags",
          DATABASE,
          REPOSITORY,
          DOWNLOAD_ONLY,
          DOWNLOAD_JAVA_ONLY,
          JAVA_REPOSITORY,
          NO_PROGRESS,
          SKIP_UPDATE,
          SKIP_JAVA_UPDATE);

  private DatabaseFlags() {}
}
