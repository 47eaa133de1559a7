package dev.landwaiter.dockerfile.fix;

import java.util.List;

/// A file after its findings were mended.
public final class Mended {
  private final byte[] content;
  private final List<Repair> done;
  private final List<Repair> refused;

  Mended(byte[] content, List<Repair> done, List<Repair> refused) {
    this.content = content.clone();
    this.done = List.copyOf(done);
    this.refused = List.copyOf(refused);
  }

  /// The new bytes; those of the file itself where nothing was done.
  public byte[] content() {
    return content.clone();
  }

  /// What was mended, in the order of lines.
  public List<Repair> done() {
    return done;
  }

  /// Fixes that would not have helped or would have made something else wrong, in the order of
  /// lines.
  public List<Repair> refused() {
    return refused;
  }

  public boolean changed() {
    return !done.isEmpty();
  }
}
