package dev.landwaiter.rego.compile;

/// Stage 15: annotations by what they speak of; a document or package has them once.
final class SetAnnotationSet implements Stage {
  @Override
  public String id() {
    return "SetAnnotationSet";
  }

  @Override
  public void run(Compilation compilation) {
    compilation.annotations = new AnnotationSet(compilation.modules, compilation.problems);
  }
}
