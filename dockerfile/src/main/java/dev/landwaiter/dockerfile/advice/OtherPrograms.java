package dev.landwaiter.dockerfile.advice;

import java.util.List;

/// Languages with small images of their own, for which no rewrite is known.
///
/// @param id the language
/// @param image the short name of its image
/// @param repository of the small images
/// @param variants what their tags add to the version
record OtherPrograms(String id, String image, String repository, List<Variant> variants)
    implements Language {
  /// A smaller variant of an image.
  record Variant(BaseClass kind, String suffix) {}

  @Override
  public boolean speaks(Stage stage) {
    return stage.base().shortName().equals(image) || Entry.of(stage).baseName().equals(image);
  }

  @Override
  public List<BaseChoice> bases(Stage stage, Needs needs) {
    String version = stage.base().version();
    String before = version.isEmpty() ? "" : version + "-";
    return variants.stream()
        .map(each -> BaseChoice.of(each.kind(), repository + ":" + before + each.suffix()))
        .map(each ->
            stage.base().tag().contains("apache")
                ? each.change("there is no Apache in it: another server has to answer")
                : each)
        .toList();
  }

  @Override
  public Planned plan(Stage stage, Needs needs) {
    return new Planned.Refused("no rewrite is known for " + id + " yet");
  }
}
