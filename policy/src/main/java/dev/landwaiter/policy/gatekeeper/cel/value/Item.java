package dev.landwaiter.policy.gatekeeper.cel.value;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One value of CEL. Errors are values, too, since `||` and `&&` may swallow them.
public sealed interface Item {
  /// The name of its type as errors and `type()` tell it.
  String typeName();

  /// The null of JSON.
  enum Null implements Item {
    NULL;

    @Override
    public String typeName() {
      return "null_type";
    }
  }

  /// Yes or no.
  enum Bool implements Item {
    FALSE,
    TRUE;

    public static Bool of(boolean flag) {
      return flag ? TRUE : FALSE;
    }

    public boolean isTrue() {
      return this == TRUE;
    }

    @Override
    public String typeName() {
      return "bool";
    }
  }

  /// An integer of 64 bits.
  record Int(long value) implements Item {
    public static Int of(long value) {
      return new Int(value);
    }

    @Override
    public String typeName() {
      return "int";
    }
  }

  /// An integer without sign.
  ///
  /// @param bits all 64 of them count
  record Uint(long bits) implements Item {
    @Override
    public String typeName() {
      return "uint";
    }
  }

  /// A floating-point number.
  record Real(double value) implements Item {
    @Override
    public String typeName() {
      return "double";
    }
  }

  /// A text.
  record Text(String value) implements Item, Comparable<Text> {
    public static final Text EMPTY = new Text("");

    @Override
    public String typeName() {
      return "string";
    }

    @Override
    public int compareTo(Text other) {
      return value.compareTo(other.value);
    }
  }

  /// A sequence of bytes.
  ///
  /// @param octets one character from 0 to 255 for each
  record Bytes(String octets) implements Item {
    @Override
    public String typeName() {
      return "bytes";
    }
  }

  /// A point in time.
  record Time(Instant value) implements Item {
    @Override
    public String typeName() {
      return "google.protobuf.Timestamp";
    }
  }

  /// A length of time.
  record Span(Duration value) implements Item {
    @Override
    public String typeName() {
      return "google.protobuf.Duration";
    }
  }

  /// A type as a value.
  record Type(String name) implements Item {
    @Override
    public String typeName() {
      return "type";
    }
  }

  /// A value that may be missing.
  record Maybe(Optional<Item> content) implements Item {
    public static final Maybe NONE = new Maybe(Optional.empty());

    public static Maybe of(Item content) {
      return new Maybe(Optional.of(content));
    }

    @Override
    public String typeName() {
      return "optional_type";
    }
  }

  /// An evaluation that went wrong.
  record Failure(String message) implements Item {
    /// What a function gives back for arguments it does not take.
    public static final Failure NO_OVERLOAD = new Failure("no such overload");

    @Override
    public String typeName() {
      return "error";
    }
  }

  /// A list.
  non-sealed interface Sequence extends Item {
    int size();

    /// The element at an index from 0 to [#size] - 1.
    Item at(int index);

    @Override
    default String typeName() {
      return "list";
    }
  }

  /// Values by keys.
  non-sealed interface Mapping extends Item {
    int size();

    /// The value at a key of any type; empty when there is none. A [Failure] may be the value.
    Optional<Item> find(Item key);

    /// All keys in their order.
    Iterable<Item> keys();

    @Override
    default String typeName() {
      return "map";
    }
  }

  /// A value of a type that a library brings along, such as a quantity. Two are the same when their
  /// `equals` says so.
  non-sealed interface Opaque extends Item {}
}
