package dev.landwaiter.scan.update;

import dev.landwaiter.oci.Hubs;
import dev.landwaiter.vulnerability.store.TrivyDatabase;
import java.nio.file.Path;
import java.util.List;

/// The databases that are published in registries (vulnerability.md, 1.1). Their layer is a gzipped
/// tar of the database and its `metadata.json`.
public enum DatabaseKind {
  ADVISORIES("advisory database", "db", TrivyDatabase.FILE, TrivyDatabase.SCHEMA),
  JAVA("Java index", "java-db", "trivy-java.db", 1);

  /// The type of the configuration of both.
  public static final String CONFIG_TYPE = "application/vnd.aquasec.trivy.config.v1+json";

  private final String title;
  private final String folder;
  private final String file;
  private final int schema;

  DatabaseKind(String title, String folder, String file, int schema) {
    this.title = title;
    this.folder = folder;
    this.file = file;
    this.schema = schema;
  }

  /// What to call it in messages.
  public String title() {
    return title;
  }

  /// The folder within a cache.
  public Path folder(Path cache) {
    return cache.resolve(folder);
  }

  /// The name of the database's file.
  public String file() {
    return file;
  }

  /// The schema that is understood, which is also the tag where a repository is given without one.
  public int schema() {
    return schema;
  }

  /// The media type of the one layer.
  public String layerType() {
    String kind =
        switch (this) {
          case ADVISORIES -> "db";
          case JAVA -> "javadb";
        };
    return "application/vnd.aquasec.trivy." + kind + ".layer.v1.tar+gzip";
  }

  /// Where to ask when the user names nothing else, in order.
  public List<String> standardRepositories() {
    return switch (this) {
      case ADVISORIES -> Hubs.ADVISORY_DATABASES;
      case JAVA -> Hubs.JAVA_INDEXES;
    };
  }
}
