package dev.landwaiter.cli.command.database;

import dev.landwaiter.inventory.database.DatabaseException;
import dev.landwaiter.inventory.lang.java.Coordinates;
import dev.landwaiter.inventory.lang.java.JavaIndex;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A Java index that is fetched when something is first looked up in it, since it is large and most
/// images hold no archive that has to be looked up.
final class PendingJavaIndex implements JavaIndex {
  private final String id;
  private final Supplier<JavaIndex> fetching;
  private @Nullable JavaIndex fetched;

  /// @param id of what is there before anything is fetched
  /// @param fetching gives the index; called once, by the first look-up
  PendingJavaIndex(String id, Supplier<JavaIndex> fetching) {
    this.id = id;
    this.fetching = fetching;
  }

  /// Whether something was looked up, so that results depend on what [#id] does not tell.
  synchronized boolean consulted() {
    return fetched != null;
  }

  private synchronized JavaIndex index() {
    if (fetched == null) {
      fetched = fetching.get();
    }
    return fetched;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public boolean empty() {
    return false;
  }

  @Override
  public boolean exists(String group, String artifact) throws DatabaseException {
    return index().exists(group, artifact);
  }

  @Override
  public Optional<Coordinates> bySha1(byte[] sha1) throws DatabaseException {
    return index().bySha1(sha1);
  }

  @Override
  public Optional<String> groupOf(String artifact, String version) throws DatabaseException {
    return index().groupOf(artifact, version);
  }
}
