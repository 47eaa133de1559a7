package dev.landwaiter.scan.database;

import dev.landwaiter.base.format.FormatException;
import dev.landwaiter.base.format.Json;
import dev.landwaiter.vulnerability.DatabaseException;
import dev.landwaiter.vulnerability.DatabaseInfo;
import dev.landwaiter.vulnerability.FactSink;
import dev.landwaiter.vulnerability.StoredValues;
import dev.landwaiter.vulnerability.store.IndexDatabase;
import dev.landwaiter.vulnerability.store.TrivyFacts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds vulnerabilities by the ids that their publishers gave the advisories: GHSA, DSA, USN, ALSA
/// and others. No table leads there, so the whole database is read.
public final class OtherNames {
  private OtherNames() {}

  /// The ids of vulnerabilities that an advisory of this name is about.
  ///
  /// @throws DatabaseException when the database is damaged
  public static SortedSet<String> of(DatabaseInfo database, String name) {
    String wanted = name.toUpperCase(Locale.ROOT);
    SortedSet<String> ids = new TreeSet<>();
    FactSink sink =
        (bucket, group, key, json) -> {
          String text = new String(json, StandardCharsets.UTF_8);
          if (!group.isEmpty()
              && text.toUpperCase(Locale.ROOT).contains("\"" + wanted + "\"")
              && vendorIds(key, json).stream().anyMatch(wanted::equalsIgnoreCase)) {
            ids.add(key);
          }
        };
    Path file = Path.of(database.location());
    switch (database.kind()) {
      case "index" -> IndexDatabase.facts(file, sink);
      case "trivy" -> TrivyFacts.read(file, sink);
      default -> {
        // The built-in one knows CVE ids only.
      }
    }
    return ids;
  }

  private static List<String> vendorIds(String key, byte[] json) {
    try {
      return StoredValues.texts(Json.parse(key, json), "VendorIDs");
    } catch (FormatException e) {
      throw new DatabaseException("The value of " + key + " is no JSON", e);
    }
  }
}
