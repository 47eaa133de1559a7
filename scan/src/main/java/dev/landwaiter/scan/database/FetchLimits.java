package dev.landwaiter.scan.database;

/// How much one build may fetch.
///
/// @param packages how many packages at most
/// @param bytes how many bytes of packages in total at most
/// @param packageBytes how large one package may be; larger ones are left out and noted
public record FetchLimits(int packages, long bytes, int packageBytes) {
  /// 5,000 packages, 4 GiB in total, 64 MiB each.
  public static final FetchLimits DEFAULT = new FetchLimits(5_000, 4L << 30, 64 << 20);
}
