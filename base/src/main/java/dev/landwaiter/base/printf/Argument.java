package dev.landwaiter.base.printf;

import java.math.BigInteger;

/// What the formatter takes, named as Go's types.
public sealed interface Argument {
  record Small(long number) implements Argument {
    @Override
    public String type() {
      return "int64";
    }
  }

  record Big(BigInteger number) implements Argument {
    @Override
    public String type() {
      return "*big.Int";
    }
  }

  record Binary(double number) implements Argument {
    @Override
    public String type() {
      return "float64";
    }
  }

  record Text(String text) implements Argument {
    @Override
    public String type() {
      return "string";
    }
  }

  /// A text of a type of its own.
  record Named(String type, String text) implements Argument {}

  record Flag(boolean flag) implements Argument {
    @Override
    public String type() {
      return "bool";
    }
  }

  record Nothing() implements Argument {
    @Override
    public String type() {
      return "<nil>";
    }
  }

  String type();
}
