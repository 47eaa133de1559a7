package dev.landwaiter.policy.gatekeeper.sync;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/// What came of a check.
///
/// @param skipped names of objects that have nothing to do with it
/// @param assumed whether, for want of a manifest, the cluster is assumed to have all kinds
/// @param broken what is wrong with the annotations of templates, by their names
/// @param unmet what is not synced, by the names of templates
/// @param error what kept the check from being made, or empty
public record SyncReport(
    List<String> skipped,
    boolean assumed,
    Map<String, String> broken,
    Map<String, List<Requirement>> unmet,
    String error) {
  public SyncReport {
    skipped = List.copyOf(skipped);
    broken = Collections.unmodifiableMap(broken);
    unmet = Collections.unmodifiableMap(unmet);
  }

  public boolean failed() {
    return !error.isEmpty() || !broken.isEmpty() || !unmet.isEmpty();
  }
}
