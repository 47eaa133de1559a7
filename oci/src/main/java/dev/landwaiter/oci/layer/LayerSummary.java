package dev.landwaiter.oci.layer;

import java.util.List;

/// What a pass over a layer learnt besides the files.
///
/// @param size number of uncompressed bytes
/// @param opaqueDirs directories marked opaque, without trailing slash
/// @param whiteouts paths of lower layers that are deleted
public record LayerSummary(long size, List<String> opaqueDirs, List<String> whiteouts) {}
