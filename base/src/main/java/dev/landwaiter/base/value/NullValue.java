package dev.landwaiter.base.value;

/// The null of JSON.
public record NullValue() implements Value {
  public static final NullValue NULL = new NullValue();

  @Override
  public int rank() {
    return 0;
  }

  @Override
  public int compareSameKind(Value other) {
    return 0;
  }
}
