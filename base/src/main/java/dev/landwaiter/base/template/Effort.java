package dev.landwaiter.base.template;

/// Bounds what the run of a template may take.
///
/// @param <X> what ends it
public interface Effort<X extends Exception> {
  /// Called for each part that is run.
  void check() throws X;

  /// Called before text is made.
  void reserve(long characters) throws X;

  /// Ends a run after so many parts or characters.
  static Effort<TemplateException> of(long most) {
    return new Effort<>() {
      private long left = most;

      @Override
      public void check() throws TemplateException {
        reserve(1);
      }

      @Override
      public void reserve(long characters) throws TemplateException {
        left -= characters;
        if (left < 0) {
          throw new TemplateException("the template makes more than the " + most + " allowed");
        }
      }
    };
  }
}
