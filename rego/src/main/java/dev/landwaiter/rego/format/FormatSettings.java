package dev.landwaiter.rego.format;

import dev.landwaiter.rego.RegoVersion;
import dev.landwaiter.rego.parse.ParserSettings;
import java.util.Set;

/// How a module is to be read and written.
///
/// @param target the version that is written; `V0_V1` adds `import rego.v1`
/// @param parser how the source is read
/// @param result how the written text must be readable
/// @param dropV0Imports whether imports that version 1 does not need go
/// @param deprecated functions that may not be called where version 1 is written
public record FormatSettings(
    RegoVersion target,
    ParserSettings parser,
    ParserSettings result,
    boolean dropV0Imports,
    Set<String> deprecated) {
  private static final Set<String> DEPRECATED =
      Set.of(
          "all",
          "any",
          "cast_array",
          "cast_boolean",
          "cast_null",
          "cast_object",
          "cast_set",
          "cast_string",
          "net.cidr_overlap",
          "re_match",
          "set_diff");

  public FormatSettings {
    deprecated = Set.copyOf(deprecated);
  }

  /// Version 1 to version 1.
  public static FormatSettings v1() {
    return of(RegoVersion.V1, RegoVersion.V1);
  }

  /// Version 0 to version 0.
  public static FormatSettings v0() {
    return of(RegoVersion.V0, RegoVersion.V0);
  }

  /// Version 0 to a form that both versions read.
  public static FormatSettings v0ToV1() {
    return of(RegoVersion.V0, RegoVersion.V0_V1);
  }

  /// Version 1 to version 0, for what was generated.
  static FormatSettings v1ToV0() {
    return of(RegoVersion.V1, RegoVersion.V0);
  }

  private static FormatSettings of(RegoVersion source, RegoVersion target) {
    return new FormatSettings(
        target, ParserSettings.of(source), ParserSettings.of(target), false, DEPRECATED);
  }

  public FormatSettings withDropV0Imports(boolean drop) {
    return new FormatSettings(target, parser, result, drop, deprecated);
  }

  /// Whether what version 1 forbids is written.
  boolean writesV1() {
    return target != RegoVersion.V0;
  }
}
