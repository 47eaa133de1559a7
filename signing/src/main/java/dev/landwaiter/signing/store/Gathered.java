package dev.landwaiter.signing.store;

import java.util.List;

/// Everything of one kind that was found for one image.
///
/// @param found in the order of the place
/// @param unrelated how many other things were listed and left aside: of another kind, about
///   another image, or not to be had
public record Gathered(List<Found> found, int unrelated) {
  public static final Gathered NOTHING = new Gathered(List.of(), 0);

  public Gathered {
    found = List.copyOf(found);
  }
}
