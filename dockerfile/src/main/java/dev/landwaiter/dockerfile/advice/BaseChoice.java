package dev.landwaiter.dockerfile.advice;

import java.util.ArrayList;
import java.util.List;

/// A base that could take the place of the final stage's.
///
/// @param image by tag; whoever takes it pins the digest
/// @param changes what has to be done for it
/// @param blockers what would break
public record BaseChoice(
    BaseClass kind, String image, List<String> changes, List<String> blockers) {
  public BaseChoice {
    changes = List.copyOf(changes);
    blockers = List.copyOf(blockers);
  }

  public static BaseChoice of(BaseClass kind, String image) {
    return new BaseChoice(kind, image, List.of(), List.of());
  }

  public BaseChoice change(String what) {
    return new BaseChoice(kind, image, with(changes, what), blockers);
  }

  public BaseChoice blocked(String why) {
    return new BaseChoice(kind, image, changes, with(blockers, why));
  }

  public Fit fit() {
    if (!blockers.isEmpty()) {
      return Fit.BLOCKED;
    }
    return changes.isEmpty() ? Fit.FITS : Fit.WITH_CHANGES;
  }

  private static List<String> with(List<String> list, String more) {
    var longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
