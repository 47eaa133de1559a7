package dev.landwaiter.inventory.lang.archive;

/// What reading one file may cost, archives inside it included. Used by one thread.
public final class ArchiveBudget {
  /// Archives inside archives, the outermost being the first.
  public static final int DEPTH = 8;

  private static final int ENTRIES = 500_000;
  private static final long BYTES = 1L << 30;

  private int entries = ENTRIES;
  private long bytes = BYTES;

  void spendEntry() throws ArchiveException {
    if (--entries < 0) {
      throw new ArchiveException(
          "holds more than " + ENTRIES + " entries, archives inside it included");
    }
  }

  void spendBytes(long unpacked) throws ArchiveException {
    bytes -= unpacked;
    if (bytes < 0) {
      throw new ArchiveException(
          "unpacks to more than " + BYTES + " bytes, archives inside it included");
    }
  }
}
