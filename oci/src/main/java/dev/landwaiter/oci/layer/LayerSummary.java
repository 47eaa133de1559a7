package dev.landwaiter.oci.layer;

import dev.landwaiter.base.text.Problem;
import java.util.List;

/// What a pass over a layer learnt besides the files.
///
/// @param size number of uncompressed bytes
/// @param digest of the stored bytes, `ALGORITHM:HEX`; empty for a plain tar whose store promises
///   no digest
/// @param opaqueDirs directories marked opaque, without trailing slash; the empty text is the root
/// @param whiteouts paths of lower layers that are deleted
/// @param problems what of the layer could not be looked at, or not without doubt
public record LayerSummary(
    long size,
    String digest,
    List<String> opaqueDirs,
    List<String> whiteouts,
    List<Problem> problems) {
  public LayerSummary {
    opaqueDirs = List.copyOf(opaqueDirs);
    whiteouts = List.copyOf(whiteouts);
    problems = List.copyOf(problems);
  }
}
