package dev.landwaiter.rego.schema;

import com.google.re2j.Pattern;
import dev.landwaiter.base.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One schema after reading: what a document must be to be valid.
///
/// @param always the answer of a schema that is just `true` or `false`
/// @param reference another schema that holds in this one's place
/// @param types names of types in the order given; empty when any may be
public record Schema(
    Optional<Boolean> always,
    Optional<Reference> reference,
    List<String> types,
    Members members,
    Elements elements,
    Numbers numbers,
    Texts texts,
    Whole whole,
    Branches branches) {

  /// A named schema; the knot of schemas that contain themselves is tied here.
  public static final class Reference {
    private final String name;
    private Optional<Schema> target = Optional.empty();

    Reference(String name) {
      this.name = name;
    }

    /// The reference's text, made absolute.
    public String name() {
      return name;
    }

    public Schema target() {
      return target.orElseThrow();
    }

    void means(Schema schema) {
      target = Optional.of(schema);
    }
  }

  /// `true`, `false`, or a schema, for what no other keyword speaks of.
  public record Further(Optional<Boolean> allowed, Optional<Schema> schema) {
    static final Further ALL = new Further(Optional.empty(), Optional.empty());
  }

  /// A pattern of names with the schema of members so named.
  public record Named(Pattern pattern, Schema schema) {}

  /// What a member asks for when it is there: other members, or a schema.
  public record Dependency(List<String> names, Optional<Schema> schema) {}

  /// Rules for objects.
  public record Members(
      Map<String, Schema> properties,
      Further additional,
      List<Named> patterns,
      Optional<Schema> names,
      Map<String, Dependency> dependencies,
      OptionalInt atLeast,
      OptionalInt atMost,
      List<String> required) {}

  /// Rules for arrays.
  ///
  /// @param single whether the one item schema is for all elements
  public record Elements(
      List<Schema> items,
      boolean single,
      Further additional,
      OptionalInt atLeast,
      OptionalInt atMost,
      boolean unique,
      Optional<Schema> contains) {}

  /// Rules for numbers.
  public record Numbers(
      Optional<BigDecimal> multipleOf,
      Optional<BigDecimal> minimum,
      Optional<BigDecimal> above,
      Optional<BigDecimal> maximum,
      Optional<BigDecimal> below) {}

  /// Rules for strings.
  public record Texts(OptionalInt atLeast, OptionalInt atMost, Optional<Pattern> pattern) {}

  /// Rules for any value.
  ///
  /// @param only the one value there may be
  /// @param oneOf the values there may be; empty when any may
  /// @param format a name of a format, empty for none
  public record Whole(Optional<Value> only, List<Value> oneOf, String format) {}

  /// Schemas a value is held against as a whole.
  public record Branches(
      List<Schema> oneOf,
      List<Schema> anyOf,
      List<Schema> allOf,
      Optional<Schema> not,
      Optional<Schema> condition,
      Optional<Schema> then,
      Optional<Schema> otherwise) {}
}
