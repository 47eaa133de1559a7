package dev.landwaiter.policy.gatekeeper.expand;

import dev.landwaiter.base.value.NullValue;
import dev.landwaiter.base.value.ObjectValue;
import dev.landwaiter.base.value.StringValue;
import dev.landwaiter.base.value.Value;
import dev.landwaiter.policy.gatekeeper.GroupVersionKind;
import dev.landwaiter.policy.gatekeeper.RefusedException;
import dev.landwaiter.policy.gatekeeper.Resource;
import dev.landwaiter.policy.gatekeeper.mutate.ApplyTo;
import java.util.List;

/// How objects of some kinds make objects of another (reference, section 12).
///
/// @param source the dotted path in the object to what it makes
/// @param generated the kind of what it makes
/// @param action in the place of the constraints' own, or empty
public record ExpansionTemplate(
    String name, List<ApplyTo> applyTo, String source, GroupVersionKind generated, String action) {
  public static final String GROUP = "expansion.gatekeeper.sh";
  private static final int NAME_LIMIT = 63;

  public ExpansionTemplate {
    applyTo = List.copyOf(applyTo);
  }

  public static boolean isTemplate(Resource resource) {
    return resource.type().group().equals(GROUP)
        && resource.type().kind().equals("ExpansionTemplate");
  }

  /// Reads a template.
  ///
  /// @throws RefusedException when it lacks something, or makes what it applies to
  public static ExpansionTemplate of(Resource resource) throws RefusedException {
    Value spec = resource.content().get("spec").orElse(ObjectValue.EMPTY);
    Value kind = spec.get("generatedGVK").orElse(ObjectValue.EMPTY);
    try {
      var template =
          new ExpansionTemplate(
              resource.name(),
              ApplyTo.read(spec),
              text(spec, "templateSource"),
              new GroupVersionKind(text(kind, "group"), text(kind, "version"), text(kind, "kind")),
              text(spec, "enforcementAction"));
      template.check();
      return template;
    } catch (RefusedException e) {
      throw new RefusedException("ExpansionTemplate " + resource.name() + ": " + e.text());
    }
  }

  private static String text(Value owner, String field) throws RefusedException {
    return switch (owner.get(field).orElse(NullValue.NULL)) {
      case NullValue _ -> "";
      case StringValue text -> text.text();
      default -> throw new RefusedException(field + " is no text");
    };
  }

  private void check() throws RefusedException {
    if (name.isEmpty()) {
      throw new RefusedException("it has no name");
    }
    if (name.length() > NAME_LIMIT) {
      throw new RefusedException(
          "its name has more than the %d characters it may".formatted(NAME_LIMIT));
    }
    if (source.isEmpty()) {
      throw new RefusedException("spec.templateSource is missing");
    }
    if (generated.equals(new GroupVersionKind("", "", ""))) {
      throw new RefusedException("spec.generatedGVK is missing");
    }
    if (applyTo.isEmpty()) {
      throw new RefusedException("spec.applyTo is missing");
    }
    if (isFor(generated)) {
      throw new RefusedException("it makes %s, to which it applies itself".formatted(generated));
    }
  }

  /// Whether objects of a kind are expanded.
  boolean isFor(GroupVersionKind type) {
    return applyTo.stream().anyMatch(entry -> entry.matches(type));
  }
}
