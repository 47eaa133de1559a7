package dev.landwaiter.inventory.lang.archive;

/// One entry as the central directory describes it (APPNOTE 6.3.10, 4.3.12).
///
/// @param name as written, with `/` between its parts
/// @param method 0 stored, 8 deflated
/// @param compressed bytes in the archive
/// @param size bytes when unpacked
/// @param crc CRC-32 of the unpacked bytes
/// @param header offset of the local header from the start of the file
public record ArchiveEntry(
    String name, int method, long compressed, long size, long crc, long header) {
  /// The part after the last `/`.
  public String lastName() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /// Whether the name stays below the archive when put behind a path.
  public boolean inside() {
    if (name.startsWith("/") || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
      return false;
    }
    return !("/" + name + "/").contains("/../");
  }
}
