package dev.landwaiter.base.finding;

import java.util.List;

/// What Red Hat's image build left behind about itself; all parts empty when there is none.
public record BuildInfo(List<String> contentSets, String nvr, String arch) {
  public static final BuildInfo NONE = new BuildInfo(List.of(), "", "");

  /// Whether nothing is known.
  public boolean isEmpty() {
    return contentSets.isEmpty() && nvr.isEmpty() && arch.isEmpty();
  }
}
