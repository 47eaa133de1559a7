package dev.landwaiter.signing.statement;

import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.signing.HashAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A statement about artifacts (in-toto attestation framework 1.2, statement; also version 0.1).
///
/// @param type the version, [#V1] or [#V0_1]
/// @param predicateType the address that names the predicate's type
/// @param predicate nothing where it is absent
/// @param document the whole statement as it was signed
public record Statement(
    String type,
    List<Subject> subjects,
    String predicateType,
    Optional<Value> predicate,
    ObjectValue document) {
  public static final String V1 = "https://in-toto.io/Statement/v1";
  public static final String V0_1 = "https://in-toto.io/Statement/v0.1";

  public Statement {
    subjects = List.copyOf(subjects);
  }

  /// One artifact.
  ///
  /// @param digests hexadecimal digits by the name of the hash, such as `sha256`
  public record Subject(String name, Map<String, String> digests, Map<String, Value> annotations) {
    public Subject {
      digests = Map.copyOf(digests);
      annotations = Map.copyOf(annotations);
    }

    /// Whether it is the artifact with these digests: at least one SHA-2 digest is the same, and
    /// none is another. Weaker hashes never match.
    ///
    /// @param artifact lower-case digits by the name of the hash; all that are known
    public boolean is(Map<String, String> artifact) {
      boolean same = false;
      for (HashAlgorithm each : HashAlgorithm.values()) {
        String mine = digests.get(each.shortName());
        String other = artifact.get(each.shortName());
        if (mine != null && other != null) {
          if (!mine.equalsIgnoreCase(other)) {
            return false;
          }
          same = true;
        }
      }
      return same;
    }
  }
}
