package dev.landwaiter.base.finding;

/// The layer a thing came with. Every part may be missing: empty text, size 0.
///
/// @param size of the layer in bytes as reports give it
/// @param digest of the layer as stored (compressed), `ALGORITHM:HEX`
/// @param diffId digest of the uncompressed layer
/// @param createdBy the instruction that made it, from the image's history
public record Layer(long size, String digest, String diffId, String createdBy) {
  public static final Layer NONE = new Layer(0, "", "", "");

  /// Whether nothing is known of the layer.
  public boolean isEmpty() {
    return size == 0 && digest.isEmpty() && diffId.isEmpty() && createdBy.isEmpty();
  }
}
