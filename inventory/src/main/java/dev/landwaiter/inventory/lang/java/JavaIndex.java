package dev.landwaiter.inventory.lang.java;

import dev.landwaiter.inventory.database.DatabaseException;
import java.util.Optional;

/// What is known of published Java archives (project reference, inventory, 18.1). Look-ups fail
/// with a [DatabaseException] when the index is damaged where they read.
public interface JavaIndex {
  /// The index that knows nothing.
  JavaIndex EMPTY =
      new JavaIndex() {
        @Override
        public String id() {
          return "";
        }

        @Override
        public boolean empty() {
          return true;
        }

        @Override
        public boolean exists(String group, String artifact) {
          return false;
        }

        @Override
        public Optional<Coordinates> bySha1(byte[] sha1) {
          return Optional.empty();
        }

        @Override
        public Optional<String> groupOf(String artifact, String version) {
          return Optional.empty();
        }
      };

  /// What tells this index from others: the same id gives the same answers. Empty for an empty one.
  String id();

  /// Whether no look-up can succeed, so that check sums need not be computed.
  boolean empty();

  /// Whether a group published the artifact.
  boolean exists(String group, String artifact) throws DatabaseException;

  /// The artifact whose archive has this SHA-1 of 20 bytes.
  Optional<Coordinates> bySha1(byte[] sha1) throws DatabaseException;

  /// Among the groups that published a `jar` of this artifact and version, the one with most
  /// entries for the artifact, the first by name where several have as many.
  Optional<String> groupOf(String artifact, String version) throws DatabaseException;
}
