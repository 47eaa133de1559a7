package dev.landwaiter.dockerfile.advice;

import java.util.List;
import java.util.Optional;

/// What a Dockerfile's image carries and how it could carry less.
///
/// @param stages in file order
/// @param language of the program, where it is known
/// @param carried what the final image holds without need
/// @param bases that could take the place of the final stage's, the smallest first
/// @param rewrite a file that builds a smaller image, where one is known
/// @param refused why there is no rewrite, or empty
public record Footprint(
    List<StageView> stages,
    Optional<String> language,
    List<Carried> carried,
    List<BaseChoice> bases,
    Optional<Rewrite> rewrite,
    String refused) {
  /// One stage.
  ///
  /// @param name empty where it has none
  /// @param base as written, defaults of ARG put in
  /// @param shipped whether it is the one the image is made of
  /// @param used whether the shipped stage needs it
  public record StageView(
      String name,
      String base,
      BaseClass baseClass,
      int line,
      boolean shipped,
      boolean used,
      List<Added> adds) {}

  /// With another proof of its rewrite.
  public Footprint proven(Rewrite.Proof proof) {
    return new Footprint(
        stages, language, carried, bases, rewrite.map(each -> each.proven(proof)), refused);
  }
}
