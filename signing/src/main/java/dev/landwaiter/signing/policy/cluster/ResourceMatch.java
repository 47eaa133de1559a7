package dev.landwaiter.signing.policy.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Objects that a policy is about.
///
/// @param group exact; empty is the core
/// @param version exact, or `*`; nothing means any
/// @param resource the lower-case plural of the kind; nothing means any
/// @param labels of the object, all of them
public record ResourceMatch(
    String group,
    Optional<String> version,
    Optional<String> resource,
    List<LabelRequirement> labels) {
  public ResourceMatch {
    labels = List.copyOf(labels);
  }

  /// What is required of one label.
  ///
  /// @param values at least one with IN and NOT_IN
  public record LabelRequirement(String key, Operator operator, List<String> values) {
    public LabelRequirement {
      values = List.copyOf(values);
    }

    private boolean holds(Map<String, String> labels) {
      String value = labels.get(key);
      return switch (operator) {
        case IN -> value != null && values.contains(value);
        case NOT_IN -> value == null || !values.contains(value);
        case EXISTS -> value != null;
        case DOES_NOT_EXIST -> value == null;
      };
    }
  }

  /// How a label is compared.
  public enum Operator {
    IN("In"),
    NOT_IN("NotIn"),
    EXISTS("Exists"),
    DOES_NOT_EXIST("DoesNotExist");

    private final String word;

    Operator(String word) {
      this.word = word;
    }

    /// As selectors spell it.
    public String word() {
      return word;
    }
  }

  boolean fits(ResourceObject object) {
    return group.equals(object.group())
        && (version.isEmpty()
            || version.get().equals("*")
            || version.get().equals(object.version()))
        && (resource.isEmpty() || resource.get().equals(object.resource()))
        && labels.stream().allMatch(each -> each.holds(object.labels()));
  }
}
