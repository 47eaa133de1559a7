package dev.landwaiter.oci;

import dev.landwaiter.base.digest.Digest;
import dev.landwaiter.base.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The configuration of an image (OCI image specification 1.1, "Image Configuration").
///
/// @param id digest of the configuration's bytes as stored
/// @param value the whole configuration
/// @param diffIds digest of each uncompressed layer, the base first
/// @param createdBy the instruction that made each layer, shortened for reports; all empty when the
///   history does not tell as many layers as there are
public record ImageConfig(
    Digest id, Value value, Platform platform, List<Digest> diffIds, List<String> createdBy) {
  public ImageConfig {
    diffIds = List.copyOf(diffIds);
    createdBy = List.copyOf(createdBy);
  }

  /// Reads a configuration whose bytes have already been verified against their descriptor.
  ///
  /// @throws ImageException with INVALID or LIMIT
  public static ImageConfig parse(String where, byte[] body, Limits limits) throws ImageException {
    limits.check(Limit.CONFIG, body.length, where);
    var fields = Fields.parse(where, body);
    var diffIds = new ArrayList<Digest>();
    var rootfs = fields.object("rootfs");
    if (rootfs.isPresent()) {
      for (String diffId : rootfs.get().texts("diff_ids")) {
        diffIds.add(Fields.digest(where + ": diff id " + (diffIds.size() + 1), diffId));
      }
    }
    limits.check(Limit.LAYERS, diffIds.size(), where);
    return new ImageConfig(
        Digest.sha256(body),
        fields.object(),
        Platform.read(fields),
        diffIds,
        createdBy(fields.object(), diffIds.size()));
  }

  /// Nothing, when there are as many layers as the configuration tells.
  ///
  /// @throws ImageException with INVALID
  public void requireLayers(String where, int layers) throws ImageException {
    if (layers != diffIds.size()) {
      throw Fields.invalid(
          where
              + ": "
              + layers
              + " layers, but the configuration has "
              + diffIds.size()
              + " diff ids; it may not describe a runnable image");
    }
  }

  private static List<String> createdBy(Value config, int layers) {
    var instructions = new ArrayList<String>();
    for (Value entry : config.get("history").map(Value::elements).orElse(List.of())) {
      boolean empty = entry.get("empty_layer").filter(Value.of(true)::equals).isPresent();
      if (!empty) {
        instructions.add(shortened(entry.text("created_by")));
      }
    }
    return instructions.size() == layers ? instructions : Collections.nCopies(layers, "");
  }

  private static String shortened(String createdBy) {
    String text = withoutStart(createdBy, "/bin/sh -c ");
    return withoutStart(text, "#(nop) ").strip();
  }

  private static String withoutStart(String text, String start) {
    return text.startsWith(start) ? text.substring(start.length()) : text;
  }
}
