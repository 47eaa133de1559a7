package dev.landwaiter.inventory;

import dev.landwaiter.base.finding.Layer;
import java.util.List;

/// One layer as the merge needs it: its identity, what it hides of the layers below, what it holds.
///
/// @param opaqueDirs directories whose lower content is hidden, without trailing slash
/// @param whiteouts paths of the lower layers that are deleted
public record LayerRecord(
    Layer layer, List<String> opaqueDirs, List<String> whiteouts, LayerInventory inventory) {}
