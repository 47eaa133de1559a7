package dev.landwaiter.base.value;

/// True or false; false is smaller.
public record BooleanValue(boolean flag) implements Value {
  public static final BooleanValue TRUE = new BooleanValue(true);
  public static final BooleanValue FALSE = new BooleanValue(false);

  @Override
  public int rank() {
    return 1;
  }

  @Override
  public int compareSameKind(Value other) {
    return Boolean.compare(flag, ((BooleanValue) other).flag);
  }
}
