package dev.landwaiter.scan.update;

/// Is told how far a transfer is.
@FunctionalInterface
public interface Meter {
  Meter SILENT = (done, all) -> {};

  /// Some bytes have come through.
  ///
  /// @param done bytes so far
  /// @param all bytes in the end, or -1 when unknown
  void at(long done, long all);
}
